@testable import DateResolver
import ArabicText
import Testing

/// Dates written out, in words and digits of every usage, are read at their value.
@Suite("What is written out") struct RoundTripTests {
    private static let months: [[String]] = [
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"],
        ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
    ]

    @Test("of every day of a leap year is read back, in words and in digits", arguments: 0..<4)
    func days(_ country: Int) throws {
        var day = try #require(CivilDay(year: 2024, month: 1, day: 1))
        while day.date.year == 2024 {
            let (year, month, number) = day.date
            let name = Self.months[country][month - 1]
            let ordinal = try #require(NumeralWriter.ordinal(number, in: .oblique))
            let words = try #require(NumeralWriter.cardinal(year, in: .oblique))
            for text in ["\(number) \(name) \(year)", "\(ordinal) من \(name) عام \(words)", "\(number)/\(month)/\(year)"] {
                #expect(values("في \(text)") == ["\(text) = \(day.iso)"])
            }
            day = day + 1
        }
    }

    @Test("of every hour and minute is read back")
    func hours() throws {
        for hour in 1...11 {
            let name = hour == 1 ? "الواحدة" : try #require(NumeralWriter.ordinal(hour, .feminine))
            for minute in 1...59 where minute != 15 && minute != 30 {
                let count = try #require(NumeralWriter.cardinal(minute, counting: .feminine, in: .oblique))
                let unit = (3...10).contains(minute) ? "دقائق" : "دقيقة"
                guard minute > 2 else { continue }
                let text = "الساعة \(name) و\(count) \(unit) صباحاً"
                #expect(values("وصل \(text)") == ["\(text) = 2024-03-20T\(Resolver.two(hour)):\(Resolver.two(minute))"])
            }
        }
    }

    @Test("of every Hijri day of a year is read back")
    func hijri() throws {
        let names = ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"]
        for month in 1...12 {
            for day in 1...UmmAlQura.dayCount(ofMonth: month, year: 1445) {
                let expected = try #require(UmmAlQura.day(year: 1445, month: month, day: day))
                let text = "\(day) \(names[month - 1]) 1445 هـ"
                #expect(values("بتاريخ \(text)") == ["\(text) = \(expected.iso)"])
            }
        }
    }

    @Test("of every year in words is read back")
    func years() throws {
        for year in 1700...2100 where year != 2000 {
            let text = "عام \(try #require(NumeralWriter.cardinal(year, in: .oblique)))"
            #expect(values("منذ \(text)") == ["\(text) = \(year)"])
        }
    }

    @Test("of lengths is read back", arguments: [("يوم", "أيام", "D"), ("عام", "أعوام", "Y"), ("شهر", "أشهر", "M"), ("أسبوع", "أسابيع", "W")])
    func lengths(_ one: String, _ many: String, _ code: String) throws {
        for count in 3...120 {
            let number = try #require(NumeralWriter.cardinal(count, in: .oblique))
            let text = "\(number) \((3...10).contains(count) ? many : one)"
            #expect(values("لمدة \(text)") == ["\(text) = P\(count)\(code)"])
        }
    }
}
