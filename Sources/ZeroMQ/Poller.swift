import CZeroMQ

/// Something to wait for: a socket, a monitor, a ``WakeUp`` or a file descriptor.
///
/// It refers to the socket without owning it: an event loop keeps its sockets and its items side by
/// side. Polling the item of a socket that is gone throws `socketClosed`.
public struct PollItem {
    /// What to wait for. Empty: leave it out for now.
    public var interest: Events

    /// What the last wait found.
    public fileprivate(set) var ready: Events = []

    /// Whether the last wait found anything.
    public var isReady: Bool { !ready.isEmpty }

    fileprivate let source: Source

    public init(_ socket: borrowing Socket, for interest: Events = .readable) {
        self.init(.socket(socket.handle), interest)
    }

    /// A monitor, for its events.
    public init(_ monitor: borrowing SocketMonitor) {
        self.init(.socket(monitor.reader.handle), .readable)
    }

    /// A wake-up, kept alive by the item.
    public init(_ wakeUp: WakeUp) {
        self.init(.wakeUp(wakeUp), .readable)
    }

    /// A file descriptor, which stays the caller's to close.
    public init(fileDescriptor: Int32, for interest: Events = .readable) {
        self.init(.fileDescriptor(fileDescriptor), interest)
    }

    private init(_ source: Source, _ interest: Events) {
        self.source = source
        self.interest = interest
    }

    /// Kinds of readiness.
    ///
    /// Source: zmq_poll(3).
    public struct Events: OptionSet, Hashable, Sendable {
        public let rawValue: Int16
        public init(rawValue: Int16) { self.rawValue = rawValue }

        /// At least one message (or byte) can be received without waiting.
        public static let readable = Events(rawValue: Int16(ZMQ_POLLIN))
        /// At least one message (or byte) can be sent without waiting. On a ROUTER always true.
        public static let writable = Events(rawValue: Int16(ZMQ_POLLOUT))
        /// File descriptors only: an error or the other end has gone.
        public static let failed = Events(rawValue: Int16(ZMQ_POLLERR))
    }

    fileprivate enum Source {
        case socket(SocketHandle)
        case fileDescriptor(Int32)
        case wakeUp(WakeUp)
    }

    fileprivate func raw() throws(ZeroMQError) -> zmq_pollitem_t {
        var item = zmq_pollitem_t()
        item.events = interest.rawValue
        switch source {
        case .socket(let handle): item.socket = try handle.opened(for: "zmq_poll")
        case .fileDescriptor(let descriptor): item.fd = descriptor
        case .wakeUp(let wakeUp): item.fd = wakeUp.fileDescriptor
        }
        return item
    }
}

/// Waits for several sockets and file descriptors at once, on the thread that owns the sockets.
///
///     var items = [PollItem(work), PollItem(events, for: []), PollItem(wakeUp)]
///     while try Poller.wait(&items, timeout: .seconds(1)) >= 0 {
///         if items[0].isReady { while let message = try work.receive() { … } }
///     }
public enum Poller {
    /// Waits until something is ready, the time is over, or a signal handler has run.
    /// - Parameters:
    ///   - items: what to wait for; gets what is ready.
    ///   - timeout: rounded up to milliseconds, at most 24 days; zero only looks, `nil` waits for ever.
    /// - Returns: how many items are ready; 0 after the time or a signal.
    /// - Throws: ``ZeroMQError``: `terminated`, `socketClosed`.
    ///
    /// Source: zmq_poll(3).
    @discardableResult
    public static func wait(_ items: inout [PollItem], timeout: Duration?) throws(ZeroMQError) -> Int {
        var raw: [zmq_pollitem_t] = []
        raw.reserveCapacity(items.count)
        for item in items { raw.append(try item.raw()) }

        let count = zmq_poll(&raw, Int32(raw.count), timeout.map(milliseconds) ?? -1)
        if count == -1 && zmq_errno() != EINTR { throw lastError("zmq_poll") }
        for index in items.indices {
            items[index].ready = count > 0 ? PollItem.Events(rawValue: raw[index].revents) : []
        }
        return max(0, Int(count))
    }

    /// What is left of a deadline that has passed is negative, and means zero.
    private static func milliseconds(_ timeout: Duration) -> Int {
        let max = Duration.milliseconds(Int32.max)
        return Int(wholeUnits(min(Swift.max(timeout, .zero), max), of: .milliseconds(1), max: Int64(Int32.max))!)
    }
}
