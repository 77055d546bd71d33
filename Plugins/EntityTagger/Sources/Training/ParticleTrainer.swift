import ArabicText
import Corpus

/// Learns, by an averaged perceptron, how many particles stand before a name.
struct ParticleTrainer {
    var epochs = 8
    var seed: UInt64 = 11

    private struct Choice {
        var features: [[UInt64]]
        var right: Int
    }

    /// The weights of ``ParticleChooser``'s features, in order of their hashes.
    func train(_ items: [TrainingSet.Item]) -> [(hash: UInt64, weight: Float)] {
        var choices = items.flatMap(choices)
        var weights: [UInt64: (value: Float, sum: Float, at: Int)] = [:]
        var random = SplitMix(seed: seed)
        var step = 0
        for _ in 0..<epochs {
            random.shuffle(&choices)
            for choice in choices {
                step += 1
                let scores = choice.features.map { $0.reduce(Float(0)) { $0 + (weights[$1]?.value ?? 0) } }
                let best = scores.indices.filter { $0 != choice.right }.max { scores[$0] < scores[$1] }!
                // A margin, so that a right choice by a hair is still learned.
                guard scores[best] + 1 > scores[choice.right] else { continue }
                for (features, sign) in [(choice.features[choice.right], Float(1)), (choice.features[best], -1)] {
                    for feature in features {
                        var weight = weights[feature] ?? (0, 0, 0)
                        weight.sum += weight.value * Float(step - weight.at)
                        weight.at = step
                        weight.value += sign * 0.1
                        weights[feature] = weight
                    }
                }
            }
        }
        return weights.map { ($0.key, ($0.value.sum + $0.value.value * Float(step - $0.value.at)) / Float(max(1, step))) }
            .filter { abs($0.1) > 0.001 }
            .sorted { $0.0 < $1.0 }
    }

    private func choices(_ item: TrainingSet.Item) -> [Choice] {
        let text = item.extractor.text
        let chooser = ParticleChooser(text: text, facts: item.extractor.facts)
        var choices: [Choice] = []
        var token = 0
        for sentence in text.sentences {
            for first in sentence where Tag.isBegin(item.tags[first]) && text.word(first).candidates.count > 1 {
                while token < item.gold.names.count, item.gold.names[token].span.end <= text.tokens[first].start { token += 1 }
                guard token < item.gold.names.count else { break }
                let name = item.gold.names[token]
                let word = text.word(first)
                guard let right = word.candidates.indices.first(where: {
                    text.tokens[first].start(afterLetters: word.candidates[$0].letterCount, in: text.text) == name.span.start
                }) else { continue }
                var end = first + 1
                while end < sentence.upperBound, Tag.isInside(item.tags[end]) { end += 1 }
                choices.append(Choice(features: word.candidates.indices.map { place in
                    var features: [UInt64] = []
                    chooser.features(of: place, first, name.type, length: end - first, sentence, item.tags, into: &features)
                    return features
                }, right: right))
            }
        }
        return choices
    }
}
