public import Corpus
public import Isnad

/// Separates an article from its page.
public struct ArticleCleaner: Plugin {
    public let manifest = Manifest(plugin: "isnad-cleaner", version: "1.0.0", reads: [], writes: "clean")

    public init() {}

    public func annotate(_ document: Document) throws -> CleanLayer {
        CleanLayer()
    }
}
