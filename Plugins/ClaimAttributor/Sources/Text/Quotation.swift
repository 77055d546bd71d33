import ArabicText

/// A stretch between two quotation marks, by word indices.
///
/// Desks open with closing marks, double them, escape them and forget to close them; only guillemets can be trusted to
/// face the right way. Direction is read from the white space around a mark, then from what is open.
struct Quotation: Hashable {
    /// The opening mark, with the marks that double or escape it.
    var open: Range<Int>
    /// The words inside.
    var inner: Range<Int>
    /// The closing mark, empty when it was never written.
    var close: Range<Int>

    var whole: Range<Int> { open.lowerBound..<max(inner.upperBound, close.upperBound) }
    var isClosed: Bool { !close.isEmpty }

    private enum Direction { case opens, closes, either }

    /// Every quotation, in order of its opening mark.
    static func find(in words: [Word], _ text: ScalarText) -> [Quotation] {
        var found: [Quotation] = []
        var open: [Range<Int>] = []
        var at = 0
        while at < words.count {
            guard isMark(words[at], text) else { at += 1; continue }
            let start = at
            var end = at + 1
            while end < words.count, !words[end].token.followsSpace, isMark(words[end], text),
                  text[words[end].token.start] == text[words[start].token.start] || text[words[start].token.start] == "\\" || text[words[end].token.start] == "\"" && text[words[start].token.start] == "\"" {
                end += 1
            }
            at = end
            // A lone backslash is no mark.
            if end == start + 1, text[words[start].token.start] == "\\" { continue }
            switch direction(start..<end, words, text, isOpen: !open.isEmpty) {
            case .opens:
                if open.count < 4 { open.append(start..<end) }
            case .closes, .either:
                guard let opening = open.popLast() else { continue }
                found.append(Quotation(open: opening, inner: opening.upperBound..<start, close: start..<end))
            }
        }
        for opening in open where opening.upperBound < words.count {
            found.append(Quotation(open: opening, inner: opening.upperBound..<words.count, close: words.count..<words.count))
        }
        return found.sorted { ($0.open.lowerBound, $1.inner.upperBound) < ($1.open.lowerBound, $0.inner.upperBound) }
    }

    /// For each word the index of the innermost closed quotation that holds it.
    static func innermost(_ quotations: [Quotation], count: Int) -> [Int?] {
        var at = [Int?](repeating: nil, count: count)
        for (index, quotation) in quotations.enumerated() where quotation.isClosed {
            for word in quotation.inner { at[word] = index }
        }
        return at
    }

    private static func isMark(_ word: Word, _ text: ScalarText) -> Bool {
        guard word.token.kind == .punctuation else { return false }
        switch text[word.token.start] {
        case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", "\u{2039}", "\u{203A}", "\\", "\u{FF02}": return true
        default: return false
        }
    }

    private static func direction(_ marks: Range<Int>, _ words: [Word], _ text: ScalarText, isOpen: Bool) -> Direction {
        let mark = text[words[marks.upperBound - 1].token.start]
        if mark == "\u{AB}" || mark == "\u{2039}" { return .opens }
        if mark == "\u{BB}" || mark == "\u{203A}" { return .closes }
        let before = marks.lowerBound > 0 ? words[marks.lowerBound - 1] : nil
        let after = marks.upperBound < words.count ? words[marks.upperBound] : nil
        // `لـ"` and `و"`: a particle alone before the mark.
        let particle = before.map { $0.isWord && $0.token.key.count == 1 && !words[marks.lowerBound].token.followsSpace } ?? false
        if particle { return .opens }
        guard let before else { return .opens }
        guard let after else { return isOpen ? .closes : .either }
        let spaceBefore = words[marks.lowerBound].token.followsSpace
        let spaceAfter = after.token.followsSpace
        let beforeMark = before.token.kind == .punctuation ? text[before.token.start] : nil
        let afterMark = after.token.kind == .punctuation ? text[after.token.start] : nil
        let afterStops = afterMark.map { "،,.؛;:؟!)…".unicodeScalars.contains($0) } ?? false
        if beforeMark == ":" || beforeMark == "(" { return .opens }
        if spaceBefore, !spaceAfter, !afterStops { return .opens }
        if !spaceBefore, spaceAfter || afterStops { return isOpen ? .closes : (beforeMark == nil ? .either : .opens) }
        if afterStops { return .closes }
        return isOpen ? .closes : .opens
    }
}
