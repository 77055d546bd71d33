import CZeroMQ

/// The raw socket, and whether it is still open.
///
/// A ``Socket`` owns it and closes it. Poll items and monitors only refer to it, so that a socket
/// dropped too early is an error (`socketClosed`), never a dangling pointer.
final class SocketHandle {
    private(set) var pointer: UnsafeMutableRawPointer?

    /// The endpoint of the monitor attached last; libzmq keeps one a socket.
    var monitorEndpoint: String?

    init(_ pointer: UnsafeMutableRawPointer) {
        self.pointer = pointer
    }

    func close() {
        guard let pointer else { return }
        zmq_close(pointer)
        self.pointer = nil
    }

    func opened(for operation: String) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        guard let pointer else { throw ZeroMQError(.socketClosed, operation: operation) }
        return pointer
    }
}
