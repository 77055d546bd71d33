import ArabicText

/// Verbal nouns known by their pattern: `انفجار`, `استخدام`, `إغلاق`, `تعيين`, `مغادرة`.
///
/// A hamza above the first letter marks a broken plural of the same shape (`أرقام`), below it the noun of form IV (`إغلاق`).
enum VerbalNoun {
    static func isEvent(_ key: WordKey) -> Bool {
        guard !Lexicon.attitudes.contains(key) else { return false }
        // A pronoun at the end: `انهياره`.
        if isPattern(key) { return true }
        return Key.pronounEndings.contains { key.hasSuffix($0) && key.count - $0.count > 3 && isPattern(key.dropLast($0.count)) }
    }

    private static func isPattern(_ key: WordKey) -> Bool {
        let count = key.count
        if key[0] == "ا", key[1] != "ل", count >= 5, count <= 7, key[count - 2] == "ا" { return true }
        if key[0] == "ا", key[1] != "ل", key[count - 1] == "ء", count >= 5 { return true }
        if key[0] == "ا", count == 5, key[4] == "ه", key[2] == "ا" { return true }
        if key[0] == "ت", count == 5, key[3] == "ي" { return true }
        if key[0] == "ت", count == 5, key[4] == "ه", key[3] == "ي" { return true }
        return false
    }
}
