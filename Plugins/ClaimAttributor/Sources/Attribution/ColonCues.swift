import ArabicText
import Corpus

/// `فلان: …`.
extension Reader {
    /// `«الأرصاد»: …`: a body by a word of its name.
    private func nickname(before at: Int) -> NounPhrase? {
        guard passage.role != .body, let quotation = passage.quotation(openingAt: sentence.lowerBound), quotation.close.upperBound == at else { return nil }
        return passage.nounPhrase(at: sentence.lowerBound, limit: at)
    }

    /// `الوزير لـ«الغد»: …`: with whom it was said to.
    private func addressing(before at: Int) -> NounPhrase? {
        guard let phrase = passage.nounPhrase(at: sentence.lowerBound, limit: at), phrase.range.upperBound < at, isWedge(phrase.range.upperBound..<at),
              !(phrase.range.upperBound..<at).contains(where: { passage.words[$0].isFinite && passage.words[$0].entity == nil || passage.words[$0].complementiser != nil }) else { return nil }
        return phrase
    }

    /// `فلان: …` in a headline, or at the head of a line.
    mutating func readColon(_ at: Int) {
        guard open.isEmpty, at + 1 < sentence.upperBound, at > sentence.lowerBound else { return }
        // Times and scores.
        if passage.words[at - 1].token.kind == .number || passage.words[at + 1].token.kind == .number && at + 2 < sentence.upperBound && !passage.words[at + 2].isWord { return }
        let isHeadline = passage.role != .body
        guard let phrase = passage.subject(before: at, agreement: .unknown, in: sentence) ?? addressing(before: at) ?? nickname(before: at), phrase.range.count <= 14 else { return }
        let start = phrase.range.lowerBound
        if !isHeadline, start > 1 || start == 1 && passage.words[0].isWord { return }
        if start > sentence.lowerBound, !passage.words[start].hasConjunction, passage.words[start - 1].isWord || passage.isColon(start - 1) { return }
        let head = passage.words[phrase.head]
        let type = passage.entityType(phrase.head)
        let isSpeaker = phrase.person != nil || type == nil && isHeadline && passage.quotation(openingAt: phrase.range.lowerBound) != nil || type == .organization || type == nil && !head.classes.isDisjoint(with: [.role, .unnamed, .body])
            || type == nil && head.classes.contains(.paper) && (phrase.range.count > 1 || Key.headlinePapers.contains(head.stem))
        guard isSpeaker, head.classes.isDisjoint(with: [.occasion]) || phrase.person != nil || type != nil else { return }
        if !isHeadline, phrase.person == nil { return }
        let next = at + 1
        let quotation = passage.quotation(openingAt: next)
        usedColons.insert(at)
        close(at: start, downTo: 0)
        let content = quotation.map { $0.inner } ?? next..<next
        guard quotation == nil || quotation!.inner.count > 1 else { return }
        let index = add(Attribution(
            kind: .colon, passage: number, cue: at..<at + 1, lemma: nil, strength: .assertion, source: .phrase(phrase), agreement: phrase.agreement,
            clauseStart: start, content: [content], isOpen: quotation == nil))
        remember(index, isOuter: true)
    }
}
