import Foundation
import Testing
import ZeroMQ

@Suite("Frames") struct FrameTests {
    @Test("hold the bytes they were made of", arguments: [0, 1, 33, 34, 2047, 2048, 100_000])
    func bytes(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let frame = Frame(bytes)
        #expect(frame.count == count)
        #expect(frame.bytes == bytes)
        #expect(bytes.withUnsafeBytes { Frame(copying: $0) } == frame)
        #expect(frame.detached() == frame)
        #expect(Set([frame, frame.detached()]).count == 1)
        #expect(frame != Frame(bytes + [1]))
        #expect(frame.isEmpty == bytes.isEmpty)
    }

    @Test("have a text only when they are UTF-8")
    func text() {
        #expect(Frame("إسناد").string == "إسناد")
        #expect(Frame("إسناد".utf8).count == 10)
        #expect(Frame([0xC3, 0x28]).string == nil)
        #expect(Frame().string == "")
        #expect("\(Frame("PING")) \(Frame([0xFF]))" == "Frame(\"PING\") Frame(1 bytes)")
    }

    @Test("written in place can give up")
    func inPlace() throws {
        let frame = Frame(byteCount: 4) { $0.copyBytes(from: [1, 2, 3, 4]) }
        #expect(frame.bytes == [1, 2, 3, 4])
        #expect(throws: TooLate.self) {
            try Frame(byteCount: 100) { (_: UnsafeMutableRawBufferPointer) throws(TooLate) in throw TooLate() }
        }
    }

    @Test("above the threshold share the array, which copies itself when it is changed")
    func adoption() {
        var bytes = [UInt8](repeating: 1, count: Frame.adoptedByteCountMin)
        let frame = Frame(bytes)
        #expect(address(frame) == bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) })
        bytes[0] = 2
        #expect(frame.bytes.first == 1)
    }

    @Test("received once and sent to several peers keep their one body")
    func forwarding() throws {
        let context = try Context()
        let router = try Socket(.router, in: context)
        let source = try Socket(.dealer, in: context)
        let left = try Socket(.dealer, in: context)
        let right = try Socket(.dealer, in: context)
        try router.bind(endpoint("inproc"))
        try left.set(.routingId, to: [76])
        try right.set(.routingId, to: [82])
        try source.connect(router.lastEndpoint)
        try left.connect(router.lastEndpoint)
        try right.connect(router.lastEndpoint)

        let original = Frame([UInt8](repeating: 9, count: 50_000))
        #expect(try source.send([original]))
        let kept = ["document": try message(from: router)[1]]
        for peer in [76, 82] as [UInt8] { #expect(try router.send([Frame([peer]), kept["document"]!])) }

        // Over inproc no byte is ever copied, so that the address shows whether the binding copied one.
        let addresses = try [original, kept["document"]!, message(from: left)[0], message(from: right)[0]].map(address)
        #expect(Set(addresses).count == 1)
    }

    @Test("over the network are released exactly once, after the last peer", arguments: ["ipc", "tcp", "inproc"])
    func ownership(_ transport: String) throws {
        let count = ReleaseCount()
        do {
            let context = try Context()
            let push = try Socket(.push, in: context)
            let pull = try Socket(.pull, in: context)
            try pull.bind(endpoint(transport))
            try push.connect(pull.lastEndpoint)
            var frame: Frame? = makeFrame(count)
            for _ in 0..<3 { #expect(try push.send([frame!, frame!])) }
            for _ in 0..<3 { #expect(try message(from: pull).map(\.count) == [20_000, 20_000]) }
            #expect(count.value == 0)
            frame = nil
            #expect(count.released.wait(timeout: .now() + .seconds(20)) == .success)
        }
        // The context is gone, and all its threads with it: nothing can release any more.
        #expect(count.value == 1)
    }

    @Test("never sent are released exactly once")
    func unsent() throws {
        let count = ReleaseCount()
        do {
            let frame = makeFrame(count)
            let dealer = try Socket(.dealer, in: Context())
            #expect(try dealer.send([frame, frame]) == false)
            #expect(count.value == 0)
        }
        #expect(count.value == 1)
    }

    @Test("can be copied and sent by many threads at once")
    func threads() throws {
        let count = ReleaseCount()
        do {
            let context = try Context()
            let pull = try Socket(.pull, in: context)
            try pull.bind(endpoint("inproc"))
            let name = try pull.lastEndpoint
            var frame: Frame? = makeFrame(count)
            let workers = (0..<4).map { [frame] _ in
                Worker {
                    let push = try Socket(.push, in: context)
                    try push.connect(name)
                    for _ in 0..<500 { _ = try push.send([frame!], wait: true) }
                    return frame!.count
                }
            }
            for _ in 0..<2000 { #expect(try message(from: pull)[0].count == 20_000) }
            for worker in workers { #expect(try worker.value() == 20_000) }
            frame = nil
        }
        #expect(count.released.wait(timeout: .now() + .seconds(20)) == .success)
        #expect(count.value == 1)
    }

    private func makeFrame(_ count: ReleaseCount) -> Frame {
        let owner = Owner(byteCount: 20_000, count)
        return Frame(unsafeBytes: UnsafeRawBufferPointer(owner.bytes), keptAliveBy: owner)
    }

    private func address(_ frame: Frame) -> UInt {
        frame.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    }
}
