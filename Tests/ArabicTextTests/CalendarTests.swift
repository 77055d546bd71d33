import ArabicText
import Foundation
import Testing

@Suite("Calendars") struct CalendarTests {
    /// Outside these years Foundation computes months on Linux, where Umm al-Qura printed others.
    @Test("of Umm al-Qura agree with Foundation's where it has a table")
    func foundation() throws {
        var hijri = Calendar(identifier: .islamicUmmAlQura)
        hijri.timeZone = TimeZone(identifier: "UTC")!
        for year in 1420...1450 {
            for month in 1...12 {
                let date = try #require(hijri.date(from: DateComponents(year: year, month: month, day: 1)))
                let expected = Int((date.timeIntervalSince1970 / 86400).rounded(.down))
                #expect(UmmAlQura.firstDay(year: year, month: month)?.number == expected, "\(year)-\(month)")
            }
        }
    }

    /// The hash is of every month's first day as PyPI `hijridate` 2.6 gives it, FNV-1a over days since 1970.
    @Test("of Umm al-Qura agree with hijridate on every month from 1343 to 1500")
    func everyMonth() throws {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for year in UmmAlQura.years {
            for month in 1...12 {
                let day = try #require(UmmAlQura.firstDay(year: year, month: month))
                hash = (hash ^ UInt64(bitPattern: Int64(day.number))) &* 0x100_0000_01b3
            }
        }
        #expect(hash == 0xecf2_02ee_88e0_7aa3)
    }

    @Test("turn every Hijri day into a Gregorian one and back")
    func everyDay() throws {
        var day = try #require(CivilDay(year: 1924, month: 8, day: 1))
        let last = try #require(CivilDay(year: 2077, month: 11, day: 16))
        while day <= last {
            let (year, month, dayOfMonth) = try #require(UmmAlQura.date(of: day))
            #expect(UmmAlQura.day(year: year, month: month, day: dayOfMonth) == day)
            day = day + 1
        }
        #expect(UmmAlQura.date(of: day) == nil)
    }

    @Test("know the anchors that newspapers printed", arguments: [
        (1444, 9, 1, "2023-03-23"), (1445, 9, 1, "2024-03-11"), (1446, 9, 1, "2025-03-01"), (1445, 1, 1, "2023-07-19"),
        (1446, 1, 1, "2024-07-07"), (1445, 10, 1, "2024-04-10"), (1444, 12, 9, "2023-06-27"), (1403, 10, 18, "1983-07-28"), (1376, 6, 20, "1957-01-21"), (1464, 11, 19, "2042-11-02"),
        (1359, 10, 1, "1940-11-01"), (1483, 8, 13, "2061-01-05"),
    ])
    func anchors(_ year: Int, _ month: Int, _ day: Int, _ expected: String) {
        #expect(UmmAlQura.day(year: year, month: month, day: day)?.iso == expected)
    }

    @Test("count civil days and ISO weeks", arguments: [
        ("1970-01-01", 4, 1970, 1), ("2024-12-30", 1, 2025, 1), ("2021-01-03", 7, 2020, 53), ("1600-02-29", 2, 1600, 9),
    ])
    func civil(_ iso: String, _ weekday: Int, _ year: Int, _ week: Int) throws {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        let day = try #require(CivilDay(year: parts[0], month: parts[1], day: parts[2]))
        #expect(day.iso == iso)
        #expect(day.weekday == weekday)
        #expect(day.week == (year, week))
    }

    @Test("refuse days that are none", arguments: [(2023, 2, 29), (2024, 13, 1), (2024, 4, 31), (2024, 0, 1)])
    func none(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CivilDay(year: year, month: month, day: day) == nil)
    }

    @Test("keep to the month's end when months are added")
    func addingMonths() throws {
        #expect(try #require(CivilDay(year: 2024, month: 1, day: 31)).adding(months: 1).iso == "2024-02-29")
        #expect(try #require(CivilDay(year: 2024, month: 1, day: 15)).adding(months: -13).iso == "2022-12-15")
    }
}
