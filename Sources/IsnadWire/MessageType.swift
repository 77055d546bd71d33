/// The type byte of an envelope.
public enum MessageType: UInt8, Sendable, CaseIterable {
    case hello = 0x01
    case welcome = 0x02
    case reject = 0x03
    case credit = 0x04
    case task = 0x05
    case result = 0x06
    case failure = 0x07
    case acknowledge = 0x08
    case extend = 0x09
    case ping = 0x0A
    case pong = 0x0B
    case cancel = 0x0C
    case drain = 0x0D
    case goodbye = 0x0E
    case submit = 0x10
    case admitted = 0x11
    case status = 0x12
    case report = 0x13
    case error = 0x7F

    /// How many body frames a message of this type may have.
    public var bodyCounts: ClosedRange<Int> {
        switch self {
        case .task, .submit: 0...(Manifest.layerCountMax + 1)
        case .result: 0...1
        case .report: 1...1
        default: 0...0
        }
    }
}

/// Bounds that every message keeps; `docs/protocol/messages.json` repeats them for other implementations.
public enum WireLimits {
    /// `ISND`, the major version, the type.
    public static let envelopeByteCount = 6
    public static let headerByteCountMax = 64 << 10
    /// One text or one layer.
    public static let bodyByteCountMax = 64 << 20
    /// Frames of a message, without a routing id.
    public static let frameCountMax = 2 + Manifest.layerCountMax + 1
    /// A document's id, in bytes of UTF-8.
    public static let idByteCountMax = 512
    /// The magic at the head of every envelope.
    public static let magic: [UInt8] = Array("ISND".utf8)
}
