/// The text of an input, and the layers that reading it already gave.
public struct RawText: Sendable, Equatable {
    public var text: String
    /// Layers by name, as JSON bytes; `markup` for a page.
    public var layers: [String: [UInt8]]
    /// The encoding the bytes were in, such as `utf-8` or `windows-1256`.
    public var encoding: String

    public init(text: String, layers: [String: [UInt8]] = [:], encoding: String = "utf-8") {
        self.text = text
        self.layers = layers
        self.encoding = encoding
    }
}

/// Why an input is no document.
public enum IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case tooLarge(byteCount: Int, limit: Int)
    case binary
    case notText(offset: Int)
    /// The markup parser gave up (out of memory).
    case markup

    public var description: String {
        switch self {
        case .empty: "the input holds no text"
        case .tooLarge(let byteCount, let limit): "the input has \(byteCount) bytes; the limit is \(limit) (raise it with --size-limit)"
        case .binary: "the input is binary, not text"
        case .notText(let offset): "the input is neither UTF-8 nor a known Arabic encoding (byte \(offset) is malformed)"
        case .markup: "the page could not be parsed"
        }
    }
}
