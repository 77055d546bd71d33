import ArabicText
public import Corpus
public import Isnad

/// Finds temporal expressions and resolves them to TIMEX3 values.
public struct TemporalResolver: Plugin {
    public let manifest = Manifest(plugin: "isnad-date-resolver", version: "1.0.0", reads: ["clean"], writes: "dates")

    public init() {}

    /// The temporal expressions of a document's content blocks; of its whole text, when it has no `clean` layer.
    public func annotate(_ document: Document) throws -> DateLayer {
        let clean = try document.layer(CleanLayer.self)
        return DateLayer(mentions: mentions(of: document.text, in: clean?.content, published: document.published ?? clean?.published))
    }

    /// The temporal expressions of parts of a text.
    /// - Parameter spans: where to look; `nil` for the whole text.
    /// - Parameter published: day of publication, ISO 8601, with or without a time.
    public func mentions(of text: String, in spans: [Span]? = nil, published: String? = nil) -> [DateMention] {
        let text = ScalarText(text)
        var resolver = Resolver(publication: published.flatMap(Instant.init(iso:)))
        let regions = (spans ?? [Span(0, text.count)]).map { Span(max(0, $0.start), min(text.count, $0.end)) }.filter { $0.start < $0.end }
        var readings: [(reader: Reader, expressions: [Expression])] = []
        for region in regions {
            let reader = Reader(text: text, span: region)
            readings.append((reader, reader.expressions()))
        }
        resolver.findReference(in: readings.map(\.expressions))
        var mentions: [DateMention] = []
        for (reader, expressions) in readings { mentions += resolver.resolve(expressions, reader) }
        return mentions.sorted { $0.span < $1.span }
    }
}
