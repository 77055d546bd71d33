import CZeroMQ

/// Something that happened to a connection of a monitored socket.
///
/// Source: zmq_socket_monitor(3).
public struct SocketEvent: Hashable, Sendable, CustomStringConvertible {
    /// What happened.
    public let kind: Kind
    /// The endpoint it happened at, for example `tcp://127.0.0.1:5555`; on an accepting socket its own, not the peer's.
    public let address: String

    /// What happened, with libzmq's value. File descriptors are for comparing events only, and are used again by the
    /// system.
    public enum Kind: Hashable, Sendable {
        /// The transport is connected; the handshake is still to come.
        case connected(fileDescriptor: Int32)
        /// Connecting goes on in the background.
        case connectDelayed
        /// Connecting failed, and is tried again after this pause.
        case connectRetried(after: Duration)
        /// Bound.
        case listening(fileDescriptor: Int32)
        case bindFailed(ZeroMQError.Code)
        /// A peer's transport is connected; the handshake is still to come.
        case accepted(fileDescriptor: Int32)
        case acceptFailed(ZeroMQError.Code)
        case closed(fileDescriptor: Int32)
        case closeFailed(ZeroMQError.Code)
        /// A connection ended unexpectedly. A client refused for a wrong key sees this and nothing else.
        case disconnected(fileDescriptor: Int32)
        /// The last event: the socket was closed.
        case monitorStopped
        /// Messages can flow now.
        case handshakeSucceeded
        /// The connection broke in the handshake.
        case handshakeFailedNoDetail(ZeroMQError.Code)
        /// The peers do not agree: other security, other keys, not ZMTP.
        case handshakeFailedProtocol(HandshakeFailure)
        /// The ZAP handler refused, with status 300, 400 or 500.
        case handshakeFailedAuth(status: Int)
        /// An event that a later libzmq has.
        case other(event: UInt16, value: Int32)
    }

    /// For example `handshakeFailedAuth(status: 400) at tcp://127.0.0.1:5555`.
    public var description: String { "\(kind) at \(address)" }
}

/// Why peers could not agree.
///
/// Source: zmq.h, `ZMQ_PROTOCOL_ERROR_…`.
public struct HandshakeFailure: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Decryption failed: a client has the wrong server key, or its own halves do not match.
    public static let cryptographic = Self(rawValue: ZMQ_PROTOCOL_ERROR_ZMTP_CRYPTOGRAPHIC)
    /// One end has CURVE (or PLAIN), the other not.
    public static let mechanismMismatch = Self(rawValue: ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH)
    /// Not enough is known.
    public static let unspecified = Self(rawValue: ZMQ_PROTOCOL_ERROR_ZMTP_UNSPECIFIED)
    /// A command that does not belong there.
    public static let unexpectedCommand = Self(rawValue: ZMQ_PROTOCOL_ERROR_ZMTP_UNEXPECTED_COMMAND)
    /// The ZAP handler's own answer was wrong.
    public static let malformedZAPReply = Self(rawValue: ZMQ_PROTOCOL_ERROR_ZAP_MALFORMED_REPLY)

    public var description: String {
        switch self {
        case .cryptographic: "decryption failed: check the server's public key and the client's key pair"
        case .mechanismMismatch: "one end encrypts and the other does not"
        case .unspecified: "unspecified protocol error"
        case .unexpectedCommand: "unexpected command"
        case .malformedZAPReply: "malformed answer of the ZAP handler"
        default: "protocol error 0x\(String(rawValue, radix: 16))"
        }
    }
}

extension SocketEvent {
    /// Reads the two frames of a monitor's message, in this machine's byte order; `nil` for anything else.
    init?(_ frames: [Frame]) {
        guard frames.count == 2, frames[0].count == 6, let address = frames[1].string else { return nil }
        let (event, value) = frames[0].withUnsafeBytes {
            ($0.loadUnaligned(as: UInt16.self), $0.loadUnaligned(fromByteOffset: 2, as: Int32.self))
        }
        self.kind = Kind(event, value)
        self.address = address
    }
}

extension SocketEvent.Kind {
    fileprivate init(_ event: UInt16, _ value: Int32) {
        let code = ZeroMQError.Code(rawValue: value)
        self =
            switch Int32(event) {
            case ZMQ_EVENT_CONNECTED: .connected(fileDescriptor: value)
            case ZMQ_EVENT_CONNECT_DELAYED: .connectDelayed
            case ZMQ_EVENT_CONNECT_RETRIED: .connectRetried(after: .milliseconds(value))
            case ZMQ_EVENT_LISTENING: .listening(fileDescriptor: value)
            case ZMQ_EVENT_BIND_FAILED: .bindFailed(code)
            case ZMQ_EVENT_ACCEPTED: .accepted(fileDescriptor: value)
            case ZMQ_EVENT_ACCEPT_FAILED: .acceptFailed(code)
            case ZMQ_EVENT_CLOSED: .closed(fileDescriptor: value)
            case ZMQ_EVENT_CLOSE_FAILED: .closeFailed(code)
            case ZMQ_EVENT_DISCONNECTED: .disconnected(fileDescriptor: value)
            case ZMQ_EVENT_MONITOR_STOPPED: .monitorStopped
            case ZMQ_EVENT_HANDSHAKE_SUCCEEDED: .handshakeSucceeded
            case ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL: .handshakeFailedNoDetail(code)
            case ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL: .handshakeFailedProtocol(HandshakeFailure(rawValue: value))
            case ZMQ_EVENT_HANDSHAKE_FAILED_AUTH: .handshakeFailedAuth(status: Int(value))
            default: .other(event: event, value: value)
            }
    }
}
