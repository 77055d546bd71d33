import ArabicText

/// What the tables say of a word.
struct LexicalEntry: Sendable {
    var classes: WordClass = []
    /// Its place among ``Lexicon/forms``.
    var firstForm: Int32 = 0
    var formCount: UInt8 = 0
    var isFinite = false
    var isParticiple = false
    /// Each reading ends in a weak alif.
    var endsInAlif = false
    var phrase: PhraseCue?
}

/// A cue that is no verb: a preposition or a fixed phrase.
enum PhraseCue: UInt8, Sendable {
    /// `وفقا ل`, `طبقا ل`, `استنادا إلى`: needs its preposition.
    case accordingTo
    /// `بحسب`, `حسب`, `وفق`: takes its noun at once, or `ما` and a verb.
    case asSaidBy
    /// `حسبما`: takes a verb.
    case asVerb
    /// `نقلا عن`.
    case passedOn
    /// `صدر عن الوزارة نفي لوقوع`: a verbal noun after whom it comes from.
    case nounOfDenial
    /// `على لسان`, `على ذمة`.
    case onTheTongueOf
    /// `في رأي`, `في تقدير`.
    case inTheViewOf
    /// `من وجهة نظر`, `من منظور`.
    case fromTheViewOf
    /// `على حد قول`.
    case inTheWordsOf
    /// `القول`, `الإشارة`: a verbal noun with its subject's sentence before it (`اكتفى بالقول`).
    case nounOfSaying
    /// `مفادها`: whose content is.
    case amountingTo
}

/// All the tables, by folded word.
struct Lexicon: Sendable {
    let lemmas: [Lemma]
    /// The readings of all verb forms, those of one spelling together.
    let forms: [VerbForm]
    private let entries: [WordKey: LexicalEntry]

    static let shared = Lexicon()

    private init() {
        let verbs = VerbForms()
        lemmas = verbs.lemmas
        var entries: [WordKey: LexicalEntry] = [:]
        var all: [VerbForm] = []
        for (key, forms) in verbs.forms {
            entries[key] = LexicalEntry(
                firstForm: Int32(all.count), formCount: UInt8(forms.count), isFinite: forms.contains { $0.kind == .finite },
                isParticiple: forms.contains { $0.kind == .participle }, endsInAlif: forms.allSatisfy(\.endsInAlif))
            all += forms
        }
        forms = all
        func add(_ words: String, _ classes: WordClass) {
            for word in words.split(whereSeparator: \.isWhitespace) {
                entries[WordKey(word), default: LexicalEntry()].classes.formUnion(classes)
            }
        }
        for (classes, words) in WordTables.tables { add(words, classes) }
        for (word, classes) in Self.inflectedPeople { entries[WordKey(word), default: LexicalEntry()].classes.formUnion(classes) }
        add(WordTables.events, .event)
        for word in WordTables.attitudes.split(whereSeparator: \.isWhitespace) {
            entries[WordKey(word), default: LexicalEntry()].classes.remove(.event)
        }
        for (words, phrase) in Self.phrases {
            for word in words.split(separator: " ") { entries[WordKey(word), default: LexicalEntry()].phrase = phrase }
        }
        self.entries = entries
    }

    /// Dual and plural of people's nouns, and these and bodies' with a pronoun: `نائبين`, `باحثون`, `أسرته`, `ناشرها`.
    private static var inflectedPeople: [(String, WordClass)] {
        var found: [(String, WordClass)] = []
        for (classes, words) in WordTables.tables where classes == .role || classes == .unnamed || classes == .body {
            for word in words.split(whereSeparator: { $0.isWhitespace || $0 == "\\" }) where word.count >= 3 {
                let isFeminine = word.hasSuffix("ة")
                let stem = isFeminine ? word.dropLast() + "ت" : word
                if word.count >= 4 || isFeminine {
                    for pronoun in ["ه", "ها", "هم", "هما"] { found.append((stem + pronoun, isFeminine ? [classes, .feminine] : classes)) }
                }
                guard classes == .role, word.count >= 4 else { continue }
                if !isFeminine { for ending in ["ون", "ين"] { found.append((word + ending, .unnamed)) } }
                for ending in ["ان", "ين"] { found.append((stem + ending, .unnamed)) }
            }
        }
        return found
    }

    private static let phrases: [(String, PhraseCue)] = [
        ("وفقا طبقا استنادا تبعا", .accordingTo),
        ("بحسب حسب وفق", .asSaidBy),
        ("حسبما بحسبما وفقما مثلما", .asVerb),
        ("نقلا", .passedOn),
        ("نفي تكذيب إنكار تفنيد تأكيد", .nounOfDenial),
        ("لسان ذمة عهدة", .onTheTongueOf),
        ("رأي نظر تقدير اعتقاد تقييم قناعة يقين عرف زعم حسبان", .inTheViewOf),
        ("رأيه رأيها رأيهم نظره نظرها نظرهم تقديره تقديرها تقديرهم", .inTheViewOf),
        ("وجهة منظور زاوية", .fromTheViewOf),
        ("حد", .inTheWordsOf),
        ("القول الإشارة التأكيد التلميح الزعم الادعاء التشديد", .nounOfSaying),
        ("مفاده مفادها فحواها فحواه مضمونه مضمونها", .amountingTo),
    ]

    static let attitudes: Set<WordKey> = Set(WordTables.attitudes.split(whereSeparator: \.isWhitespace).map { WordKey($0) })

    /// The entry of exactly this word.
    @inline(__always)
    func entry(_ key: WordKey) -> LexicalEntry? { entries[key] }

    func classes(_ key: WordKey) -> WordClass { entries[key]?.classes ?? [] }
}
