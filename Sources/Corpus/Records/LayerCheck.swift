/// What a layer must hold before it may enter the corpus: its schema, and spans that lie in the text.
public enum LayerCheck {
    public struct Problem: Error, CustomStringConvertible {
        public var layer: String
        public var reason: String
        public var description: String { "layer \(layer): \(reason)" }
    }

    /// - Throws: ``Problem`` for the first thing wrong with one of the standard layers.
    public static func check(_ record: CorpusRecord) throws {
        let scalarCount = record.text.unicodeScalars.count
        if let clean: CleanLayer = try decode(record) {
            try ordered(clean.blocks.map(\.span), CleanLayer.name, scalarCount)
            try ordered(clean.sentences, CleanLayer.name, scalarCount)
        }
        if let entities: EntityLayer = try decode(record) { try ordered(entities.mentions.map(\.span), EntityLayer.name, scalarCount) }
        if let dates: DateLayer = try decode(record) { try ordered(dates.mentions.map(\.span), DateLayer.name, scalarCount) }
        if let claims: ClaimLayer = try decode(record) {
            for claim in claims.claims {
                for span in [claim.cue] + claim.content + (claim.source.span.map { [$0] } ?? []) {
                    try inside(span, ClaimLayer.name, scalarCount)
                }
            }
        }
    }

    private static func decode<L: Layer>(_ record: CorpusRecord) throws -> L? {
        do { return try record.layer() } catch { throw Problem(layer: L.name, reason: "does not follow its schema (\(error))") }
    }

    private static func inside(_ span: Span, _ layer: String, _ scalarCount: Int) throws {
        guard 0 <= span.start, span.start < span.end, span.end <= scalarCount else {
            throw Problem(layer: layer, reason: "the span \(span.start)..<\(span.end) is empty or outside the text of \(scalarCount) scalars")
        }
    }

    private static func ordered(_ spans: [Span], _ layer: String, _ scalarCount: Int) throws {
        var end = 0
        for span in spans {
            try inside(span, layer, scalarCount)
            guard span.start >= end else { throw Problem(layer: layer, reason: "the span \(span.start)..<\(span.end) overlaps or precedes the one before it") }
            end = span.end
        }
    }
}
