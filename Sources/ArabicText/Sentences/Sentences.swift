public import Corpus

/// Cuts running text into sentences.
///
/// A full stop, question or exclamation mark or an ellipsis ends one when nothing says that it goes on: not inside a
/// number, an abbreviation, an address, nor inside quotes or brackets that close in the same block within 400 scalars.
/// Closing quotes and brackets belong to the sentence they close.
public enum Sentences {
    /// The sentences of a part of a text, in order, without the white space around them.
    public static func spans(of text: ScalarText, in span: Span) -> [Span] {
        var scanner = SentenceScanner(text: text, span: span)
        return scanner.scan()
    }
}

struct SentenceScanner {
    let text: ScalarText
    let span: Span
    private var spans: [Span] = []
    private var start = 0
    /// Where the quotation or bracket that is open closes; a stop before that ends nothing.
    private var closedAt = -1
    /// For each kind of quote and bracket, up to where none closes.
    private var unclosedUntil = [Int](repeating: 0, count: 5)

    /// A quotation or bracket longer than this falls apart into sentences.
    static let quoteCountMax = 400

    init(text: ScalarText, span: Span) {
        self.text = text
        self.span = span
        start = span.start
    }

    mutating func scan() -> [Span] {
        var at = span.start
        while at < span.end {
            let scalar = text[at]
            // Letters, diacritics and spaces, which most of a text is.
            if scalar.value == 0x20 || (scalar.value >= 0x620 && scalar.value < 0x66A) {
                at += 1
                continue
            }
            if scalar.value == 0x0A || scalar.value == 0x2028 || scalar.value == 0x2029 {
                cut(at: at)
                at += 1
                continue
            }
            if at == closedAt {
                // A full stop before the closing quote ends the sentence too; a question is often asked on the way.
                let end = endOfClosings(at)
                if text[at - 1] == ".", at - 2 < span.start || text[at - 2] != ".", end < span.end, let next = nextWord(end), !isContinuationMark(text[next]) { cut(at: end) }
                at = max(end, at + 1)
                continue
            }
            if at > closedAt, let kind = openingKind(at) { protect(from: at, kind) }
            if at < closedAt {
                at += 1
                continue
            }
            if isStop(scalar) {
                let run = endOfStops(at)
                let end = endOfClosings(run)
                if ends(stop: scalar, at: at, run: run, end: end) { cut(at: end) }
                at = max(end, at + 1)
                continue
            }
            at += 1
        }
        cut(at: span.end)
        return spans
    }

    private static let closers: [Unicode.Scalar] = ["\u{BB}", "\u{201D}", ")", "]", "\""]

    /// Which quote or bracket opens here; a straight one opens after a space.
    private func openingKind(_ at: Int) -> Int? {
        switch text[at] {
        case "\u{AB}": 0
        case "\u{201C}": 1
        case "(": 2
        case "[": 3
        case "\"": at == span.start || isSpace(text[at - 1]) || text[at - 1] == ":" ? 4 : nil
        default: nil
        }
    }

    private mutating func protect(from at: Int, _ kind: Int) {
        guard at >= unclosedUntil[kind] else { return }
        let limit = min(span.end, at + Self.quoteCountMax)
        var close = at + 1
        while close < limit, text[close] != Self.closers[kind], text[close].value != 0x0A { close += 1 }
        if close < limit, text[close] == Self.closers[kind] {
            closedAt = close
        } else {
            unclosedUntil[kind] = close
        }
    }

    private mutating func cut(at end: Int) {
        var low = start
        var high = end
        while low < high, isSpace(text[low]) { low += 1 }
        while high > low, isSpace(text[high - 1]) { high -= 1 }
        if low < high { spans.append(Span(low, high)) }
        start = end
    }

    private func endOfStops(_ from: Int) -> Int {
        var at = from
        while at < span.end, isStop(text[at]) { at += 1 }
        return at
    }

    /// Past the quotes and brackets that close right after a stop.
    private func endOfClosings(_ from: Int) -> Int {
        var at = from
        while at < span.end, isClosing(text[at], at) { at += 1 }
        while at < span.end, isStop(text[at]) { at += 1 }
        return at
    }

    private func ends(stop: Unicode.Scalar, at: Int, run: Int, end: Int) -> Bool {
        guard end < span.end else { return true }
        let count = run - at
        let next = nextWord(end)
        let spaced = isSpace(text[end])
        if stop == "." && count == 1 {
            // 3.5, example.com, and a.b. abbreviations.
            if !spaced, let before = previous(at), isDigit(before), isDigit(text[end]) { return false }
            if !spaced, isLatin(text[end]) { return false }
            if isAbbreviation(endingAt: at) { return false }
        }
        if stop == "\u{2026}" || (stop == "." && count > 1) {
            // Two dots are a pause; three end a sentence only where the next word does not go on.
            guard let next else { return true }
            let goesOn = text[next] == "\u{648}" || text[next] == "\u{641}"
            return (count > 2 || stop == "\u{2026}") && spaced && opensSentence(next) && !goesOn
        }
        if end > run, let next, !opensSentence(next), stop != "." { return false }
        if end > run, let next, isContinuationMark(text[next]) { return false }
        if let next, isContinuationMark(text[next]) { return false }
        return spaced || end > run || isLetter(text[end])
    }

    private func nextWord(_ from: Int) -> Int? {
        var at = from
        while at < span.end, isSpace(text[at]) || LetterFolding.isIgnored(text[at]) { at += 1 }
        return at < span.end ? at : nil
    }

    private func previous(_ at: Int) -> Unicode.Scalar? { at > span.start ? text[at - 1] : nil }

    private func opensSentence(_ at: Int) -> Bool {
        isLetter(text[at]) || isDigit(text[at]) || isOpening(text[at])
    }

    /// One letter before the stop, as in initials and in the abbreviations of titles.
    private func isAbbreviation(endingAt at: Int) -> Bool {
        var start = at
        while start > span.start, isLetter(text[start - 1]) || LetterFolding.isIgnored(text[start - 1]) { start -= 1 }
        let letters = (start..<at).count { !LetterFolding.isIgnored(text[$0]) }
        if letters == 0 || letters > 2 { return false }
        if letters == 2 { return isLatin(text[start]) && start > span.start && text[start - 1] == "." }
        return start == span.start || isSpace(text[start - 1]) || text[start - 1] == "." || isOpening(text[start - 1])
    }

    private func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "\u{61F}", "\u{6D4}", "\u{2026}": true
        default: false
        }
    }

    private func isClosing(_ scalar: Unicode.Scalar, _ at: Int) -> Bool {
        switch scalar {
        case "\u{BB}", "\u{201D}", ")", "]", "\u{2019}", "\"": true
        default: false
        }
    }

    private func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{AB}", "\u{201C}", "(", "[", "\"", "\u{2018}": true
        default: false
        }
    }

    private func isContinuationMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{60C}", ",", "\u{61B}", ";", ":": true
        default: false
        }
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.value == 0xA0 || (scalar.value >= 0x2000 && scalar.value <= 0x200A) || scalar.value == 0x202F || scalar.value == 0x3000
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: true
        default: false
        }
    }

    private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool { ScalarClass.of(scalar) == .letter }
}
