import ArabicText
import Corpus
import Dispatch
import Foundation

/// Makes a ``TagModel`` of annotated documents.
///
/// The document pass must learn from first passes that were not seen in training, so the documents are tagged in folds,
/// each by a model of the others; then one model learns from everything.
struct ModelTrainer {
    var knowledge: Knowledge
    var chain = ChainTrainer()
    var folds = 5
    /// How many models are learned in different orders and averaged.
    var rounds = 4
    /// How many times each document is learned again in another desk's habits.
    var copies = 0
    /// The names that copies may have instead.
    var substitutes = Substitutes()
    /// How much is taken from the score of being no name; more finds more names, and more that are none.
    var recall: Float = 0
    /// Features seen in fewer documents than this are left out.
    var countMinimum = 1
    /// Features whose weights are all smaller than this are left out of the model.
    var weightMinimum: Float = 0.02
    var say: (String) -> Void

    func train(_ documents: [GoldDocument]) -> TagModel {
        var set = TrainingSet()
        var augmenter = Augmenter(seed: chain.seed, substitutes: substitutes)
        for (index, document) in documents.enumerated() {
            set.add(document, knowledge, fold: index % folds, document: index)
            for _ in 0..<copies { set.add(augmenter.rewrite(document), knowledge, fold: index % folds, document: index) }
        }
        if countMinimum > 1 { set.prune(minimum: countMinimum) }
        let tokens = documents.isEmpty ? 0 : set.items.reduce(0) { $0 + $1.tags.count }
        say("\(documents.count) documents, \(tokens) tokens, \(set.featureCount) features")
        let first = firstPass(set)
        for index in set.items.indices { set.setDocumentPass(index, firstTags: first[index]) }
        let learned = average(set)
        let n = Tag.count
        var kept: [(hash: UInt64, weights: ArraySlice<Float>)] = []
        for id in 0..<set.featureCount {
            var row = learned.weights[id * n..<id * n + n]
            if set.hashes[id] == FeatureExtractor.bias { row[row.startIndex] -= recall }
            if row.contains(where: { abs($0) >= weightMinimum }) { kept.append((set.hashes[id], row)) }
        }
        for feature in ParticleTrainer().train(set.items) {
            kept.append((feature.hash, [feature.weight] + [Float](repeating: 0, count: n - 1)))
        }
        say("\(kept.count) features kept")
        return TagModel(knowledge: knowledge, table: FeatureTable(kept), transitions: learned.transitions,
                        note: "\(documents.count) documents, \(tokens) tokens")
    }

    /// The mean of models learned in different random orders: their scores add up, so one model stands for all.
    private func average(_ set: TrainingSet) -> (weights: [Float], transitions: Transitions) {
        let sentences = set.items.flatMap(\.sentences)
        var weights = [Float](repeating: 0, count: set.featureCount * Tag.count)
        var transitions = Transitions.zero
        for round in 0..<rounds {
            var chain = chain
            chain.seed &+= UInt64(round)
            let learned = chain.train(sentences, featureCount: set.featureCount) { epoch, loss in
                say("model \(round + 1) of \(rounds): epoch \(epoch) of \(chain.epochs), loss \(String(format: "%.4f", loss)) a token")
            }
            let share = 1 / Float(rounds)
            for i in weights.indices { weights[i] += learned.weights[i] * share }
            for i in transitions.scores.indices where transitions.scores[i] > Transitions.forbidden { transitions.scores[i] += learned.transitions.scores[i] * share }
            for i in transitions.start.indices where transitions.start[i] > Transitions.forbidden { transitions.start[i] += learned.transitions.start[i] * share }
        }
        return (weights, transitions)
    }

    /// The tags of every document by models that have not seen it.
    private func firstPass(_ set: TrainingSet) -> [[UInt8]] {
        var result = [[UInt8]](repeating: [], count: set.items.count)
        var chain = chain
        chain.documentDropout = 1.1
        chain.epochs = max(6, chain.epochs / 2)
        for fold in 0..<folds {
            let seen = set.items.filter { $0.fold != fold }.flatMap(\.sentences)
            let learned = chain.train(seen, featureCount: set.featureCount) { _, _ in }
            for (index, item) in set.items.enumerated() where item.fold == fold {
                result[index] = Self.tags(of: item, learned.weights, learned.transitions)
            }
            say("first pass: fold \(fold + 1) of \(folds)")
        }
        return result
    }

    private static func tags(of item: TrainingSet.Item, _ weights: [Float], _ transitions: Transitions) -> [UInt8] {
        let n = Tag.count
        let text = item.extractor.text
        var emissions = [Float](repeating: 0, count: text.tokens.count * n)
        var tags = [UInt8](repeating: Tag.outside, count: text.tokens.count)
        var edges = [UInt8](repeating: 0, count: text.tokens.count)
        for (sentence, range) in zip(item.sentences, text.sentences) {
            for token in range {
                let place = token - range.lowerBound
                edges[token] = sentence.edges[place]
                for feature in sentence.features[Int(sentence.starts[place])..<Int(sentence.starts[place + 1])] {
                    for tag in 0..<n { emissions[token * n + tag] += weights[Int(feature) * n + tag] }
                }
            }
            Viterbi.decode(emissions, range, edges, transitions, into: &tags)
        }
        return tags
    }
}
