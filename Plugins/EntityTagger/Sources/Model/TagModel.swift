import ArabicText

/// A trained tagger: what it knows, and what it has learned.
struct TagModel: Sendable {
    var knowledge: Knowledge
    var table: FeatureTable
    var transitions: Transitions
    /// What a name recognised elsewhere in the document is worth, besides what was learned of it.
    var consistency: Float = 2
    /// What it was trained on, for the user to read.
    var note = ""

    /// What a name of the user's lists is worth: more than most contexts say against it.
    static let userWorth: Float = 6

    /// How often the document pass is made, each over the tags of the one before.
    static let documentPasses = 2

    /// The tags of every token, after all passes.
    func tags(of extractor: FeatureExtractor) -> [UInt8] {
        var base = emissions(of: extractor)
        for (token, tag) in (extractor.facts.userTags ?? []).enumerated() where tag != Tag.outside {
            base[token * Tag.count + Int(tag)] += Self.userWorth
        }
        let edges = extractor.text.tokens.indices.map { UInt8(extractor.edgeClass($0)) }
        var tags = decode(base, extractor, edges)
        for _ in 0..<Self.documentPasses {
            let next = decode(withDocument(base, extractor, tags), extractor, edges)
            if next == tags { break }
            tags = next
        }
        return tags
    }

    /// Scores with what the document says of each word added.
    private func withDocument(_ base: [Float], _ extractor: FeatureExtractor, _ tags: [UInt8]) -> [Float] {
        let document = DocumentPass(extractor, tags: tags)
        var emissions = base
        var features: [UInt64] = []
        var scores = [Int32](repeating: 0, count: Tag.count)
        for sentence in extractor.text.sentences {
            for token in sentence {
                features.removeAll(keepingCapacity: true)
                document.features(of: token, sentence, into: &features)
                for tag in scores.indices { scores[tag] = 0 }
                scores.withUnsafeMutableBufferPointer { table.add(features, to: $0.baseAddress!) }
                for tag in 0..<Tag.count { emissions[token * Tag.count + tag] += Float(scores[tag]) * FeatureTable.unit }
                document.addConsistency(token, sentence, worth: consistency, to: &emissions)
            }
        }
        return emissions
    }

    private func decode(_ emissions: [Float], _ extractor: FeatureExtractor, _ edges: [UInt8]) -> [UInt8] {
        var tags = [UInt8](repeating: Tag.outside, count: extractor.text.tokens.count)
        for sentence in extractor.text.sentences {
            Viterbi.decode(emissions, sentence, edges, transitions, into: &tags)
        }
        HeadRules.apply(extractor.text, &tags)
        return tags
    }

    /// Scores of each token's tags without the document pass.
    private func emissions(of extractor: FeatureExtractor) -> [Float] {
        let n = Tag.count
        let roles = FeatureExtractor.Role.allCases
        let text = extractor.text
        var features: [UInt64] = []
        // Scores that a word gives in each role, once a word.
        var wordScores = [Int32](repeating: 0, count: text.words.count * roles.count * n)
        var result = [Float](repeating: 0, count: text.tokens.count * n)
        var scores = [Int32](repeating: 0, count: n)
        wordScores.withUnsafeMutableBufferPointer { wordScores in
            for (index, word) in text.words.enumerated() {
                for role in roles where index > 0 || role != .own {
                    features.removeAll(keepingCapacity: true)
                    extractor.features(of: word, as: role, into: &features)
                    table.add(features, to: wordScores.baseAddress! + (index * roles.count + Int(role.rawValue)) * n)
                }
            }
            for sentence in text.sentences {
                for token in sentence {
                    features.removeAll(keepingCapacity: true)
                    extractor.joint(token, sentence, into: &features)
                    for tag in 0..<n { scores[tag] = 0 }
                    scores.withUnsafeMutableBufferPointer { table.add(features, to: $0.baseAddress!) }
                    for role in roles {
                        let at = token + role.offset
                        let word = sentence.contains(at) ? text.wordIndexes[at] : 0
                        let row = (word * roles.count + Int(role.rawValue)) * n
                        for tag in 0..<n { scores[tag] += wordScores[row + tag] }
                    }
                    for tag in 0..<n { result[token * n + tag] = Float(scores[tag]) * FeatureTable.unit }
                }
            }
        }
        return result
    }
}
