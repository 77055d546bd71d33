public import Corpus

/// A text whose Unicode scalars are found by offset in constant time.
public struct ScalarText: Sendable {
    /// The text's scalars; every ``Span`` is a range of these.
    public let scalars: [Unicode.Scalar]

    public init(_ text: String) {
        var text = text
        scalars = text.withUTF8 { Self.scalars(of: $0) }
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

    /// Decodes well-formed UTF-8, which a `String` always is.
    private static func scalars(of bytes: UnsafeBufferPointer<UInt8>) -> [Unicode.Scalar] {
        // What is reserved beyond the scalars is never touched.
        Array(unsafeUninitializedCapacity: bytes.count) { out, written in
            var at = 0
            while at < bytes.count {
                let byte = UInt32(bytes[at])
                let value: UInt32
                if byte < 0x80 {
                    value = byte
                    at += 1
                } else if byte < 0xE0 {
                    value = (byte & 0x1F) << 6 | UInt32(bytes[at + 1]) & 0x3F
                    at += 2
                } else if byte < 0xF0 {
                    value = (byte & 0x0F) << 12 | (UInt32(bytes[at + 1]) & 0x3F) << 6 | UInt32(bytes[at + 2]) & 0x3F
                    at += 3
                } else {
                    value = (byte & 0x07) << 18 | (UInt32(bytes[at + 1]) & 0x3F) << 12 | (UInt32(bytes[at + 2]) & 0x3F) << 6 | UInt32(bytes[at + 3]) & 0x3F
                    at += 4
                }
                (out.baseAddress! + written).initialize(to: Unicode.Scalar(value)!)
                written += 1
            }
        }
    }
}
