import ArabicText
import Corpus

/// One walk over the words of a noun phrase.
struct PhraseScan {
    let passage: Passage
    let first: Int
    let limit: Int
    let prefixed: Bool
    let bounded: Bool
    let greedy: Bool
    let depth: Int

    private var words: [Word] { passage.words }
    private var at: Int
    private var end: Int
    private var head: Int?
    private var person: Int?
    private var coreEnd: Int?
    /// The phrase is a body's or place's name; only its adjectives and place may follow.
    private var isNamedBody = false
    /// The word before governs the next one.
    private var governed = false

    init(passage: Passage, first: Int, limit: Int, prefixed: Bool, bounded: Bool, greedy: Bool, depth: Int) {
        self.passage = passage
        self.first = first
        self.limit = min(limit, passage.words.count)
        self.prefixed = prefixed
        self.bounded = bounded
        self.greedy = greedy
        self.depth = depth
        at = first
        end = first
    }

    mutating func run() -> NounPhrase? {
        while at < limit, step() {}
        guard let head, end > first else { return nil }
        let range = first..<end
        return NounPhrase(range: range, core: first..<min(end, coreEnd ?? end), head: head, person: person, agreement: passage.agreement(of: range, head: head, person: person))
    }

    private mutating func take(_ next: Int) {
        if head == nil { head = at }
        at = next
        end = next
        governed = false
    }

    /// Takes what stands at `at`; `false` ends the phrase.
    private mutating func step() -> Bool {
        let word = words[at]
        if word.date != nil { return false }
        switch word.token.kind {
        case .newline: return false
        case .punctuation: return punctuation()
        case .number:
            guard at == first || governed || words[at - 1].entity != nil || !words[at - 1].classes.isDisjoint(with: [.outlet, .body]) else { return false }
            take(at + 1)
            return true
        case .word: return word.entity != nil ? name(word) : noun(word)
        }
    }

    private mutating func punctuation() -> Bool {
        if let quotation = passage.quotation(openingAt: at) {
            guard passage.isName(quotation) || isQuotedName(quotation), quotation.isClosed, quotation.whole.upperBound <= limit + 1 else { return false }
            let named = quotation.inner.first { words[$0].entity != nil }
            if let named, passage.entityType(named) == .person {
                guard person == nil else { return false }
                person = words[named].entity
            } else if head == nil, named != nil { isNamedBody = true }
            if head == nil, let first = quotation.inner.first, words[first].entity == nil, words[first].classes.contains(.unnamed) {
                head = first
                isNamedBody = false
            }
            if head == nil { head = named ?? quotation.inner.lowerBound }
            let next = quotation.whole.upperBound
            at = next
            end = min(next, limit)
            governed = false
            return true
        }
        if passage.mark(at) == "(" {
            guard head != nil, person == nil || bounded else { return false }
            guard let close = (at..<min(limit, at + 10)).first(where: { passage.mark($0) == ")" }) else { return false }
            at = close + 1
            return at < limit
        }
        if passage.mark(at) == "/" || passage.mark(at) == "." {
            // `م/ سامي`, `د. سامي`.
            guard at > first, words[at - 1].isWord, words[at - 1].token.key.count <= 2, words[at - 1].entity == nil else { return false }
            at += 1
            return true
        }
        if passage.isComma(at), head != nil, depth == 0 { apposition() }
        return false
    }

    /// A short quotation where a name is due: right after the verb, or after a medium's noun.
    private func isQuotedName(_ quotation: Quotation) -> Bool {
        // `«مصدر رفيع في الوزارة»`.
        if head == nil, quotation.inner.count <= 8, let first = quotation.inner.first, !words[first].classes.isDisjoint(with: [.unnamed, .role]), words[first].entity == nil, !words[first].hasConjunction, words[first].preposition == nil,
           !quotation.inner.contains(where: { words[$0].isFinite || words[$0].complementiser != nil || !words[$0].isWord }) { return true }
        if let first = quotation.inner.first, words[first].hasConjunction, words[first].classes.contains(.opener) { return false }
        // After a medium's noun it is its name, whatever its words: `صحيفة «لا فيردا»`.
        if let head, words[head].classes.contains(.outlet), at == head + 1, quotation.inner.count <= 5, !(at > 0 && passage.isColon(at - 1)) { return true }
        guard quotation.inner.count <= 3, !(at > 0 && passage.isColon(at - 1)) else { return false }
        guard quotation.inner.allSatisfy({ !words[$0].isFinite && words[$0].complementiser == nil && words[$0].classes.isDisjoint(with: [.negation, .preposition]) }) else { return false }
        return head.map { !words[$0].classes.isDisjoint(with: [.outlet, .body, .role]) } ?? true
    }

    /// `فلان، مدير المركز،` and `مدير المركز، فلان،`.
    private mutating func apposition() {
        let next = at + 1
        guard next < limit else { return }
        let word = words[next]
        // `ناشره، الملقب «أبو النجم»،`: the name by which one goes.
        if person == nil, Key.known.contains(word.stem), word.hasArticle,
           let quotation = (next + 1..<max(next + 1, min(limit, next + 3))).compactMap({ passage.quotation(openingAt: $0) }).first,
           let named = quotation.inner.first(where: { passage.entityType($0) == .person }), quotation.inner.count <= 4, quotation.whole.upperBound <= limit + 1 {
            coreEnd = at
            person = words[named].entity
            end = min(limit, quotation.whole.upperBound)
            return
        }
        // An unknown name after a title: `مدير المركز، فلان، أن`.
        var isPlain = false
        let isName = passage.entityType(next) == .person || passage.quotation(openingAt: next).map { passage.isName($0) && $0.inner.contains { passage.entityType($0) == .person } } ?? false
        if isName {
            guard person == nil, word.preposition == nil, !word.hasConjunction else { return }
        } else {
            guard word.isWord, word.entity == nil, word.date == nil, word.preposition == nil, !word.hasConjunction else { return }
            guard word.complementiser == nil, word.classes.isDisjoint(with: [.relative, .opener, .preposition, .adverb, .act, .negation, .pronoun, .auxiliary]) else { return }
            isPlain = bounded && person == nil && word.classes.isEmpty && !word.hasArticle && head.map { words[$0].classes.contains(.role) } ?? false
            guard !word.classes.isDisjoint(with: [.role, .partitive, .honorific]) || (word.hasArticle && person != nil) || isPlain else { return }
            guard !word.isFinite || word.classes.contains(.role) else { return }
        }
        guard let phrase = passage.nounPhrase(at: next, limit: limit, bounded: bounded, depth: depth + 1) else { return }
        if isPlain, phrase.range.count > 4 || !(phrase.range.upperBound >= limit - 1) { return }
        // It must be closed: by a comma, or by what ends the whole.
        let after = phrase.range.upperBound
        guard after >= limit || !words[after].isWord || !words[after].classes.isDisjoint(with: [.preposition, .relative]) || words[after].preposition != nil
            || words[after].date != nil || words[after].complementiser != nil || words[after].isFinite else { return }
        coreEnd = at
        if person == nil { person = phrase.person }
        end = phrase.range.upperBound
    }

    private mutating func name(_ word: Word) -> Bool {
        let index = at
        let isFirst = index == first
        if !isFirst {
            if word.preposition != nil {
                guard attaches(word.preposition!, object: index) else { return false }
            } else if word.hasConjunction {
                guard person == nil || passage.entityType(index) == .person else { return false }
            } else if person != nil || isNamedBody && !words[first].classes.contains(.outlet) {
                return false
            }
        } else if word.preposition != nil, !prefixed {
            return false
        }
        let type = passage.entityType(index)
        if isFirst || words[first].classes.contains(.outlet) && index == first + 1 && !governed, type != .person { isNamedBody = true }
        if type == .person, person == nil { person = word.entity }
        take(passage.entityEnd(index))
        return at < limit
    }

    private mutating func noun(_ word: Word) -> Bool {
        let isFirst = at == first
        let stop: WordClass = [.relative, .pronoun, .auxiliary, .act, .negation]
        if word.complementiser != nil { return false }
        if word.classes.contains(.preposition), word.preposition == nil, word.classes.isDisjoint(with: WordClass.nominal) {
            guard !isFirst, attaches(standing: at) else { return false }
            governed = true
            at += 1
            return true
        }
        let isNominal = !word.classes.isDisjoint(with: WordClass.nominal)
        if !isNominal || !isFirst && word.classes.contains(.verb) {
            if !isFirst, word.classes.contains(.verb), word.entity == nil { return false }
            if !word.classes.isDisjoint(with: stop.union([.opener, .adverb])), !(word.hasArticle && governed), !(bounded && !isFirst && (personFollows(at) || plainNameFollows(at))) { return false }
        }
        if word.classes.contains(.time), !isNominal, !governed { return false }
        if word.isFinite || word.isParticiple, !isNominal, !word.hasArticle { return false }
        if isFirst {
            if word.preposition != nil, !prefixed { return false }
            if word.classes.contains(.verb), !isNominal { return false }
            if word.phrase != nil { return false }
            take(at + 1)
            return true
        }
        if word.preposition != nil {
            guard attaches(word.preposition!, object: at) else { return false }
            take(at + 1)
            return true
        }
        if word.hasConjunction {
            guard word.hasArticle || isNominal || bounded && word.isGuessed else { return false }
            take(at + 1)
            return true
        }
        if governed {
            take(at + 1)
            return true
        }
        // `قدر باحثون عدد القتلى`: what is counted begins anew.
        if !bounded, word.stem == Key.count, !word.hasArticle { return false }
        // `أبدى رئيس اللجنة اعتقاده`: what is shown, not who.
        if Key.pronounEndings.contains(where: word.stem.hasSuffix), Key.beliefs.contains(where: word.stem.hasPrefix) { return false }
        if person != nil {
            return false
        }
        if isNamedBody {
            guard word.hasArticle, word.stem.hasSuffix(Key.Ending.iyy) || word.stem.hasSuffix(Key.Ending.iyya) else { return false }
            take(at + 1)
            return true
        }
        // `مسؤولين أميركيين موقع`: after its adjective an indefinite noun governs no other.
        if isIndefinite, !word.hasArticle, at - 1 > first, words[at - 1].entity == nil, passage.isAdjective(at - 1), !word.classes.isDisjoint(with: [.outlet, .body, .paper]) { return false }
        // `معارضون السلطات`: the full plural ending governs nothing.
        if word.hasArticle, at - 1 == head, !words[at - 1].hasArticle, Key.fullPlurals.contains(where: words[at - 1].token.key.hasSuffix), words[at - 1].stem.count > 4,
           words[at - 1].classes.contains(.unnamed) { return false }
        // `الجيش المدينة`: a definite noun's second one is its adjective or no part of it.
        if !bounded, word.hasArticle, words[at - 1].hasArticle || words[at - 1].entity != nil, !isDefiniteAdjective(word), !personFollows(at) { return false }
        if !bounded, !word.hasArticle, words[at - 1].hasArticle || words[at - 1].entity != nil {
            // `النقابة رسالة`, `المحكمة حكمها`: a definite noun governs no other.
            if !word.classes.isDisjoint(with: [.paper, .occasion, .outlet, .norm, .number]) || Lexicon.attitudes.contains(word.stem) { return false }
            if !Key.same.contains(word.stem), word.token.key.count > 3, Key.objectEndings.contains(where: word.token.key.hasSuffix), !passage.isFeminine(at) { return false }
        }
        if !bounded, passage.isEvent(at), !word.hasArticle, closesPhrase(at - 1) || at - first >= 3 && words[at - 1].classes.isEmpty { return false }
        if !word.hasArticle, !isNominal, isIndefinite, isImperfect(word.stem) || isRelativeVerb(word.stem) { return false }
        take(at + 1)
        return true
    }

    private func isDefiniteAdjective(_ word: Word) -> Bool {
        word.stem.hasSuffix(Key.Ending.iyy) || word.stem.hasSuffix(Key.Ending.iyya) || word.classes.contains(.adjective)
            || word.stem[0] == "م" && head.map { passage.isFeminine($0) == passage.isFeminine(at) } ?? false
    }

    /// Whether the phrase can end with a word: a definite noun, an adjective or a name.
    private func closesPhrase(_ index: Int) -> Bool {
        words[index].hasArticle || words[index].entity != nil || passage.isAdjective(index) || words[index].classes.contains(.unnamed)
    }

    private var isIndefinite: Bool { head.map { !words[$0].hasArticle && words[$0].entity == nil } ?? false }

    /// `أجرته`, which … carried out: a feminine verb with its object after an indefinite noun.
    private func isRelativeVerb(_ key: WordKey) -> Bool { key.count >= 5 && (key.hasSuffix(Key.Ending.tuhu) || key.hasSuffix(Key.Ending.tuha)) && key[0] != "ب" }

    private func isImperfect(_ key: WordKey) -> Bool { key[0] == "ي" && key.count >= 4 && key.count <= 6 }

    /// Whether a preposition between `at` and its object belongs to the phrase rather than to the verb.
    private func attaches(standing index: Int) -> Bool {
        guard index + 1 < limit, let head else { return false }
        if greedy { return true }
        // After a name nobody marked: `صقر في بودكاست`.
        if words[head].isWord, words[head].entity == nil, words[head].classes.isEmpty, !words[head].hasArticle { return false }
        let object = words[index + 1]
        guard object.isWord || passage.quotation(openingAt: index + 1) != nil, object.date == nil, object.complementiser == nil else { return false }
        if object.classes.contains(.occasion), object.entity == nil { return false }
        if !object.classes.isDisjoint(with: [.time, .pronoun, .relative]) { return false }
        if person != nil, words[index].stem != Key.from { return false }
        let stem = words[index].stem
        if stem == Key.inside || Key.inName.contains(stem) { return true }
        if stem == Key.from {
            return !words[head].classes.isDisjoint(with: [.number, .partitive, .unnamed]) || words[head].token.kind == .number
        }
        if stem == Key.about { return Key.issued.contains(words[index - 1].stem) }
        if stem == Key.on { return !words[head].classes.isDisjoint(with: [.role, .unnamed]) && (index == first + 1 || words[index - 1].classes.contains(.role)) }
        if stem == Key.to { return Key.envoys.contains(words[head].stem) || bounded && personFollows(index) }
        if Key.relating.contains(stem) { return bounded && personFollows(index) || !words[head].classes.isDisjoint(with: [.unnamed, .paper]) }
        return false
    }

    /// The same for a preposition written onto its object: `مدير عام لمركز`, `مسؤول لوكالة`.
    private func attaches(_ particle: Unicode.Scalar, object index: Int) -> Bool {
        if greedy { return true }
        guard person == nil, let head else { return false }
        let object = words[index]
        guard particle == "ل" || particle == "ب" else { return false }
        if object.classes.contains(.outlet), particle == "ل" { return bounded && personFollows(index) }
        if particle == "ل", words[head].classes.contains(.unnamed), words[head].classes.isDisjoint(with: [.paper, .body]) { return personFollows(index) }
        if particle == "ل", isNamedBody { return false }
        if object.classes.contains(.occasion), object.entity == nil { return false }
        if particle == "ب", !bounded, words[head].hasArticle, !personFollows(index) { return false }
        return object.hasArticle || object.entity != nil || !object.classes.isDisjoint(with: [.body, .role]) || bounded && personFollows(index)
    }

    /// Whether one to three unknown words, as a name has them, end the phrase.
    private func plainNameFollows(_ index: Int) -> Bool {
        let rest = index + 1..<max(index + 1, limit)
        return !rest.isEmpty && rest.count <= 3 && rest.allSatisfy { words[$0].isWord && words[$0].classes.isEmpty && words[$0].formCount == 0 && !words[$0].hasArticle }
    }

    /// Whether the person's name comes later in the phrase, before any comma.
    private func personFollows(_ index: Int) -> Bool {
        for next in index..<min(limit, index + 9) {
            if passage.isComma(next) || words[next].complementiser != nil || words[next].date != nil { return false }
            if next > index, passage.entityType(next) == .person, words[next].preposition == nil { return true }
        }
        return false
    }
}
