@testable import IsnadScheduler
import IsnadWire
import Testing

/// A scheduler and a few workers, driven by hand; the invariants are looked at after every event.
final class Rig {
    var scheduler: Scheduler
    var now = Instant(milliseconds: 0)
    private var lastSession: UInt64 = 0
    /// Everything delivered and not taken by `deliveries` yet.
    private(set) var actions: [Action] = []

    init(_ change: (inout SchedulerConfiguration) -> Void = { _ in }) {
        var configuration = SchedulerConfiguration()
        configuration.durableGroups = ["sink"]
        change(&configuration)
        scheduler = Scheduler(configuration: configuration)
    }

    @discardableResult
    func handle(_ event: Event, sourceLocation: SourceLocation = #_sourceLocation) -> [Action] {
        actions = scheduler.handle(event, at: now)
        if let broken = scheduler.brokenInvariant() { Issue.record("after \(event): \(broken)", sourceLocation: sourceLocation) }
        return actions
    }

    /// Lets time pass as a coordinator would see it, with every tick, and signs of life of these sessions.
    @discardableResult
    func pass(_ milliseconds: Int64, hearing sessions: [SessionNumber] = []) -> [Action] {
        var all: [Action] = []
        let end = now + milliseconds
        while now < end {
            now = min(end, now + 500)
            for session in sessions { all += handle(.heard(session)) }
            all += handle(.tick)
        }
        actions = all
        return all
    }

    func manifest(_ plugin: String, reads: [String] = [], wants: [String] = [], writes: String?, version: String = "1") -> Manifest {
        Manifest(plugin: plugin, version: version, reads: reads, wants: wants, writes: writes)
    }

    /// A worker joins and grants credit.
    func worker(_ manifest: Manifest, documents: Int = 10, bytes: Int = 1 << 20) -> SessionNumber {
        lastSession += 1
        let session = SessionNumber(lastSession)
        let hello = handle(.hello(session, manifest))
        actions = hello + handle(.credit(session, documents: documents, bytes: bytes))
        return session
    }

    func cleaner(documents: Int = 10, bytes: Int = 1 << 20, version: String = "1") -> SessionNumber {
        worker(manifest("cleaner", writes: "clean", version: version), documents: documents, bytes: bytes)
    }

    func sink(reads: [String] = ["clean"], documents: Int = 100) -> SessionNumber {
        worker(manifest("sink", reads: reads, writes: nil), documents: documents)
    }

    @discardableResult
    func admit(_ number: UInt64, bytes: Int = 100, layers: Set<String> = [], rejection: Rejection? = nil) -> [Action] {
        handle(.admitted(DocumentNumber(number), byteCount: bytes, layers: layers, rejection: rejection))
    }

    /// The deliveries of the last event.
    var deliveries: [Delivery] { actions.compactMap { if case .deliver(let delivery) = $0 { delivery } else { nil } } }
    var delivered: [UInt64] { deliveries.map(\.document.rawValue) }
    var finished: [UInt64] { actions.compactMap { if case .finish(let number) = $0 { number.rawValue } else { nil } } }
    var rejected: [Rejection] { actions.compactMap { if case .reject(_, let rejection) = $0 { rejection } else { nil } } }
    var retired: [SessionNumber] { actions.compactMap { if case .retire(let session, _) = $0 { session } else { nil } } }
    var paused: [String] { actions.compactMap { if case .pause(let group, _) = $0 { group } else { nil } } }

    @discardableResult
    func answer(_ delivery: Delivery, layer: String? = "clean", bytes: Int = 10) -> [Action] {
        handle(.result(delivery.session, delivery.number, layer: layer, layerByteCount: bytes))
    }

    @discardableResult
    func fail(_ delivery: Delivery, _ code: ErrorCode = .documentFailed, retry: Int64? = nil) -> [Action] {
        handle(.failure(delivery.session, delivery.number, code, reason: "because", retryMilliseconds: retry))
    }

    func code(of delivery: Delivery) -> ErrorCode?? {
        for case .acknowledge(delivery.session, delivery.number, let code) in actions { return .some(code) }
        return .none
    }

    func status(_ group: String) -> Scheduler.GroupStatus { scheduler.groupStatus.first { $0.name == group }! }
}
