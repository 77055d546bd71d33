import Foundation
import IsnadWire
import ZeroMQ

/// A peer that sends whatever it likes.
struct Stranger: ~Copyable {
    private let context: Context
    private let socket: Socket

    init(_ endpoint: String) throws {
        let context = try Context()
        let socket = try Socket(.dealer, in: context)
        try socket.set(.linger, to: .zero)
        try socket.connect(endpoint)
        self.context = context
        self.socket = socket
    }

    /// Sends frames and returns the error code of the answer.
    func ask(_ frames: [[UInt8]]) throws -> Int? {
        _ = try socket.send(frames.map { Frame($0) }, wait: true)
        var items = [PollItem(socket)]
        try Poller.wait(&items, timeout: .seconds(10))
        guard let answer = try socket.receive(), answer.count >= 2 else { return nil }
        switch try WireCodec.decode(envelope: answer[0].bytes, header: answer[1].bytes, bodyCount: answer.count - 2) {
        case .error(let refusal), .reject(let refusal): return refusal.code.rawValue
        default: return nil
        }
    }
}

/// What `isnad status` says.
func status(_ endpoint: String) throws -> StatusReport {
    let outcome = try Programs.run("isnad", ["status", "--json", "--wait", "10", "--coordinator", endpoint])
    guard outcome.status == 0 else { throw Timeout(what: outcome.errors) }
    return try JSONDecoder().decode(StatusReport.self, from: Data(outcome.output.utf8))
}
