/// A day of the proleptic Gregorian calendar, as a count of days since 1970-01-01.
///
/// Arithmetic on days is arithmetic on integers; no time zone, no clock, no Foundation.
///
///     (CivilDay(year: 2024, month: 2, day: 28)! + 2).date   // (2024, 3, 1)
public struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public var number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The day of a Gregorian date.
    /// - Parameter year: -9999 to 9999; year 0 is 1 BC.
    /// - Returns: `nil` when there is no such date.
    public init?(year: Int, month: Int, day: Int) {
        guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
              day <= Self.dayCount(ofMonth: month, year: year) else { return nil }
        self.init(number: Self.number(year, month, day))
    }

    /// Year, month (1-12) and day of the month.
    public var date: (year: Int, month: Int, day: Int) {
        // Eras of 400 years that begin on 1 March, so that the leap day comes last.
        let shifted = number + 719_468
        let era = Self.floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Monday 1 to Sunday 7, as ISO 8601 counts.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The ISO 8601 week and the year it belongs to.
    public var week: (year: Int, week: Int) {
        let thursday = self + (4 - weekday)
        let year = thursday.date.year
        return (year, (thursday.number - Self.number(year, 1, 1)) / 7 + 1)
    }

    /// Monday of the day's ISO week.
    public var monday: CivilDay { self + (1 - weekday) }

    /// The day as ISO 8601 writes it: `2024-12-07`.
    public var iso: String {
        let (year, month, day) = date
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// The same day of the month some months later, or that month's last day.
    public func adding(months: Int) -> CivilDay {
        let (year, month, day) = date
        let count = year * 12 + month - 1 + months
        let newYear = Self.floor(count, 12)
        let newMonth = count - newYear * 12 + 1
        return CivilDay(number: Self.number(newYear, newMonth, min(day, Self.dayCount(ofMonth: newMonth, year: newYear))))
    }

    /// The latest day on or before this one that falls on a weekday (Monday 1 to Sunday 7).
    public func onOrBefore(weekday wanted: Int) -> CivilDay { self - (weekday - wanted + 7) % 7 }

    /// The earliest day on or after this one that falls on a weekday (Monday 1 to Sunday 7).
    public func onOrAfter(weekday wanted: Int) -> CivilDay { self + (wanted - weekday + 7) % 7 }

    /// Number of days of a Gregorian month; 0 for a month that is none.
    public static func dayCount(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 0
        }
    }

    public static func + (day: CivilDay, count: Int) -> CivilDay { CivilDay(number: day.number + count) }
    public static func - (day: CivilDay, count: Int) -> CivilDay { CivilDay(number: day.number - count) }
    public static func - (left: CivilDay, right: CivilDay) -> Int { left.number - right.number }
    public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

    /// A number with leading zeros.
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floor(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}
