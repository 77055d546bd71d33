import ArabicText
import Corpus

/// Listed names that can stand in the place of others of their kind in copies of training text, so that a model learns to
/// trust the lists and the surroundings instead of the names it has seen.
struct Substitutes: Sendable {
    /// Names by type and number of words.
    private var names: [[Int: [String]]] = [[:], [:], [:], [:]]
    private var listed: Set<[WordKey]> = []
    private var male: [String] = []
    private var female: [String] = []
    private var families: [String] = []
    private var given: [WordKey: UInt32] = [:]

    mutating func add(name: String, type: EntityType, wordCount: Int) {
        names[type.place][wordCount, default: []].append(name)
        listed.insert(KnowledgeBuilder.words(of: name))
    }

    mutating func add(word: String, key: WordKey, flags: UInt32) {
        if flags & WordLexicon.maleName != 0 { male.append(word) }
        if flags & WordLexicon.femaleName != 0 { female.append(word) }
        if flags & WordLexicon.familyName != 0 { families.append(word) }
        given[key, default: 0] |= flags & WordLexicon.anyGiven
    }

    /// Whether a word of a person's name belongs to the one after it.
    static func binds(_ word: String) -> Bool { binding.contains(WordKey(word)) }
    private static let binding: Set<WordKey> = ["عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ال", "ولد", "ايت", "دي", "فان", "فون", "بني"]

    /// A given name for a given name of the same sex, a family name for the last word.
    func person(like word: String, isLast: Bool, _ random: inout SplitMix) -> String? {
        let flags = given[WordKey(word)] ?? 0
        if isLast { return families.isEmpty ? nil : families[random.below(families.count)] }
        if flags & WordLexicon.maleName != 0 { return male[random.below(male.count)] }
        if flags & WordLexicon.femaleName != 0 { return female[random.below(female.count)] }
        return nil
    }

    /// A listed name of the type and length of a listed name.
    func name(like name: String, _ type: EntityType, _ random: inout SplitMix) -> String? {
        let words = KnowledgeBuilder.words(of: name)
        guard type != .miscellaneous, words.count <= 3, listed.contains(words), let pool = names[type.place][words.count], !pool.isEmpty else { return nil }
        return pool[random.below(pool.count)]
    }
}
