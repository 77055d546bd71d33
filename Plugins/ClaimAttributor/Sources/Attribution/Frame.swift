import ArabicText

/// Where the content of a verb stands.
struct Frame {
    /// The words between cue and content end here.
    var complementAt: Int
    var contentStart: Int
    /// The content is this quotation.
    var quotation: Quotation?
    var pronoun: Agreement?
    var isNominal = false
    /// The cue with `قائلا` after it, and the preposition that is part of it.
    var cueEnd: Int
}

extension Passage {
    /// The clause or quotation that a verb introduces, in its sentence.
    func frame(at index: Int, lemma: Lemma, in sentence: Range<Int>) -> Frame? {
        var at = index + 1
        var cueEnd = at
        if at < sentence.upperBound, words[at].entity == nil, joins(at) {
            at += 1
            cueEnd = at
        }
        let limit = min(sentence.upperBound, index + 60)
        var sawRelative = false
        while at < limit {
            let word = words[at]
            if word.entity != nil { at = entityEnd(at); continue }
            if word.date != nil { at += 1; continue }
            if word.token.kind == .punctuation {
                if let found = quotation(openingAt: at) {
                    if isName(found), !(at > 0 && isColon(at - 1)) { at = max(at + 1, found.whole.upperBound); continue }
                    // `نسب الخبر إلى «مصدر رفيع»`: governed by a preposition it is a noun.
                    let isGoverned = at > index + 1 && Key.nounPrepositions.contains(words[at - 1].stem) && words[at - 1].preposition == nil && words[at - 1].entity == nil
                    guard !isGoverned, isSpeech(found, after: at - 1) else { at = found.isClosed ? found.whole.upperBound : at + 1; continue }
                    return quoted(found, complementAt: at, cueEnd: cueEnd)
                }
                if isColon(at), !(words[at - 1].token.kind == .number && !words[at].token.followsSpace && at + 1 < limit && words[at + 1].token.kind == .number) {
                    guard at + 1 < limit else { return nil }
                    if let found = quotation(openingAt: at + 1) { return quoted(found, complementAt: at, cueEnd: cueEnd) }
                    return Frame(complementAt: at, contentStart: skipComplementiser(at + 1), cueEnd: cueEnd)
                }
                if mark(at) == "(", let close = (at..<min(limit, at + 14)).first(where: { mark($0) == ")" }) { at = close + 1; continue }
                at += 1
                continue
            }
            if let complementiser = word.complementiser {
                switch complementiser.prefix {
                case .then: return nil
                // `أكدوا أهمية الحوار، وأن …`
                case .and: guard lemma.takesNoun, at > index + 1 else { return nil }
                case .none, .by: break
                }
                let before = at - 1
                if before > index || before == index, before != index, words[before].classes.contains(.takesThat), words[before].preposition == nil { at += 1; continue }
                var complementAt = at
                if before > index, words[before].classes.contains(.preposition), words[before].preposition == nil, words[before].entity == nil {
                    guard lemma.prepositions.contains(words[before].stem) else { at += 1; continue }
                    complementAt = before
                    if before == index + 1 { cueEnd = at }
                }
                guard !lemma.quotesOnly else { return nil }
                if lemma.expressesBelief, !expressesBelief(index..<at) { return nil }
                var start = at + 1
                if let found = quotation(openingAt: start), !isName(found) { start = found.inner.lowerBound }
                return Frame(complementAt: complementAt, contentStart: start, pronoun: complementiser.pronoun, cueEnd: cueEnd)
            }
            if word.classes.contains(.relative) { sawRelative = true }
            let opensClause = word.hasConjunction || at > 0 && (isComma(at - 1) || words[at - 1].classes.contains(.opener))
            // `دراسة، نُشرت في مايو، أن`: a verb that takes quotations only opens no clause of its own.
            let isRival = word.isFinite && (word.phrase == nil || word.phrase == .nounOfDenial) && (word.hasConjunction || !word.forms.allSatisfy { Lexicon.shared.lemmas[$0.lemma].quotesOnly })
            if isRival, opensClause, !sawRelative || word.hasConjunction { return nil }
            if Self.isSaying(word.token.key) { return nil }
            // `دافع عنه بقوله`: the noun has the content.
            if word.preposition == "ب", word.phrase == .nounOfSaying || word.forms.contains(where: { $0.kind == .masdar }) { return nil }
            if word.classes.contains(.act), word.hasConjunction { return nil }
            if word.isParticiple, isComma(at - 1), word.classes.isDisjoint(with: WordClass.nominal) { return nil }
            if Key.clauseOpeners.contains(word.stem), word.preposition == nil { return nil }
            at += 1
        }
        return nil
    }

    /// `قال قائلا`, `مضى يقول`: a second verb that only repeats the first.
    private func joins(_ at: Int) -> Bool {
        guard !words[at].hasConjunction else { return false }
        return Self.isSaying(words[at].token.key) || Key.repeats.contains(words[at].token.key)
    }

    /// `قائلا`, which takes the quotation after it.
    private static func isSaying(_ key: WordKey) -> Bool { Key.sayings.contains(key) }

    private func quoted(_ found: Quotation, complementAt: Int, cueEnd: Int) -> Frame {
        Frame(complementAt: complementAt, contentStart: skipComplementiser(found.inner.lowerBound), quotation: found, cueEnd: cueEnd)
    }

    private func skipComplementiser(_ at: Int) -> Int {
        guard at + 1 < words.count, let complementiser = words[at].complementiser, complementiser.prefix == .none else { return at }
        return at + 1
    }

    /// Whether a quotation says something, rather than naming or distancing.
    func isSpeech(_ quotation: Quotation, after index: Int) -> Bool {
        if index >= 0, isColon(index) { return true }
        guard quotation.isClosed || quotation.inner.count > 4 else { return false }
        if let first = quotation.inner.first, words[first].complementiser != nil { return true }
        return quotation.inner.count >= 4
    }

    /// `أعرب عن اعتقاده أن`, expressed his belief that.
    private func expressesBelief(_ range: Range<Int>) -> Bool {
        range.contains { index in Key.beliefs.contains { words[index].stem.hasPrefix($0) } }
    }

    /// The verbal noun that a verb ascribes, after its source: `نفى الوزير وقوع`.
    func nominalFrame(at index: Int, lemma: Lemma, sourceEnd: Int, isPreposed: Bool = false, in sentence: Range<Int>) -> Frame? {
        guard lemma.takesNoun || lemma.takesPreposedNoun || lemma.takesTwoObjects else { return nil }
        var at = skipWedge(sourceEnd, sentence.upperBound)
        guard at < sentence.upperBound else { return nil }
        var cueEnd = index + 1
        let hasPreposition = words[at].entity == nil && lemma.prepositions.contains(words[at].stem) && words[at].classes.contains(.preposition) && words[at].preposition == nil
        let complementAt = at
        if lemma.takesPreposedNoun, let found = prefixedNoun(from: at, lemma: lemma, in: sentence) {
            return Frame(complementAt: found, contentStart: found, isNominal: true, cueEnd: cueEnd)
        }
        if hasPreposition {
            guard lemma.takesPreposedNoun || (lemma.takesNoun && words[at].stem == Key.on) else { return nil }
            if at == index + 1 { cueEnd = at + 1 }
            at += 1
        } else if lemma.takesPreposedNoun, !lemma.takesNoun {
            return nil
        }
        guard at < sentence.upperBound, words[at].isWord, words[at].date == nil, words[at].complementiser == nil else { return nil }
        let word = words[at]
        guard word.preposition == nil, !word.hasConjunction, word.classes.isDisjoint(with: [.preposition, .pronoun, .relative, .opener, .adverb, .negation]) else { return nil }
        if lemma.takesTwoObjects, !hasPreposition {
            guard sentence.upperBound - at > 2, !word.isFinite, !word.isParticiple else { return nil }
            // `وصف القرار بالكارثي`, `قدر الخسائر بمليون`: the second object has its preposition.
            if lemma.takesBy {
                guard isPreposed || sourceEnd > index + 1, word.classes.isDisjoint(with: [.opener, .relative]) else { return nil }
                let rest = at + 1..<min(sentence.upperBound, at + 18)
                guard let by = rest.first(where: { words[$0].preposition == "ب" || words[$0].complementiser?.prefix == .by }), !(at + 1..<by).contains(where: { isComma($0) }) else { return nil }
            }
        } else {
            guard isEvent(at) else { return nil }
            // `التوصل إلى اتفاق`: with the article it needs a preposition's complement.
            if word.hasArticle { guard at + 1 < sentence.upperBound, words[at + 1].classes.contains(.preposition) || words[at + 1].preposition != nil else { return nil } }
            // With participants of its own.
            guard at + 1 < sentence.upperBound, words[at + 1].isWord || quotation(openingAt: at + 1) != nil else { return nil }
        }
        return Frame(complementAt: complementAt, contentStart: at, isNominal: true, cueEnd: cueEnd)
    }

    /// `اعترف بارتكاب`, `اتهم الحكومة بتزوير`: a verbal noun under the verb's `ب`, past the accused.
    private func prefixedNoun(from start: Int, lemma: Lemma, in sentence: Range<Int>) -> Int? {
        guard lemma.takesBy else { return nil }
        var at = start
        while at < min(sentence.upperBound, start + (lemma.takesObject ? 8 : 1)) {
            let word = words[at]
            guard word.isWord, word.complementiser == nil, word.date == nil else { return nil }
            if word.preposition == "ب", word.entity == nil {
                guard isEvent(at), at + 1 < sentence.upperBound, words[at + 1].isWord else { return nil }
                return at
            }
            at += 1
        }
        return nil
    }

    /// Past commas, dates, adverbs and `، في بيان،` to what the verb governs.
    func skipWedge(_ start: Int, _ limit: Int) -> Int {
        var at = start
        if at < limit, isComma(at) {
            // Between two commas.
            if let close = (at + 1..<min(limit, at + 16)).first(where: { isComma($0) }) {
                let next = at + 1
                if words[next].date != nil || words[next].classes.contains(.preposition) || words[next].preposition != nil || !words[next].classes.isDisjoint(with: [.adverb, .relative, .time]) {
                    return skipWedge(close + 1, limit)
                }
            }
            return at
        }
        while at < limit {
            let word = words[at]
            if word.date != nil || word.isWord && word.entity == nil && !word.classes.isDisjoint(with: [.adverb, .time]) && !isEvent(at) { at += 1; continue }
            // `في اليوم التالي`, `في بيان`, `لوكالة …`: when, where, to whom.
            if word.isWord, word.entity == nil, word.preposition == nil, word.classes.contains(.preposition), at + 1 < limit {
                let object = words[at + 1]
                guard object.date != nil || !object.classes.isDisjoint(with: [.occasion, .time]) || word.token.key.count == 1 else { return at }
                at = skipObject(at + 1, limit)
                continue
            }
            if word.isWord, word.preposition == "ل", word.entity != nil || word.classes.contains(.outlet) { at = skipObject(at, limit); continue }
            return at
        }
        return at
    }
}
