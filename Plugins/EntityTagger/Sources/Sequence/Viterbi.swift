/// How easily one tag follows another, by the class of the later token.
struct Transitions: Sendable, Equatable {
    /// Scores by class, previous tag, tag.
    var scores: [Float]
    /// Scores of the first tag of a sentence.
    var start: [Float]

    /// The score of what may not be.
    static let forbidden: Float = -1e4

    static let zero: Transitions = {
        var scores = [Float](repeating: 0, count: FeatureExtractor.edgeClassCount * Tag.count * Tag.count)
        var start = [Float](repeating: 0, count: Tag.count)
        for next in 0..<UInt8(Tag.count) {
            if !Tag.allows(nil, next) { start[Int(next)] = forbidden }
            for previous in 0..<UInt8(Tag.count) where !Tag.allows(previous, next) {
                for edge in 0..<FeatureExtractor.edgeClassCount { scores[(edge * Tag.count + Int(previous)) * Tag.count + Int(next)] = forbidden }
            }
        }
        return Transitions(scores: scores, start: start)
    }()
}

/// The best tags of a sentence.
enum Viterbi {
    /// Decodes one sentence exactly.
    /// - Parameters:
    ///   - emissions: scores of the whole document, ``Tag/count`` a token.
    ///   - sentence: the tokens to decode.
    ///   - edges: class of each token of the document.
    ///   - tags: receives the tags of the sentence's tokens.
    static func decode(_ emissions: [Float], _ sentence: Range<Int>, _ edges: [UInt8], _ transitions: Transitions, into tags: inout [UInt8]) {
        let n = Tag.count
        var scores = [Float](repeating: 0, count: n)
        var next = [Float](repeating: 0, count: n)
        var back = [UInt8](repeating: 0, count: sentence.count * n)
        emissions.withUnsafeBufferPointer { emissions in
            transitions.scores.withUnsafeBufferPointer { table in
                for tag in 0..<n { scores[tag] = emissions[sentence.lowerBound * n + tag] + transitions.start[tag] }
                for token in sentence.dropFirst() {
                    let base = Int(edges[token]) * n * n
                    let row = (token - sentence.lowerBound) * n
                    for tag in 0..<n {
                        var best = -Float.infinity
                        var from = 0
                        for previous in 0..<n {
                            let score = scores[previous] + table[base + previous * n + tag]
                            if score > best {
                                best = score
                                from = previous
                            }
                        }
                        next[tag] = best + emissions[token * n + tag]
                        back[row + tag] = UInt8(from)
                    }
                    swap(&scores, &next)
                }
            }
        }
        var tag = scores.indices.max { scores[$0] < scores[$1] }!
        for token in sentence.reversed() {
            tags[token] = UInt8(tag)
            tag = Int(back[(token - sentence.lowerBound) * n + tag])
        }
    }
}
