import ArabicText
import Corpus

/// Whether a cue stands beside what is open or is held by it.
extension Reader {
    /// `لكن مسؤولا نفى ذلك`: another's verb without content ends what the first one says.
    mutating func turn(_ at: Int, _ form: VerbForm) {
        guard !open.isEmpty, open.last != base, let subject = passage.subject(before: at, agreement: form.agreement, in: sentence) else { return }
        var start = subject.range.lowerBound
        guard start - 1 > sentence.lowerBound, start > found[open.last!].contentStart else { return }
        if passage.words[start - 1].complementiser != nil { start -= 1 }
        guard isContrast(start - 1) else { return }
        close(at: start - 1, downTo: base == nil ? 0 : 1)
    }

    /// The open attribution whose content holds a new verb, or `nil` when the verb stands beside it.
    func holder(of at: Int, clauseStart: Int, hasOvert: Bool, preposed: NounPhrase?, agreement: Agreement, isRelative: Bool) -> Int? {
        // Inside a quotation that someone says.
        if let inside = here.last(where: { index in
            !found[index].isOpen && found[index].content.contains { $0.contains(at) }
        }) { return inside }
        guard let top = open.last, top != base else { return nil }
        let word = passage.words[at]
        // A partial quotation inside the content keeps what it holds.
        if let quotation = passage.quotationAt[at], passage.quotations[quotation].open.lowerBound >= found[top].contentStart - 2, passage.quotations[quotation].inner.count > 6 { return top }
        let holders = open.filter { $0 != base && found[$0].contentStart <= at }
        guard let innermost = holders.last else { return nil }
        // `…، قبل أن تقر الشركة بأن`.
        if hasOvert, clauseStart > sentence.lowerBound, Key.beforeSpeech.contains(passage.words[clauseStart].stem), passage.words[clauseStart + 1].complementiser != nil, passage.isComma(clauseStart - 1) { return nil }
        if innermost == waiting || innermost == subordinate, hasOvert, passage.isComma(clauseStart - 1) { return nil }
        if clauseStart <= found[innermost].contentStart { return innermost }
        if isRelative { return innermost }
        let before = passage.words[clauseStart - 1]
        if word.hasConjunction, preposed == nil {
            if hasOvert { return nil }
            let outer = holders[0]
            return found[outer].agreement.agrees(with: agreement) ? nil : innermost
        }
        let opener = passage.words[clauseStart]
        if before.complementiser != nil { return innermost }
        if isContrast(clauseStart), passage.words[clauseStart + 1].complementiser != nil { return nil }
        if opener.isWord, opener.entity == nil, opener.classes.contains(.opener) || opener.classes.contains(.resuming) {
            return Key.reasons.contains(opener.stem) ? innermost : nil
        }
        if isContrast(clauseStart - 1) { return nil }
        return innermost
    }

    /// `غير أن`, `إلا أن`: the narrator turns to someone else.
    func isContrast(_ at: Int) -> Bool {
        guard at >= sentence.lowerBound, at < passage.words.count else { return false }
        return Key.contrasts.contains(passage.words[at].stem)
    }
}
