import CZeroMQ

/// Tells what happens to a socket's connections. Belongs to the socket's thread.
///
///     let monitor = try SocketMonitor(of: socket)     // before bind and connect
///     var items = [PollItem(socket), PollItem(monitor)]
///     …
///     while let event = try monitor.next() { log(event) }
///
/// Read it at every turn of the loop. Its queue has no limit, because libzmq stops all traffic of the
/// context, and deadlocks in bind and close, when a monitor's queue is full.
/// It sees `tcp` and `ipc`, not `inproc`.
///
/// Source: zmq_socket_monitor(3).
public struct SocketMonitor: ~Copyable {
    let reader: Socket
    private let monitored: SocketHandle
    private let endpoint: String

    /// Starts monitoring. A second monitor of the same socket ends the first.
    /// - Throws: ``ZeroMQError``: `terminated`, `tooManySockets`.
    public init(of socket: borrowing Socket) throws(ZeroMQError) {
        let reader = try Socket(.pair, in: socket.context)
        try reader.set(.receiveHighWaterMark, to: 0)
        // Random, because libzmq frees the name of an ended monitor only some time later.
        let endpoint = "inproc://zeromq.monitor.\(UInt64.random(in: .min ... .max))"
        let pointer = try socket.handle.opened(for: "zmq_socket_monitor")
        try check(zmq_socket_monitor(pointer, endpoint, ZMQ_EVENT_ALL), "zmq_socket_monitor", endpoint)
        do {
            try reader.connect(endpoint)
        } catch {
            zmq_socket_monitor(pointer, nil, 0)
            throw error
        }
        socket.handle.monitorEndpoint = endpoint
        self.reader = reader
        self.monitored = socket.handle
        self.endpoint = endpoint
    }

    deinit {
        // Before the reader closes: a monitor without a reader blocks libzmq's threads.
        if let pointer = monitored.pointer, monitored.monitorEndpoint == endpoint {
            zmq_socket_monitor(pointer, nil, 0)
        }
    }

    /// The next event, without waiting, or `nil` when there is none yet.
    /// - Throws: ``ZeroMQError``: `terminated`.
    public func next() throws(ZeroMQError) -> SocketEvent? {
        do {
            guard let frames = try reader.receive() else { return nil }
            guard let event = SocketEvent(frames) else { preconditionFailure("libzmq sent an event of unknown form") }
            return event
        } catch {
            switch error {
            case .refused(let error): throw error
            case .oversized(let message): preconditionFailure("libzmq sent as an event a \(message)")
            }
        }
    }
}

// A monitor belongs to its socket's thread.
@available(*, unavailable)
extension SocketMonitor: Sendable {}
