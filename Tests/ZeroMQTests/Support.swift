import Foundation
import ZeroMQ

/// How long a test waits for something that must happen; never how long it waits for something to settle.
let patience = Duration.seconds(20)

struct TooLate: Error {}

/// A short path of this run, removed at its end: libzmq leaves its socket files behind.
private let socketFolder: String = {
    let folder = "/tmp/zeromq-\(ProcessInfo.processInfo.processIdentifier)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: socketFolder) }
    return folder
}()

/// An endpoint that no other test uses.
func endpoint(_ transport: String) -> String {
    switch transport {
    case "tcp": "tcp://127.0.0.1:*"
    case "ipc": "ipc://\(socketFolder)/\(UUID().uuidString.prefix(13))"
    default: "inproc://\(UUID().uuidString)"
    }
}

/// The next message, or `TooLate`.
func message(from socket: borrowing Socket, limits: MessageLimits = .standard) throws -> [Frame] {
    let end = ContinuousClock.now + patience
    var items = [PollItem(socket)]
    while ContinuousClock.now < end {
        try Poller.wait(&items, timeout: end - .now)
        if let frames = try socket.receive(limits: limits) { return frames }
    }
    throw TooLate()
}

/// The next message as texts.
func texts(from socket: borrowing Socket) throws -> [String] {
    try message(from: socket).map { $0.string ?? "not UTF-8" }
}

func frames(_ texts: String...) -> [Frame] { texts.map { Frame($0) } }

/// The events of a monitor up to and with the first that is asked for.
func events(
    of monitor: borrowing SocketMonitor, upTo isLast: (SocketEvent.Kind) -> Bool
) throws -> [SocketEvent] {
    let end = ContinuousClock.now + patience
    var items = [PollItem(monitor)]
    var events: [SocketEvent] = []
    while ContinuousClock.now < end {
        try Poller.wait(&items, timeout: end - .now)
        while let event = try monitor.next() {
            events.append(event)
            if isLast(event.kind) { return events }
        }
    }
    throw TooLate()
}

/// A thread of its own, for what blocks, and its result.
final class Worker<Result: Sendable>: @unchecked Sendable {
    // `result` is written before the semaphore is signalled and read after it was waited for.
    private var result: Swift.Result<Result, any Error>?
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws -> Result) {
        Thread { [self] in
            result = Swift.Result { try work() }
            done.signal()
        }.start()
    }

    func value() throws -> Result {
        guard done.wait(timeout: .now() + .seconds(20)) == .success else { throw TooLate() }
        return try result!.get()
    }
}

/// Counts how often its objects are released.
final class ReleaseCount: @unchecked Sendable {
    // Guarded by `lock`.
    private var count = 0
    private let lock = NSLock()
    let released = DispatchSemaphore(value: 0)

    var value: Int { lock.withLock { count } }

    func add() {
        lock.withLock { count += 1 }
        released.signal()
    }
}

/// Memory that tells when it is released.
final class Owner: @unchecked Sendable {
    // The bytes are written before the owner is shared, then only read.
    let bytes: UnsafeMutableRawBufferPointer
    private let count: ReleaseCount

    init(byteCount: Int, _ count: ReleaseCount) {
        bytes = .allocate(byteCount: byteCount, alignment: 8)
        bytes.initializeMemory(as: UInt8.self, repeating: 7)
        self.count = count
    }

    deinit {
        bytes.deallocate()
        count.add()
    }
}
