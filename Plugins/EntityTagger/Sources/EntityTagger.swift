public import Corpus
public import Isnad

/// Marks the names of people, organisations, places and other things.
public struct NameTagger: Plugin {
    public let manifest = Manifest(plugin: "isnad-entity-tagger", version: "1.0.0", reads: ["clean"], writes: "entities")

    public init() {}

    public func annotate(_ document: Document) throws -> EntityLayer {
        EntityLayer()
    }
}
