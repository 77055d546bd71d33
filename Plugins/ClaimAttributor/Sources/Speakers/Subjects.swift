import ArabicText
import Corpus

extension Passage {
    /// The noun phrase after a verb that is its subject, past adverbs, dates and whom or where it was said to.
    func subject(after index: Int, limit: Int, bounded: Bool) -> NounPhrase? {
        var at = index
        let last = min(limit, words.count)
        var steps = 0
        while at < last, steps < 12 {
            steps += 1
            let word = words[at]
            if word.date != nil { at += 1; continue }
            if isComma(at) { at = skipParenthesis(at, last); continue }
            if word.isWord, word.entity == nil {
                if word.complementiser != nil || !word.classes.isDisjoint(with: [.relative, .negation]) { return nil }
                if !word.classes.isDisjoint(with: [.adverb, .time]), word.classes.isDisjoint(with: WordClass.nominal) { at += 1; continue }
                if word.token.key == Key.forTo { at = skipObject(at + 1, last); continue }
                if word.classes.contains(.preposition), word.preposition == nil, word.classes.isDisjoint(with: WordClass.nominal) {
                    at = skipObject(at + 1, last)
                    continue
                }
                if word.classes.contains(.pronoun) { return nil }
            }
            if word.isWord, word.preposition != nil { at = skipObject(at, last); continue }
            if let phrase = nounPhrase(at: at, limit: last, bounded: bounded) { return phrase }
            return nil
        }
        return nil
    }

    /// Past `، في مداخلة هاتفية،`: what stands between two commas, when it is no noun phrase.
    private func skipParenthesis(_ at: Int, _ limit: Int) -> Int {
        guard at + 1 < limit else { return at + 1 }
        let next = words[at + 1]
        let isAside = next.date != nil || next.preposition != nil || next.isWord && next.entity == nil && !next.classes.isDisjoint(with: [.preposition, .adverb, .time, .opener])
        guard isAside else { return at + 1 }
        return (at + 1..<limit).first { isComma($0) && quotationAt[$0] == nil } ?? limit
    }

    /// Past the object of a preposition, up to a name or title that can be the subject.
    func skipObject(_ start: Int, _ limit: Int) -> Int {
        var at = start
        guard at < limit else { return at }
        if let found = quotation(openingAt: at) { return max(at + 1, found.whole.upperBound) }
        if words[at].entity != nil { return entityEnd(at) }
        let opening = at
        at += 1
        while at < limit {
            // A title after its noun: `في سيرته «مفتاح الباب»`.
            if let found = quotation(openingAt: at), isName(found) || at == opening + 1 && found.isClosed && found.inner.count <= 5 && !isColon(at - 1) { at = max(at + 1, found.whole.upperBound); continue }
            let word = words[at]
            guard word.isWord else { break }
            if word.date != nil || word.complementiser != nil || word.preposition != nil || word.classes.contains(.preposition) { break }
            if word.entity != nil {
                if words[opening].classes.isDisjoint(with: [.outlet, .body, .occasion]) || entityType(at) == .person { break }
                at = entityEnd(at)
                continue
            }
            if !word.classes.isDisjoint(with: [.role, .unnamed, .relative]) { break }
            at += 1
        }
        return at
    }

    /// The noun phrase that ends right before a word, such as the antecedent of `الذي`.
    func phrase(endingAt end: Int, from lower: Int) -> NounPhrase? {
        var best: NounPhrase?
        var start = end - 1
        while start >= max(lower, end - 14) {
            let word = words[start]
            if isComma(start) || word.complementiser != nil { break }
            if word.isWord, word.entity == nil, word.preposition == nil, !word.classes.isDisjoint(with: [.preposition, .auxiliary, .relative]), word.classes.isDisjoint(with: WordClass.nominal) { break }
            let canBegin = quotation(openingAt: start).map { isName($0) || $0.inner.first.map { words[$0].classes.contains(.unnamed) } ?? false } ?? (word.isWord && (word.entity.map { start == 0 || words[start - 1].entity != $0 } ?? !word.classes.isDisjoint(with: WordClass.nominal)))
            if canBegin, let phrase = nounPhrase(at: start, limit: end, prefixed: true, bounded: true), phrase.range.upperBound >= end { best = phrase }
            if word.hasConjunction || word.preposition != nil { break }
            start -= 1
        }
        return best
    }

    /// The subject that stands before its verb: `لكن الوزير أكد`, `وكان الوزير قد أكد`.
    func subject(before index: Int, agreement: Agreement, in sentence: Range<Int>) -> NounPhrase? {
        // Back over `قد`, `كان`, adverbs and dates to the end of the phrase.
        var end = index
        while end > sentence.lowerBound {
            let word = words[end - 1]
            let skips = word.date != nil || word.isWord && word.entity == nil && word.preposition == nil && !word.classes.isDisjoint(with: [.auxiliary, .adverb, .negation]) && !word.hasConjunction
                && word.classes.isDisjoint(with: [.opener])
            guard skips else { break }
            end -= 1
        }
        guard end > sentence.lowerBound else { return nil }
        var best: NounPhrase?
        var start = end - 1
        while start >= max(sentence.lowerBound, end - 24) {
            let word = words[start]
            if word.complementiser != nil || word.isFinite && word.entity == nil && !word.hasArticle && word.classes.isDisjoint(with: WordClass.nominal) { break }
            if word.isWord, word.entity == nil, word.classes.contains(.opener), word.preposition == nil { break }
            if isBoundary(before: start, in: sentence), canHead(start),
               let phrase = nounPhrase(at: start, limit: end, bounded: true), reaches(phrase.range.upperBound, end), phrase.agreement.agrees(with: agreement) {
                best = phrase
            } else if start > sentence.lowerBound, words[start - 1].complementiser != nil, canHead(start),
                      let phrase = nounPhrase(at: start, limit: end, bounded: true, greedy: true), reaches(phrase.range.upperBound, end), phrase.agreement.agrees(with: agreement) {
                best = phrase
            }
            start -= 1
        }
        return best
    }

    private func reaches(_ from: Int, _ to: Int) -> Bool {
        var at = from
        while at < to, !words[at].isWord && !isComma(at) { at += 1 }
        return at >= to || at == to - 1 && isComma(at)
    }

    private func canHead(_ index: Int) -> Bool {
        let word = words[index]
        if quotation(openingAt: index) != nil { return true }
        guard word.isWord || word.token.kind == .number, word.preposition == nil, word.date == nil else { return false }
        if word.entity != nil { return index == 0 || words[index - 1].entity != word.entity }
        // `أن تغلق الباب`: a verb.
        if index > 0, let before = words[index - 1].complementiser, before.pronoun == nil, word.classes.isEmpty, !word.hasArticle, word.stem.count >= 4, word.stem[0] == "ت" || word.stem[0] == "ي" { return false }
        // An unknown word after `و` is rather the clause's verb.
        if word.hasConjunction, !word.hasArticle, word.classes.isDisjoint(with: WordClass.nominal) { return false }
        return word.classes.isDisjoint(with: [.preposition, .adverb, .time, .occasion, .pronoun, .negation, .auxiliary]) || !word.classes.isDisjoint(with: WordClass.nominal)
    }

    private func isBoundary(before index: Int, in sentence: Range<Int>) -> Bool {
        if index == sentence.lowerBound || words[index].hasConjunction { return true }
        let before = words[index - 1]
        if !before.isWord { return isComma(index - 1) || isColon(index - 1) || mark(index - 1) == "-" || mark(index - 1) == "–" || mark(index - 1) == "." }
        return before.complementiser != nil || before.entity == nil && before.preposition == nil && !before.classes.isDisjoint(with: [.opener, .auxiliary])
    }

    /// The person or office whom a sentence is about: the first that no preposition governs.
    func topic(in range: Range<Int>, agreement: Agreement) -> NounPhrase? {
        // `بينما كان … يتحدث، قاطعه …`: the main clause comes first.
        if let first = range.first, Key.fronted.contains(words[first].stem),
           let comma = range.first(where: { isComma($0) }), comma + 1 < range.upperBound, let main = topic(in: comma + 1..<range.upperBound, agreement: agreement) { return main }
        var at = range.lowerBound
        while at < range.upperBound {
            let word = words[at]
            let governed = word.preposition != nil || at > range.lowerBound && words[at - 1].isWord && words[at - 1].entity == nil
                && (words[at - 1].classes.contains(.preposition) && words[at - 1].classes.isDisjoint(with: WordClass.nominal))
            let isPerson = entityType(at) == .person && words[at].isWord
            let isRole = word.isWord && word.entity == nil && word.date == nil
                && !word.classes.contains(.act) && (word.classes.contains(.role) || agreement.number == .plural && word.classes.contains(.unnamed))
            if !governed, isPerson || isRole, let phrase = nounPhrase(at: at, limit: range.upperBound) {
                if phrase.person != nil || isRole, phrase.agreement.agrees(with: agreement) { return phrase }
            }
            at += 1
        }
        return nil
    }
}
