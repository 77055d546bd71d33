import Foundation
import Testing
import ZeroMQ

@Suite("An endpoint") struct EndpointTests {
    @Test(
        "that cannot be bound says why and what to do",
        arguments: [
            ("ipc:///no/such/folder/socket", ZeroMQError.Code.notFound, "create the folder"),
            ("ipc:///tmp/" + String(repeating: "x", count: 120), .nameTooLong, "shorten"),
            ("carrier-pigeon://coop", .protocolNotSupported, "tcp, ipc, inproc"),
            ("nonsense", .invalid, "spelling"),
            ("tcp://nosuchinterface:5555", .noDevice, "interface"),
            ("tcp://192.0.2.1:5555", .addressNotAvailable, "of this machine"),
        ])
    func refusal(_ endpoint: String, _ code: ZeroMQError.Code, _ remedy: String) throws {
        let socket = try Socket(.router, in: Context())
        let error = #expect(throws: ZeroMQError.self) { try socket.bind(endpoint) }
        #expect(error?.code == code)
        #expect(error?.subject == endpoint)
        #expect(error?.description.contains(remedy) == true, "\(String(describing: error))")
    }

    @Test("of tcp or inproc in use is refused", arguments: ["tcp", "inproc"])
    func inUse(_ transport: String) throws {
        let context = try Context()
        let first = try Socket(.router, in: context)
        let second = try Socket(.router, in: context)
        try first.bind(endpoint(transport))
        let name = try first.lastEndpoint
        let error = #expect(throws: ZeroMQError.self) { try second.bind(name) }
        #expect(error?.code == .addressInUse)
        #expect(error?.description.hasPrefix("zmq_bind \(name): ") == true)
    }

    @Test("of ipc in use is taken away silently: look before you bind")
    func ipcTakenAway() throws {
        let context = try Context()
        let first = try Socket(.pull, in: context)
        let second = try Socket(.pull, in: context)
        try first.bind(endpoint("ipc"))
        let name = try first.lastEndpoint
        try second.bind(name)
        let push = try Socket(.push, in: context)
        try push.connect(name)
        #expect(try push.send(frames("for whom?")))
        #expect(try texts(from: second) == ["for whom?"])
    }

    @Test("can be given back and taken again")
    func unbind() throws {
        let context = try Context()
        let first = try Socket(.pull, in: context)
        #expect(try first.lastEndpoint == "")
        try first.bind(endpoint("ipc"))
        let name = try first.lastEndpoint
        let push = try Socket(.push, in: context)
        try push.connect(name)
        try push.disconnect(name)
        try first.unbind(name)
        for code in [
            #expect(throws: ZeroMQError.self) { try push.disconnect(name) }?.code,
            #expect(throws: ZeroMQError.self) { try first.unbind(name) }?.code,
        ] { #expect(code == .notFound) }
        try first.bind(name)
    }

    @Test("is not for the wrong kind of call", arguments: [Socket.Kind.pub, .push])
    func wrongKind(_ kind: Socket.Kind) throws {
        let socket = try Socket(kind, in: Context())
        let error = #expect(throws: ReceiveError.self) { try socket.receive() }
        guard case .refused(let reason) = error else { throw TooLate() }
        #expect(reason.code == .notSupported)
    }

    @Test("is there for every kind", arguments: Socket.Kind.allCases)
    func kinds(_ kind: Socket.Kind) throws {
        let socket = try Socket(kind, in: Context())
        #expect(socket.kind == kind)
        try socket.bind("tcp://127.0.0.1:*")
        #expect(try socket.lastEndpoint.hasPrefix("tcp://127.0.0.1:"))
    }
}
