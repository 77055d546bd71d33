import ArabicText

/// Whether a paragraph's first word says that it goes on from another one.
enum Openings {
    private static let waw: Unicode.Scalar = "\u{648}"
    private static let fa: Unicode.Scalar = "\u{641}"
    /// The ending of verbs of the third person feminine.
    private static let feminine: Unicode.Scalar = "\u{62A}"
    private static let article: WordKey = "ال"

    /// Words, by their beginnings or, of three letters, as a whole, whose first letter is their own waw and not the conjunction `and`: minister, ministry,
    /// agency, death, delegation, arrival, unit, province, document, centre, means, job, situation, Washington, workshop,
    /// father, valley, epidemic, homeland, paper, time, agreed, arrived, happened, found, faced, promise, described ...
    private static let ownWaw: [WordKey] = [
        "وزير", "وزار", "وزرا", "وكيل", "وكال", "وكلا", "وفاه", "وفات", "وفيات", "وفد", "وفود", "وقف", "وقوع", "وصول", "وصل", "وحد", "ولي", "ولاي", "ولاد", "ولد", "وثيق", "وثاي", "وثائ",
        "وسط", "وساي", "وسائ", "وسيل", "وساط", "وسيط", "وجه", "وجو", "وظاي", "وظائ", "وظيف", "وضع", "وضوح", "واشنطن", "ورش", "والد", "وادي", "وباء", "وبا", "ورد", "وطن", "ورق", "ورث",
        "وراء", "وقت", "وقاي", "وقائ", "وجب", "وجد", "وافق", "ودع", "واصل", "وزع", "وزن", "وعد", "واقع", "واسع", "واجه", "واجب", "واحد", "وداع", "وتير", "وحش", "وصف", "وصي", "وصاي", "وفر", "وفير", "وقود", "وهم", "وضعت", "وصلت", "وقعت",
        "وحده", "وحدا", "ورشه", "ورقه", "وطني", "وفده", "ولدت", "وقفه", "وقفت", "وصله", "واتس", "ويكي", "ويلز",
    ]

    private static let ownWawTable: Set<WordKey> = Set(ownWaw)

    static func goesOn(_ key: WordKey) -> Bool {
        guard let first = key[0], key.count >= 3 else { return false }
        if first == fa { return key.dropFirst().hasPrefix(article) && key.count > 5 }
        guard first == waw else { return false }
        if key[1] == waw { return true }
        if key.dropFirst().hasPrefix(article) { return key.count > 5 }
        if key.count <= 4, ownWawTable.contains(key.prefix(3)), key.count == 3 || key[3] == feminine { return false }
        for count in 4...6 where key.count >= count {
            if ownWawTable.contains(key.prefix(count)) { return false }
        }
        return key.count > 3
    }
}
