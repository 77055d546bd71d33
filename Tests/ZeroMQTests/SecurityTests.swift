import Foundation
import Testing
import ZeroMQ

@Suite("CURVE", .enabled(if: ZeroMQ.hasCurve)) struct SecurityTests {
    private let server: CurveKeyPair
    private let client: CurveKeyPair

    init() throws {
        server = try .generate()
        client = try .generate()
    }

    @Test("lets in a client that knows the server's key")
    func rightKey() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        let push = try Socket(.push, in: context)
        try pull.useCurve(asServer: server)
        try push.useCurve(asClient: client, server: server.publicKey)
        let monitor = try SocketMonitor(of: pull)
        try pull.bind(endpoint("tcp"))
        try push.connect(pull.lastEndpoint)
        #expect(try push.send(frames("secret")))
        #expect(try texts(from: pull) == ["secret"])
        _ = try events(of: monitor) { $0 == .handshakeSucceeded }
        #expect(try pull.get(.curveServer))
        #expect(try push.get(.curveServerKey) == server.publicKey)
        #expect(try push.get(.curvePublicKey) == client.publicKey)
        #expect(try push.get(.curveSecretKey) == client.secretKey)
    }

    @Test("shows a wrong server key to the server as cryptographic, and to the client as a disconnection")
    func wrongKey() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        let push = try Socket(.push, in: context)
        try pull.useCurve(asServer: server)
        try push.useCurve(asClient: client, server: client.publicKey)
        let atServer = try SocketMonitor(of: pull)
        let atClient = try SocketMonitor(of: push)
        try pull.bind(endpoint("tcp"))
        try push.connect(pull.lastEndpoint)
        let seen = try events(of: atServer) { $0.name.hasPrefix("handshake") }
        #expect(seen.last?.kind == .handshakeFailedProtocol(.cryptographic))
        let last = try events(of: atClient) { ["disconnected", "handshakeFailedNoDetail"].contains($0.name) }
        #expect(!last.contains { $0.kind == .handshakeSucceeded })
    }

    @Test("shows a client that does not encrypt as a mismatch")
    func noKey() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        let push = try Socket(.push, in: context)
        try pull.useCurve(asServer: server)
        let monitor = try SocketMonitor(of: pull)
        try pull.bind(endpoint("tcp"))
        try push.connect(pull.lastEndpoint)
        let seen = try events(of: monitor) { $0.name.hasPrefix("handshake") }
        #expect(seen.last?.kind == .handshakeFailedProtocol(.mechanismMismatch))
    }

    @Test("with a ZAP handler names the one it knows and refuses the other")
    func handler() throws {
        let context = try Context()
        let handler = ZAPHandler(context, [client.publicKey.bytes: "worker-7"])
        try handler.waitUntilBound()
        let pull = try Socket(.pull, in: context)
        try pull.useCurve(asServer: server)
        try pull.set(.zapDomain, to: "work")
        try pull.set(.zapEnforceDomain, to: true)
        let monitor = try SocketMonitor(of: pull)
        try pull.bind(endpoint("tcp"))

        let known = try Socket(.push, in: context)
        try known.useCurve(asClient: client, server: server.publicKey)
        try known.connect(pull.lastEndpoint)
        #expect(try known.send(frames("from a friend")))
        #expect(try message(from: pull)[0].metadata(.userId) == "worker-7")

        let stranger = try Socket(.push, in: context)
        try stranger.useCurve(asClient: .generate(), server: server.publicKey)
        try stranger.connect(pull.lastEndpoint)
        let seen = try events(of: monitor) { $0.name == "handshakeFailedAuth" }
        #expect(seen.last?.kind == .handshakeFailedAuth(status: 400))
        context.shutdown()
        #expect(try handler.finished.value() == "work")
    }

    @Test("with an enforced domain and no ZAP handler lets nobody in")
    func noHandler() throws {
        let context = try Context()
        let pull = try Socket(.pull, in: context)
        try pull.useCurve(asServer: server)
        try pull.set(.zapDomain, to: "work")
        try pull.set(.zapEnforceDomain, to: true)
        let monitor = try SocketMonitor(of: pull)
        try pull.bind(endpoint("tcp"))
        let push = try Socket(.push, in: context)
        try push.useCurve(asClient: client, server: server.publicKey)
        try push.connect(pull.lastEndpoint)
        let seen = try events(of: monitor) { $0.name.hasPrefix("handshake") || $0.name == "disconnected" }
        #expect(!seen.contains { $0.kind == .handshakeSucceeded })
        #expect(try pull.receive() == nil)
    }

    @Test("keys are the same pair again from text, and hide their secret")
    func keys() throws {
        let again = try CurveKeyPair(secretKey: #require(CurveSecretKey(z85: server.secretKey.z85)))
        #expect(again == server)
        #expect(server != client)
        #expect(server.publicKey.z85.count == 40)
        let shown = "\(server) \(server.secretKey) \(String(reflecting: server.secretKey))"
        #expect(!shown.contains(server.secretKey.z85))
        #expect(!shown.contains("\(server.secretKey.bytes)"))
        var dumped = ""
        dump(server.secretKey, to: &dumped)
        #expect(!dumped.contains("\(server.secretKey.bytes[0])\n"))
        #expect(CurvePublicKey(bytes: [1]) == nil)
        #expect(CurvePublicKey(z85: "HelloWorld") == nil)
    }

    @Test(
        "keys of the manual are recognised",
        arguments: ["JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6", "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs"])
    func published(_ secret: String) throws {
        let pair = try CurveKeyPair(secretKey: #require(CurveSecretKey(z85: secret)))
        #expect(pair.publicKey.isPublished)
        #expect(!server.publicKey.isPublished)
    }

    @Test("text is Z85 as RFC 32 has it, or nothing")
    func z85() {
        let bytes: [UInt8] = [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B]
        #expect(Z85.encode(bytes) == "HelloWorld")
        #expect(Z85.decode("HelloWorld") == bytes)
        #expect(Z85.encode([1, 2, 3]) == nil)
        for text in ["Hello~orld", "Hell", "خبر!", "#####", "He\0lo"] { #expect(Z85.decode(text) == nil, "\(text)") }
        #expect(Z85.encode([]) == "")
        #expect(Z85.decode("") == [])
    }
}

/// Answers libzmq's questions about clients: 200 for known keys, 400 for others.
///
/// Source: ZeroMQ RFC 27.
private struct ZAPHandler {
    let finished: Worker<String>
    private let bound = DispatchSemaphore(value: 0)

    init(_ context: Context, _ names: [[UInt8]: String]) {
        finished = Worker { [bound] in
            let socket = try Socket(.rep, in: context)
            try socket.bind("inproc://zeromq.zap.01")
            bound.signal()
            var domain = ""
            do {
                // version, request id, domain, address, routing id, mechanism, key
                while let request = try socket.receive(wait: true) {
                    domain = request[2].string ?? ""
                    let name = names[request[6].bytes]
                    let status = name == nil ? frames("400", "unknown key", "", "") : frames("200", "", name!, "")
                    _ = try socket.send([request[0], request[1]] + status, wait: true)
                }
            } catch ReceiveError.refused(let error) where error.code == .terminated {}
            return domain
        }
    }

    func waitUntilBound() throws {
        guard bound.wait(timeout: .now() + .seconds(20)) == .success else { throw TooLate() }
    }
}
