import ArabicText
import Corpus

/// The tokens of a stretch of text with what the lexicon says of each.
struct Terms {
    let text: ScalarText
    let tokens: [Token]
    /// One per token: the lexicon entry of the word without its proclitics.
    private var terms: [Term]
    private let lexicon: Lexicon

    struct Term {
        var entry: Int32 = -1
        /// Empty for an unknown word.
        var kinds: Kinds = []
        /// Letters of proclitics before the entry's word.
        var letters: UInt8 = 0
        /// Whether `و` or `ف` is among them.
        var isJoined = false
        /// The preposition among them, `ب`, `ل` or `ك`.
        var preposition: Unicode.Scalar?
    }

    init(text: ScalarText, span: Span, lexicon: Lexicon = .shared) {
        self.text = text
        self.lexicon = lexicon
        tokens = Tokenizer.tokens(of: text, in: span)
        terms = []
        terms.reserveCapacity(tokens.count)
        for token in tokens { terms.append(token.kind == .word ? Self.term(token.key, lexicon) : Term()) }
    }

    var count: Int { tokens.count }

    private static func term(_ key: WordKey, _ lexicon: Lexicon) -> Term {
        func found(_ key: WordKey, _ letters: Int, joined: Bool, _ preposition: Unicode.Scalar?) -> Term? {
            let index = lexicon.index(of: key)
            guard index >= 0 else { return nil }
            return Term(entry: index, kinds: lexicon.entries[Int(index)].kinds, letters: UInt8(letters), isJoined: joined, preposition: preposition)
        }
        if let term = found(key, 0, joined: false, nil) { return term }
        guard !key.isHash, let first = key[0] else { return Term() }
        var rest = key
        var letters = 0
        if first == "و" || first == "ف" {
            rest = key.dropFirst()
            letters = 1
            if let term = found(rest, letters, joined: true, nil) { return term }
        }
        guard let next = rest[0] else { return Term() }
        if next == "ب" || next == "ل" || next == "ك" {
            let joined = letters == 1
            if next == "ل", rest[1] == "ل" {
                // The article loses its alif behind the preposition.
                return found(Proclitics.withArticle(rest.dropFirst(2)), letters + 1, joined: joined, next) ?? Term()
            }
            return found(rest.dropFirst(), letters + 1, joined: joined, next) ?? Term()
        }
        return Term()
    }

    // MARK: looking at a token

    /// What the lexicon says of a token; nothing past the ends.
    @inline(__always)
    subscript(index: Int) -> Term { index >= 0 && index < terms.count ? terms[index] : Term() }

    @inline(__always)
    func kinds(_ index: Int) -> Kinds { index >= 0 && index < terms.count ? terms[index].kinds : [] }

    /// The phrases that begin at a token and what they mean, longest first.
    func phrase<T>(_ index: Int, _ pick: (Sense) -> T?) -> (value: T, end: Int)? {
        guard index >= 0, index < terms.count, terms[index].entry >= 0 else { return nil }
        for phrase in lexicon.entries[Int(terms[index].entry)].phrases {
            guard let value = pick(phrase.sense) else { continue }
            var end = index + 1
            var matches = true
            for word in phrase.rest {
                guard end < tokens.count, tokens[end].key == word, tokens[end].kind != .newline else { matches = false; break }
                end += 1
            }
            if matches { return (value, end) }
        }
        return nil
    }

    /// Whether a token begins a phrase of a mark.
    func mark(_ index: Int, _ marks: Mark...) -> Bool {
        guard !kinds(index).isDisjoint(with: [.mark, .opening]) else { return false }
        return phrase(index) { sense -> Bool? in
            if case .mark(let mark) = sense, marks.contains(mark) { true } else { nil }
        } != nil
    }

    /// Whether the lexicon lists a word by itself under a mark.
    func isListed(_ key: WordKey, _ marks: Mark...) -> Bool {
        let index = lexicon.index(of: key)
        guard index >= 0 else { return false }
        return lexicon.entries[Int(index)].phrases.contains { phrase in
            if case .mark(let mark) = phrase.sense { phrase.rest.isEmpty && marks.contains(mark) } else { false }
        }
    }

    func end(ofMark wanted: Mark, at index: Int) -> Int? {
        guard !kinds(index).isDisjoint(with: [.mark, .opening]) else { return nil }
        return phrase(index) { sense -> Bool? in sense == .mark(wanted) ? true : nil }?.end
    }

    /// Whether `و` or a preposition is written onto the token's word.
    func isBare(_ index: Int) -> Bool { index >= 0 && index < terms.count && terms[index].letters == 0 }

    /// Whether at most `ب` or `ل` is written onto it: `بشهر أكتوبر`.
    func isBareOrBy(_ index: Int) -> Bool { index >= 0 && index < terms.count && !terms[index].isJoined }

    /// Whether at most `و` or `ف` is written onto it.
    func isBareOrJoined(_ index: Int) -> Bool { index >= 0 && index < terms.count && terms[index].preposition == nil }

    func key(_ index: Int) -> WordKey { index >= 0 && index < tokens.count ? tokens[index].key : .empty }

    func isWord(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .word }
    func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }
    func isPunctuation(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .punctuation }

    /// The scalar of a punctuation token.
    func punctuation(_ index: Int) -> Unicode.Scalar? {
        isPunctuation(index) ? text[tokens[index].start] : nil
    }

    /// Whether a token is a word, number or sign that ends what stands before it: a line's end, a mark, nothing.
    func isEnd(_ index: Int) -> Bool {
        index >= tokens.count || tokens[index].kind == .newline || tokens[index].kind == .punctuation
    }

    /// Where the token's word begins behind its proclitics.
    func start(_ index: Int) -> Int {
        let letters = Int(terms[index].letters)
        return letters == 0 ? tokens[index].start : tokens[index].start(afterLetters: letters, in: text)
    }

    /// The number that begins at a token.
    func numeral(_ index: Int) -> Numeral? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .word, !kinds(index).contains(.number) { return nil }
        return NumeralReader.numeral(in: tokens, at: index, afterLetters: Int(terms[index].letters))
    }
}
