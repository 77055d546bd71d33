import Foundation
import Testing
import ZeroMQ

@Suite("A poll") struct PollerTests {
    @Test("is woken from another thread, and many signals are one")
    func wakeUp() throws {
        let pull = try Socket(.pull, in: Context())
        let wakeUp = try WakeUp()
        var items = [PollItem(pull), PollItem(wakeUp)]
        #expect(try Poller.wait(&items, timeout: .zero) == 0)
        let worker = Worker { for _ in 0..<1000 { wakeUp.signal() } }
        #expect(try Poller.wait(&items, timeout: patience) == 1)
        #expect(!items[0].isReady)
        #expect(items[1].ready == .readable)
        try worker.value()
        wakeUp.clear()
        #expect(try Poller.wait(&items, timeout: .zero) == 0)
        #expect(!items[1].isReady)
        wakeUp.signal()
        #expect(try Poller.wait(&items, timeout: patience) == 1)
    }

    @Test("tells sockets that can receive from those that can send")
    func readiness() throws {
        let context = try Context()
        let left = try Socket(.pair, in: context)
        let right = try Socket(.pair, in: context)
        var items = [PollItem(left, for: [.readable, .writable]), PollItem(right)]
        #expect(try Poller.wait(&items, timeout: .zero) == 0)
        try left.bind(endpoint("inproc"))
        try right.connect(left.lastEndpoint)
        #expect(try Poller.wait(&items, timeout: patience) == 1)
        #expect(items[0].ready == .writable)
        #expect(try left.send(frames("x")))
        items[0].interest = []
        #expect(try Poller.wait(&items, timeout: patience) == 1)
        #expect(items.map(\.isReady) == [false, true])
    }

    @Test("of a file descriptor sees the other end go")
    func fileDescriptor() throws {
        let pipe = Pipe()
        var items = [PollItem(fileDescriptor: pipe.fileHandleForReading.fileDescriptor, for: [.readable, .failed])]
        #expect(try Poller.wait(&items, timeout: .zero) == 0)
        try pipe.fileHandleForWriting.close()
        #expect(try Poller.wait(&items, timeout: patience) == 1)
        #expect(items[0].ready.contains(.failed))
    }

    @Test("of a socket that is gone throws")
    func closed() throws {
        let context = try Context()
        let socket = try Socket(.pull, in: context)
        var items = [PollItem(socket)]
        socket.close()
        let error = #expect(throws: ZeroMQError.self) { try Poller.wait(&items, timeout: nil) }
        #expect(error?.code == .socketClosed)
    }

    @Test("after its deadline only looks")
    func negativeTimeout() throws {
        let socket = try Socket(.pull, in: Context())
        var items = [PollItem(socket)]
        #expect(try Poller.wait(&items, timeout: .seconds(-1)) == 0)
        #expect(try Poller.wait(&items, timeout: .nanoseconds(1)) == 0)
    }

    @Test("belongs to a class that owns its sockets")
    func eventLoop() throws {
        let context = try Context()
        let name = endpoint("inproc")
        let wakeUp = try WakeUp()
        let echo = Worker {
            let loop = try EchoLoop(context, name, wakeUp)
            return try loop.run()
        }
        let dealer = try Socket(.dealer, in: context)
        try dealer.connect(name)
        for number in 0..<10 {
            #expect(try dealer.send(frames("\(number)")))
            #expect(try texts(from: dealer) == ["\(number)"])
        }
        wakeUp.signal()
        #expect(try echo.value() == 10)
    }
}

/// What a coordinator looks like: confined to one thread, sockets and items side by side.
private final class EchoLoop {
    private let router: Socket
    private let wakeUp: WakeUp
    private var items: [PollItem]
    private var echoCount = 0

    init(_ context: Context, _ name: String, _ wakeUp: WakeUp) throws {
        let router = try Socket(.router, in: context)
        try router.bind(name)
        self.items = [PollItem(router), PollItem(wakeUp)]
        self.router = router
        self.wakeUp = wakeUp
    }

    func run() throws -> Int {
        while true {
            try Poller.wait(&items, timeout: nil)
            while let frames = try router.receive() {
                if try router.send(frames) { echoCount += 1 }
            }
            if items[1].isReady {
                wakeUp.clear()
                return echoCount
            }
        }
    }
}
