import CZeroMQ

/// One `zmq_msg_t` at an address that does not move, allocated together with its reference count.
///
/// libzmq keeps small bodies inside the `zmq_msg_t` itself, so its address must be stable: hence a tail
/// allocation and not a stored property.
///
/// Rule of threads: written by the one thread that makes it, ended by ``share()``; only read afterwards.
final class FrameStorage: ManagedBuffer<Void, zmq_msg_t> {
    /// - Parameter fill: one of the `zmq_msg_init` calls.
    static func make(_ fill: (UnsafeMutablePointer<zmq_msg_t>) -> Int32) -> FrameStorage {
        let storage = unsafeDowncast(FrameStorage.create(minimumCapacity: 1) { _ in () }, to: FrameStorage.self)
        // Only ENOMEM is possible; Swift's own allocations end the process for that, too.
        storage.withUnsafeMutablePointerToElements { precondition(fill($0) == 0, "out of memory for a frame") }
        return storage
    }

    deinit {
        _ = withUnsafeMutablePointerToElements { zmq_msg_close($0) }
    }

    /// Valid as long as this object is.
    var message: UnsafeMutablePointer<zmq_msg_t> {
        withUnsafeMutablePointerToElements { $0 }
    }

    /// Marks the body as reference counted.
    ///
    /// The first zmq_msg_copy(3) of a message writes into its source (the mark, and a count of 2); every later
    /// one only adds to an atomic count. Doing the first here makes copying safe from many threads.
    func share() {
        var copy = zmq_msg_t()
        zmq_msg_init(&copy)
        zmq_msg_copy(&copy, message)
        zmq_msg_close(&copy)
        withExtendedLifetime(self) {}
    }
}
