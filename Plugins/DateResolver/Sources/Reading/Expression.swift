import Corpus

/// A temporal expression as it stands in the text, before anything is resolved.
struct Expression {
    var span: Span
    /// Its tokens, `first..<end`.
    var first: Int
    var end: Int
    var meaning: Meaning
}

enum Meaning {
    case point(Point)
    case duration(Quantity)
    case every(Recurrence)
}

/// A date or time by what is said of it.
struct Point {
    var calendar = CalendarSystem.gregorian
    var year: Int?
    /// `العام الماضي` beside a month, season or quarter.
    var yearShift: Shift?
    var era: Era?
    var month: Int?
    var monthShift: Shift?
    /// 1 to 31; 0 is the month's last day.
    var day: Int?
    /// Whether the day is an ordinal in words.
    var isOrdinal = false
    /// The day of the series' last date, which decides the year of all.
    var sharedDay: Int?
    var weekday: Int?
    var weekdayShift: Shift?
    /// `اليوم`, `أمس`: days from publication.
    var deictic: Int?
    /// `الشهر الماضي`, `هذا العام`, `اليوم التالي`.
    var period: (unit: Unit, shift: Shift)?
    /// `الأسبوع 35`, `الربع الأول`, `القرن التاسع عشر`, `الشهر الثالث`.
    var index: (unit: Unit, number: Int)?
    /// `أول جمعة من`, `الأسبوع الأول من`: -1 is the last.
    var nth: (number: Int, unit: Unit, weekday: Int?)?
    var season: Season?
    /// First year of a decade within its century.
    var decade: Int?
    var edge: Edge?
    var holiday: Holiday?
    /// `قبل يومين` -1, `بعد أسبوع` 1.
    var offset: (sign: Int, quantity: Quantity)?
    /// Where the offset's quantity begins in the text.
    var quantityStart: Int?
    var dayPart: DayPart?
    var clock: Clock?

    var hasDate: Bool {
        year != nil || yearShift != nil || month != nil || monthShift != nil || day != nil || weekday != nil || deictic != nil
            || period != nil || index != nil || nth != nil || season != nil || decade != nil || holiday != nil || offset != nil
    }

    /// Whether it names a day of its own.
    var hasDay: Bool { day != nil || weekday != nil || deictic != nil || nth?.unit == .day || nth?.weekday != nil || holiday != nil }
    /// Whether it is a weekday, perhaps with a part of the day, that nothing dates.
    var isWeekday: Bool { weekday != nil && day == nil && weekdayShift == nil && period == nil && deictic == nil && nth == nil }
    var isBareWeekday: Bool { isWeekday && !hasTime }
    var hasTime: Bool { dayPart != nil || clock != nil }
}

struct Clock: Equatable {
    var hour: Int
    var minute = 0
    var second: Int?
    /// The part of the day that is said with it.
    var part: DayPart?
    var isUTC = false
    /// `الساعة 15:30`: no half of the day to choose.
    var is24 = false
}

/// A length of time: amounts in thousandths of units.
struct Quantity {
    struct Part { var unit: Unit; var thousandths: Int }
    /// More of a unit than this is no length of time: ten thousand million.
    static let thousandthsMax = 10_000_000_000_000
    var parts: [Part] = []
    /// `بضعة أشهر`
    var isVague = false
    /// How many units it has, when it is one whole number of one unit.
    var whole: (unit: Unit, count: Int)? {
        guard parts.count == 1, !isVague, parts[0].thousandths % 1000 == 0 else { return nil }
        return (parts[0].unit, parts[0].thousandths / 1000)
    }
}

/// What happens again and again.
enum Recurrence {
    case every(Quantity)
    case weekday(Int)
    case dayPart(DayPart)
    case clock(Clock)
    case monthDay(Int)
    case yearDay(month: Int, day: Int)
}
