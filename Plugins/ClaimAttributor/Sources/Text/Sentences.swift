import ArabicText

/// Where the sentences of a block end; marks inside a closed quotation end none.
enum Sentences {
    static func find(in words: [Word], _ text: ScalarText, _ quotations: [Quotation]) -> [Range<Int>] {
        var inside = [Bool](repeating: false, count: words.count)
        for quotation in quotations where quotation.isClosed {
            for index in quotation.inner { inside[index] = true }
        }
        // A quotation that ends with a stop ends its sentence, unless a comma goes on after it.
        var closes = Set<Int>()
        for quotation in quotations where quotation.isClosed && quotation.inner.count > 3 {
            guard let last = quotation.inner.last, words[last].token.kind == .punctuation, isStop(text[words[last].token.start]) else { continue }
            let next = quotation.close.upperBound
            // `«…؟» تساءل فلان`.
            if next < words.count, words[next].token.kind == .punctuation || words[next].isFinite && !words[next].hasConjunction { continue }
            closes.insert(quotation.close.upperBound - 1)
        }
        var sentences: [Range<Int>] = []
        var start = 0
        var at = 0
        while at < words.count {
            defer { at += 1 }
            if closes.contains(at) {
                sentences.append(start..<at + 1)
                start = at + 1
                continue
            }
            // A run without stops is cut, so that what reads a sentence stays bounded.
            if at - start >= Self.wordMax || at - start >= Self.wordMax / 2 && !inside[at] && isComma(text[words[at].token.start]) {
                sentences.append(start..<at + 1)
                start = at + 1
                continue
            }
            guard !inside[at], words[at].token.kind == .punctuation else { continue }
            guard ends(at, words, text, quotations) else { continue }
            var end = at + 1
            // Further marks of the same end: `؟!`, `...`, a closing quotation mark.
            while end < words.count, !words[end].token.followsSpace, words[end].token.kind == .punctuation,
                  isStop(text[words[end].token.start]) { end += 1 }
            at = end - 1
            sentences.append(start..<end)
            start = end
        }
        if start < words.count { sentences.append(start..<words.count) }
        return sentences
    }

    /// The most words of a sentence.
    static let wordMax = 800

    private static func isComma(_ mark: Unicode.Scalar) -> Bool { mark == "،" || mark == "," || mark == "؛" }

    private static func isStop(_ mark: Unicode.Scalar) -> Bool {
        mark == "." || mark == "؟" || mark == "?" || mark == "!" || mark == "…" || mark == "۔"
    }

    private static func ends(_ at: Int, _ words: [Word], _ text: ScalarText, _ quotations: [Quotation]) -> Bool {
        let mark = text[words[at].token.start]
        guard isStop(mark) else { return false }
        guard mark == "." else { return true }
        guard at + 1 < words.count else { return true }
        let after = words[at + 1]
        // `3.5`, `news.com`, and an initial as in a name: `د. سامي`.
        if !after.token.followsSpace, after.token.kind == .number || after.isWord {
            return at > 0 && words[at - 1].isWord && after.isWord && words[at - 1].token.key.count > 1 && !isLatin(after)
        }
        if at > 0, words[at - 1].isWord, words[at - 1].token.key.count == 1, after.token.kind != .punctuation { return false }
        return true
    }

    private static func isLatin(_ word: Word) -> Bool {
        word.token.key[0].map { $0.value < 0x80 } ?? false
    }
}
