public import Corpus
public import Isnad

/// Finds who said what: sources, cues, contents and chains of transmission.
public struct Attributor: Plugin {
    public let manifest = Manifest(plugin: "isnad-claim-attributor", version: "1.0.0", reads: ["clean", "dates", "entities"], writes: "claims")

    public init() {}

    public func annotate(_ document: Document) throws -> ClaimLayer {
        ClaimLayer()
    }
}
