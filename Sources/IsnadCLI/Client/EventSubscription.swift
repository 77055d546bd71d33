import Foundation
import IsnadWire
import ZeroMQ

/// The tail's side of the event socket.
struct EventSubscription: ~Copyable {
    struct Event {
        var topic: String
        var header: EventHeader
        var headerBytes: [UInt8]
        var bodies: [Frame]
        /// The topic without its last part.
        var stream: String
    }

    private let context: Context
    private let socket: Socket

    init(_ endpoint: String, prefixes: [String]) throws(ZeroMQError) {
        let context = try Context()
        let socket = try Socket(.sub, in: context)
        try socket.set(.receiveHighWaterMark, to: 10_000)
        try socket.set(.reconnectIntervalMax, to: .seconds(2))
        try socket.set(.maxMessageSize, to: WireLimits.bodyByteCountMax)
        for prefix in prefixes { try socket.subscribe(to: prefix) }
        try socket.connect(endpoint)
        self.context = context
        self.socket = socket
    }

    /// Waits for the next event, or for a wake-up, which returns `nil`.
    func next(orWakeUp wakeUp: WakeUp) throws -> Event? {
        if let event = try receive() { return event }
        var items = [PollItem(socket), PollItem(wakeUp)]
        try Poller.wait(&items, timeout: .seconds(1))
        if items[1].isReady { wakeUp.clear() }
        return items[0].isReady ? try receive() : nil
    }

    /// The next event that has come; never waits.
    func receive() throws -> Event? {
        while let frames = try socket.receive() {
            guard frames.count >= 2, let topic = frames[0].string, let slash = streamEnd(of: topic) else { continue }
            let bytes = frames[1].bytes
            guard let header = try? JSONDecoder().decode(EventHeader.self, from: Data(bytes)) else { continue }
            return Event(topic: topic, header: header, headerBytes: bytes, bodies: Array(frames[2...]), stream: String(topic[..<slash]))
        }
        return nil
    }

    /// A stream is the first two parts of a topic; a document's id may hold slashes itself.
    private func streamEnd(of topic: String) -> String.Index? {
        guard let first = topic.firstIndex(of: "/") else { return nil }
        return topic[topic.index(after: first)...].firstIndex(of: "/")
    }
}
