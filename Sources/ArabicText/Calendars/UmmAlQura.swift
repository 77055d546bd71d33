/// The Hijri calendar of Umm al-Qura, which Saudi Arabia publishes and newsrooms print.
///
/// The table holds the length of every month from 1343 to 1500 AH (1924-08-01 to 2077-11-16); outside it there is no
/// date, rather than a guess. The tabular Hijri calendars differ from it on two days of three.
public enum UmmAlQura {
    /// The years of the table.
    public static let years = 1343...1500

    /// The Gregorian day of a Hijri date.
    /// - Parameter month: 1 (Muharram) to 12 (Dhu al-Hijja).
    /// - Returns: `nil` outside the table, and for the 30th of a month of 29 days.
    public static func day(year: Int, month: Int, day: Int) -> CivilDay? {
        guard let first = firstDay(year: year, month: month), day >= 1,
              day <= dayCount(ofMonth: month, year: year) else { return nil }
        return first + (day - 1)
    }

    /// The first Gregorian day of a Hijri month.
    public static func firstDay(year: Int, month: Int) -> CivilDay? {
        guard years.contains(year), (1...12).contains(month) else { return nil }
        return CivilDay(number: monthStarts[(year - years.lowerBound) * 12 + month - 1])
    }

    /// Number of days of a Hijri month; 0 outside the table.
    public static func dayCount(ofMonth month: Int, year: Int) -> Int {
        guard years.contains(year), (1...12).contains(month) else { return 0 }
        return 28 + Int(monthLengths[year - years.lowerBound] >> (2 * (UInt32(month) - 1)) & 3)
    }

    /// The Hijri date of a Gregorian day.
    /// - Returns: `nil` outside the table.
    public static func date(of day: CivilDay) -> (year: Int, month: Int, day: Int)? {
        guard day.number >= monthStarts[0], day.number < monthStarts[monthStarts.count - 1] else { return nil }
        var low = 0
        var high = monthStarts.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if monthStarts[middle] <= day.number { low = middle } else { high = middle }
        }
        return (years.lowerBound + low / 12, low % 12 + 1, day.number - monthStarts[low] + 1)
    }

    /// The first day of every month, and the day after the last.
    private static let monthStarts: [Int] = {
        var starts = [CivilDay(year: 1924, month: 8, day: 1)!.number]
        for year in years {
            for month in 1...12 { starts.append(starts[starts.count - 1] + dayCount(ofMonth: month, year: year)) }
        }
        return starts
    }()

    /// A year's month lengths above 28, two bits each, Muharram lowest. The first printed years have a few of 28 and 31.
    private static let monthLengths: [UInt32] = [
        0xA8A9A6, 0x666665, 0x9A2766, 0x6969A5, 0x5A69A5, 0x35A666, 0xB2A666, 0x9A6599, 0x9A5666,
        0x666666, 0x9699A6, 0x666999, 0x9A6666, 0x65A665, 0xA66666, 0x69659A, 0x65966A, 0xA66666,
        0x666666, 0x666666, 0xA66666, 0x6A2666, 0xA66666, 0x666666, 0x666666, 0xA66666, 0x69A666,
        0x666666, 0xA99966, 0xA65999, 0x999999, 0xA5A666, 0x696666, 0x666A59, 0xA69996, 0x666666,
        0x999999, 0x666666, 0x6659A6, 0x9969A6, 0x666699, 0x666666, 0x6A65A6, 0xA6665A, 0xA66665,
        0x666669, 0xA66666, 0x59A666, 0xA66666, 0xA66665, 0xA66566, 0x696666, 0x6659A6, 0x9966A6,
        0x666699, 0x99A666, 0x699999, 0xA6659A, 0x665999, 0x99666A, 0x6599A9, 0x966A69, 0x6669A5,
        0x9A6666, 0x999999, 0x996666, 0x6599A6, 0x9666A6, 0x59A699, 0x66A696, 0xA69A59, 0x9A9965,
        0x9A6599, 0x996666, 0x599A66, 0x666A66, 0x9A6999, 0x9AA659, 0x9AA565, 0x9A9596, 0x999666,
        0x6659A6, 0x6699A6, 0x9A6999, 0x69A665, 0xA6A596, 0xA69659, 0x999969, 0x966669, 0x5999A9,
        0x6669A6, 0x5A6999, 0x9A6666, 0x999999, 0x9665A6, 0x6596A6, 0x9666A6, 0x599A99, 0x669A66,
        0x669999, 0xA66666, 0x999699, 0x9659A9, 0x5969A9, 0x6666A6, 0x99A699, 0x69A665, 0x699966,
        0x66659A, 0x99966A, 0x6665A9, 0x9999A9, 0x6699A5, 0x9A9996, 0xA69659, 0x9A5966, 0x69659A,
        0xA5999A, 0x666699, 0x9A6666, 0x69A659, 0xA99966, 0xA96599, 0x999666, 0x6659A6, 0x9999A6,
        0x5A69A5, 0x6A6696, 0x69A659, 0x699666, 0x6659A6, 0x99669A, 0x659A99, 0x969A99, 0x5A9A65,
        0x9A6996, 0x9A6659, 0x999969, 0x659A69, 0x9669A6, 0x59A9A5, 0x69A696, 0xA99A59, 0xA66665,
        0xA65999, 0x996669, 0x6599A9, 0x9669A6, 0xA66999, 0x9A6665, 0x9A5996, 0x99965A, 0x66599A,
        0x99666A, 0x665A69, 0x999A66, 0x699999, 0xA9965A,
    ]
}
