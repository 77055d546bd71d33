import IsnadWire

/// Who gets which document when: consumer groups, readiness by layers, credit, leases, redelivery and dead letters.
///
/// A pure state machine: an event and an instant go in, actions come out. There is no clock, socket, task or random
/// source inside, and no dictionary decides an order, so that a simulation replays from its seed.
public struct Scheduler {
    public let configuration: SchedulerConfiguration
    var documents: [DocumentNumber: DocumentState] = [:]
    var groups: [Group] = []
    var groupIndex: [String: GroupIndex] = [:]
    var sessions: [SessionNumber: Session] = [:]
    /// Live leases only.
    var leases: [DeliveryNumber: Delivery] = [:]
    var lastDelivery: UInt64
    var isDraining = false
    var bytesInFlight = 0
    /// Documents held back in some group.
    var heldCount = 0
    var actions: [Action] = []
    /// Groups that the event at hand may have given something to do.
    var touched: [GroupIndex] = []
    /// The clock without the time that the coordinator itself was away.
    var now = Instant(milliseconds: 0)
    private var hasStarted = false
    private var millisecondsAway: Int64 = 0
    /// Nothing is due before this.
    var due: Instant?

    /// - Parameter firstDelivery: numbers below it were used by an earlier coordinator on the same ledger.
    public init(configuration: SchedulerConfiguration = .init(), firstDelivery: UInt64 = 1) {
        precondition(!configuration.durableGroups.isEmpty, "a document is done when a durable group has it; name one")
        self.configuration = configuration
        lastDelivery = firstDelivery - 1
        for name in configuration.durableGroups.sorted() { _ = addGroup(name) }
    }

    /// Takes one event.
    /// - Returns: what to do, in this order.
    public mutating func handle(_ event: Event, at instant: Instant) -> [Action] {
        advanceClock(to: instant)
        actions.removeAll(keepingCapacity: true)
        switch event {
        case .admitted(let number, let byteCount, let layers, let rejection):
            admit(number, byteCount: byteCount, layers: layers, rejection: rejection)
        case .hello(let session, let manifest): join(session, manifest)
        case .credit(let number, let documents, let bytes): grant(number, documents: documents, bytes: bytes)
        case .result(let session, let delivery, let layer, let layerByteCount):
            hear(session)
            take(session, delivery, layer: layer, layerByteCount: layerByteCount)
        case .failure(let session, let delivery, let code, let reason, let retry):
            hear(session)
            giveBack(session, delivery, code, reason: reason, retryMilliseconds: retry)
        case .extend(let session, let delivery):
            hear(session)
            extend(session, delivery)
        case .heard(let session): hear(session)
        case .goodbye(let session): leave(session, reason: "goodbye", blame: false)
        case .lost(let session, let reason): leave(session, reason: reason, blame: true)
        case .undelivered(let session, let delivery): returnUndelivered(session, delivery)
        case .tick: tick()
        case .drain: isDraining = true
        }
        settle()
        return actions
    }

    /// How many more documents and bytes may be admitted now.
    public var room: (documents: Int, bytes: Int) {
        isDraining ? (0, 0) : (max(0, configuration.documentsInFlightMax - documents.count),
                               max(0, configuration.bytesInFlightMax - bytesInFlight))
    }

    /// Documents admitted and not done.
    public var documentsInFlight: Int { documents.count }
    /// Deliveries whose lease is live.
    public var leaseCount: Int { leases.count }

    /// When `tick` is due next, or a little before; `nil` when nothing waits for time to pass.
    public var nextDeadline: Instant? { due.map { $0 + millisecondsAway } }

    /// An instant of the scheduler's clock as the coordinator's clock will show it.
    func onCoordinatorClock(_ instant: Instant) -> Instant { instant + millisecondsAway }

    // MARK: Time

    /// Time that passes although something was due is time that the coordinator itself was stopped, or its machine
    /// asleep: no worker could be heard, and none is to blame for it. It does not count, but for a second.
    private mutating func advanceClock(to instant: Instant) {
        guard hasStarted else {
            hasStarted = true
            now = instant
            return
        }
        let shown = instant + -millisecondsAway
        guard shown > now else { return }
        if let due, shown > max(due, now) + Self.latenessMillisecondsMax {
            millisecondsAway += shown - now - Self.latenessMillisecondsMax
            now = now + Self.latenessMillisecondsMax
        } else {
            now = shown
        }
    }

    /// How late `tick` may come before the coordinator is thought to have been away.
    private static let latenessMillisecondsMax: Int64 = 1_000

    /// Makes sure that `tick` looks at things by then.
    mutating func expect(_ instant: Instant) {
        due = min(due ?? instant, instant)
    }

    // MARK: After each event

    mutating func touch(_ group: GroupIndex) {
        guard !groups[group].isTouched else { return }
        groups[group].isTouched = true
        touched.append(group)
    }

    /// Hands out what can be handed out, and rejects what is known to be rejected, until nothing changes.
    private mutating func settle() {
        repeat {
            while !touched.isEmpty {
                let group = touched.removeFirst()
                groups[group].isTouched = false
                dispatch(group)
            }
            if heldCount > 0 { settleHeld() }
        } while !touched.isEmpty
    }
}
