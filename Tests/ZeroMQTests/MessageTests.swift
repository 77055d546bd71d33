import Foundation
import Testing
import ZeroMQ

@Suite("Messages") struct MessageTests {
    @Test("keep their frames and their boundaries", arguments: ["inproc", "ipc", "tcp"])
    func roundTrip(_ transport: String) throws {
        let context = try Context()
        let router = try Socket(.router, in: context)
        let dealer = try Socket(.dealer, in: context)
        try router.bind(endpoint(transport))
        try dealer.connect(router.lastEndpoint)

        let body = Frame((0..<100_000).map { UInt8(truncatingIfNeeded: $0) })
        #expect(try dealer.send(frames("one", "", "خبر") + [body]))
        #expect(try dealer.send(frames("two")))

        let first = try message(from: router)
        #expect(first.count == 5)
        #expect(Array(first[1...]) == frames("one", "", "خبر") + [body])
        let second = try message(from: router)
        #expect(Array(second[1...]) == frames("two"))

        #expect(try router.send([first[0]] + frames("answer", "")))
        #expect(try texts(from: dealer) == ["answer", ""])
        #expect(try dealer.receive() == nil)
    }

    @Test("come with the routing id that the dealer chose")
    func routingId() throws {
        let context = try Context()
        let router = try Socket(.router, in: context)
        let dealer = try Socket(.dealer, in: context)
        try router.bind(endpoint("tcp"))
        try dealer.set(.routingId, to: Array("worker-7".utf8))
        try dealer.connect(router.lastEndpoint)
        #expect(try dealer.send(frames("hello")))

        let received = try message(from: router)
        #expect(received.map(\.string) == ["worker-7", "hello"])
        #expect(received[1].metadata(.peerAddress) == "127.0.0.1")
        #expect(received[1].metadata(.socketType) == "DEALER")
        #expect(received[1].metadata(.userId) == nil)
        #expect(Frame("x").metadata(.peerAddress) == nil)
    }

    @Test("block, not fail, where there is no peer")
    func wouldBlock() throws {
        let dealer = try Socket(.dealer, in: Context())
        try dealer.set(.immediate, to: true)
        try dealer.connect(endpoint("ipc"))
        #expect(try dealer.send(frames("a", "b")) == false)
        try dealer.set(.sendTimeout, to: .milliseconds(1))
        #expect(try dealer.send(frames("a", "b"), wait: true) == false)
        try dealer.set(.receiveTimeout, to: .milliseconds(1))
        #expect(try dealer.receive(wait: true) == nil)
    }

    @Test("are whole up to the high-water mark, and none is torn beyond it")
    func highWaterMark() throws {
        let context = try Context()
        let push = try Socket(.push, in: context)
        let pull = try Socket(.pull, in: context)
        try push.set(.sendHighWaterMark, to: 5)
        try pull.set(.receiveHighWaterMark, to: 5)
        try pull.bind(endpoint("inproc"))
        try push.connect(pull.lastEndpoint)
        var sent = 0
        while try push.send(frames("\(sent)", "body", "end")) { sent += 1 }
        #expect(sent == 10)
        for number in 0..<sent { #expect(try texts(from: pull) == ["\(number)", "body", "end"]) }
        #expect(try pull.receive() == nil)
    }

    @Test("to an unknown peer of a mandatory router are unreachable, and the next one goes out whole")
    func unroutable() throws {
        let context = try Context()
        let router = try Socket(.router, in: context)
        let dealer = try Socket(.dealer, in: context)
        try router.set(.routerMandatory, to: true)
        try router.bind(endpoint("inproc"))
        try dealer.set(.routingId, to: Array("known".utf8))
        try dealer.connect(router.lastEndpoint)

        let error = #expect(throws: ZeroMQError.self) { try router.send(frames("unknown", "a", "b")) }
        #expect(error?.code == .hostUnreachable)
        #expect(try router.send(frames("known", "c", "d")))
        #expect(try texts(from: dealer) == ["c", "d"])
    }

    @Test("of a subscriber reach an XPUB as subscriptions")
    func subscriptions() throws {
        let context = try Context()
        let publisher = try Socket(.xpub, in: context)
        let subscriber = try Socket(.sub, in: context)
        try publisher.set(.xpubVerbose, to: true)
        try publisher.bind(endpoint("tcp"))
        try subscriber.connect(publisher.lastEndpoint)

        try subscriber.subscribe(to: "layer/")
        #expect(try message(from: publisher).map(\.bytes) == [[1] + Array("layer/".utf8)])
        #expect(try publisher.send(frames("document/1", "no")))
        #expect(try publisher.send(frames("layer/claims/1", "yes")))
        #expect(try texts(from: subscriber) == ["layer/claims/1", "yes"])
        try subscriber.unsubscribe(from: "layer/")
        #expect(try message(from: publisher).map(\.bytes) == [[0] + Array("layer/".utf8)])
    }

    @Test("that an XPUB must not drop block at the high-water mark")
    func noDrop() throws {
        let context = try Context()
        let publisher = try Socket(.xpub, in: context)
        let subscriber = try Socket(.sub, in: context)
        try publisher.set(.xpubNoDrop, to: true)
        try publisher.set(.sendHighWaterMark, to: 2)
        try subscriber.set(.receiveHighWaterMark, to: 2)
        try publisher.bind(endpoint("inproc"))
        try subscriber.connect(publisher.lastEndpoint)
        try subscriber.subscribe(to: "")
        _ = try message(from: publisher)
        var sent = 0
        while try publisher.send(frames("\(sent)", "end")) { sent += 1 }
        #expect(sent == 4)
        for number in 0..<sent { #expect(try texts(from: subscriber) == ["\(number)", "end"]) }
    }
}
