import Testing
import ZeroMQ

@Suite("An option") struct OptionTests {
    private let context: Context

    init() throws {
        context = try Context()
    }

    @Test("of time is read as it was set, rounded up to the unit")
    func spans() throws {
        let socket = try Socket(.router, in: context)
        for option in [
            SocketOption.linger, .sendTimeout, .receiveTimeout, .reconnectInterval,
        ] as [SocketOption<Duration?>] {
            try socket.set(option, to: nil)
            #expect(try socket.get(option) == nil)
            try socket.set(option, to: .microseconds(1500))
            #expect(try socket.get(option) == .milliseconds(2))
            #expect(throws: ZeroMQError.self) { try socket.set(option, to: .seconds(-1)) }
            #expect(throws: ZeroMQError.self) { try socket.set(option, to: .seconds(10_000_000_000)) }
        }
        for option in [
            SocketOption.heartbeatInterval, .heartbeatTimeToLive, .handshakeInterval, .reconnectIntervalMax,
            .connectTimeout,
        ] as [SocketOption<Duration>] {
            try socket.set(option, to: .seconds(5))
            #expect(try socket.get(option) == .seconds(5))
        }
        #expect(try socket.get(.heartbeatTimeout) == nil)
        try socket.set(.heartbeatTimeout, to: .seconds(30))
        #expect(try socket.get(.heartbeatTimeout) == .seconds(30))
        try socket.set(.tcpKeepaliveIdle, to: .milliseconds(1001))
        #expect(try socket.get(.tcpKeepaliveIdle) == .seconds(2))
        try socket.set(.tcpKeepaliveInterval, to: nil)
        #expect(try socket.get(.tcpKeepaliveInterval) == nil)
    }

    @Test("of a heartbeat's time to live throws where libzmq would wrap around")
    func timeToLive() throws {
        let socket = try Socket(.router, in: context)
        try socket.set(.heartbeatTimeToLive, to: .seconds(60))
        let error = #expect(throws: ZeroMQError.self) { try socket.set(.heartbeatTimeToLive, to: .seconds(66)) }
        #expect(error?.code == .invalid)
        #expect(error?.subject == "ZMQ_HEARTBEAT_TTL")
    }

    @Test("of number, switch or text is read as it was set")
    func others() throws {
        let socket = try Socket(.dealer, in: context)
        try socket.set(.sendHighWaterMark, to: 0)
        try socket.set(.receiveHighWaterMark, to: 12)
        try socket.set(.backlog, to: 500)
        #expect(try socket.get(.sendHighWaterMark) == 0)
        #expect(try socket.get(.receiveHighWaterMark) == 12)
        #expect(try socket.get(.backlog) == 500)
        #expect(throws: ZeroMQError.self) { try socket.set(.sendHighWaterMark, to: -1) }
        #expect(throws: ZeroMQError.self) { try socket.set(.sendHighWaterMark, to: .max) }

        #expect(try socket.get(.maxMessageSize) == nil)
        try socket.set(.maxMessageSize, to: 5 << 30)
        #expect(try socket.get(.maxMessageSize) == 5 << 30)
        #expect(throws: ZeroMQError.self) { try socket.set(.maxMessageSize, to: -2) }

        #expect(try socket.get(.tcpKeepalive) == nil)
        try socket.set(.tcpKeepalive, to: true)
        try socket.set(.tcpKeepaliveCount, to: 3)
        #expect(try socket.get(.tcpKeepalive) == true)
        #expect(try socket.get(.tcpKeepaliveCount) == 3)

        for option in [SocketOption.immediate, .ipv6, .zapEnforceDomain] as [SocketOption<Bool>] {
            #expect(try socket.get(option) == false)
            try socket.set(option, to: true)
            #expect(try socket.get(option) == true)
        }
        try socket.set(.routingId, to: [1, 0, 255])
        #expect(try socket.get(.routingId) == [1, 0, 255])
        try socket.set(.zapDomain, to: "global")
        #expect(try socket.get(.zapDomain) == "global")
    }

    @Test("of another kind of socket, or that can only be set, throws")
    func invalid() throws {
        let dealer = try Socket(.dealer, in: context)
        #expect(throws: ZeroMQError.self) { try dealer.set(.routerMandatory, to: true) }
        #expect(throws: ZeroMQError.self) { try dealer.subscribe(to: "") }
        let router = try Socket(.router, in: context)
        try router.set(.routerMandatory, to: true)
        try router.set(.routerHandover, to: false)
        #expect(throws: ZeroMQError.self) { try router.get(.routerMandatory) }
        #expect(throws: ZeroMQError.self) { try router.set(.routingId, to: []) }
    }
}
