public import Corpus

/// A text whose Unicode scalars are found by offset in constant time.
public struct ScalarText: Sendable {
    /// The text's scalars; every ``Span`` is a range of these.
    public let scalars: [Unicode.Scalar]

    public init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// Number of scalars.
    public var count: Int { scalars.count }

    /// The scalar at an offset.
    @inlinable
    public subscript(offset: Int) -> Unicode.Scalar { scalars[offset] }

    /// The text of a span, exactly as it stands.
    public subscript(span: Span) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[span.range])
        return String(view)
    }
}
