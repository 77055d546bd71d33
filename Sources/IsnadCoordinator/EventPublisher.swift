import Foundation
import IsnadWire
import ZeroMQ

/// Tells tails what happens. Lossy by contract: each stream counts its events, so that a tail can say what it missed.
struct EventPublisher: ~Copyable {
    private let socket: Socket
    private var sequences: [String: UInt64] = [:]
    private let epoch: String

    init(endpoint: String, epoch: String, context: Context) throws(ZeroMQError) {
        let socket = try Socket(.xpub, in: context)
        try socket.set(.linger, to: .milliseconds(500))
        try socket.set(.sendHighWaterMark, to: 4096)
        try socket.set(.xpubNoDrop, to: false)
        try socket.bind(endpoint)
        self.socket = socket
        self.epoch = epoch
    }

    /// Forgets subscriptions that came in; the socket itself keeps them.
    func drainSubscriptions() {
        while (try? socket.receive()) ?? nil != nil {}
    }

    var pollItem: PollItem { PollItem(socket) }

    mutating func publish(_ where: (stream: String, topic: String), bodies: [Frame] = [], _ fill: (inout EventHeader) -> Void) {
        let sequence = sequences[`where`.stream, default: 0] + 1
        sequences[`where`.stream] = sequence
        var header = EventHeader(sequence: sequence, epoch: epoch)
        fill(&header)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(header) else { return }
        // A full queue drops the event for that tail; that is the contract.
        _ = try? socket.send([Frame(`where`.topic), Frame([UInt8](json))] + bodies)
    }
}
