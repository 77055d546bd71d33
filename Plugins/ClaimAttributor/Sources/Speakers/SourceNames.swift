import ArabicText
import Corpus

/// Turns the phrases that name sources into canonical names.
struct SourceNames {
    let text: ScalarText
    let entities: EntityLayer
    private let index: NameIndex

    init(text: ScalarText, passages: [Passage], others: [Passage], entities: EntityLayer) {
        self.text = text
        self.entities = entities
        index = NameIndex(mentions: entities.mentions, passages: (passages + others).sorted { $0.span.start < $1.span.start })
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
        if let index = quotation.inner.first, let entity = passage.words[index].entity {
            return (fullName(entities.mentions[entity]), entities.mentions[entity].entity)
        }
        return (text[passage.span(quotation.inner)], nil)
    }

    /// The fullest name of a person whom a single word names: other spellings and a particle left on the name included.
    private func fullName(_ mention: EntityMention) -> String {
        guard mention.type == .person, !mention.name.utf8.contains(0x20) else { return mention.name }
        return index.person(last: WordKey(mention.name))?.name ?? mention.name
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
        if let issuer = issuer(phrase, passage) { return issuer }
        if let entity = passage.words[head].entity {
            let mention = entities.mentions[entity]
            return NameIndex.isGeneric(mention) ? nil : mention
        }
        guard passage.words[head].classes.contains(.outlet) || passage.words[head].classes.contains(.body) else { return nil }
        guard let index = phrase.range.first(where: { passage.words[$0].entity != nil }), passage.words[index].preposition == nil else { return nil }
        // Only the head noun stands before the name.
        guard (phrase.range.lowerBound..<index).filter({ passage.words[$0].isWord }).count <= 2, passage.words[head].classes.contains(.outlet) || index == head + 1 else { return nil }
        let mention = entities.mentions[passage.words[index].entity!]
        if NameIndex.isGeneric(mention) { return nil }
        return mention.type == .organization || mention.type == .miscellaneous && passage.words[head].classes.contains(.outlet) ? mention : nil
    }

    /// Who issued a paper: `بلاغ لعمالة الإقليم`, `أرقام وزارة الصحة`.
    private func issuer(_ phrase: NounPhrase, _ passage: Passage) -> EntityMention? {
        let head = passage.words[phrase.head]
        guard head.entity == nil, !head.classes.isDisjoint(with: [.paper, .occasion]), head.classes.isDisjoint(with: [.outlet, .body, .role, .unnamed]) else { return nil }
        guard let index = phrase.range.first(where: { passage.words[$0].entity != nil }), index > phrase.head, let entity = passage.words[index].entity else { return nil }
        let between = (phrase.head + 1..<index).filter { passage.words[$0].isWord && passage.words[$0].token.key.count > 1 }
        guard between.count <= 3, between.allSatisfy({ passage.isAdjective($0) || passage.words[$0].preposition == "ل" && passage.words[$0].classes.contains(.role) || !passage.words[$0].classes.isDisjoint(with: [.body, .outlet]) || Key.issued.contains(passage.words[$0].stem) || passage.words[$0].stem == Key.about }) else { return nil }
        let mention = entities.mentions[entity]
        guard mention.type == .organization || mention.type == .person && isFrom(index, passage), !NameIndex.isGeneric(mention) else { return nil }
        return mention
    }

    /// `منشور للعقيد فلان`: the title or the name has the `ل`.
    private func isFrom(_ index: Int, _ passage: Passage) -> Bool {
        passage.words[index].preposition == "ل" || (max(0, index - 3)..<index).contains { passage.words[$0].preposition == "ل" && passage.words[$0].classes.contains(.role) }
    }

    /// The thing whose name has a word that nobody marked here: `«الأرصاد»` for `الهيئة العامة للأرصاد`, `صقر` for `كامل صقر`.
    private func abbreviated(_ phrase: NounPhrase, _ passage: Passage) -> EntityMention? {
        let words = phrase.range.filter { passage.words[$0].isWord }
        guard words.count == 1, let only = words.first, passage.words[only].entity == nil else { return nil }
        let word = passage.words[only]
        guard word.classes.isDisjoint(with: [.role, .unnamed]) else { return nil }
        let whole = word.isGuessed && !word.hasArticle ? word.token.key : word.hasArticle ? Proclitics.withArticle(word.stem) : word.stem
        if word.classes.isEmpty, let person = index.person(last: whole) { return person }
        return index.body(with: word.stem)
    }

    /// A definite description of someone named elsewhere: `الحارس`, `حارس المستودع`, `الوكالة`.
    private func described(_ phrase: NounPhrase, _ passage: Passage) -> EntityMention? {
        let head = passage.words[phrase.head]
        guard head.isWord else { return nil }
        var wanted: Set<WordKey> = []
        NameIndex.add(phrase.range, of: passage, to: &wanted)
        for same in Key.same { wanted.remove(same) }
        let isDefinite = head.hasArticle || phrase.range.dropFirst().contains { passage.words[$0].hasArticle || passage.words[$0].entity != nil }
        guard isDefinite, !wanted.isEmpty else { return nil }
        if head.classes.contains(.role) || head.classes.contains(.unnamed) && head.hasArticle {
            if let person = index.person(titled: wanted, before: head.start, orAfter: true) { return person }
            // `المدير` after `مدير المركز فلان`.
            if head.hasArticle, phrase.range.count == 1 { return index.person(titled: [head.stem], before: head.start, orAfter: false) }
        }
        if head.hasArticle, wanted.count == 1, head.classes.contains(.body) || head.classes.contains(.outlet) {
            return index.body(called: head.stem, before: head.start)
        }
        return nil
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
        // A name nobody marked, alone or after a title.
        if head.classes.isEmpty, !head.hasArticle { return false }
        if head.classes.contains(.role), modifiers.contains(where: { passage.words[$0].isWord && passage.words[$0].classes.isEmpty && !passage.isAdjective($0) && passage.words[$0].entity == nil }) { return false }
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
        guard !word.hasArticle, word.token.key.count > 3, word.token.key.hasSuffix(Key.Ending.alif), !word.token.key.hasSuffix(Key.her) else { return false }
        if text.scalars[word.token.start..<word.token.end].contains("\u{64B}") { return true }
        return !Lexicon.shared.classes(word.stem.dropLast()).isEmpty || index > 0 && passage.words[index - 1].complementiser != nil
    }
}
