import ArabicText
import Corpus

/// The names of a document by what can stand for them: titles, last words, head nouns.
struct NameIndex {
    /// A person's mention, with the titles that stood with it.
    struct Titled {
        var mention: Int
        var titles: Set<WordKey>
        var start: Int
    }

    private let mentions: [EntityMention]
    /// In order of the text; see ``titledMax``.
    private var titled: [Titled] = []
    /// The longest list of titled persons that is kept.
    static let titledMax = 2_000
    /// The first mention of each person in more than one word, with the last one.
    private var people: [(mention: Int, last: WordKey)] = []
    private var personByLast: [WordKey: Int] = [:]
    /// Mentions of bodies by each word of their names, without the article, in order of the text.
    private var bodiesByWord: [WordKey: [Int]] = [:]
    /// Mentions of bodies by the noun that their name begins with or that stands before it.
    private var bodiesByNoun: [WordKey: [Int]] = [:]

    init(mentions: [EntityMention], passages: [Passage]) {
        self.mentions = mentions
        var seen: Set<String> = []
        for (index, mention) in mentions.enumerated() {
            let words = mention.name.split(separator: " ").map { WordKey($0) }
            guard let first = words.first, let last = words.last else { continue }
            switch mention.type {
            case .person:
                guard words.count > 1, seen.insert(mention.name).inserted else { continue }
                if people.count < Self.titledMax { people.append((index, last)) }
                if personByLast[last] == nil { personByLast[last] = index }
            case .organization:
                bodiesByNoun[Self.bare(first), default: []].append(index)
                guard words.count > 1 else { continue }
                for word in Set(words.map(Self.bare)) { bodiesByWord[word, default: []].append(index) }
            default: continue
            }
        }
        for passage in passages { collect(passage) }
    }

    /// A word without its article: `للأرصاد` and `الأرصاد` are `أرصاد`.
    private static func bare(_ word: WordKey) -> WordKey {
        guard word.count > 3, word[1] == "ل", word[0] == "ا" || word[0] == "ل" else { return word }
        return word.dropFirst(2)
    }

    /// `حارس المستودع فلان`: `حارس` and `مستودع` mean him from then on.
    private mutating func collect(_ passage: Passage) {
        for index in passage.words.indices where passage.words[index].isWord {
            guard let entity = passage.words[index].entity, index == 0 || passage.words[index - 1].entity != entity else { continue }
            if mentions[entity].type == .organization {
                var before = index - 1
                while before >= 0, !passage.words[before].isWord { before -= 1 }
                if before >= 0, passage.words[before].entity == nil { bodiesByNoun[passage.words[before].stem, default: []].append(entity) }
            }
            guard mentions[entity].type == .person, titled.count < Self.titledMax else { continue }
            var titles: Set<WordKey> = []
            if let phrase = passage.phrase(endingAt: index, from: max(0, index - 12)) { Self.add(phrase.range, of: passage, to: &titles) }
            let end = passage.entityEnd(index)
            if passage.isComma(end), let phrase = passage.nounPhrase(at: end + 1, limit: passage.words.count, depth: 1), passage.words[phrase.head].classes.contains(.role) {
                Self.add(phrase.range, of: passage, to: &titles)
            }
            if !titles.isEmpty { titled.append(Titled(mention: entity, titles: titles, start: passage.words[index].start)) }
        }
    }

    /// The words of a description, without prepositions and articles.
    static func add(_ range: Range<Int>, of passage: Passage, to words: inout Set<WordKey>) {
        for index in range {
            let word = passage.words[index]
            guard word.isWord, !word.classes.contains(.preposition) || word.preposition != nil else { continue }
            words.insert(word.hasArticle && word.entity != nil ? word.stem.dropFirst(2) : word.stem)
        }
    }

    /// The person whom all of a description's words were said of: the last before a place, else the first after.
    func person(titled words: Set<WordKey>, before position: Int, orAfter: Bool) -> EntityMention? {
        var after: Titled?
        var found: Titled?
        for entry in titled where words.isSubset(of: entry.titles) {
            if entry.start < position { found = entry } else if after == nil { after = entry }
        }
        return (found ?? (orAfter ? after : nil)).map { mentions[$0.mention] }
    }

    /// The body last named before a place that a noun introduced: `الوكالة` after `وكالة «مدار»`.
    func body(called noun: WordKey, before position: Int) -> EntityMention? {
        let nouns = Self.sameMedium.first { $0.contains(noun) } ?? [noun]
        // Its own noun first, then another word for the same kind of medium.
        for noun in [noun] + nouns.filter({ $0 != noun }) {
            let fitting = bodiesByNoun[noun]?.filter { mentions[$0].start < position && !Self.isGeneric(mentions[$0]) } ?? []
            if let last = fitting.max(by: { mentions[$0].start < mentions[$1].start }) { return mentions[last] }
        }
        return nil
    }

    /// Newspaper, gazette, daily; channel, television, station; site, portal, platform; radio
    private static let sameMedium: [[WordKey]] = [["صحيفة", "جريدة", "يومية", "أسبوعية"], ["قناة", "تلفزيون", "محطة", "فضائية"], ["موقع", "بوابة", "منصة"], ["إذاعة", "راديو"]]

    /// The first body one of whose name's words this is: `«الأرصاد»` for `الهيئة العامة للأرصاد الجوية`.
    func body(with word: WordKey) -> EntityMention? { bodiesByWord[word]?.first.map { mentions[$0] } }

    /// The person whose last name a word is: other spellings, and a particle left on the name, included.
    func person(last key: WordKey) -> EntityMention? {
        if let found = personByLast[key] { return mentions[found] }
        if key[0] == "ل", key.count > 3, let found = personByLast[key.dropFirst()] ?? personByLast[Proclitics.withArticle(key.dropFirst())] { return mentions[found] }
        guard key.count >= 6 else { return nil }
        return people.first { Self.differByOne(key, $0.last) }.map { mentions[$0.mention] }
    }

    /// A mention that is a bare noun, such as `وكالة`, is no name.
    static func isGeneric(_ mention: EntityMention) -> Bool {
        guard !mention.name.contains(" ") else { return false }
        return !Lexicon.shared.classes(WordKey(mention.name)).isDisjoint(with: [.outlet, .body, .role])
    }

    /// Whether two words differ by one letter put in, left out or changed.
    static func differByOne(_ left: WordKey, _ right: WordKey) -> Bool {
        guard abs(left.count - right.count) <= 1, left.count > 0, right.count > 0 else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        let (a, b) = (left.dropFirst(start), right.dropFirst(start))
        if a.count == b.count { return a.dropFirst() == b.dropFirst() }
        return a.count > b.count ? a.dropFirst() == b : a == b.dropFirst()
    }
}
