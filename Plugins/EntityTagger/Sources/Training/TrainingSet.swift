import ArabicText
import Corpus

/// Documents turned into numbered features, ready for ``ChainTrainer``.
struct TrainingSet {
    /// One document: its extractor, its gold tags, and its sentences.
    struct Item {
        var gold: GoldDocument
        var extractor: FeatureExtractor
        var tags: [UInt8]
        var sentences: [TrainingSentence]
        /// The fold in which it is held out of the first pass.
        var fold: Int
        /// The same for a document and its rewritten copies.
        var document: Int32
    }

    private(set) var items: [Item] = []
    private var numbers: [UInt64: Int32] = [:]
    private(set) var hashes: [UInt64] = []

    var featureCount: Int { hashes.count }

    /// Adds a document.
    mutating func add(_ gold: GoldDocument, _ knowledge: Knowledge, fold: Int, document: Int) {
        let text = TaggableText(gold.text, sentences: gold.sentences, lexicon: knowledge.lexicon)
        let extractor = FeatureExtractor(text: text, facts: TokenFacts(text, knowledge))
        let tags = Self.tags(of: gold, text)
        var features: [UInt64] = []
        let sentences = text.sentences.map { sentence in
            var starts: [Int32] = [0]
            var ids: [Int32] = []
            for token in sentence {
                features.removeAll(keepingCapacity: true)
                for role in FeatureExtractor.Role.allCases {
                    let at = token + role.offset
                    let word = sentence.contains(at) ? text.word(at) : TaggableText.Word.boundary
                    extractor.features(of: word, as: role, into: &features)
                }
                extractor.joint(token, sentence, into: &features)
                for feature in features { ids.append(number(of: feature)) }
                starts.append(Int32(ids.count))
            }
            return TrainingSentence(starts: starts, features: ids, documentStarts: [Int32](repeating: 0, count: sentence.count + 1),
                                    documentFeatures: [], edges: sentence.map { UInt8(extractor.edgeClass($0)) },
                                    tags: Array(tags[sentence]))
        }
        items.append(Item(gold: gold, extractor: extractor, tags: tags, sentences: sentences, fold: fold, document: Int32(document)))
    }

    /// Leaves out the features seen in fewer than `minimum` documents, so that rare words are learned by what they look
    /// like and where they stand.
    mutating func prune(minimum: Int) {
        var counts = [Int32](repeating: 0, count: hashes.count)
        var seen = [Int32](repeating: -1, count: hashes.count)
        for item in items {
            for sentence in item.sentences {
                for id in sentence.features where seen[Int(id)] != item.document {
                    seen[Int(id)] = item.document
                    counts[Int(id)] += 1
                }
            }
        }
        var renumbered = [Int32](repeating: -1, count: hashes.count)
        var kept: [UInt64] = []
        for id in hashes.indices where counts[id] >= minimum {
            renumbered[id] = Int32(kept.count)
            kept.append(hashes[id])
        }
        hashes = kept
        numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, Int32($0)) })
        for item in items.indices {
            for index in items[item].sentences.indices {
                let old = items[item].sentences[index]
                var starts: [Int32] = [0]
                var ids: [Int32] = []
                for token in old.tags.indices {
                    for place in Int(old.starts[token])..<Int(old.starts[token + 1]) {
                        let id = renumbered[Int(old.features[place])]
                        if id >= 0 { ids.append(id) }
                    }
                    starts.append(Int32(ids.count))
                }
                items[item].sentences[index].starts = starts
                items[item].sentences[index].features = ids
            }
        }
    }

    /// Gives a document the features of the document pass over first tags of it.
    mutating func setDocumentPass(_ index: Int, firstTags: [UInt8]) {
        let text = items[index].extractor.text
        let pass = DocumentPass(items[index].extractor, tags: firstTags)
        var features: [UInt64] = []
        for (place, sentence) in text.sentences.enumerated() {
            var starts: [Int32] = [0]
            var ids: [Int32] = []
            for token in sentence {
                features.removeAll(keepingCapacity: true)
                pass.features(of: token, sentence, into: &features)
                for feature in features { ids.append(number(of: feature)) }
                starts.append(Int32(ids.count))
            }
            items[index].sentences[place].documentStarts = starts
            items[index].sentences[place].documentFeatures = ids
        }
    }

    private mutating func number(of feature: UInt64) -> Int32 {
        if let number = numbers[feature] { return number }
        let number = Int32(hashes.count)
        numbers[feature] = number
        hashes.append(feature)
        return number
    }

    /// The gold tags of a document's tokens: a token is in a name when the name covers its end.
    static func tags(of gold: GoldDocument, _ text: TaggableText) -> [UInt8] {
        var tags = [UInt8](repeating: Tag.outside, count: text.tokens.count)
        var token = 0
        for name in gold.names {
            while token < text.tokens.count, text.tokens[token].end <= name.span.start { token += 1 }
            var first = true
            while token < text.tokens.count, text.tokens[token].start < name.span.end {
                tags[token] = first ? Tag.begin(name.type) : Tag.inside(name.type)
                first = false
                token += 1
            }
        }
        return tags
    }
}
