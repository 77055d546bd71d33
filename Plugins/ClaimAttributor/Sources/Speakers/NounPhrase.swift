import ArabicText
import Corpus

/// A noun phrase that can be a source: its words with titles and apposition.
struct NounPhrase: Hashable {
    /// All of it.
    var range: Range<Int>
    /// The part before a comma's apposition.
    var core: Range<Int>
    var head: Int
    /// Index of the entity that names the person.
    var person: Int?
    var agreement: Agreement
}

extension Passage {
    /// The longest noun phrase that begins at a word, no further than `limit`.
    /// - Parameters:
    ///   - prefixed: the first word carries the preposition that governs the phrase (`للوزير`).
    ///   - greedy: every preposition inside belongs to the phrase.
    ///   - bounded: the phrase is known to end before `limit`, where its verb's content begins.
    func nounPhrase(at first: Int, limit: Int, prefixed: Bool = false, bounded: Bool = false, greedy: Bool = false, depth: Int = 0) -> NounPhrase? {
        var scan = PhraseScan(passage: self, first: first, limit: min(limit, first + 40), prefixed: prefixed, bounded: bounded, greedy: greedy, depth: depth)
        return scan.run()
    }

    func entityType(_ index: Int) -> EntityType? { words[index].entity.map { entities[$0].type } }

    /// The end of the name that holds a word.
    func entityEnd(_ index: Int) -> Int {
        var end = index + 1
        while end < words.count, let entity = words[end].entity, entity == words[index].entity { end += 1 }
        return end
    }

    /// Whether a quotation is a name or a title rather than speech.
    func isName(_ quotation: Quotation) -> Bool {
        let inner = quotation.inner
        guard !inner.isEmpty, inner.count <= 6 else { return inner.isEmpty }
        if inner.allSatisfy({ words[$0].entity != nil || !words[$0].isWord }) { return true }
        if inner.contains(where: { words[$0].complementiser != nil || words[$0].classes.contains(.negation) }) { return false }
        if inner.count <= 3, inner.contains(where: { words[$0].entity != nil }) { return true }
        let before = quotation.open.lowerBound - 1
        return inner.count <= 4 && before >= 0 && !words[before].classes.isDisjoint(with: [.outlet, .body])
    }
}

extension Passage {
    /// Whether a word is a verbal noun that tells an event.
    func isEvent(_ index: Int) -> Bool {
        let word = words[index]
        guard word.isWord, word.entity == nil else { return false }
        if word.classes.contains(.event) { return true }
        return text[word.start] != "أ" && VerbalNoun.isEvent(word.stem)
    }

    /// Whether a word looks like an adjective: `الروسية`, `مطلع`.
    func isAdjective(_ index: Int) -> Bool {
        let word = words[index]
        guard word.isWord, word.entity == nil, word.classes.isDisjoint(with: [.role, .body, .paper]) || word.hasArticle else { return false }
        let key = word.stem
        return word.hasArticle || key.hasSuffix(Key.Ending.iyya) || key.hasSuffix(Key.Ending.iyy) || key.hasSuffix(Key.Ending.ina) || key.hasSuffix(Key.Ending.una)
            || (key[0] == "م" && key.count >= 4 && key.count <= 6)
    }

    /// Gender and number as the head shows them.
    func agreement(of range: Range<Int>, head: Int, person: Int?) -> Agreement {
        let word = words[head]
        if let person {
            // The titles tell a person's gender.
            let titles = range.prefix { words[$0].entity != person }.filter { words[$0].classes.contains(.role) && words[$0].entity == nil }
            guard let title = titles.first else { return Agreement(gender: .unknown, number: .singular) }
            return isFeminine(title) ? .feminine(.singular) : .masculine(.singular)
        }
        if word.entity != nil { return Agreement(gender: .unknown, number: .singular) }
        if word.token.kind == .number || word.classes.contains(.number) { return Agreement(gender: .unknown, number: .unknown) }
        if word.classes.contains(.partitive) { return word.stem == Key.oneOf ? .feminine(.singular) : Agreement(gender: .masculine, number: .unknown) }
        if word.classes.isEmpty { return .unknown }
        if word.classes.contains(.plural) { return Agreement(gender: .unknown, number: .plural) }
        if word.classes.contains(.feminine) { return Agreement(gender: .feminine, number: .unknown) }
        let key = word.stem
        if key.hasSuffix(Key.Ending.atun) { return Agreement(gender: .feminine, number: .unknown) }
        if key.count > 4, key.hasSuffix(Key.Ending.una) || key.hasSuffix(Key.Ending.iyina) { return .masculine(.plural) }
        if key.count > 4, key.hasSuffix(Key.Ending.ina) || key.hasSuffix(Key.Ending.ani) { return Agreement(gender: .masculine, number: .unknown) }
        if isFeminine(head) { return .feminine(.singular) }
        return word.classes.contains(.role) ? .masculine(.singular) : Agreement(gender: .masculine, number: .unknown)
    }

    func isFeminine(_ index: Int) -> Bool {
        let word = words[index]
        if word.classes.contains(.masculine) { return false }
        if word.classes.contains(.feminine) { return true }
        let scalars = text.scalars[word.token.start..<word.token.end]
        guard let last = scalars.last(where: { !LetterFolding.isIgnored($0) }) else { return false }
        return last == "ة" || (last == "ه" && word.classes.contains(.role)) || word.stem.hasSuffix(Key.Ending.tuha)
    }
}
