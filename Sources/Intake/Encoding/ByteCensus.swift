/// What kinds of bytes a text has, and so which encodings it can be in.
struct ByteCensus {
    /// Bytes from 0x80.
    private(set) var high = 0
    /// Well-formed multi-byte sequences of UTF-8, and bytes that are part of none.
    private(set) var validSequences = 0
    private(set) var malformed = 0
    private var counts = [Int](repeating: 0, count: 256)
    /// The article `al` as each Arabic encoding writes it.
    private var article1256 = 0
    private var article8859 = 0

    /// Bytes looked at.
    static let byteCountMax = 1 << 18

    init(_ bytes: [UInt8]) {
        let limit = min(bytes.count, Self.byteCountMax)
        var at = 0
        while at < limit {
            let byte = bytes[at]
            counts[Int(byte)] += 1
            guard byte >= 0x80 else {
                at += 1
                continue
            }
            high += 1
            if byte == 0xC7, at + 1 < limit {
                if bytes[at + 1] == 0xE1 { article1256 += 1 }
                if bytes[at + 1] == 0xE4 { article8859 += 1 }
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
            if length > 0, at + length <= limit, (1..<length).allSatisfy({ bytes[at + $0] & 0xC0 == 0x80 }) {
                validSequences += 1
                for next in 1..<length { counts[Int(bytes[at + next])] += 1 }
                high += length - 1
                at += length
            } else {
                if at + length <= limit { malformed += 1 }
                at += 1
            }
        }
    }

    /// Single-byte Arabic hardly ever forms a sequence of UTF-8 by chance.
    var isMostlyUTF8: Bool { validSequences * 2 >= malformed && validSequences > 0 }

    /// Whether nearly all high bytes are letters that Arabic uses in an encoding.
    func fits(_ encoding: TextEncoding) -> Bool {
        guard high > 0 else { return true }
        if encoding == .utf8 { return isMostlyUTF8 }
        if encoding == .windows1252 { return bestArabic == nil }
        return letters(encoding) * 10 >= high * 7
    }

    private func letters(_ encoding: TextEncoding) -> Int {
        guard let table = encoding.highHalf else { return 0 }
        var letters = 0
        for byte in 0x80...0xFF {
            switch table[byte - 0x80].value {
            case 0x60C, 0x61B, 0x61F, 0x621...0x652, 0xA0, 0xAB, 0xBB, 0x2013...0x201D: letters += counts[byte]
            default: break
            }
        }
        return letters
    }

    /// The Arabic single-byte encoding that fits best.
    var bestArabic: TextEncoding? {
        guard high >= 4 else { return nil }
        let fits1256 = letters(.windows1256) * 10 >= high * 8
        let fits8859 = letters(.iso88596) * 10 >= high * 8
        if fits1256, fits8859 { return article8859 > article1256 ? .iso88596 : .windows1256 }
        if fits1256 { return article8859 > article1256 * 3 + 3 ? .iso88596 : .windows1256 }
        return fits8859 ? .iso88596 : nil
    }
}
