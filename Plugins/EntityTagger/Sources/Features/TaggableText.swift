import ArabicText
import Corpus

/// A document as the tagger sees it: the tokens of its sentences, and each different word once.
struct TaggableText {
    let text: ScalarText
    /// The tokens of all sentences, without line breaks.
    private(set) var tokens: [Token] = []
    /// The sentences as ranges of tokens; none is empty.
    private(set) var sentences: [Range<Int>] = []
    /// For each token, its place in ``words``.
    private(set) var wordIndexes: [Int] = []
    /// The different words; the first is what stands before and after every sentence.
    private(set) var words: [Word] = [Word.boundary]

    /// A word of the document.
    struct Word {
        var key: WordKey
        var kind: Token.Kind
        /// A stable hash of what features see: the folded word, one value for all quote marks or for numbers of one length.
        var hash: UInt64
        /// The ways to take particles off its front.
        var candidates: [Proclitics.Stripped]
        /// Which candidate is most likely its dictionary form.
        var best = 0
        /// Flags of the best candidate, and of the word as it stands.
        var flags: UInt32 = 0
        var ownFlags: UInt32 = 0

        var stem: WordKey { candidates.isEmpty ? key : candidates[best].key }
        var stemHash: UInt64 = 0

        static let boundary = Word(key: .empty, kind: .newline, hash: 0xB0B0, candidates: [])
    }

    /// The longest sentence that is decoded as one; longer ones are cut.
    static let sentenceLengthMax = 2_000

    init(_ text: ScalarText, sentences spans: [Span], lexicon: WordLexicon) {
        self.text = text
        var indexes: [WordKey: Int] = [:]
        for span in spans {
            var start = tokens.count
            for token in Tokenizer.tokens(of: text, in: span) where token.kind != .newline {
                if tokens.count - start == Self.sentenceLengthMax {
                    sentences.append(start..<tokens.count)
                    start = tokens.count
                }
                let index = indexes[token.key] ?? words.count
                if index == words.count {
                    indexes[token.key] = index
                    words.append(Self.word(token, text))
                }
                tokens.append(token)
                wordIndexes.append(index)
            }
            if tokens.count > start { sentences.append(start..<tokens.count) }
        }
        chooseStems(indexes, lexicon)
    }

    @inline(__always)
    func word(_ token: Int) -> Word { words[wordIndexes[token]] }

    private static func word(_ token: Token, _ text: ScalarText) -> Word {
        switch token.kind {
        case .punctuation:
            Word(key: token.key, kind: .punctuation, hash: PunctuationClass(text[token.start]).hash ?? token.key.fingerprint, candidates: [])
        case .number:
            Word(key: token.key, kind: .number, hash: 0x1000 + UInt64(min(5, token.end - token.start)), candidates: [])
        case .word, .newline:
            Word(key: token.key, kind: .word, hash: token.key.fingerprint, candidates: Proclitics.candidates(of: token.key))
        }
    }

    /// A word that no list knows is read as particles and a word where a list, or else the document itself, has that word.
    private mutating func chooseStems(_ indexes: [WordKey: Int], _ lexicon: WordLexicon) {
        for index in words.indices.dropFirst() {
            var word = words[index]
            word.ownFlags = lexicon[word.key]
            word.flags = word.ownFlags
            if word.flags == 0, word.candidates.count > 1 {
                if let known = word.candidates.indices.dropFirst().first(where: { lexicon[word.candidates[$0].key] != 0 }) {
                    word.best = known
                    word.flags = lexicon[word.candidates[known].key]
                } else if let seen = word.candidates.indices.dropFirst().first(where: { indexes[word.candidates[$0].key] != nil }) {
                    word.best = seen
                }
            }
            word.stemHash = word.kind == .word ? word.stem.fingerprint : word.hash
            words[index] = word
        }
    }
}

/// Marks that different desks write differently for the same purpose.
enum PunctuationClass: UInt64 {
    case quote = 0x2001, comma, dash, open, close, stop

    init?(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"", "\u{AB}", "\u{BB}", "\u{201C}", "\u{201D}", "\u{201E}", "'", "\u{2018}", "\u{2019}", "\u{2039}", "\u{203A}": self = .quote
        case ",", "\u{60C}", ";", "\u{61B}": self = .comma
        case "-", "\u{2013}", "\u{2014}", "\u{2010}", "\u{2011}", "\u{2015}": self = .dash
        case "(", "[", "{": self = .open
        case ")", "]", "}": self = .close
        case ".", "!", "?", "\u{61F}", "\u{2026}": self = .stop
        default: return nil
        }
    }
}

extension Optional where Wrapped == PunctuationClass {
    var hash: UInt64? { map(\.rawValue) }
}
