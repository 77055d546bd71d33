/// The text of an input, and the layers that reading it already gave.
public struct RawText: Sendable, Equatable {
    public var text: String
    /// Layers by name, as JSON bytes; `markup` for a page.
    public var layers: [String: [UInt8]]

    public init(text: String, layers: [String: [UInt8]] = [:]) {
        self.text = text
        self.layers = layers
    }
}

/// Why an input is no document.
public enum IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case tooLarge(byteCount: Int, limit: Int)
    case binary
    case notText(offset: Int)

    public var description: String {
        switch self {
        case .empty: "the input holds no text"
        case .tooLarge(let byteCount, let limit): "the input has \(byteCount) bytes; the limit is \(limit) (raise it with --size-limit)"
        case .binary: "the input is binary, not text"
        case .notText(let offset): "the input is neither UTF-8 nor a known Arabic encoding (byte \(offset) is malformed)"
        }
    }
}
