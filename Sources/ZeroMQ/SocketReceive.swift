import CZeroMQ

/// How large a message may be that ``Socket/receive(wait:limits:)`` returns.
public struct MessageLimits: Hashable, Sendable {
    /// Frames, the routing id included.
    public var frameCountMax: Int
    /// Bytes of all frames together.
    public var byteCountMax: Int

    public init(frameCountMax: Int, byteCountMax: Int) {
        self.frameCountMax = frameCountMax
        self.byteCountMax = byteCountMax
    }

    /// 64 frames, 64 MiB.
    public static let standard = MessageLimits(frameCountMax: 64, byteCountMax: 64 << 20)
}

/// Why nothing could be received.
public enum ReceiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// libzmq refused.
    case refused(ZeroMQError)
    /// A message above the limits. It was read to its end and thrown away; the socket goes on with the next.
    case oversized(OversizedMessage)

    public var description: String {
        switch self {
        case .refused(let error): "\(error)"
        case .oversized(let message): "\(message)"
        }
    }
}

/// What is left of a message that was too large.
public struct OversizedMessage: Hashable, Sendable, CustomStringConvertible {
    /// All its frames.
    public let frameCount: Int
    /// All its bytes.
    public let byteCount: Int
    /// Its first frame when that alone is within the limits: on a ROUTER, who sent it.
    public let first: Frame?
    /// What it went beyond.
    public let limits: MessageLimits

    public var description: String {
        "message of \(frameCount) frames and \(byteCount) bytes thrown away: the limits are "
            + "\(limits.frameCountMax) frames and \(limits.byteCountMax) bytes; send less, or raise them"
    }
}

extension Socket {
    /// Receives one whole message.
    /// - Parameters:
    ///   - wait: whether to wait for one, at most ``SocketOption/receiveTimeout``. An event loop never waits.
    ///   - limits: what is too large. A message beyond them never holds more than `byteCountMax` and one frame here.
    /// - Returns: one or more frames, or `nil` when there is no message.
    /// - Throws: ``ReceiveError``: `oversized`; `refused` with `terminated`, `wrongState`, `notSupported`.
    ///
    /// libzmq hands a message over when all of it has arrived, and holds it meanwhile: ``SocketOption/maxMessageSize``
    /// limits each frame of it, nothing limits their number. `limits` cannot help there; only let in peers you know.
    ///
    /// Source: zmq_msg_recv(3), zmq_msg_more(3).
    public func receive(
        wait: Bool = false, limits: MessageLimits = .standard
    ) throws(ReceiveError) -> [Frame]? {
        do {
            let pointer = try handle.opened(for: "zmq_msg_recv")
            guard var storage = try Self.receiveFrame(wait ? 0 : ZMQ_DONTWAIT, from: pointer) else { return nil }
            var reading = Reading(limits)
            while reading.add(storage) {
                // All frames of a message are there once the first is, so this never waits.
                guard let next = try Self.receiveFrame(ZMQ_DONTWAIT, from: pointer) else {
                    preconditionFailure("libzmq gave part of a message")
                }
                storage = next
            }
            return try reading.result()
        } catch let error as ReceiveError {
            throw error
        } catch let error as ZeroMQError {
            throw .refused(error)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// - Returns: `nil` on would-block.
    private static func receiveFrame(
        _ flags: Int32, from pointer: UnsafeMutableRawPointer
    ) throws(ZeroMQError) -> FrameStorage? {
        let storage = FrameStorage.make(zmq_msg_init)
        while zmq_msg_recv(storage.message, pointer, flags) == -1 {
            let code = zmq_errno()
            if code == EINTR { continue }
            if code == EAGAIN { return nil }
            throw ZeroMQError(.init(rawValue: code), operation: "zmq_msg_recv")
        }
        return storage
    }
}

/// The frames of one message so far, or only their count once there are too many.
private struct Reading {
    private let limits: MessageLimits
    private var frames: [Frame] = []
    private var frameCount = 0
    private var byteCount = 0
    private var first: Frame?

    init(_ limits: MessageLimits) {
        self.limits = limits
    }

    private var fits: Bool { frameCount <= limits.frameCountMax && byteCount <= limits.byteCountMax }

    /// - Returns: whether more frames follow.
    mutating func add(_ storage: FrameStorage) -> Bool {
        let more = zmq_msg_more(storage.message) == 1
        frameCount += 1
        byteCount += zmq_msg_size(storage.message)
        if fits {
            let frame = Frame(filled: storage)
            if frameCount == 1 { first = frame }
            frames.append(frame)
        } else {
            frames = []
        }
        return more
    }

    func result() throws(ReceiveError) -> [Frame] {
        if fits { return frames }
        throw .oversized(
            OversizedMessage(frameCount: frameCount, byteCount: byteCount, first: first, limits: limits))
    }
}
