import Foundation
import Testing
import ZeroMQ

@Suite("Limits on a message") struct LimitTests {
    private static let limits = MessageLimits(frameCountMax: 3, byteCountMax: 1000)

    @Test(
        "throw an oversized one away to its end, and the next arrives",
        arguments: [
            (frames: 4, bytes: 1), (frames: 5000, bytes: 1), (frames: 3, bytes: 500), (frames: 1, bytes: 1001),
        ])
    func oversized(_ frameCount: Int, _ byteCount: Int) throws {
        let context = try Context()
        let push = try Socket(.push, in: context)
        let pull = try Socket(.pull, in: context)
        try pull.bind(endpoint("tcp"))
        try push.connect(pull.lastEndpoint)
        let frame = Frame([UInt8](repeating: 1, count: byteCount))
        #expect(try push.send([Frame](repeating: frame, count: frameCount)))
        #expect(try push.send(frames("next")))

        let error = #expect(throws: ReceiveError.self) { try message(from: pull, limits: Self.limits) }
        let first = byteCount <= Self.limits.byteCountMax ? frame : nil
        guard case .oversized(let oversized) = error else { throw TooLate() }
        #expect(oversized.frameCount == frameCount)
        #expect(oversized.byteCount == frameCount * byteCount)
        #expect(oversized.first == first)
        #expect(oversized.limits == Self.limits)
        #expect(try texts(from: pull) == ["next"])
    }

    @Test("let through what is exactly as large as they are")
    func exact() throws {
        let context = try Context()
        let push = try Socket(.push, in: context)
        let pull = try Socket(.pull, in: context)
        try pull.bind(endpoint("inproc"))
        try push.connect(pull.lastEndpoint)
        let frame = Frame([UInt8](repeating: 1, count: 500))
        #expect(try push.send([frame, frame, Frame()]))
        #expect(try message(from: pull, limits: Self.limits).count == 3)
    }

    @Test("tell who sent an oversized message")
    func sender() throws {
        let context = try Context()
        let router = try Socket(.router, in: context)
        let dealer = try Socket(.dealer, in: context)
        try router.bind(endpoint("inproc"))
        try dealer.set(.routingId, to: Array("flood".utf8))
        try dealer.connect(router.lastEndpoint)
        #expect(try dealer.send(frames("a", "b", "c", "d")))
        let error = #expect(throws: ReceiveError.self) { try message(from: router, limits: Self.limits) }
        guard case .oversized(let message) = error else { throw TooLate() }
        #expect(message.first?.string == "flood")
    }

    @Test("hide frames without end until the last, which makes one oversized message")
    func endless() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        try pull.bind(endpoint("tcp"))
        let peer = try RawPeer(pull.lastEndpoint)
        try peer.shakeHands(as: "PUSH")
        for _ in 0..<20_000 { try peer.send(frame: [1, 2, 3], more: true) }
        #expect(try pull.receive(limits: Self.limits) == nil)
        try peer.send(frame: [4], more: false)
        try peer.send(frame: [5], more: false)

        let error = #expect(throws: ReceiveError.self) { try message(from: pull, limits: Self.limits) }
        guard case .oversized(let oversized) = error else { throw TooLate() }
        #expect(oversized.frameCount == 20_001)
        #expect(oversized.byteCount == 60_001)
        #expect(try message(from: pull).map(\.bytes) == [[5]])
    }

    @Test("of libzmq disconnect a peer whose frame is too large")
    func maxMessageSize() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        let push = try Socket(.push, in: context)
        try pull.set(.maxMessageSize, to: 1000)
        let monitor = try SocketMonitor(of: pull)
        try pull.bind(endpoint("tcp"))
        try push.connect(pull.lastEndpoint)
        #expect(try push.send([Frame([UInt8](repeating: 1, count: 1001))], wait: true))
        _ = try events(of: monitor) { if case .disconnected = $0 { true } else { false } }
        #expect(try pull.receive() == nil)
    }
}
