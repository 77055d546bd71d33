import ArabicText
import Corpus

/// Turns the phrases that name sources into canonical names.
struct SourceNames {
    let text: ScalarText
    let passages: [Passage]
    let entities: EntityLayer
    /// For each person named in the document, the titles that stood with the name, in order of the text.
    /// The names of people in more than one word, in order of the text, with their last word.
    private let personNames: [(full: String, last: WordKey)]
    private var titles: [(entity: Int, words: Set<WordKey>, start: Int)] = []

    init(text: ScalarText, passages: [Passage], entities: EntityLayer) {
        self.text = text
        self.passages = passages
        self.entities = entities
        var seen: Set<String> = []
        personNames = entities.mentions.compactMap { mention in
            guard mention.type == .person, mention.name.utf8.contains(0x20), seen.insert(mention.name).inserted, let last = mention.name.split(separator: " ").last else { return nil }
            return (mention.name, WordKey(last))
        }
        for passage in passages { collectTitles(passage) }
    }

    /// `حارس المستودع فلان`: `حارس` and `مستودع` mean him from then on.
    private mutating func collectTitles(_ passage: Passage) {
        for index in passage.words.indices where passage.entityType(index) == .person && passage.words[index].isWord {
            guard index == 0 || passage.words[index - 1].entity != passage.words[index].entity else { continue }
            var words: Set<WordKey> = []
            if let phrase = passage.phrase(endingAt: index, from: max(0, index - 12)) {
                for word in phrase.range { Self.add(passage.words[word], to: &words) }
            }
            let end = passage.entityEnd(index)
            if passage.isComma(end), let phrase = passage.nounPhrase(at: end + 1, limit: passage.words.count, depth: 1), !passage.words[phrase.head].classes.isDisjoint(with: [.role]) {
                for word in phrase.range { Self.add(passage.words[word], to: &words) }
            }
            if !words.isEmpty { titles.append((passage.words[index].entity!, words, passage.words[index].start)) }
        }
    }

    private static func add(_ word: Word, to words: inout Set<WordKey>) {
        guard word.isWord, !word.classes.contains(.preposition) || word.preposition != nil else { return }
        words.insert(word.hasArticle && word.entity != nil ? word.stem.dropFirst(2) : word.stem)
    }

    /// The source a phrase means.
    func source(of phrase: NounPhrase, in passage: Passage) -> ClaimSource {
        let span = trimmed(phrase.range, passage)
        if let person = phrase.person, !isModifier(person, phrase, passage) {
            let mention = entities.mentions[person]
            return ClaimSource(name: fullName(mention), span: span, entity: mention.entity)
        }
        if let quoted = quotedName(phrase, passage) {
            return ClaimSource(name: quoted.name, span: span, entity: quoted.entity)
        }
        if let body = body(phrase, passage) {
            return ClaimSource(name: fullName(body), span: span, entity: body.entity)
        }
        if let mention = described(phrase, passage) {
            return ClaimSource(name: fullName(mention), span: span, entity: mention.entity)
        }
        if let mention = abbreviated(phrase, passage) {
            return ClaimSource(name: fullName(mention), span: span, entity: mention.entity)
        }
        let isUnnamed = isUnnamed(phrase, passage)
        return ClaimSource(name: name(of: phrase, passage), span: span, unnamed: isUnnamed ? true : nil, count: isUnnamed ? SourceCount.count(of: phrase, in: passage) : nil)
    }

    private func trimmed(_ range: Range<Int>, _ passage: Passage) -> Span {
        var first = range.lowerBound
        var last = range.upperBound
        if let quotation = passage.quotation(openingAt: first), quotation.close.upperBound >= last {
            first = quotation.inner.lowerBound
            last = min(last, quotation.inner.upperBound)
        }
        while last > first + 1, passage.words[last - 1].token.kind == .punctuation, passage.mark(last - 1) == "." || passage.isComma(last - 1) { last -= 1 }
        return passage.span(first..<max(first + 1, last))
    }

    /// `وكالة الأنباء الروسية «تاس»`: the name in quotation marks after a medium's description.
    private func quotedName(_ phrase: NounPhrase, _ passage: Passage) -> (name: String, entity: String?)? {
        guard phrase.person == nil, passage.words[phrase.head].classes.contains(.outlet) else { return nil }
        guard let quotation = passage.quotations.first(where: { $0.open.lowerBound > phrase.head && $0.inner.upperBound <= phrase.range.upperBound && !$0.inner.isEmpty }) else { return nil }
        if let index = quotation.inner.first(where: { passage.words[$0].entity != nil }), let entity = passage.words[index].entity {
            return (fullName(entities.mentions[entity]), entities.mentions[entity].entity)
        }
        return (text[passage.span(quotation.inner)], nil)
    }

    /// The fullest name of a person whom a single word names: other spellings and a particle left on the name included.
    private func fullName(_ mention: EntityMention) -> String {
        guard mention.type == .person, !mention.name.utf8.contains(0x20) else { return mention.name }
        return fullerPerson(WordKey(mention.name)) ?? mention.name
    }

    private func fullerPerson(_ key: WordKey) -> String? {
        var keys = [key]
        if key[0] == "ل", key.count > 3 {
            keys.append(key.dropFirst())
            keys.append(Proclitics.withArticle(key.dropFirst()))
        }
        var near: String?
        for name in personNames {
            if keys.contains(name.last) { return name.full }
            if near == nil, key.count >= 6, Self.differByOne(key, name.last) { near = name.full }
        }
        return near
    }

    /// Whether two words differ by one letter put in, left out or changed.
    private static func differByOne(_ left: WordKey, _ right: WordKey) -> Bool {
        guard abs(left.count - right.count) <= 1, left.count > 0, right.count > 0 else { return false }
        var start = 0
        while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
        let (a, b) = (left.dropFirst(start), right.dropFirst(start))
        if a.count == b.count { return a.dropFirst() == b.dropFirst() }
        return a.count > b.count ? a.dropFirst() == b : a == b.dropFirst()
    }

    /// `محامي فلان` is not the one named.
    private func isModifier(_ person: Int, _ phrase: NounPhrase, _ passage: Passage) -> Bool {
        guard let index = phrase.range.first(where: { passage.words[$0].entity == person }), index > phrase.range.lowerBound else { return false }
        let before = passage.words[index - 1]
        if passage.words[index].preposition != nil || before.classes.contains(.preposition) && before.entity == nil && before.preposition == nil { return true }
        guard before.isWord, before.entity == nil, !before.hasArticle, before.classes.contains(.belonging) else { return false }
        // A pronoun on it makes it definite: `محاميه فلان`.
        return !Key.pronounEndings.contains { before.stem.hasSuffix($0) && !passage.isFeminine(index - 1) }
    }

    /// A body's, place's or medium's name that is the phrase itself rather than part of a description.
    private func body(_ phrase: NounPhrase, _ passage: Passage) -> EntityMention? {
        guard phrase.person == nil else { return nil }
        let head = phrase.head
        if let entity = passage.words[head].entity {
            let mention = entities.mentions[entity]
            return isGeneric(mention) ? nil : mention
        }
        guard passage.words[head].classes.contains(.outlet) || passage.words[head].classes.contains(.body) else { return nil }
        guard let index = phrase.range.first(where: { passage.words[$0].entity != nil }), passage.words[index].preposition == nil else { return nil }
        // Only the head noun stands before the name.
        guard (phrase.range.lowerBound..<index).filter({ passage.words[$0].isWord }).count <= 2, passage.words[head].classes.contains(.outlet) || index == head + 1 else { return nil }
        let mention = entities.mentions[passage.words[index].entity!]
        if isGeneric(mention) { return nil }
        return mention.type == .organization || mention.type == .miscellaneous && passage.words[head].classes.contains(.outlet) ? mention : nil
    }

    /// A mention that is a bare noun, such as `وكالة`, is no name.
    private func isGeneric(_ mention: EntityMention) -> Bool {
        guard !mention.name.contains(" ") else { return false }
        return !Lexicon.shared.classes(WordKey(mention.name)).isDisjoint(with: [.outlet, .body, .role])
    }

    /// The thing whose name has a word that nobody marked here: `«الأرصاد»` for `الهيئة العامة للأرصاد`, `صقر` for `كامل صقر`.
    private func abbreviated(_ phrase: NounPhrase, _ passage: Passage) -> EntityMention? {
        let words = phrase.range.filter { passage.words[$0].isWord }
        guard words.count == 1, let index = words.first, passage.words[index].entity == nil else { return nil }
        let word = passage.words[index]
        guard word.classes.isDisjoint(with: [.role, .unnamed]) else { return nil }
        let wanted = word.hasArticle ? Proclitics.withArticle(word.stem) : word.stem
        if wanted.count >= 6, word.classes.isEmpty, let person = fullerPerson(word.isGuessed ? word.token.key : wanted),
           let mention = entities.mentions.first(where: { $0.name == person && $0.type == .person }) { return mention }
        let position = word.start
        var best: EntityMention?
        for mention in entities.mentions where mention.type == .person || mention.type == .organization {
            let parts = mention.name.split(separator: " ")
            guard parts.count > 1 else { continue }
            let fits = mention.type == .person ? WordKey(parts.last!) == wanted : parts.contains { Self.isWord(WordKey($0), wanted) }
            guard fits else { continue }
            if best == nil || mention.start < position { best = mention }
            if mention.type == .organization, word.classes.isDisjoint(with: [.body]) || mention.start > position { break }
        }
        return best
    }

    /// `للأرصاد` is `الأرصاد`.
    private static func isWord(_ part: WordKey, _ wanted: WordKey) -> Bool {
        part == wanted || part[0] == "ل" && part[1] == "ل" && Proclitics.withArticle(part.dropFirst(2)) == wanted
    }

    /// A definite description of someone named elsewhere: `الحارس`, `حارس المستودع`, `الوكالة`.
    private func described(_ phrase: NounPhrase, _ passage: Passage) -> EntityMention? {
        let head = passage.words[phrase.head]
        guard head.isWord else { return nil }
        var wanted: Set<WordKey> = []
        for index in phrase.range where passage.words[index].isWord { Self.add(passage.words[index], to: &wanted) }
        for same in Key.same { wanted.remove(same) }
        let position = passage.words[phrase.head].start
        let isDefinite = head.hasArticle || phrase.range.dropFirst().contains { passage.words[$0].hasArticle || passage.words[$0].entity != nil }
        guard isDefinite, !wanted.isEmpty else { return nil }
        if head.classes.contains(.role) || head.classes.contains(.unnamed) && head.hasArticle {
            let fitting = titles.filter { wanted.isSubset(of: $0.words) }
            if let best = fitting.last(where: { $0.start < position }) ?? fitting.first { return entities.mentions[best.entity] }
            if head.hasArticle, phrase.range.count == 1 {
                // `المدير` after `مدير المركز فلان`.
                let byHead = titles.filter { $0.words.contains(head.stem) }
                if let best = byHead.last(where: { $0.start < position }) { return entities.mentions[best.entity] }
            }
        }
        if head.hasArticle, wanted.count == 1, head.classes.contains(.body) || head.classes.contains(.outlet) {
            let candidates = entities.mentions.filter { $0.type == .organization && $0.start < position && begins($0, with: head.stem) }
            return candidates.last
        }
        return nil
    }

    /// Whether a name begins with a noun, or has it before it: `وزارة الصحة`, `صحيفة «الغد»`.
    private func begins(_ mention: EntityMention, with noun: WordKey) -> Bool {
        for name in [mention.name] {
            guard let first = name.split(whereSeparator: \.isWhitespace).first else { continue }
            let key = WordKey(first)
            if key == noun || key == Proclitics.withArticle(noun) { return true }
        }
        for passage in passages where passage.span.contains(mention.start) {
            guard let index = passage.words.firstIndex(where: { $0.start >= mention.start && $0.entity != nil }) else { continue }
            var before = index - 1
            while before >= 0, !passage.words[before].isWord { before -= 1 }
            if before >= 0, passage.words[before].stem == noun { return true }
        }
        return false
    }

    private func isUnnamed(_ phrase: NounPhrase, _ passage: Passage) -> Bool {
        let head = passage.words[phrase.head]
        if head.token.kind == .number || !head.classes.isDisjoint(with: [.number, .partitive]) { return true }
        let modifiers = phrase.range.dropFirst()
        let isConstruct = modifiers.first.map { passage.words[$0].hasArticle || passage.words[$0].entity != nil && passage.words[$0].preposition == nil } ?? false
        if head.classes.contains(.unnamed) {
            // `نائب الرئيس`, the vice president, is one man; `سكان الحي`, the residents of the quarter, are anyone.
            if head.hasArticle, !head.classes.contains(.plural), phrase.agreement.number != .plural, head.stem != Key.source, !head.classes.contains(.feminine) { return false }
            return !(head.classes.contains(.role) && (isConstruct || head.hasArticle))
        }
        if head.classes.contains(.paper) { return true }
        if head.classes.contains(.body) || head.hasArticle || head.entity != nil { return false }
        return !isConstruct
    }

    /// The phrase as it stands, without marks and the accusative's ending.
    private func name(of phrase: NounPhrase, _ passage: Passage) -> String {
        var parts: [String] = []
        let hasEntity = phrase.range.contains { passage.words[$0].entity != nil }
        for index in hasEntity ? phrase.core : phrase.range.prefix(10).startIndex..<phrase.range.prefix(10).endIndex {
            let word = passage.words[index]
            guard word.isWord || word.token.kind == .number else { continue }
            var start = index == phrase.core.lowerBound && !(word.isGuessed && word.hasConjunction && !word.hasArticle) ? word.start : word.token.start
            // `للوزير` without its first lam is `الوزير`.
            var prefix = ""
            if index == phrase.core.lowerBound, word.preposition == "ل", word.hasArticle, text[start] == "ل" {
                prefix = "ا"
                if start > word.token.start, text[start - 1] != "ل" { start = word.start }
            }
            var scalars = Array(text.scalars[start..<word.end].filter { !LetterFolding.isIgnored($0) })
            if index == phrase.head, isAccusative(index, passage), scalars.last == "ا" { scalars.removeLast() }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            parts.append(prefix + String(view))
        }
        return parts.joined(separator: " ")
    }

    /// `مهندسا` and `شهوداً` after `أن`.
    private func isAccusative(_ index: Int, _ passage: Passage) -> Bool {
        let word = passage.words[index]
        guard !word.hasArticle, word.token.key.count > 3, word.token.key.hasSuffix(Key.Ending.alif) else { return false }
        if text.scalars[word.token.start..<word.token.end].contains("\u{64B}") { return true }
        return !Lexicon.shared.classes(word.stem.dropLast()).isEmpty || index > 0 && passage.words[index - 1].complementiser != nil
    }
}
