import ArabicText

/// Dates as markup gives them.
enum ISODate {
    /// - Returns: the ISO 8601 date, with time and zone where they are given; `nil` where the text states no date.
    static func normalised(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        if bytes.count >= 10, isDigits(bytes[0..<4]), bytes[4] == 0x2D, isDigits(bytes[5..<7]), bytes[7] == 0x2D, isDigits(bytes[8..<10]),
           let month = Int(text.utf8.dropFirst(5).prefix(2).reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) }), (1...12).contains(month) {
            let date = String(decoding: bytes[0..<10], as: UTF8.self)
            guard bytes.count >= 16, bytes[10] == 0x54 || bytes[10] == 0x20, isDigits(bytes[11..<13]), bytes[13] == 0x3A, isDigits(bytes[14..<16]) else { return date }
            let rest = bytes[11...].prefix { ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2E || $0 == 0x2B || $0 == 0x2D || $0 == 0x5A }
            return "\(date)T\(String(decoding: rest, as: UTF8.self))"
        }
        let page = PageText(text)
        return page.lines.first.flatMap { DateLine.date(of: $0, in: page)?.iso }
    }

    private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
