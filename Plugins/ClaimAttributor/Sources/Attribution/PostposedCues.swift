import ArabicText
import Corpus

/// Cues after what they ascribe.
extension Reader {
    func followsQuotation(_ at: Int) -> Bool {
        var before = at - 1
        if before > sentence.lowerBound, passage.words[before].stem == Key.thus { before -= 1 }
        if before > sentence.lowerBound, isPause(before) { before -= 1 }
        return passage.quotation(closingAt: before).map { !passage.isName($0) } ?? false
    }

    private func isPause(_ index: Int) -> Bool { passage.isComma(index) || passage.mark(index) == "-" || passage.mark(index) == "–" || passage.mark(index) == "—" }

    /// `"…"، قال الوزير` and `…، تقول المديرة`.
    mutating func readPostposed(_ at: Int, _ form: VerbForm, _ lemma: Lemma, overt: NounPhrase?) -> Int? {
        let word = passage.words[at]
        guard !word.hasConjunction, at > sentence.lowerBound, form.kind == .finite else { return nil }
        var before = at - 1
        while before > sentence.lowerBound, Key.asOrThus.contains(passage.words[before].stem) { before -= 1 }
        let isAs = passage.words[at - 1].stem == Key.as_
        let comma = isPause(before)
        // `هكذا لخصت موقفها`: an object with the speaker's pronoun.
        let isObject = overt.map { $0.range.count == 1 && passage.words[$0.head].entity == nil && passage.words[$0.head].classes.isDisjoint(with: WordClass.nominal) && Key.objectEndings.contains(where: passage.words[$0.head].stem.hasSuffix) } ?? false
        let last = comma ? before - 1 : before
        let quotation = passage.quotation(closingAt: last)
        let end = overt?.range.upperBound ?? at + 1
        let limit = sentence.upperBound
        let stops = end >= limit || !passage.words[end].isWord || passage.words[end].date != nil || passage.words[end].classes.contains(.preposition) || passage.words[end].preposition != nil || passage.words[end].classes.contains(.relative) || passage.words[end].hasConjunction
        guard stops, overt != nil || passage.words[at + 1 < limit ? at + 1 : at].isWord == false else { return nil }
        var content: [Range<Int>] = []
        var goesOn = false
        let part = (sentence.lowerBound..<before).last { passage.mark($0) == "؛" }.map { $0 + 1 }
        let isBeside = open.isEmpty || part.map { $0 > found[open[open.count - 1]].contentStart } ?? false
        if let quotation, !passage.isName(quotation) {
            content = [quotation.inner]
            // The rest of a split quotation.
            var next = end
            if next < limit, passage.isComma(next) { next += 1 }
            if next < passage.words.count, let rest = passage.quotation(openingAt: next), !passage.isName(rest) { content.append(rest.inner) }
        } else if comma || isAs, open.isEmpty, !lemma.isHomograph, !lemma.quotesOnly, last - sentence.lowerBound >= 2 {
            content = [((comma && overt != nil ? part : nil) ?? sentence.lowerBound)..<(comma ? before : at - 1)]
        } else if comma, !lemma.isHomograph, overt != nil, let part, isBeside, last >= part {
            close(at: part, downTo: base == nil ? 0 : 1)
            content = [part..<before]
        } else {
            return nil
        }
        // `الشركة، يضيف الخبير، غيرت عنوانها`: the verb stands inside its content.
        if quotation == nil, comma, overt != nil, end + 1 < limit, passage.isComma(end), content[0].count <= 4, !content[0].contains(where: { passage.words[$0].isFinite }), continues(end + 1) {
            content.append(end + 1..<end + 1)
            goesOn = true
        }
        guard !content.isEmpty, !content[0].isEmpty else { return nil }
        var source: Attribution.Source = .implicit(form.agreement)
        if let overt, !isObject { source = anaphoric(overt) ?? .phrase(overt) } else if let resolved = resolve(form.agreement, at: at, holder: nil, lemma: lemma, form: form) { source = resolved }
        let index = add(Attribution(
            kind: .finite, passage: number, cue: at..<at + 1, lemma: form.lemma, strength: lemma.strength, denies: lemma.strength == .denial,
            source: source, agreement: form.agreement, clauseStart: at, content: content, isOpen: goesOn, parent: base))
        remember(index, isOuter: true)
        return end
    }
}
