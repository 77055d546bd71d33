import Foundation
import Testing
import ZeroMQ

@Suite("A monitor") struct MonitorTests {
    @Test("tells of both ends of a connection, from the bind to the end", arguments: ["ipc", "tcp"])
    func connection(_ transport: String) throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        let push = try Socket(.push, in: context)
        let server = try SocketMonitor(of: pull)
        let client = try SocketMonitor(of: push)
        try pull.bind(endpoint(transport))
        let name = try pull.lastEndpoint
        try push.connect(name)

        let opened = try events(of: server) { $0 == .handshakeSucceeded }
        #expect(opened.map { $0.kind.name } == ["listening", "accepted", "handshakeSucceeded"])
        #expect(opened[0].address == name)
        let connected = try events(of: client) { $0 == .handshakeSucceeded }.map { $0.kind.name }
        #expect(connected.filter { $0 != "connectDelayed" } == ["connected", "handshakeSucceeded"])

        push.close()
        _ = try events(of: server) { $0.name == "disconnected" }
        let last = try events(of: client) { $0 == .monitorStopped }
        #expect(last.last?.kind == .monitorStopped)
    }

    @Test("tells of a bind that failed and of a connect that is tried again")
    func failures() throws {
        let context = try Context()
        let first = try Socket(.pull, in: context)
        try first.bind(endpoint("tcp"))
        let name = try first.lastEndpoint
        let second = try Socket(.pull, in: context)
        let monitor = try SocketMonitor(of: second)
        #expect(throws: ZeroMQError.self) { try second.bind(name) }
        let failed = try events(of: monitor) { $0.name == "bindFailed" }.last!
        #expect(failed.kind == .bindFailed(.addressInUse))

        let push = try Socket(.push, in: context)
        let retries = try SocketMonitor(of: push)
        try push.set(.reconnectInterval, to: .milliseconds(10))
        try push.connect(endpoint("ipc"))
        _ = try events(of: retries) { $0.name == "connectRetried" }
    }

    @Test("that nobody reads stops nothing, and neither does one dropped or replaced")
    func unread() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        let unread = try SocketMonitor(of: pull)
        // With libzmq's default queue of 1,000 + 1,000 this deadlocks.
        let name = endpoint("ipc")
        for _ in 0..<1500 {
            try pull.bind(name)
            try pull.unbind(pull.lastEndpoint)
        }
        let replacing = try SocketMonitor(of: pull)
        _ = consume unread
        try pull.bind(endpoint("tcp"))
        #expect(try events(of: replacing) { $0.name == "listening" }.count > 0)
        _ = consume replacing
        try pull.bind(endpoint("tcp"))
    }
}

extension SocketEvent.Kind {
    /// The case without its value.
    var name: String { String("\(self)".prefix { $0 != "(" }) }
}
