/// Bytes of a plain text file to a text.
public enum PlainText {
    /// Reads a text in any encoding that ``TextDecoding`` knows.
    /// - Throws: ``IntakeError``.
    public static func read(_ bytes: [UInt8], contentType: String? = nil, byteCountMax: Int) throws(IntakeError) -> RawText {
        guard bytes.count <= byteCountMax else { throw .tooLarge(byteCount: bytes.count, limit: byteCountMax) }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        let (text, encoding) = try TextDecoding.decode(bytes, declared: ContentType.charset(contentType))
        return RawText(text: text, encoding: encoding)
    }
}
