/// The `dates` layer: temporal expressions of the content blocks, resolved.
public struct DateLayer: Layer, Equatable {
    public static let name = "dates"

    /// Every expression, in order of the text; none overlaps another.
    public var mentions: [DateMention]

    public init(mentions: [DateMention] = []) {
        self.mentions = mentions
    }
}

/// One temporal expression.
public struct DateMention: Codable, Hashable, Sendable {
    public var start: Int
    public var end: Int
    public var type: DateType
    /// TIMEX3 value, ISO 8601 based: `2024-12-07`, `2024-W49`, `2024-12-07TEV`, `P3D`, `XXXX-WXX-5`; `?` where nothing decides it.
    public var value: String

    public init(_ span: Span, _ type: DateType, value: String) {
        start = span.start
        end = span.end
        self.type = type
        self.value = value
    }

    public var span: Span { Span(start, end) }
}

/// The TIMEX3 types.
public enum DateType: String, Codable, Sendable, CaseIterable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
}
