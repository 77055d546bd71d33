/// What one written word says of a number, in whatever gender, case and spelling.
///
/// The table is made from a few stems; ``LetterFolding`` makes the spellings of hamza, `ة` and `ى` one.
public struct NumberWord: Hashable, Sendable {
    public enum Role: UInt8, Sendable {
        /// 1 to 10: `ثلاثة`.
        case unit
        /// The second word of 11 to 19: `عشر` after a unit. The words for ten have it too.
        case ten
        /// 20 to 90: `عشرون`.
        case tens
        /// 100 to 900: `مئة`, `ثلاثمئة`.
        case hundreds
        /// What multiplies the number before it: `ألف`, `آلاف`, `مليون`; a dual (`ألفان`) holds its own two.
        case scale
        /// `نصف`, `ربع`, `ثلث`: a part of one, in ``value`` thousandths.
        case fraction
        /// First to tenth; `الحادي` and the like, which stand in compounds only, too.
        case ordinal
        /// A word for the whole of 11 to 19 in speech: `اطنعش`.
        case spoken
    }

    public var role: Role
    public var value: Int
    /// Whether the word is of the form that counts or qualifies feminine nouns.
    public var isFeminine: Bool
    /// Whether it carries the article.
    public var isDefinite: Bool
    /// Whether it is a dual that needs no number before it (`ألفان`, `مليونين`).
    public var isDual = false

    /// The word of a key without proclitics, or `nil` when it is none.
    public init?(_ key: WordKey) {
        guard let word = Self.table[key] else { return nil }
        self = word
    }

    init(_ role: Role, _ value: Int, feminine: Bool = false, dual: Bool = false) {
        self.role = role
        self.value = value
        isFeminine = feminine
        isDefinite = false
        isDual = dual
    }

    /// Every key of the table, for lexicons that are built on it.
    public static var keys: [WordKey] { Array(table.keys) }

    private static let table: [WordKey: NumberWord] = {
        var table: [WordKey: NumberWord] = [:]
        func add(_ words: String, _ word: NumberWord, article: Bool = true) {
            for spelling in words.split(separator: " ") {
                table[WordKey(spelling)] = word
                guard article else { continue }
                var definite = word
                definite.isDefinite = true
                table[WordKey("ال" + spelling)] = definite
            }
        }
        for (value, masculine, feminine) in cardinals {
            // The longer form (ثلاثة) counts masculine nouns, the shorter (ثلاث) feminine ones; 1 and 2 agree instead.
            add(masculine, NumberWord(.unit, value))
            add(feminine, NumberWord(.unit, value, feminine: true))
        }
        add("عشرة", NumberWord(.ten, 10))
        add("عشر", NumberWord(.ten, 10, feminine: true))
        for (value, stem) in tens { add("\(stem)ون \(stem)ين", NumberWord(.tens, value)) }
        for (value, words) in hundreds { add(words, NumberWord(.hundreds, value)) }
        for (value, words, dual) in scales {
            add(words, NumberWord(.scale, value))
            add(dual, NumberWord(.scale, value, dual: true))
        }
        for (value, words) in fractions { add(words, NumberWord(.fraction, value)) }
        for (value, words) in spoken { add(words, NumberWord(.spoken, value)) }
        for (value, masculine, feminine) in ordinals {
            add(masculine, NumberWord(.ordinal, value))
            add(feminine, NumberWord(.ordinal, value, feminine: true))
        }
        return table
    }()

    private static let cardinals: [(Int, String, String)] = [
        (1, "واحد واحدا أحد", "واحدة إحدى"), (2, "اثنان اثنين اثنا اثني إثنان إثنين اتنين", "اثنتان اثنتين اثنتا اثنتي تنتين"),
        (3, "ثلاثة تلاتة", "ثلاث تلات"), (4, "أربعة", "أربع"), (5, "خمسة", "خمس"), (6, "ستة", "ست"), (7, "سبعة", "سبع"),
        (8, "ثمانية تمانية", "ثماني ثمان تمان"), (9, "تسعة", "تسع"),
    ]
    private static let tens: [(Int, String)] = [
        (20, "عشر"), (30, "ثلاث"), (40, "أربع"), (50, "خمس"), (60, "ست"), (70, "سبع"), (80, "ثمان"), (90, "تسع"),
    ]
    private static let hundreds: [(Int, String)] = [
        (100, "مئة مائة مية"), (200, "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتين"), (300, "ثلاثمئة ثلاثمائة ثلثمائة"),
        (400, "أربعمئة أربعمائة"), (500, "خمسمئة خمسمائة"), (600, "ستمئة ستمائة"), (700, "سبعمئة سبعمائة"),
        (800, "ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة"), (900, "تسعمئة تسعمائة"),
    ]
    private static let scales: [(Int, String, String)] = [
        (1000, "ألف آلاف ألفا", "ألفان ألفين ألفا ألفي"), (1_000_000, "مليون ملايين مليونا", "مليونان مليونين مليونا مليوني"),
        (1_000_000_000, "مليار مليارات مليارا بليون", "ملياران مليارين مليارا ملياري"),
    ]
    private static let fractions: [(Int, String)] = [(500, "نصف نصفا نص"), (250, "ربع ربعا"), (333, "ثلث ثلثا"), (200, "خمسا")]
    /// Eleven to nineteen as they are spoken in Egypt and the Levant.
    private static let spoken: [(Int, String)] = [
        (11, "احداعش حداشر"), (12, "اطنعش اثنعش تناشر"), (13, "تلتطعش تلتاشر"), (14, "اربعطعش اربعتاشر"), (15, "خمسطعش خمستاشر"),
        (16, "ستطعش ستاشر"), (17, "سبعطعش سبعتاشر"), (18, "تمنطعش تمنتاشر"), (19, "تسعطعش تسعتاشر"),
    ]
    private static let ordinals: [(Int, String, String)] = [
        (1, "أول حادي", "أولى حادية"), (2, "ثاني ثان", "ثانية"), (3, "ثالث", "ثالثة"), (4, "رابع", "رابعة"), (5, "خامس", "خامسة"),
        (6, "سادس", "سادسة"), (7, "سابع", "سابعة"), (8, "ثامن", "ثامنة"), (9, "تاسع", "تاسعة"), (10, "عاشر", "عاشرة"),
    ]
}
