import ArabicText
public import Corpus
public import Isnad

/// Marks the names of people, organisations, places and other things.
public struct NameTagger: Plugin {
    public let manifest = Manifest(plugin: "isnad-entity-tagger", version: "1.0.0", reads: ["clean"], writes: "entities")
    private let model: TagModel

    init(model: TagModel) {
        self.model = model
    }

    public func annotate(_ document: Document) throws -> EntityLayer {
        guard let clean = try document.layer(CleanLayer.self) else { return EntityLayer() }
        let text = ScalarText(document.text)
        let content = clean.content
        let spans = (clean.sentences.isEmpty ? content : clean.sentences)
        guard spans.allSatisfy({ 0 <= $0.start && $0.start <= $0.end && $0.end <= text.count }) else {
            throw PluginError.document("a sentence of the clean layer lies outside the text")
        }
        return layer(of: text, sentences: spans)
    }

    /// The layer of a text whose sentences are known.
    func layer(of text: ScalarText, sentences: [Span]) -> EntityLayer {
        let taggable = TaggableText(text, sentences: sentences, lexicon: model.knowledge.lexicon)
        return EntityResolver(text: taggable, names: names(of: taggable), knowledge: model.knowledge).layer()
    }

    /// The names of a text whose sentences are known.
    func names(in text: ScalarText, sentences: [Span]) -> [FoundName] {
        names(of: TaggableText(text, sentences: sentences, lexicon: model.knowledge.lexicon))
    }

    private func names(of text: TaggableText) -> [FoundName] {
        let facts = TokenFacts(text, model.knowledge)
        let tags = model.tags(of: FeatureExtractor(text: text, facts: facts))
        return NameReader(text: text, facts: facts, model: model).names(tags)
    }
}
