import ArabicText
import Corpus

/// The features of a document's tokens, as hashes.
///
/// Those of a word alone and those it gives its neighbours depend on the word only, so they are asked for once a word;
/// ``joint(_:into:)`` gives those that depend on the place.
struct FeatureExtractor {
    let text: TaggableText
    let facts: TokenFacts
    /// What ``joint(_:_:into:)`` needs of each different word, without the word's own storage.
    private let looks: [Look]

    private struct Look {
        var stemHash: UInt64
        var shape: UInt64
        var isWord: Bool
        var isDefinite: Bool
    }

    init(text: TaggableText, facts: TokenFacts) {
        self.text = text
        self.facts = facts
        looks = text.words.map { word in
            Look(stemHash: word.stemHash, shape: Self.shape(word), isWord: word.kind == .word, isDefinite: Self.isDefinite(word.key))
        }
    }

    /// The feature of every token.
    static let bias = FeatureHash.of(1, 0)

    /// Where a word stands to the token whose features are asked for.
    enum Role: UInt64, CaseIterable {
        case own = 0, previous, beforePrevious, next, afterNext

        var offset: Int {
            switch self {
            case .own: 0
            case .previous: -1
            case .beforePrevious: -2
            case .next: 1
            case .afterNext: 2
            }
        }
    }

    /// The features that a word gives in a role.
    func features(of word: TaggableText.Word, as role: Role, into out: inout [UInt64]) {
        if role == .own {
            own(word, into: &out)
        } else {
            let base = 100 + role.rawValue * 10
            out.append(FeatureHash.of(base, word.hash))
            if word.stemHash != word.hash { out.append(FeatureHash.of(base + 1, word.stemHash)) }
        }
    }

    private func own(_ word: TaggableText.Word, into out: inout [UInt64]) {
        out.append(Self.bias)
        out.append(FeatureHash.of(2, word.hash))
        let shape = Self.shape(word)
        out.append(FeatureHash.of(3, shape))
        guard word.kind == .word else {
            out.append(FeatureHash.of(4, word.key.fingerprint))
            return
        }
        for candidate in word.candidates { out.append(FeatureHash.of(5, candidate.key.fingerprint)) }
        out.append(FeatureHash.of(6, word.stemHash))
        out.append(FeatureHash.of(7, Self.bare(word.stem).fingerprint))
        let count = word.key.count
        for length in 1...4 where length < count {
            out.append(FeatureHash.of(10 + UInt64(length), word.key.prefix(length).fingerprint))
            out.append(FeatureHash.of(20 + UInt64(length), word.key.suffix(length).fingerprint))
        }
        let stem = word.stem
        for length in 2...3 where length < stem.count {
            out.append(FeatureHash.of(30 + UInt64(length), stem.prefix(length).fingerprint, stem.suffix(length).fingerprint))
        }
        for bit in 0..<32 where word.flags & (1 << bit) != 0 {
            out.append(FeatureHash.of(40, UInt64(bit), word.best == 0 ? 0 : 1))
        }
        out.append(FeatureHash.of(41, UInt64(word.flags)))
        if word.ownFlags != word.flags { out.append(FeatureHash.of(42, UInt64(word.ownFlags))) }
    }

    /// The features of a token in its sentence that rest on more than one word.
    func joint(_ token: Int, _ sentence: Range<Int>, into out: inout [UInt64]) {
        let w0 = looks[text.wordIndexes[token]]
        let w1 = neighbour(token - 1, sentence), w2 = neighbour(token - 2, sentence)
        let n1 = neighbour(token + 1, sentence), n2 = neighbour(token + 2, sentence)
        out.append(FeatureHash.of(200, w1.stemHash, w0.stemHash))
        out.append(FeatureHash.of(201, w0.stemHash, n1.stemHash))
        out.append(FeatureHash.of(202, w2.stemHash, w1.stemHash))
        out.append(FeatureHash.of(203, n1.stemHash, n2.stemHash))

        let f0 = UInt64(facts.flags[token]), f1 = flags(token - 1, sentence), f2 = flags(token - 2, sentence)
        let g1 = flags(token + 1, sentence), g2 = flags(token + 2, sentence)
        out.append(FeatureHash.of(210, f1))
        out.append(FeatureHash.of(211, g1))
        out.append(FeatureHash.of(212, f1, f0))
        out.append(FeatureHash.of(213, f0, g1))
        out.append(FeatureHash.of(214, f1, f0, g1))
        out.append(FeatureHash.of(215, f2, f1))
        out.append(FeatureHash.of(216, g1, g2))
        out.append(FeatureHash.of(217, w1.stemHash, f0))
        out.append(FeatureHash.of(218, f0, n1.stemHash))
        if f0 != UInt64(text.words[text.wordIndexes[token]].flags) { out.append(FeatureHash.of(219, f0)) }

        let z0 = UInt64(facts.gazetteer[token]), z1 = gazetteer(token - 1, sentence), y1 = gazetteer(token + 1, sentence)
        if z0 != 0 {
            for bit in 0..<12 where z0 & (1 << bit) != 0 {
                out.append(FeatureHash.of(230, UInt64(bit)))
                out.append(FeatureHash.of(231, UInt64(bit), f0 & UInt64(WordLexicon.common | WordLexicon.homonym | WordLexicon.anyGiven)))
            }
            out.append(FeatureHash.of(232, z0))
            out.append(FeatureHash.of(233, z0, w1.stemHash))
            out.append(FeatureHash.of(234, z0, f1))
            out.append(FeatureHash.of(235, z0, n1.stemHash))
        }
        if z1 != 0 { out.append(FeatureHash.of(236, z1, f0)) }
        if y1 != 0 { out.append(FeatureHash.of(237, y1, f0)) }

        if facts.isSports {
            out.append(FeatureHash.of(270, z0))
            out.append(FeatureHash.of(271, z0 == 0 ? 0 : 1, w1.stemHash))
            out.append(FeatureHash.of(272, f0))
        }

        let s0 = w0.shape, s1 = w1.shape, t1 = n1.shape
        out.append(FeatureHash.of(240, s1, s0))
        out.append(FeatureHash.of(241, s0, t1))
        out.append(FeatureHash.of(242, s1, s0, t1))
        out.append(FeatureHash.of(243, w1.stemHash, s0))
        out.append(FeatureHash.of(244, w2.stemHash, s1, s0))

        out.append(FeatureHash.of(250, UInt64(min(3, token - sentence.lowerBound))))
        out.append(FeatureHash.of(251, UInt64(facts.frequency[token])))
        out.append(FeatureHash.of(252, UInt64(facts.frequency[token]), f0))
        let enclosure = UInt64(facts.enclosure[token])
        if enclosure != 0 {
            out.append(FeatureHash.of(253, enclosure))
            out.append(FeatureHash.of(254, enclosure, f0))
        }
        announcements(token, sentence, into: &out)
    }

    /// The nearest word to the left that announces a name, and whether everything up to it could be one phrase.
    private func announcements(_ token: Int, _ sentence: Range<Int>, into out: inout [UInt64]) {
        var definite = true
        var distance = 1
        while distance <= 6, token - distance >= sentence.lowerBound {
            let at = token - distance
            let look = looks[text.wordIndexes[at]]
            guard look.isWord else { break }
            let classes = UInt64(facts.flags[at] & ~(WordLexicon.firstTrigger - 1))
            if classes != 0 {
                out.append(FeatureHash.of(260, classes, UInt64(min(distance, 4)), definite ? 1 : 0))
                out.append(FeatureHash.of(261, classes, UInt64(facts.flags[token]), definite ? 1 : 0))
                out.append(FeatureHash.of(262, look.stemHash, UInt64(distance)))
                return
            }
            definite = definite && look.isDefinite
            distance += 1
        }
        out.append(FeatureHash.of(263, UInt64(min(distance, 3)), definite ? 1 : 0))
    }

    @inline(__always)
    private func neighbour(_ token: Int, _ sentence: Range<Int>) -> Look {
        looks[sentence.contains(token) ? text.wordIndexes[token] : 0]
    }

    @inline(__always)
    private func flags(_ token: Int, _ sentence: Range<Int>) -> UInt64 {
        sentence.contains(token) ? UInt64(facts.flags[token]) : 1 << 40
    }

    @inline(__always)
    private func gazetteer(_ token: Int, _ sentence: Range<Int>) -> UInt64 {
        sentence.contains(token) ? UInt64(facts.gazetteer[token]) : 0
    }

    /// Kind, article, particle, ending and length of a word in one value.
    static func shape(_ word: TaggableText.Word) -> UInt64 {
        guard word.kind == .word else { return word.hash }
        let key = word.stem
        var shape: UInt64 = isDefinite(key) ? 1 : 0
        if word.best > 0 { shape |= 2 }
        if let letter = key[0], letter.value < 0x80 { shape |= 4 }
        if key.hasSuffix("ي") { shape |= 8 }
        if key.hasSuffix("ه") { shape |= 16 }
        if key.hasSuffix("ات") || key.hasSuffix("ين") || key.hasSuffix("ون") { shape |= 32 }
        if key.hasSuffix("يه") { shape |= 64 }
        return shape | UInt64(min(5, key.count)) << 8
    }

    static func isDefinite(_ key: WordKey) -> Bool { key.hasPrefix("ال") || key.hasPrefix("لل") }

    /// A word without its article.
    static func bare(_ key: WordKey) -> WordKey { key.hasPrefix("ال") && key.count > 4 ? key.dropFirst(2) : key }

    /// Number of classes that ``edgeClass(_:)`` tells apart.
    static let edgeClassCount = 14

    /// The class of a token whose tag may follow another tag more or less easily.
    func edgeClass(_ token: Int) -> Int {
        let word = text.word(token)
        switch word.kind {
        case .newline: return 0
        case .number: return 1
        case .punctuation:
            guard let mark = PunctuationClass(rawValue: word.hash) else { return 2 }
            return 3 + Int(mark.rawValue - PunctuationClass.quote.rawValue)
        case .word:
            if word.best > 0 { return word.key.hasPrefix("و") ? 9 : 10 }
            if word.flags & WordLexicon.common != 0 { return 11 }
            return Self.isDefinite(word.key) ? 12 : 13
        }
    }
}
