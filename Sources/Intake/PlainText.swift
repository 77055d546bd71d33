/// Bytes of a plain text file to a text.
public enum PlainText {
    /// Reads UTF-8, with or without a byte order mark.
    /// - Throws: ``IntakeError``.
    public static func read(_ bytes: [UInt8], byteCountMax: Int) throws(IntakeError) -> RawText {
        guard bytes.count <= byteCountMax else { throw .tooLarge(byteCount: bytes.count, limit: byteCountMax) }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard content.contains(where: { $0 > 0x20 }) else { throw .empty }
        guard !looksBinary(content) else { throw .binary }
        guard let text = String(validating: content, as: UTF8.self) else { throw .notText(offset: malformedOffset(content)) }
        return RawText(text: text)
    }

    /// Texts have no NUL, and hardly any other control character, near their beginning.
    private static func looksBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = bytes.prefix(8192)
        let controls = head.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
        return head.contains(0) || controls * 20 > head.count
    }

    private static func malformedOffset(_ bytes: ArraySlice<UInt8>) -> Int {
        var low = bytes.startIndex
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): low += UTF8.width(scalar)
            case .emptyInput, .error: return low
            }
        }
    }
}
