import ArabicText

/// A day, with the minute of it when that is known.
struct Instant: Equatable {
    var day: CivilDay
    /// Minutes after midnight.
    var minute: Int?

    init(day: CivilDay, minute: Int? = nil) {
        self.day = day
        self.minute = minute
    }

    /// Reads `2024-12-30`, `2024-12-30T08:15:00+03:00`; the zone is not applied, since pages speak local time.
    init?(iso: String) {
        let digits = Array(iso.utf8.prefix(16))
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= digits.count else { return nil }
            var value = 0
            for byte in digits[range] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte) - 48
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let dayNumber = number(8..<10),
              let day = CivilDay(year: year, month: month, day: dayNumber) else { return nil }
        self.day = day
        if let hour = number(11..<13), let minute = number(14..<16), hour < 24, minute < 60 { self.minute = hour * 60 + minute }
    }
}
