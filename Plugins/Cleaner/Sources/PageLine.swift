import ArabicText
import Corpus

/// A non-empty line of a page, and what can be seen of it without its neighbours.
struct PageLine {
    /// The line without the white space around it.
    var span: Span
    /// Its tokens, as indices into the page's.
    var tokens: Range<Int>
    /// Number of empty lines right before it.
    var gap = 0

    // Counts.
    var words = 0
    var numbers = 0
    var latin = 0
    var function = 0
    var finite = 0
    var interface = 0
    var address = 0
    var sections = 0
    var calendar = 0
    var credits = 0
    var agencies = 0
    var pictures = 0
    var commas = 0
    var bars = 0
    var punctuation = 0
    var wideSpaces = 0
    var scenes = 0
    var lifeWords = 0

    // Shape.
    var opensWithContinuation = false
    var opensWithDash = false
    var opensWithNumber = false
    var opensWithBullet = false
    /// Words inside the parentheses that close the line.
    var closingAside = 0
    var opensWithQuote = false
    var closesSentence = false
    var closesQuote = false
    var closesColon = false
    var closesEllipsis = false
    var isQuestion = false
    var hasColonEarly = false
    var hasAddressSign = false
    var closesParenthesis = false
    var hasParenthesis = false
    var opensWithDateline = false
    /// Which quotation its text leaves open at its end, if any.
    var opensQuote = 0
    var weakAddress = 0
    /// States a calendar date with its year.
    var hasDate = false
    /// A profession of those who write, among the first words.
    var professionEarly = false

    /// The strongest page cue, how strong it is from 0 to 1, and how many words its phrase has.
    var cue: PageCue.Kind?
    var cueStrength: Float = 0
    var cueWords = 0
    /// How many cues it has.
    var cueCount = 0
    /// Other kinds of cue the line has, as a bit set of kinds.
    var cueKinds: UInt16 = 0

    /// Hash of the line's words, in order.
    var hash: UInt64 = 0
    /// Whether the same words stood as a line before, and whether they come again.
    var repeats = false
    var isRepeated = false

    var wordsAndNumbers: Int { words + numbers }
    func has(_ kind: PageCue.Kind) -> Bool { cueKinds & (1 << UInt16(kind.rawValue)) != 0 }
}

/// The lines of a text with their tokens.
struct PageText {
    let text: ScalarText
    let tokens: [Token]
    /// The traits of each token.
    let traits: [WordTraits]
    var lines: [PageLine]

    init(_ string: String) {
        let text = ScalarText(string)
        let tokens = Tokenizer.tokens(of: text)
        self.text = text
        self.tokens = tokens
        traits = WordTraitTable.traits(of: tokens)
        lines = []
        split()
        markRepeats()
    }

    private mutating func split() {
        var from = 0
        var gap = 0
        var index = 0
        while index <= tokens.count {
            if index == tokens.count || tokens[index].kind == .newline {
                let start = from == 0 ? 0 : tokens[from - 1].end
                let end = index == tokens.count ? text.count : tokens[index].start
                let span = trimmed(Span(start, end))
                if span.count > 0 {
                    var line = PageLine(span: span, tokens: from..<index)
                    line.gap = gap
                    measure(&line)
                    lines.append(line)
                    gap = 0
                } else {
                    gap += 1
                }
                from = index + 1
            }
            index += 1
        }
    }

    private func trimmed(_ span: Span) -> Span {
        var start = span.start
        var end = span.end
        while start < end, isSpace(text[start]) { start += 1 }
        while end > start, isSpace(text[end - 1]) { end -= 1 }
        return Span(start, end)
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || (scalar.value >= 0x85 && scalar.properties.isWhitespace)
    }

    private mutating func markRepeats() {
        var seen: [UInt64: Int] = [:]
        for index in lines.indices where lines[index].words >= 1 {
            if let first = seen[lines[index].hash] {
                lines[index].repeats = true
                lines[first].isRepeated = true
            } else {
                seen[lines[index].hash] = index
            }
        }
    }
}
