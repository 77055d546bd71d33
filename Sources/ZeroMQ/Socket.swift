import CZeroMQ

/// One libzmq socket. Its owner is one thread; dropping it closes it.
///
///     let socket = try Socket(.dealer, in: context)
///     try socket.set(.immediate, to: true)
///     try socket.connect("ipc:///run/isnad/work")
///     try socket.send([Frame("hello")])
///
/// It can be a stored property of a class that lives on one thread. It may move to another thread
/// with its owner, never be used by two: libzmq does not check, and a lock is not enough.
///
/// Source: zmq_socket(3).
public struct Socket: ~Copyable {
    /// What kind this is.
    public let kind: Kind

    // `deinit` closes the handle before the context is released, which would wait for it.
    let handle: SocketHandle
    let context: Context

    /// Opens a socket, bound and connected to nothing.
    /// - Throws: ``ZeroMQError``: `tooManySockets`, `terminated`.
    public init(_ kind: Kind, in context: Context) throws(ZeroMQError) {
        guard let pointer = zmq_socket(context.pointer, kind.code) else {
            throw lastError("zmq_socket", "\(kind)")
        }
        self.kind = kind
        self.handle = SocketHandle(pointer)
        self.context = context
    }

    deinit {
        handle.close()
    }

    /// Closes it now. Unsent messages go on being sent for ``SocketOption/linger``.
    ///
    /// Source: zmq_close(3).
    public consuming func close() {}

    /// Opens an endpoint for peers to connect to.
    /// - Parameter endpoint: `tcp://ADDRESS:PORT` (`*` for all or any), `ipc://PATH` (at most 107 bytes) or
    ///   `inproc://NAME`.
    /// - Throws: ``ZeroMQError``: `addressInUse`, `accessDenied`, `notFound` (folder of an `ipc` path), `invalid`, …
    ///
    /// Two sockets bound to one `ipc` path are *not* refused: the second silently takes the path away. Neither does
    /// libzmq 4.3.4 remove the file in the end, so that its presence says nothing: lock a file of your own beside it.
    ///
    /// Source: zmq_bind(3).
    public func bind(_ endpoint: String) throws(ZeroMQError) {
        try check(zmq_bind(handle.opened(for: "zmq_bind"), endpoint), "zmq_bind", endpoint)
    }

    /// Connects to an endpoint, now or as soon as somebody is bound there. Returns at once.
    /// - Throws: ``ZeroMQError``: `invalid`, `protocolNotSupported`, `noThread`. An absent peer is no error.
    ///
    /// Source: zmq_connect(3).
    public func connect(_ endpoint: String) throws(ZeroMQError) {
        try check(zmq_connect(handle.opened(for: "zmq_connect"), endpoint), "zmq_connect", endpoint)
    }

    /// Takes back a ``bind(_:)``: no new peers come in by it.
    /// - Parameter endpoint: as ``lastEndpoint`` told, with the real port.
    /// - Throws: ``ZeroMQError``: `notFound` when nothing is bound there.
    ///
    /// Source: zmq_unbind(3).
    public func unbind(_ endpoint: String) throws(ZeroMQError) {
        try check(zmq_unbind(handle.opened(for: "zmq_unbind"), endpoint), "zmq_unbind", endpoint)
    }

    /// Takes back a ``connect(_:)``. Messages queued for that peer may be lost, whatever the linger.
    /// - Throws: ``ZeroMQError``: `notFound` when it was not connected.
    ///
    /// Source: zmq_disconnect(3).
    public func disconnect(_ endpoint: String) throws(ZeroMQError) {
        try check(zmq_disconnect(handle.opened(for: "zmq_disconnect"), endpoint), "zmq_disconnect", endpoint)
    }

    /// The endpoint bound or connected last, with the port the system chose for `tcp://127.0.0.1:*`.
    /// - Returns: the empty string before the first of them.
    ///
    /// Source: zmq_getsockopt(3), `ZMQ_LAST_ENDPOINT`.
    public var lastEndpoint: String {
        get throws(ZeroMQError) { try get(.lastEndpoint) }
    }

    /// Receives messages whose first frame starts with these bytes; none by default. SUB only.
    ///
    /// Source: zmq_setsockopt(3), `ZMQ_SUBSCRIBE`.
    public func subscribe(to prefix: [UInt8]) throws(ZeroMQError) { try set(.subscribe, to: prefix) }

    /// Receives messages whose first frame starts with this text; the empty text means all.
    public func subscribe(to prefix: String) throws(ZeroMQError) { try subscribe(to: Array(prefix.utf8)) }

    /// Takes back one ``subscribe(to:)`` of the same bytes.
    ///
    /// Source: zmq_setsockopt(3), `ZMQ_UNSUBSCRIBE`.
    public func unsubscribe(from prefix: [UInt8]) throws(ZeroMQError) { try set(.unsubscribe, to: prefix) }

    /// Takes back one ``subscribe(to:)`` of the same text.
    public func unsubscribe(from prefix: String) throws(ZeroMQError) { try unsubscribe(from: Array(prefix.utf8)) }
}

// Two threads must never hold one socket; moving it with its owner is what `sending` is for.
@available(*, unavailable)
extension Socket: Sendable {}
