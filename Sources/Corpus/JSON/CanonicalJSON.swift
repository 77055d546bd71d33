/// A value that reads its own canonical JSON fast, where ``CompactJSON`` wrote it; any other form goes to the general decoder.
public protocol CanonicalJSON: Decodable {
    /// - Returns: `nil` for JSON in any other form, good or bad.
    init?(canonical bytes: [UInt8])
}

/// Reads JSON whose keys and order are known, without white space.
struct CanonicalReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Passes over a text if it stands here.
    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard at + count <= bytes.count else { return false }
        let start = text.utf8Start
        for index in 0..<count where bytes[at + index] != start[index] { return false }
        at += count
        return true
    }

    /// A whole number of up to 15 digits.
    mutating func number() -> Int? {
        var value = 0
        let start = at
        while at < bytes.count, at - start < 15, bytes[at] >= 0x30, bytes[at] <= 0x39 {
            value = value * 10 + Int(bytes[at] - 0x30)
            at += 1
        }
        return at > start ? value : nil
    }

    /// A string of printable ASCII without escapes.
    mutating func word() -> String? {
        guard at < bytes.count, bytes[at] == 0x22 else { return nil }
        var end = at + 1
        while end < bytes.count, bytes[end] != 0x22 {
            guard bytes[end] >= 0x20, bytes[end] < 0x7F, bytes[end] != 0x5C else { return nil }
            end += 1
        }
        guard end < bytes.count else { return nil }
        defer { at = end + 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[(at + 1)..<end]), as: UTF8.self)
    }
}
