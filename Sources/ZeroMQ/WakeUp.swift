import CZeroMQ

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ends another thread's ``Poller/wait(_:timeout:)``, from any thread.
///
///     let wakeUp = try WakeUp()       // shared
///     var items = [PollItem(socket), PollItem(wakeUp)]
///     …                               // the loop: when items[1].isReady, clear(), then read the mailbox
///     wakeUp.signal()                 // anywhere, after writing to the mailbox
///
/// Many signals before one ``clear()`` are one. Clear *before* reading what was written, or a signal gets lost.
///
/// Source: eventfd(2) on Linux, pipe(2) elsewhere.
public final class WakeUp: Sendable {
    /// What to poll for reading.
    public let fileDescriptor: Int32

    /// The same descriptor for an eventfd.
    private let writeEnd: Int32

    /// Opens it, closed in child processes.
    /// - Throws: ``ZeroMQError``: `tooManySockets` when the process has no file descriptor left.
    public init() throws(ZeroMQError) {
        #if os(Linux)
            let descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
            guard descriptor != -1 else { throw ZeroMQError(.init(rawValue: errno), operation: "eventfd") }
            (fileDescriptor, writeEnd) = (descriptor, descriptor)
        #else
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw ZeroMQError(.init(rawValue: errno), operation: "pipe") }
            for end in ends {
                _ = fcntl(end, F_SETFD, FD_CLOEXEC)
                _ = fcntl(end, F_SETFL, O_NONBLOCK)
            }
            (fileDescriptor, writeEnd) = (ends[0], ends[1])
        #endif
    }

    deinit {
        close(fileDescriptor)
        if writeEnd != fileDescriptor { close(writeEnd) }
    }

    /// Makes it ready. Never waits.
    public func signal() {
        var one: UInt64 = 1
        // EAGAIN means full, so signalled already.
        while write(writeEnd, &one, 8) == -1 && errno == EINTR {}
    }

    /// Makes it not ready. Never waits.
    public func clear() {
        // A pipe holds many signals; an eventfd gives its whole count at once.
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
            while true {
                let count = read(fileDescriptor, buffer.baseAddress, buffer.count)
                if count == buffer.count || (count == -1 && errno == EINTR) { continue }
                return
            }
        }
    }
}
