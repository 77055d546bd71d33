import Foundation
import Testing
import ZeroMQ

@Suite("A context") struct LifetimeTests {
    @Test("that is shut down unblocks a blocked receive")
    func shutdown() throws {
        let context = try Context()
        let name = endpoint("inproc")
        let worker = Worker { () -> ZeroMQError.Code? in
            let pair = try Socket(.pair, in: context)
            try pair.bind(name)
            do {
                while let frames = try pair.receive(wait: true) { _ = try pair.send(frames, wait: true) }
                return nil
            } catch ReceiveError.refused(let error) {
                return error.code
            }
        }
        let pair = try Socket(.pair, in: context)
        try pair.connect(name)
        // Once it has answered, it is waiting for more.
        #expect(try pair.send(frames("there?")))
        #expect(try texts(from: pair) == ["there?"])
        context.shutdown()
        context.shutdown()
        #expect(try worker.value() == .terminated)
        var items = [PollItem(pair)]
        let pollError = #expect(throws: ZeroMQError.self) { try Poller.wait(&items, timeout: patience) }
        #expect(pollError?.code == .terminated)
        let error = #expect(throws: ZeroMQError.self) { try pair.send(frames("x")) }
        #expect(error?.code == .terminated)
        let socketError = #expect(throws: ZeroMQError.self) { _ = try Socket(.pair, in: context).kind }
        #expect(socketError?.code == .terminated)
    }

    @Test("ends at once though messages are unsent, because sockets do not linger")
    func linger() throws {
        let worker = Worker {
            let dealer = try Socket(.dealer, in: Context())
            try dealer.connect(endpoint("ipc"))
            return try (dealer.send(frames("never sent")), dealer.get(.linger))
        }
        let (queued, linger) = try worker.value()
        #expect(queued)
        #expect(linger == .zero)
    }

    @Test("that lingers sends the last message")
    func lingering() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        try pull.bind(endpoint("ipc"))
        let name = try pull.lastEndpoint
        let worker = Worker {
            let push = try Socket(.push, in: Context())
            try push.set(.linger, to: patience)
            try push.connect(name)
            return try push.send(frames("goodbye"))
        }
        #expect(try worker.value())
        #expect(try texts(from: pull) == ["goodbye"])
    }

    @Test("has the threads and sockets asked for")
    func numbers() throws {
        let context = try Context(ioThreads: 2, maxSockets: 3, copiesReceivedFrames: true)
        #expect(context.ioThreads == 2)
        #expect(context.maxSockets == 3)
        #expect(throws: ZeroMQError.self) { try Context(ioThreads: -1) }
        #expect(throws: ZeroMQError.self) { try Context(maxSockets: .max) }
        #expect(ZeroMQ.version >= ZeroMQVersion(major: 4, minor: 3, patch: 0))
        #expect(ZeroMQ.hasIPC)
        #expect(ZeroMQ::Frame("x") == Frame("x"))
    }
}
