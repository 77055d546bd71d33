import CZeroMQ

/// One frame of a message: immutable bytes, cheap to keep, to copy and to send again.
///
/// Copying a frame, putting it into a dictionary or sending it to several peers shares one body,
/// which libzmq's threads and yours release together. Frames are equal when their bytes are.
///
///     let body = received[2]
///     for peer in peers { _ = try router.send([peer, header, body]) }   // the body is not copied
///
/// A received frame of 34 to about 8,000 bytes may keep a receive buffer of 8 to 12 KB alive: see
/// ``detached()`` and ``Context/init(ioThreads:maxSockets:copiesReceivedFrames:)``.
///
/// Source: zmq_msg_init(3), zmq_msg_copy(3).
public struct Frame: @unchecked Sendable {
    // Never written after `FrameStorage.share()`, which every initialiser calls before this value exists;
    // libzmq's counts are atomic.
    let storage: FrameStorage

    /// Takes over storage that this thread has just filled.
    init(filled storage: FrameStorage) {
        storage.share()
        self.storage = storage
    }

    /// How many bytes.
    public var count: Int { rawBytes.count }

    /// Whether there are none, as in a delimiter.
    public var isEmpty: Bool { count == 0 }

    /// Reads the bytes in place.
    /// - Parameter body: gets bytes that are valid until it returns. Their address is the same for all copies
    ///   of a frame of more than 33 bytes.
    @inlinable
    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(rawBytes)
    }

    /// The bytes, copied.
    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// The text, copied, or `nil` when the bytes are not UTF-8.
    public var string: String? {
        withUnsafeBytes { String(validating: $0, as: UTF8.self) }
    }

    /// The same bytes in memory of exactly their size: for a small frame that is kept for long.
    public func detached() -> Frame { withUnsafeBytes { Frame(copying: $0) } }

    /// What libzmq knows of the connection by which the frame came.
    /// - Returns: `nil` for frames made here, over `inproc`, and for what the peer or the ZAP handler did not give.
    ///
    /// Source: zmq_msg_gets(3).
    public func metadata(_ property: Metadata) -> String? {
        defer { withExtendedLifetime(self) {} }
        return zmq_msg_gets(storage.message, property.rawValue).map { String(cString: $0) }
    }

    /// A property of the connection.
    public struct Metadata: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Who the ZAP handler said the peer is: the only name to trust.
        public static let userId = Metadata(rawValue: "User-Id")
        /// The peer's network address, without a port.
        public static let peerAddress = Metadata(rawValue: "Peer-Address")
        /// The peer's kind of socket, as it says.
        public static let socketType = Metadata(rawValue: "Socket-Type")
        /// The peer's routing id, as it says.
        public static let routingId = Metadata(rawValue: "Routing-Id")
    }

    /// Valid as long as this frame is.
    @usableFromInline
    var rawBytes: UnsafeRawBufferPointer {
        let message = storage.message
        return UnsafeRawBufferPointer(start: zmq_msg_data(message), count: zmq_msg_size(message))
    }
}

extension Frame: Hashable {
    public static func == (left: Frame, right: Frame) -> Bool {
        left.storage === right.storage
            || left.withUnsafeBytes { left in right.withUnsafeBytes { right in left.elementsEqual(right) } }
    }

    public func hash(into hasher: inout Hasher) {
        withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension Frame: CustomStringConvertible {
    /// The text up to 64 bytes, else the count.
    public var description: String {
        if count <= 64, let string { "Frame(\"\(string)\")" } else { "Frame(\(count) bytes)" }
    }
}
