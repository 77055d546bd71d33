import Foundation

/// A sentence ready to be learned: feature numbers of its tokens, their edge classes and gold tags.
struct TrainingSentence {
    /// Where each token's features begin in ``features``; one more at the end.
    var starts: [Int32]
    var features: [Int32]
    /// Features of the document pass, which some epochs leave out.
    var documentStarts: [Int32]
    var documentFeatures: [Int32]
    var edges: [UInt8]
    var tags: [UInt8]
}

/// Learns a linear-chain conditional random field by stochastic gradient descent with L2 regularisation.
///
/// The step shrinks as Bottou's does; the weights of the last half of the epochs are averaged. The same sentences and
/// seed give the same weights.
struct ChainTrainer {
    var epochs = 20
    /// Strength of the regularisation: the inverse variance of the weights' prior.
    var regularisation: Float = 1
    var rate: Float = 0.15
    /// How often a sentence is seen without its document features.
    var documentDropout = 0.2
    /// Share of a sentence's features that each step leaves out, so that none is leaned on alone.
    var featureDropout = 0.0
    var seed: UInt64 = 7

    /// Learns the weights of features and transitions.
    /// - Parameter progress: told the epoch and its loss a token.
    func train(_ sentences: [TrainingSentence], featureCount: Int, progress: (Int, Double) -> Void) -> (weights: [Float], transitions: Transitions) {
        let n = Tag.count
        let edgeSize = FeatureExtractor.edgeClassCount * n * n
        var state = State(weights: [Float](repeating: 0, count: featureCount * n),
                          edges: [Float](repeating: 0, count: edgeSize), start: [Float](repeating: 0, count: n))
        var sum = State(weights: [Float](repeating: 0, count: featureCount * n),
                        edges: [Float](repeating: 0, count: edgeSize), start: [Float](repeating: 0, count: n))
        var random = SplitMix(seed: seed)
        var order = Array(sentences.indices)
        let lambda = regularisation / Float(max(1, sentences.count))
        var scale: Float = 1
        var step = 0
        var averaged = 0
        var scratch = Scratch()
        for epoch in 0..<epochs {
            random.shuffle(&order)
            var loss = 0.0
            var tokens = 0
            for index in order {
                let eta = rate / (1 + rate * lambda * Float(step))
                step += 1
                scale *= 1 - eta * lambda
                let withDocument = random.unit() >= documentDropout
                scratch.choose(sentences[index], withDocument, featureDropout, &random)
                loss += scratch.learn(sentences[index], &state, scale, eta)
                tokens += sentences[index].tags.count
                if scale < 1e-4 {
                    for i in state.weights.indices { state.weights[i] *= scale }
                    scale = 1
                }
            }
            if epoch * 2 >= epochs {
                averaged += 1
                sum.add(state, scale)
            }
            progress(epoch + 1, loss / Double(max(1, tokens)))
        }
        let factor = 1 / Float(max(1, averaged))
        let kept = Float(1 - featureDropout)
        var transitions = Transitions.zero
        for i in transitions.scores.indices where transitions.scores[i] == 0 { transitions.scores[i] = sum.edges[i] * factor }
        for i in transitions.start.indices where transitions.start[i] == 0 { transitions.start[i] = sum.start[i] * factor }
        return (sum.weights.map { $0 * factor * kept }, transitions)
    }

    struct State {
        var weights: [Float]
        var edges: [Float]
        var start: [Float]

        mutating func add(_ other: State, _ scale: Float) {
            for i in weights.indices { weights[i] += other.weights[i] * scale }
            for i in edges.indices { edges[i] += other.edges[i] }
            for i in start.indices { start[i] += other.start[i] }
        }
    }
}

/// Working memory of one gradient step.
private struct Scratch {
    private var potentials: [Float] = []
    private var forward: [Float] = []
    private var backward: [Float] = []
    private var norms: [Float] = []
    private var starts: [Int] = []
    private var features: [Int32] = []
    private var marginals = [Float](repeating: 0, count: Tag.count)

    /// Chooses the features of a sentence that this step sees.
    mutating func choose(_ sentence: TrainingSentence, _ withDocument: Bool, _ dropout: Double, _ random: inout SplitMix) {
        starts.removeAll(keepingCapacity: true)
        features.removeAll(keepingCapacity: true)
        let bound = UInt16(dropout * 65536)
        var bits: UInt64 = 0
        var left = 0
        for token in sentence.tags.indices {
            starts.append(features.count)
            func keep() -> Bool {
                if bound == 0 { return true }
                if left == 0 {
                    bits = random.next()
                    left = 4
                }
                left -= 1
                defer { bits >>= 16 }
                return UInt16(truncatingIfNeeded: bits) >= bound
            }
            for place in Int(sentence.starts[token])..<Int(sentence.starts[token + 1]) where keep() { features.append(sentence.features[place]) }
            guard withDocument else { continue }
            for place in Int(sentence.documentStarts[token])..<Int(sentence.documentStarts[token + 1]) where keep() {
                features.append(sentence.documentFeatures[place])
            }
        }
        starts.append(features.count)
    }

    /// One step on one sentence.
    /// - Returns: its negative log-likelihood before the step.
    mutating func learn(_ sentence: TrainingSentence, _ state: inout ChainTrainer.State, _ scale: Float, _ eta: Float) -> Double {
        let n = Tag.count
        let count = sentence.tags.count
        if potentials.count < count * n {
            potentials = [Float](repeating: 0, count: count * n)
            forward = potentials
            backward = potentials
            norms = [Float](repeating: 0, count: count)
        }
        var edgeWeights = Transitions.zero
        for i in edgeWeights.scores.indices { edgeWeights.scores[i] = edgeWeights.scores[i] < 0 ? 0 : exp(state.edges[i]) }
        for i in edgeWeights.start.indices { edgeWeights.start[i] = edgeWeights.start[i] < 0 ? 0 : exp(state.start[i]) }
        let edges = edgeWeights.scores
        var goldScore = 0.0
        var logNorm = 0.0
        // Scores of tags, then their exponentials, each token's largest taken out.
        for token in 0..<count {
            for tag in 0..<n { potentials[token * n + tag] = 0 }
            addFeatures(token, state.weights)
            var largest = -Float.infinity
            for tag in 0..<n {
                potentials[token * n + tag] *= scale
                largest = max(largest, potentials[token * n + tag])
            }
            goldScore += Double(potentials[token * n + Int(sentence.tags[token])] - largest)
            for tag in 0..<n { potentials[token * n + tag] = exp(potentials[token * n + tag] - largest) }
        }
        for token in 0..<count {
            var total: Float = 0
            let base = Int(sentence.edges[token]) * n * n
            if token == 0 {
                goldScore += Double(state.start[Int(sentence.tags[0])])
            } else {
                goldScore += Double(state.edges[base + Int(sentence.tags[token - 1]) * n + Int(sentence.tags[token])])
            }
            for tag in 0..<n {
                var value: Float = 0
                if token == 0 {
                    value = edgeWeights.start[tag]
                } else {
                    for previous in 0..<n { value += forward[(token - 1) * n + previous] * edges[base + previous * n + tag] }
                }
                value *= potentials[token * n + tag]
                forward[token * n + tag] = value
                total += value
            }
            norms[token] = total
            logNorm += Double(log(total))
            for tag in 0..<n { forward[token * n + tag] /= total }
        }
        for tag in 0..<n { backward[(count - 1) * n + tag] = 1 }
        for token in stride(from: count - 1, to: 0, by: -1) {
            let base = Int(sentence.edges[token]) * n * n
            for previous in 0..<n {
                var value: Float = 0
                for tag in 0..<n {
                    value += edges[base + previous * n + tag] * potentials[token * n + tag] * backward[token * n + tag]
                }
                backward[(token - 1) * n + previous] = value / norms[token]
            }
        }
        update(sentence, &state, scale, eta, edges)
        return logNorm - goldScore
    }

    private mutating func update(_ sentence: TrainingSentence, _ state: inout ChainTrainer.State, _ scale: Float, _ eta: Float, _ edges: [Float]) {
        let n = Tag.count
        for token in 0..<sentence.tags.count {
            let base = Int(sentence.edges[token]) * n * n
            if token > 0 {
                for previous in 0..<n {
                    let before = forward[(token - 1) * n + previous] / norms[token]
                    for tag in 0..<n {
                        let p = before * edges[base + previous * n + tag] * potentials[token * n + tag] * backward[token * n + tag]
                        state.edges[base + previous * n + tag] -= eta * p
                    }
                }
                state.edges[base + Int(sentence.tags[token - 1]) * n + Int(sentence.tags[token])] += eta
            }
            for tag in 0..<n { marginals[tag] = forward[token * n + tag] * backward[token * n + tag] }
            marginals[Int(sentence.tags[token])] -= 1
            if token == 0 {
                for tag in 0..<n { state.start[tag] -= eta * marginals[tag] }
            }
            let factor = eta / scale
            for tag in 0..<n { marginals[tag] *= factor }
            subtract(token, &state.weights)
        }
    }

    private mutating func addFeatures(_ token: Int, _ weights: [Float]) {
        let n = Tag.count
        weights.withUnsafeBufferPointer { weights in
            potentials.withUnsafeMutableBufferPointer { out in
                for place in starts[token]..<starts[token + 1] {
                    let at = Int(features[place]) * n
                    for tag in 0..<n { out[token * n + tag] += weights[at + tag] }
                }
            }
        }
    }

    private mutating func subtract(_ token: Int, _ weights: inout [Float]) {
        let n = Tag.count
        weights.withUnsafeMutableBufferPointer { weights in
            for place in starts[token]..<starts[token + 1] {
                let at = Int(features[place]) * n
                for tag in 0..<n { weights[at + tag] -= marginals[tag] }
            }
        }
    }
}

/// A small generator of random numbers that a seed replays (splitmix64).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return FeatureHash.mix(state)
    }

    /// A number from 0 up to 1.
    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

    /// A number from 0 up to a bound.
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func shuffle<T>(_ array: inout [T]) {
        for i in array.indices.dropFirst().reversed() { array.swapAt(i, below(i + 1)) }
    }
}
