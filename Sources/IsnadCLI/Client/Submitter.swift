import Corpus
import Foundation
import IsnadWire
import ZeroMQ

/// Nobody answers at the coordinator's endpoint.
struct NoCoordinator: Error {}

/// Submits documents, a bounded number of them unanswered at a time.
struct Submitter: ~Copyable {
    static let unansweredMax = 64

    private var client: CoordinatorClient
    private let wait: Duration
    private var unanswered: [UInt64: String] = [:]
    private(set) var acceptedCount = 0
    private(set) var refused: [(id: String, reason: String)] = []

    init(_ endpoint: String, wait: Duration) throws {
        client = try CoordinatorClient(endpoint)
        self.wait = wait
    }

    /// Sends a document, waiting while too many are unanswered.
    /// - Throws: ``NoCoordinator``.
    mutating func submit(_ document: Document) throws {
        while unanswered.count >= Self.unansweredMax { try awaitAnswer() }
        let request = client.nextRequest()
        let names = document.layers.keys.sorted()
        let message = Message.submit(.init(request: request, document: document.id, uri: document.uri, published: document.published, layers: names))
        let bodies = [Frame(Array(document.text.utf8))] + names.map { Frame(document.layers[$0] ?? []) }
        guard try client.send(message, bodies: bodies, within: wait) else { throw NoCoordinator() }
        unanswered[request] = document.id
    }

    /// Waits until every document is answered.
    mutating func finish() throws {
        while !unanswered.isEmpty { try awaitAnswer() }
    }

    private mutating func awaitAnswer() throws {
        // The coordinator answers when it has room, which may take long; while it gives signs of life, wait.
        var isProbed = false
        while true {
            guard let (message, _) = try client.receive(within: wait) else {
                guard !isProbed, try client.send(.ping(.init(token: 0)), within: wait) else { throw NoCoordinator() }
                isProbed = true
                continue
            }
            isProbed = false
            guard case .admitted(let answer) = message, let id = unanswered.removeValue(forKey: answer.request) else { continue }
            if answer.code == nil { acceptedCount += 1 } else { refused.append((id, answer.reason ?? "refused")) }
            return
        }
    }
}
