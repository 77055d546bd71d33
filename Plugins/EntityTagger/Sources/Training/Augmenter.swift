import ArabicText
import Corpus

/// Writes annotated documents anew in the habits of other desks, so that a model does not learn one desk's.
///
/// Some desks put every name in quote marks, some quote plain words, some quote nothing.
struct Augmenter {
    private var random: SplitMix
    private let substitutes: Substitutes

    init(seed: UInt64, substitutes: Substitutes = Substitutes()) {
        random = SplitMix(seed: seed)
        self.substitutes = substitutes
    }

    private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("\"", "\""), ("\u{201C}", "\u{201D}"), ("\u{AB}", "\u{BB}"), ("\u{201D}", "\u{201C}"),
    ]

    /// A document in other habits.
    mutating func rewrite(_ document: GoldDocument) -> GoldDocument {
        let pair = Self.quotes[random.below(Self.quotes.count)]
        // Shares of names and of words to quote, of quotes to drop.
        let style = random.unit()
        let quoteNames = style < 0.12 ? 0.9 : style < 0.4 ? 0.25 : 0
        let quoteWords = style < 0.12 ? 0.02 : style < 0.4 ? 0.02 : 0
        let dropQuotes = style < 0.7 ? 0.0 : 0.9

        let text = document.text
        var out = String.UnicodeScalarView()
        var count = 0
        func append(_ scalar: Unicode.Scalar) {
            out.append(scalar)
            count += 1
        }
        var names: [GoldName] = []
        var sentences: [Span] = []
        var next = 0
        var renamed: [String: String] = [:]
        for sentence in document.sentences {
            let start = count
            var at = sentence.start
            while at < sentence.end {
                if next < document.names.count, document.names[next].span.start == at {
                    let name = document.names[next]
                    next += 1
                    let quoted = at > 0 && Self.isQuote(text[at - 1]) && name.span.end < text.count && Self.isQuote(text[name.span.end])
                    let quote = !quoted && random.unit() < quoteNames && !(at + 1 < text.count && text[at] == "\u{644}" && text[at + 1] == "\u{644}")
                    if quoted, random.unit() < dropQuotes { out.removeLast(); count -= 1 }
                    let dropped = quoted && (out.last.map { !Self.isQuote($0) } ?? true)
                    if quote { append(pair.0) }
                    let from = count
                    for scalar in rename(text, name, &renamed).unicodeScalars { append(scalar) }
                    names.append(GoldName(span: Span(from, count), type: name.type))
                    if quote { append(pair.1) }
                    at = name.span.end + (dropped ? 1 : 0)
                } else if Self.startsWord(text, at), let end = Self.wordEnd(text, at, sentence.end), random.unit() < quoteWords,
                          next >= document.names.count || document.names[next].span.start > end {
                    append(pair.0)
                    for scalar in text.scalars[at..<end] { append(scalar) }
                    append(pair.1)
                    at = end
                } else {
                    append(text[at])
                    at += 1
                }
            }
            sentences.append(Span(start, count))
            append("\n")
        }
        return GoldDocument(text: ScalarText(String(out)), sentences: sentences, names: names)
    }

    /// Another name of the same kind, the same one each time a document has the name; the name itself where the lists have
    /// none like it.
    private mutating func rename(_ text: ScalarText, _ name: GoldName, _ renamed: inout [String: String]) -> String {
        let surface = text[name.span]
        // After `l-` an article is written as a lam, which other names don't have.
        if name.span.start > 0, text[name.span.start - 1] == "\u{644}", surface.hasPrefix("\u{644}") { return surface }
        if name.type == .person {
            let words = surface.split(separator: " ").map(String.init)
            var result: [String] = []
            for (place, word) in words.enumerated() {
                let key = "PER " + word
                if renamed[key] == nil {
                    let bound = place > 0 && Substitutes.binds(words[place - 1])
                    let change = !bound && !Substitutes.binds(word) && random.unit() < 0.5
                    renamed[key] = change ? substitutes.person(like: word, isLast: place > 0 && place == words.count - 1, &random) ?? word : word
                }
                result.append(renamed[key]!)
            }
            return result.joined(separator: " ")
        }
        let key = name.type.rawValue + " " + surface
        if renamed[key] == nil {
            renamed[key] = random.unit() < 0.5 ? substitutes.name(like: surface, name.type, &random) ?? surface : surface
        }
        return renamed[key]!
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool { PunctuationClass(scalar) == .quote }

    private static func startsWord(_ text: ScalarText, _ at: Int) -> Bool {
        text[at].properties.isAlphabetic && (at == 0 || text[at - 1].properties.isWhitespace)
    }

    /// The end of a word of three letters or more that a space follows.
    private static func wordEnd(_ text: ScalarText, _ at: Int, _ limit: Int) -> Int? {
        var end = at
        while end < limit, text[end].properties.isAlphabetic { end += 1 }
        return end - at >= 3 && end < limit && text[end] == " " ? end : nil
    }
}
