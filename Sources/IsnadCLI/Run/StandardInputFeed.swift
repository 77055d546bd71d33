import Foundation
import Intake
import IsnadWire
import Synchronization

/// Submits the JSON lines of standard input, on a thread of its own; pulled, since the coordinator answers when it has room.
final class StandardInputFeed: Sendable {
    private struct State {
        var isStarted = false
        var isDone = false
        var problems: [String] = []
    }

    private let state = Mutex(State())

    /// Whether nothing more comes from standard input.
    var isDone: Bool { state.withLock { !$0.isStarted || $0.isDone } }

    /// Lines that are no documents, and documents that were refused.
    var problems: [String] { state.withLock { $0.problems } }

    func start(endpoint: String, sizeLimit: Int) {
        state.withLock { $0.isStarted = true }
        Thread.detachNewThread { [self] in
            do { try feed(endpoint, sizeLimit) } catch { note("standard input: \(error is NoCoordinator ? "the coordinator is gone" : "\(error)")") }
            state.withLock { $0.isDone = true }
        }
    }

    private func feed(_ endpoint: String, _ sizeLimit: Int) throws {
        var submitter = try Submitter(endpoint, wait: .seconds(20))
        var lines = LineSource(standardInputWithSizeLimit: sizeLimit)
        while let input = lines.next() {
            switch input {
            case .document(let document): try submitter.submit(document)
            case .rejected(let id, let uri, let code, let reason): note("\(uri ?? id): \(reason) (code \(code.rawValue))")
            }
        }
        try submitter.finish()
        for (id, reason) in submitter.refused { note("\(id): \(reason)") }
    }

    private func note(_ problem: String) {
        state.withLock { state in
            if state.problems.count < 1000 { state.problems.append(problem) }
        }
    }
}
