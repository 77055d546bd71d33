import CZeroMQ

/// libzmq's I/O threads and the sockets on them; usually one a process.
///
/// Every ``Socket`` keeps its context alive, so the last of them to go ends it. Ending waits until
/// closed sockets have sent what their ``SocketOption/linger`` lets them.
///
///     let context = try Context()
///     let socket = try Socket(.router, in: context)
///
/// New sockets linger for zero time (libzmq's own default is for ever); set
/// ``SocketOption/linger`` where the last messages matter.
public final class Context: @unchecked Sendable {
    // A libzmq context is thread-safe (zmq(7)), and `pointer` never changes.
    let pointer: UnsafeMutableRawPointer

    /// Starts a context. Its threads start with the first socket.
    /// - Parameters:
    ///   - ioThreads: threads that move bytes; one does about a gigabyte a second. 0 is enough for `inproc`.
    ///   - maxSockets: sockets open at once; libzmq's default is 1023. A connection is not a socket.
    ///   - copiesReceivedFrames: `false` lets a received frame of 34 to about 8,000 bytes keep the
    ///     receive buffer it came in (8 to 12 KB) as long as it lives: fastest for short-lived frames.
    ///     `true` gives each frame memory of its own size: right when many are held.
    /// - Throws: ``ZeroMQError``: `invalid` for a negative or excessive number, `tooManySockets` without descriptors.
    ///
    /// Source: zmq_ctx_new(3), zmq_ctx_set(3); `ZMQ_ZERO_COPY_RECV` is in libzmq's zmq_draft.h only, but
    /// stable builds obey it.
    public init(ioThreads: Int = 1, maxSockets: Int? = nil, copiesReceivedFrames: Bool = false) throws(ZeroMQError) {
        guard let pointer = zmq_ctx_new() else { throw lastError("zmq_ctx_new") }
        do {
            try Self.set(ZMQ_IO_THREADS, ioThreads, "ZMQ_IO_THREADS", in: pointer)
            if let maxSockets { try Self.set(ZMQ_MAX_SOCKETS, maxSockets, "ZMQ_MAX_SOCKETS", in: pointer) }
            // Not "blocky": new sockets have linger 0, so that forgetting it cannot hang an exit.
            try Self.set(ZMQ_BLOCKY, 0, "ZMQ_BLOCKY", in: pointer)
            if copiesReceivedFrames { try Self.set(ZMQ_ZERO_COPY_RECV, 0, "ZMQ_ZERO_COPY_RECV", in: pointer) }
        } catch {
            zmq_ctx_term(pointer)
            throw error
        }
        self.pointer = pointer
    }

    deinit {
        // A signal interrupts the wait, not the termination.
        while zmq_ctx_term(pointer) == -1 && zmq_errno() == EINTR {}
    }

    /// Makes every wait on this context's sockets, also one that has begun, throw ``ZeroMQError/Code/terminated``.
    /// From any thread, as often as you like.
    ///
    /// A send that does not wait may still return `true` for a moment; the message goes nowhere.
    /// The sockets' owners still have to drop them.
    ///
    /// Source: zmq_ctx_shutdown(3).
    public func shutdown() {
        zmq_ctx_shutdown(pointer)
    }

    /// How many sockets may be open at once.
    public var maxSockets: Int { Int(zmq_ctx_get(pointer, ZMQ_MAX_SOCKETS)) }

    /// How many threads move bytes.
    public var ioThreads: Int { Int(zmq_ctx_get(pointer, ZMQ_IO_THREADS)) }

    private static func set(
        _ option: Int32, _ value: Int, _ name: String, in pointer: UnsafeMutableRawPointer
    ) throws(ZeroMQError) {
        guard let value = Int32(exactly: value) else {
            throw ZeroMQError(.invalid, operation: "zmq_ctx_set", subject: name)
        }
        try check(zmq_ctx_set(pointer, option, value), "zmq_ctx_set", name)
    }
}
