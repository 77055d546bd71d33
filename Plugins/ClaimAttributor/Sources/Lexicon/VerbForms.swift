import ArabicText
import Corpus

/// A reporting verb.
struct Lemma: Sendable {
    var name: String
    var strength: ClaimStrength
    var prepositions: [WordKey]
    /// A bare verbal noun may be its content.
    var takesNoun: Bool
    /// A verbal noun after its preposition may be its content.
    var takesPreposedNoun: Bool
    /// The person told may stand as an object before the content.
    var takesObject: Bool
    /// Two objects may be its content.
    var takesTwoObjects: Bool
    /// Another common word looks like it.
    var isHomograph: Bool
    /// It counts with a quotation or a colon only.
    var quotesOnly: Bool
    /// Its source is the paper that its preposition governs.
    var wordsOfPaper: Bool
    /// Its strength turns on its meaning: to rule out, to doubt, to know, to be between, to express a belief.
    let rulesOut: Bool
    var doubts: Bool { strength == .doubt && prepositions.first == Key.inside }
    let knows: Bool
    let isBetween: Bool
    let expressesBelief: Bool
    /// The verb's `ب` may stand before a verbal noun.
    let takesBy: Bool
    /// The preposition before whom the report comes from.
    let hearsay: WordKey?
    let needsHearsay: Bool
    /// Without a subject it is no attribution.
    var canBeImpersonal: Bool
}

/// What an inflected form of a reporting verb is.
struct VerbForm: Sendable {
    enum Kind: UInt8, Sendable {
        case finite
        /// An indefinite accusative participle, said of the speaker: `مضيفا`, adding.
        case participle
        /// A verbal noun with its subject's pronoun: `قوله`, his saying.
        case masdar
    }

    var lemma: Int
    var kind: Kind
    var agreement: Agreement
    var isPerfect = false
    /// It ends in a weak alif, written `ى` and never `ي`: `نفى` denied, not `نفي` denial.
    var endsInAlif = false
    /// It ends in an object pronoun: `أبلغه`, told him.
    var hasObject = false
}

/// Builds every newsroom form of the table's lemmas.
struct VerbForms {
    private(set) var lemmas: [Lemma] = []
    private(set) var forms: [WordKey: [VerbForm]] = [:]

    init() {
        for row in ReportingVerbs.rows.split(separator: "\n") { add(row.split(separator: " ").map(String.init)) }
        for (form, lemma, kind, agreement) in ReportingVerbs.irregular {
            guard let index = lemmas.firstIndex(where: { $0.name == lemma }) else { continue }
            add(form, VerbForm(lemma: index, kind: kind, agreement: agreement))
        }
        // Verbal nouns that carry their subject as a pronoun.
        for (stem, lemma) in Self.masdars {
            guard let index = lemmas.firstIndex(where: { $0.name == lemma }) else { continue }
            for (pronoun, agreement) in Self.pronouns {
                add(stem + pronoun, VerbForm(lemma: index, kind: .masdar, agreement: agreement))
            }
        }
    }

    private static let masdars = [
        ("قول", "قال"), ("تأكيد", "أكد"), ("تصريح", "صرح"), ("إعلان", "أعلن"), ("زعم", "زعم"), ("اعتقاد", "اعتقد"), ("ادعائ", "ادعى"), ("تشديد", "شدد"),
        ("تعليق", "علق"), ("تغريدت", "غرد"), ("هتاف", "هتف"), ("صراخ", "صرخ"), ("اعتراف", "اعترف"), ("إقرار", "أقر"), ("إشارت", "أشار"), ("تحذير", "حذر"), ("توضيح", "أوضح"), ("وصف", "وصف"),
    ]

    /// `نقلت عن`, `علمت من`, `نسبت إلى`.
    private static let hearsay: [String: WordKey] = ["نقل": Key.about, "علم": Key.from, "سمع": Key.from, "نسب": Key.to]

    static let pronouns: [(String, Agreement)] = [
        ("ه", .masculine(.singular)), ("ها", .feminine(.singular)), ("هم", .masculine(.plural)), ("هما", Agreement(gender: .unknown, number: .dual)),
    ]

    private mutating func add(_ columns: [String]) {
        guard columns.count >= 6, let strength = ClaimStrength(rawValue: columns[3]) else { preconditionFailure("malformed row of reporting verbs: \(columns)") }
        let frames = columns[5]
        let lemma = lemmas.count
        lemmas.append(Lemma(
            name: columns[0], strength: strength,
            prepositions: columns[4] == "-" ? [] : columns[4].split(separator: "/").map { WordKey($0) },
            takesNoun: frames.contains("n"), takesPreposedNoun: frames.contains("p"), takesObject: frames.contains("o"),
            takesTwoObjects: frames.contains("2"), isHomograph: frames.contains("h"), quotesOnly: frames.contains("d"), wordsOfPaper: frames.contains("w"),
            rulesOut: columns[0] == "استبعد", knows: columns[0] == "عرف", isBetween: columns[0] == "بين", expressesBelief: ["أعرب", "عبر", "أبدى"].contains(columns[0]),
            takesBy: columns[4].split(separator: "/").contains("ب"), hearsay: Self.hearsay[columns[0]], needsHearsay: frames.contains("s"), canBeImpersonal: frames.contains("i")))
        addPerfect(columns[0], lemma)
        if columns[1] != "-" { addImperfect(columns[1], lemma) }
        if columns[2] != "-" { addParticiple(columns[2], lemma) }
    }

    private mutating func add(_ form: String, _ reading: VerbForm, objects: Bool = false) {
        let key = WordKey(form)
        if !(forms[key] ?? []).contains(where: { $0.lemma == reading.lemma && $0.kind == reading.kind && $0.agreement == reading.agreement }) {
            forms[key, default: []].append(reading)
        }
        guard objects else { return }
        var told = reading
        told.hasObject = true
        told.endsInAlif = false
        // The final weak letter is written as alif before a pronoun: رآه, نفاه; ة never ends a verb.
        let stem = form.last == "ى" ? String(form.dropLast()) + "ا" : (form.hasSuffix("وا") ? String(form.dropLast()) : form)
        for pronoun in ["ه", "ها", "هم", "هما", "ني", "نا"] { forms[WordKey(stem + pronoun), default: []].append(told) }
    }

    /// `قال قالت قالوا قالا قالتا`; a final weak letter falls before an ending: `نفى نفت نفوا`.
    private mutating func addPerfect(_ base: String, _ lemma: Int) {
        let weak = base.last == "ى" || base.last == "ا"
        let stem = weak ? String(base.dropLast()) : base
        let takes = { (agreement: Agreement) in VerbForm(lemma: lemma, kind: .finite, agreement: agreement, isPerfect: true) }
        var third = takes(.masculine(.singular))
        third.endsInAlif = base.last == "ى"
        add(base, third, objects: true)
        add(stem + "ت", takes(.feminine(.singular)), objects: true)
        add(stem + "وا", takes(.masculine(.plural)), objects: true)
        add(weak ? stem + "يا" : stem + "ا", takes(.masculine(.dual)))
        add(stem + "تا", takes(.feminine(.dual)))
    }

    /// `يقول تقول يقولون يقولوا يقولان تقولان`; a final weak letter falls before the plural.
    private mutating func addImperfect(_ base: String, _ lemma: Int) {
        let weak = base.last == "ى" || base.last == "ي" || base.last == "و"
        let stem = weak ? String(base.dropLast()) : base
        let takes = { (agreement: Agreement) in VerbForm(lemma: lemma, kind: .finite, agreement: agreement) }
        let feminine = { (form: String) in "ت" + form.dropFirst() }
        add(base, takes(.masculine(.singular)), objects: true)
        add(feminine(base), takes(.feminine(.singular)), objects: true)
        add(stem + "ون", takes(.masculine(.plural)))
        add(stem + "وا", takes(.masculine(.plural)), objects: true)
        let dual = base.last == "ى" ? stem + "ي" : base
        add(dual + "ان", takes(.masculine(.dual)))
        add(feminine(dual) + "ان", takes(.feminine(.dual)))
    }

    /// `مضيفا مضيفة مضيفين مضيفات`; `نافي` gives `نافيا نافية نافين`.
    private mutating func addParticiple(_ base: String, _ lemma: Int) {
        let stem = base.last == "ي" ? String(base.dropLast()) : base
        let takes = { (agreement: Agreement) in VerbForm(lemma: lemma, kind: .participle, agreement: agreement) }
        add(base + "ا", takes(.masculine(.singular)))
        add(base + "ة", takes(.feminine(.singular)))
        add(stem + "ين", takes(Agreement(gender: .masculine, number: .unknown)))
        add(stem + "تين", takes(.feminine(.dual)))
        add(base + "ات", takes(.feminine(.plural)))
    }
}
