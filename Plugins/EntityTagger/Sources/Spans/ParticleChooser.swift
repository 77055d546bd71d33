import ArabicText
import Corpus

/// The features by which a model chooses how many particles stand before a name's first word.
struct ParticleChooser {
    let text: TaggableText
    let facts: TokenFacts
    private let counts: [WordKey: Int]

    init(text: TaggableText, facts: TokenFacts) {
        self.text = text
        self.facts = facts
        var counts: [WordKey: Int] = [:]
        for index in text.wordIndexes { counts[text.words[index].key, default: 0] += 1 }
        self.counts = counts
    }

    func features(of place: Int, _ first: Int, _ type: EntityType, length: Int, _ sentence: Range<Int>, _ tags: [UInt8], into out: inout [UInt64]) {
        let word = text.word(first)
        let candidate = word.candidates[place]
        let taken = word.key.prefix(candidate.letterCount).fingerprint
        let typeValue = UInt64(type.place)
        let key = candidate.key
        let flags = UInt64(place == word.best ? word.flags : place == 0 ? word.ownFlags : 0)
        let nameFlags = flags & UInt64(WordLexicon.names)
        let wholeFlags = UInt64(word.ownFlags & WordLexicon.names)
        let definite = FeatureExtractor.isDefinite(key) ? UInt64(1) : 0
        let previous: UInt64 = first > sentence.lowerBound ? UInt64(tags[first - 1]) : 99
        let match = facts.matches.first { $0.start == first }
        let listed: UInt64 = match.map { $0.candidate == place ? 1 : 2 } ?? 0
        let elsewhere = UInt64(min(2, place == 0 ? (counts[key] ?? 1) - 1 : counts[key] ?? 0))
        out.append(FeatureHash.of(500, taken))
        out.append(FeatureHash.of(501, taken, typeValue))
        out.append(FeatureHash.of(502, taken, definite, typeValue))
        out.append(FeatureHash.of(503, taken, previous == 0 ? 0 : previous == 99 ? 1 : 2))
        out.append(FeatureHash.of(504, taken, listed, UInt64(min(length, 2))))
        out.append(FeatureHash.of(505, taken == WordKey.empty.fingerprint ? 0 : 1, listed))
        out.append(FeatureHash.of(506, taken == WordKey.empty.fingerprint ? 0 : 1, elsewhere))
        out.append(FeatureHash.of(507, taken, nameFlags == 0 ? 0 : 1, wholeFlags == 0 ? 0 : 1))
        out.append(FeatureHash.of(508, taken, flags, typeValue))
        out.append(FeatureHash.of(509, key.fingerprint))
        out.append(FeatureHash.of(510, taken, UInt64(min(4, key.count))))
        out.append(FeatureHash.of(511, taken, key.prefix(2).fingerprint))
        out.append(FeatureHash.of(512, taken, UInt64(min(length, 2)), typeValue))
        out.append(FeatureHash.of(513, taken, place == word.best ? 1 : 0))
    }
}
