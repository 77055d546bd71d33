import ArabicText

/// One thing that a word or phrase of the grammar can mean. What it means in a text, the readers find out.
enum Sense: Hashable, Sendable {
    case month(MonthName)
    /// Monday 1 to Sunday 7. Without the article the names are numbers and people, too.
    case weekday(Int, isDefinite: Bool)
    case unit(Unit, UnitForm)
    /// A day counted from the day of publication: `أمس` -1.
    case deictic(Int)
    case shift(Shift)
    /// `هذا`, `هذه`
    case demonstrative
    case edge(Edge)
    case dayPart(DayPart, DayPartForm)
    case season(Season, isDefinite: Bool)
    /// `سبعينيات`: its first year within a century.
    case decade(Int)
    /// `الربع`, `النصف`, `الثلث` as parts of a year: how many there are of them.
    case share(Int)
    case era(Era)
    /// `يوميا`: how often.
    case adverb(Unit, Int)
    case holiday(Holiday)
    /// A number word; ``NumeralReader`` reads on from it.
    case number
    case mark(Mark)

    /// What kind it is of, so that a rule sees at a glance that a word is nothing to it.
    var kind: Kinds {
        switch self {
        case .month: .month
        case .weekday: .weekday
        case .unit: .unit
        case .deictic: .deictic
        case .shift: .shift
        case .demonstrative: .demonstrative
        case .edge: .edge
        case .dayPart: .dayPart
        case .season: .season
        case .decade: .decade
        case .share: .share
        case .era: .era
        case .adverb: .adverb
        case .holiday: .holiday
        case .number: .number
        case .mark(let mark): mark.begins ? .opening : .mark
        }
    }
}

/// The cases of ``Sense`` as a set.
struct Kinds: OptionSet, Sendable {
    let rawValue: UInt32

    static let month = Kinds(rawValue: 1 << 0)
    static let weekday = Kinds(rawValue: 1 << 1)
    static let unit = Kinds(rawValue: 1 << 2)
    static let deictic = Kinds(rawValue: 1 << 3)
    static let shift = Kinds(rawValue: 1 << 4)
    static let demonstrative = Kinds(rawValue: 1 << 5)
    static let edge = Kinds(rawValue: 1 << 6)
    static let dayPart = Kinds(rawValue: 1 << 7)
    static let season = Kinds(rawValue: 1 << 8)
    static let decade = Kinds(rawValue: 1 << 9)
    static let share = Kinds(rawValue: 1 << 10)
    static let era = Kinds(rawValue: 1 << 11)
    static let adverb = Kinds(rawValue: 1 << 12)
    static let holiday = Kinds(rawValue: 1 << 13)
    static let number = Kinds(rawValue: 1 << 14)
    /// A mark that only stands beside expressions.
    static let mark = Kinds(rawValue: 1 << 15)
    /// A mark that can open one.
    static let opening = Kinds(rawValue: 1 << 16)

    /// The kinds that can begin an expression.
    static let beginnings: Kinds = [
        .month, .weekday, .unit, .deictic, .demonstrative, .edge, .dayPart, .season, .decade, .share, .adverb, .holiday, .number, .opening,
    ]
}

enum CalendarSystem: UInt8, Hashable, Sendable { case gregorian, hijri }

/// A name of a month in one country's usage.
struct MonthName: Hashable, Sendable {
    /// How sure it is that the word is a month.
    enum Strength: UInt8, Hashable, Sendable {
        /// Nothing else: `فبراير`.
        case plain
        /// A person, brand or common word, too: it needs a day, year, preposition or `شهر`.
        case ambiguous
        /// A common word: it needs a day before it and a year after it.
        case rare
    }

    var calendar: CalendarSystem
    var number: Int
    var strength: Strength
}

enum Unit: UInt8, Hashable, Sendable, CaseIterable {
    case second, minute, hour, day, night, week, weekend, month, quarter, halfYear, season, year, decade, century
}

enum UnitForm: UInt8, Hashable, Sendable {
    /// `سنة`, `سنوات`, `سنتين`, `السنة`, `السنوات`, `السنتين`, and the dual before a name (`عامي`).
    case singular, plural, dual, definite, definitePlural, definiteDual, construct
}

/// Steps of a unit from a reference: `الماضي` -1.
struct Shift: Hashable, Sendable {
    enum Base: UInt8, Hashable, Sendable {
        /// The day of publication.
        case publication
        /// The date named before (`نفسه`, `التالي`); the day of publication where none is.
        case mention
        /// `الأخير`: the last of several.
        case last
    }

    var steps: Int
    var base: Base = .publication
    /// `الحالي` and the like stay in the current one.
    static let current = Shift(steps: 0)
}

/// A part of a period: its value is the period's.
enum Edge: UInt8, Hashable, Sendable { case start, middle, end, rest }

enum DayPart: UInt8, Hashable, Sendable {
    case dawn, morning, noon, afternoon, evening, night, midnight

    /// TIMEX3's code.
    var code: String {
        switch self {
        case .dawn, .morning: "TMO"
        case .noon, .afternoon: "TAF"
        case .evening: "TEV"
        case .night, .midnight: "TNI"
        }
    }
}

enum DayPartForm: UInt8, Hashable, Sendable {
    /// `صباح` before a day.
    case construct
    /// `صباحا` after an hour or a day.
    case adverb
    /// `الصباح`
    case definite
}

enum Season: String, Hashable, Sendable { case spring = "SP", summer = "SU", autumn = "FA", winter = "WI" }

enum Era: UInt8, Hashable, Sendable { case hijri, gregorian, beforeChrist }

enum Holiday: UInt8, Hashable, Sendable { case christmas, adha, fitr, easter, hijriNewYear, newYear, prophetBirthday, ashura }

/// Words that say what stands beside them.
enum Mark: UInt8, Hashable, Sendable {
    case `in`, from, to, since, before, after, during, between, and, of
    /// `كل`
    case every
    /// `الموافق`
    case corresponding
    /// `ذات`, `نفس` before a unit
    case same
    /// `آخر`, `أول` before a unit or weekday
    case last
    /// `بضع`, a few
    case few
    /// `مرة`, `مرات`, `مرتين`
    case times
    /// `واحد`, `كامل`: it makes a bare unit a quantity
    case whole
    /// `الساعة`
    case clock
    /// `بتوقيت`, and the zones after it
    case zoneHead, utc
    /// `تمام`, `حوالي`
    case sharp, about
    /// `إلا`
    case less
    /// `مدينة`, `شارع`, `حركة`: what follows names it
    case naming
    /// `ثورة`, `أحداث`: a date without year names it
    case event
    /// `موسم`, `انتخابات`: a year may follow bare
    case dated
    /// `عمره`, `سن`
    case age
    /// Newspapers that `اليوم` ends
    case paper
    /// `سوف`, `المقرر`, and verbs that look ahead or back
    case future, past, happened, habit
    /// What is counted: `شخص`, `دولار`
    case counted
    /// What a bare date may stand behind: `بتاريخ`
    case dateHead

    /// Whether an expression can begin with it.
    var begins: Bool {
        switch self {
        case .before, .after, .every, .same, .last, .few, .times, .clock, .dateHead: true
        default: false
        }
    }
}
