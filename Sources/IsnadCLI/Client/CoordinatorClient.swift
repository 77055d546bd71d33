import Foundation
import IsnadWire
import ZeroMQ

/// A client's side of the work socket: requests out, answers in, on one thread.
struct CoordinatorClient: ~Copyable {
    private let context: Context
    private let socket: Socket
    let endpoint: String
    private var lastRequest: UInt64 = 0

    init(_ endpoint: String) throws(ZeroMQError) {
        let context = try Context()
        let socket = try Socket(.dealer, in: context)
        try socket.set(.immediate, to: true)
        try socket.set(.linger, to: .milliseconds(200))
        try socket.set(.reconnectInterval, to: .milliseconds(50))
        try socket.set(.reconnectIntervalMax, to: .seconds(1))
        try socket.set(.maxMessageSize, to: WireLimits.bodyByteCountMax + WireLimits.headerByteCountMax)
        try socket.connect(endpoint)
        self.context = context
        self.socket = socket
        self.endpoint = endpoint
    }

    /// A number for the next request.
    mutating func nextRequest() -> UInt64 {
        lastRequest += 1
        return lastRequest
    }

    /// Sends a message.
    /// - Returns: `false` when there is no coordinator, or no room, within the time.
    func send(_ message: Message, bodies: [Frame] = [], within time: Duration) throws(ZeroMQError) -> Bool {
        let (envelope, header) = WireCodec.encode(message)
        let frames = [Frame(envelope), Frame(header)] + bodies
        let deadline = ContinuousClock.now + time
        while true {
            if try socket.send(frames) { return true }
            if ContinuousClock.now >= deadline { return false }
            var items = [PollItem(socket, for: .writable)]
            try Poller.wait(&items, timeout: .milliseconds(20))
        }
    }

    /// The next message; `nil` when none comes within the time. One that can't be read is passed over.
    func receive(within time: Duration) throws(ZeroMQError) -> (message: Message, bodies: [Frame])? {
        let deadline = ContinuousClock.now + time
        while true {
            do {
                while let frames = try socket.receive() {
                    guard frames.count >= 2,
                          let message = try? WireCodec.decode(envelope: frames[0].bytes, header: frames[1].bytes, bodyCount: frames.count - 2)
                    else { continue }
                    return (message, Array(frames[2...]))
                }
            } catch ReceiveError.refused(let error) {
                throw error
            } catch {}
            let left = deadline - ContinuousClock.now
            if left <= .zero { return nil }
            var items = [PollItem(socket)]
            try Poller.wait(&items, timeout: left)
        }
    }

    /// Asks how the pipeline is doing.
    /// - Returns: `nil` when no coordinator answers within the time.
    mutating func status(within time: Duration) throws -> StatusReport? {
        let request = nextRequest()
        guard try send(.status(.init(request: request)), within: time) else { return nil }
        let deadline = ContinuousClock.now + time
        while ContinuousClock.now < deadline {
            guard let (message, bodies) = try receive(within: deadline - ContinuousClock.now) else { return nil }
            if case .report(let answer) = message, answer.request == request, let body = bodies.first {
                return try JSONDecoder().decode(StatusReport.self, from: Data(body.bytes))
            }
        }
        return nil
    }
}
