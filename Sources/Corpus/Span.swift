/// A half-open range `[start, end)` of Unicode scalars in a document's raw text.
///
/// Offsets count what Python's `str` indexing counts: code points, neither `Character`s nor UTF-16 units.
public struct Span: Codable, Hashable, Comparable, Sendable {
    /// Offset of the first scalar.
    public var start: Int
    /// Offset after the last scalar.
    public var end: Int

    /// A span; `start <= end` is the caller's promise, checked by `verify` for what comes from outside.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// Length in Unicode scalars.
    public var count: Int { end - start }
    /// The span as a range, for slicing an array of scalars.
    public var range: Range<Int> { start..<end }

    /// Whether every scalar of `other` lies in this span.
    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
    /// Whether the scalar at `offset` lies in this span.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    /// Whether the two share a scalar.
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// By start, then by end.
    public static func < (left: Span, right: Span) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
