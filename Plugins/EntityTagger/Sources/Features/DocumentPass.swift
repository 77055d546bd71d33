import ArabicText
import Corpus

/// What a first decoding of the whole document says of each word's other places in it.
struct DocumentPass {
    private let text: TaggableText
    private let tags: [UInt8]
    private let flags: [UInt32]
    private var evidence: [UInt64: Evidence] = [:]

    /// How a stem was tagged over the document.
    private struct Evidence {
        /// Places outside names, then in names of each type.
        var counts = (0, 0, 0, 0, 0)
        /// Places at the head and at the end of a person's name of several words.
        var heads = 0
        var ends = 0

        subscript(place: Int) -> Int {
            get {
                switch place {
                case 0: counts.0
                case 1: counts.1
                case 2: counts.2
                case 3: counts.3
                default: counts.4
                }
            }
            set {
                switch place {
                case 0: counts.0 = newValue
                case 1: counts.1 = newValue
                case 2: counts.2 = newValue
                case 3: counts.3 = newValue
                default: counts.4 = newValue
                }
            }
        }
    }

    init(_ extractor: FeatureExtractor, tags: [UInt8]) {
        text = extractor.text
        flags = extractor.facts.flags
        self.tags = tags
        for sentence in text.sentences {
            for token in sentence where text.tokens[token].kind == .word {
                let own = contribution(of: token, sentence)
                var entry = evidence[stem(token)] ?? Evidence()
                entry[own.place] += 1
                entry.heads += own.head ? 1 : 0
                entry.ends += own.end ? 1 : 0
                evidence[stem(token)] = entry
            }
        }
    }

    /// The features that the other places of a token's word give it.
    func features(of token: Int, _ sentence: Range<Int>, into out: inout [UInt64]) {
        guard text.tokens[token].kind == .word else { return }
        let here = majority(token, sentence)
        out.append(FeatureHash.of(300, here))
        out.append(FeatureHash.of(304, here, UInt64(flags[token])))
        out.append(FeatureHash.of(305, here >> 8, FeatureExtractor.shape(text.word(token))))
        if token > sentence.lowerBound { out.append(FeatureHash.of(302, majority(token - 1, sentence), here)) }
        if token + 1 < sentence.upperBound { out.append(FeatureHash.of(303, here, majority(token + 1, sentence))) }
    }

    /// Adds to a token's scores what a name recognised elsewhere in the document is worth here, where its word is no
    /// common one: people are named in full once and by one word after.
    func addConsistency(_ token: Int, _ sentence: Range<Int>, worth: Float, to scores: inout [Float]) {
        guard text.tokens[token].kind == .word, flags[token] & WordLexicon.common == 0, flags[token] < WordLexicon.firstTrigger,
              var entry = evidence[stem(token)] else { return }
        let own = contribution(of: token, sentence)
        entry[own.place] -= 1
        entry.ends -= own.end ? 1 : 0
        var best = 1
        for place in 2...4 where entry[place] > entry[best] { best = place }
        let total = (0...4).reduce(0) { $0 + entry[$1] }
        let type = entry.ends > 0 ? 1 : best
        guard entry[type] > 0, entry.ends > 0 || entry[type] * 3 >= total else { return }
        scores[token * Tag.count + type * 2 - 1] += worth
        scores[token * Tag.count + type * 2] += worth
    }

    /// The type of most other places, whether they are one or more, and where in persons' names they stood.
    private func majority(_ token: Int, _ sentence: Range<Int>) -> UInt64 {
        guard text.tokens[token].kind == .word, var entry = evidence[stem(token)] else { return 0 }
        let own = contribution(of: token, sentence)
        entry[own.place] -= 1
        entry.heads -= own.head ? 1 : 0
        entry.ends -= own.end ? 1 : 0
        var best = 0
        for place in 1...4 where entry[place] > entry[best] { best = place }
        guard entry[best] > 0 else { return 0 }
        if entry.ends > 0 { best = max(best, 1) }
        var value = UInt64(1 + best) | UInt64(min(2, entry[best])) << 4
        if entry.heads > 0 { value |= 1 << 8 }
        if entry.ends > 0 { value |= 1 << 9 }
        return value
    }

    private func contribution(of token: Int, _ sentence: Range<Int>) -> (place: Int, head: Bool, end: Bool) {
        let tag = tags[token]
        guard let type = Tag.type(tag) else { return (0, false, false) }
        let continues = token + 1 < sentence.upperBound && Tag.isInside(tags[token + 1])
        let person = type == .person
        return (1 + type.place, person && Tag.isBegin(tag) && continues, person && Tag.isInside(tag) && !continues)
    }

    private func stem(_ token: Int) -> UInt64 { text.words[text.wordIndexes[token]].stemHash }
}
