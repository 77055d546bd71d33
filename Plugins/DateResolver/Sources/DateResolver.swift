public import Corpus
public import Isnad

/// Finds temporal expressions and resolves them to TIMEX3 values.
public struct TemporalResolver: Plugin {
    public let manifest = Manifest(plugin: "isnad-date-resolver", version: "1.0.0", reads: ["clean"], writes: "dates")

    public init() {}

    public func annotate(_ document: Document) throws -> DateLayer {
        DateLayer()
    }
}
