import ArabicText
import Corpus

extension Passage {
    /// Where a content that begins at a word ends, no later than `limit`: before what the narrator adds.
    func contentEnd(from start: Int, limit: Int, isNominal: Bool) -> Int {
        var at = start
        // `إن «…»، وذلك خلال الجلسة`: what begins with a quotation ends with it, unless another clause is joined.
        let opening = start > 0 ? quotation(openingAt: start - 1) : nil
        while at < limit {
            let inside = quotationAt[at].map { quotations[$0].open.lowerBound >= start } ?? false
            if inside { at += 1; continue }
            if isNominal, words[at].isWord, words[at].hasConjunction, role == .title || role == .heading, isImperfect(at) { return trimmed(start, at) }
            if isComma(at), at + 1 < limit {
                if isNominal { return trimmed(start, at) }
                let next = words[at + 1]
                if let opening, opening.isClosed, at == opening.close.upperBound, next.complementiser == nil { return trimmed(start, at) }
                if next.isWord, next.entity == nil, endsContent(at + 1, limit) { return trimmed(start, at) }
            }
            at += 1
        }
        return trimmed(start, limit)
    }

    private func isImperfect(_ index: Int) -> Bool {
        let key = words[index].stem
        return (key[0] == "ت" || key[0] == "ي") && key.count >= 4 && !words[index].hasArticle && !VerbalNoun.isEvent(key)
    }

    /// Whether the words after a comma are the narrator's: an act of the speaker, where it was said.
    private func endsContent(_ index: Int, _ limit: Int) -> Bool {
        let word = words[index]
        if word.classes.contains(.act) || word.isParticiple && word.classes.isDisjoint(with: WordClass.nominal), word.preposition == nil { return true }
        // `بينما دعت …`: the narrator turns to another's act.
        // `، فما كان منه إلا أن …`.
        if word.token.key == Key.soDidNot, index + 1 < limit, words[index + 1].classes.contains(.auxiliary) { return true }
        // `، وهو ما رد عليه …`, `، الأمر الذي …`: the narrator's comment.
        if word.hasConjunction, Key.itIs.contains(word.stem), index + 1 < limit, words[index + 1].stem == Key.what { return true }
        if Key.turning.contains(word.stem), index + 1 < limit, words[index + 1].classes.contains(.act), words[index + 1].entity == nil { return true }
        if word.classes.contains(.preposition), word.preposition == nil, index + 1 < words.count, Key.aside.contains(word.stem) {
            let object = words[index + 1]
            if object.classes.contains(.occasion), object.entity == nil, !(index..<limit).contains(where: { words[$0].complementiser != nil }) { return true }
        }
        return false
    }

    /// Without punctuation and quotation marks at its end.
    func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, words[end - 1].token.kind == .punctuation, !isPart(end - 1) { end -= 1 }
        return end
    }

    /// A closing bracket or a per cent sign belongs to the words before it.
    private func isPart(_ index: Int) -> Bool {
        guard let mark = mark(index) else { return false }
        return mark == "%" || mark == "٪" || mark == ")" || mark == "]" || mark == "$" || mark == "€"
    }
}
