/// Recognises the encoding of a text's bytes and converts them.
///
/// In this order: a byte order mark, UTF-16 by its zero and Arabic high bytes, well-formed UTF-8, the declared charset,
/// the Arabic single-byte encoding whose letters fit. A text that is UTF-8 but for some lines keeps its good lines; the
/// others are read as windows-1256 where they are that, else with U+FFFD for what is malformed.
enum TextDecoding {
    static func decode(_ bytes: [UInt8], declared: TextEncoding?) throws(IntakeError) -> (text: String, encoding: String) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return try decode(Array(bytes[3...]), declared: .utf8)
        }
        if let wide = UTF16Text.decode(bytes) { return wide }
        guard !looksBinary(bytes) else { throw .binary }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, "utf-8") }
        let census = ByteCensus(bytes)
        if census.isMostlyUTF8 { return (MixedText.decode(bytes), "utf-8") }
        if let declared, declared != .utf8, census.fits(declared) { return (declared.decode(bytes), declared.rawValue) }
        if let guess = census.bestArabic { return (guess.decode(bytes), guess.rawValue) }
        throw .notText(offset: MixedText.malformedOffset(bytes))
    }

    /// Texts have hardly any control character but white space.
    private static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(8192)
        var controls = 0
        for byte in head where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C && byte != 0x1B { controls += 1 }
        return controls * 20 > head.count
    }
}

/// The charset parameter of a content type.
enum ContentType {
    static func charset(_ contentType: String?) -> TextEncoding? {
        guard let contentType, let range = contentType.lowercased().firstRange(of: "charset=") else { return nil }
        let value = contentType.lowercased()[range.upperBound...].prefix { $0 != ";" && $0 != " " }
        return TextEncoding(label: value.filter { $0 != "\"" && $0 != "'" })
    }
}

/// UTF-16, with a byte order mark or plainly without one.
enum UTF16Text {
    static func decode(_ bytes: [UInt8]) -> (text: String, encoding: String)? {
        if bytes.starts(with: [0xFF, 0xFE]) { return text(bytes[2...], littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return text(bytes[2...], littleEndian: false) }
        let head = bytes.prefix(4096)
        guard head.count >= 16 else { return nil }
        var wide = [0, 0]
        for (index, byte) in head.enumerated() where byte == 0 || byte == 0x06 { wide[index & 1] += 1 }
        let half = head.count / 2
        if wide[1] * 10 > half * 9, wide[0] * 10 < half * 3 { return text(bytes[...], littleEndian: true) }
        if wide[0] * 10 > half * 9, wide[1] * 10 < half * 3 { return text(bytes[...], littleEndian: false) }
        return nil
    }

    private static func text(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> (text: String, encoding: String) {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var at = bytes.startIndex
        while at + 1 < bytes.endIndex {
            let first = UInt16(bytes[at])
            let second = UInt16(bytes[at + 1])
            units.append(littleEndian ? first | second << 8 : first << 8 | second)
            at += 2
        }
        return (String(decoding: units, as: UTF16.self), littleEndian ? "utf-16le" : "utf-16be")
    }
}

/// Texts that are UTF-8 for the most part.
enum MixedText {
    /// Each line by itself.
    static func decode(_ bytes: [UInt8]) -> String {
        var text = ""
        text.reserveCapacity(bytes.count)
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !text.isEmpty || line.startIndex > 0 { text.unicodeScalars.append("\n") }
            if let good = String(validating: line, as: UTF8.self) {
                text += good
            } else {
                let census = ByteCensus(Array(line))
                text += census.validSequences * 4 <= census.malformed && census.high >= 8 && census.fits(.windows1256)
                    ? TextEncoding.windows1256.decode(Array(line)) : String(decoding: line, as: UTF8.self)
            }
        }
        return text
    }

    static func malformedOffset(_ bytes: [UInt8]) -> Int {
        var offset = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput, .error: return offset
            }
        }
    }
}
