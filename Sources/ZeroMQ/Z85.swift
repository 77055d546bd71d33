import CZeroMQ

/// ZeroMQ's text form of bytes: five printable characters for every four bytes.
///
/// Source: ZeroMQ RFC 32, zmq_z85_encode(3), zmq_z85_decode(3).
public enum Z85 {
    /// - Parameter bytes: a multiple of four bytes.
    /// - Returns: five characters for every four bytes, or `nil` for another count.
    public static func encode(_ bytes: [UInt8]) -> String? {
        guard bytes.count.isMultiple(of: 4) else { return nil }
        guard !bytes.isEmpty else { return "" }
        // libzmq adds a zero byte.
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count / 4 * 5 + 1) { text in
            zmq_z85_encode(text.baseAddress!, bytes, bytes.count).map { String(cString: $0) }
        }
        return text
    }

    /// - Parameter text: a multiple of five characters of Z85's alphabet.
    /// - Returns: four bytes for every five characters, or `nil` when the text is not Z85.
    public static func decode(_ text: String) -> [UInt8]? {
        let count = text.utf8.count
        guard count.isMultiple(of: 5), !text.utf8.contains(0) else { return nil }
        guard count > 0 else { return [] }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count / 5 * 4) { bytes in
            zmq_z85_decode(bytes.baseAddress!, text).map { _ in Array(bytes) }
        }
    }
}
