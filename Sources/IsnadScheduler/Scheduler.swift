import IsnadWire

/// Who gets which document when: consumer groups, readiness by layers, credit, leases, redelivery and dead letters.
///
/// A pure state machine: an event and an instant go in, actions come out. There is no clock, socket, task or random
/// source inside, and no dictionary decides an order, so that a simulation replays from its seed.
public struct Scheduler {
    public let configuration: SchedulerConfiguration
    var documents: [DocumentNumber: DocumentState] = [:]
    var groups: [String: Group] = [:]
    var sessions: [SessionNumber: Session] = [:]
    /// Live leases only.
    var leases: [DeliveryNumber: Delivery] = [:]
    var lastDelivery: UInt64
    var isDraining = false
    var bytesInFlight = 0
    var actions: [Action] = []
    var now = Instant(milliseconds: 0)

    /// - Parameter firstDelivery: numbers below it were used by an earlier coordinator on the same ledger.
    public init(configuration: SchedulerConfiguration = .init(), firstDelivery: UInt64 = 1) {
        self.configuration = configuration
        lastDelivery = firstDelivery - 1
        for name in configuration.durableGroups { groups[name] = Group(name: name, isDurable: true) }
    }

    /// Takes one event.
    /// - Returns: what to do, in this order.
    public mutating func handle(_ event: Event, at instant: Instant) -> [Action] {
        now = max(now, instant)
        actions.removeAll(keepingCapacity: true)
        switch event {
        case .admitted(let number, let byteCount, let layers, let rejection):
            admit(number, byteCount: byteCount, layers: layers, rejection: rejection)
        case .hello(let session, let manifest): join(session, manifest)
        case .credit(let number, let documents, let bytes):
            hear(number)
            sessions[number]?.documentsMax = max(0, documents)
            sessions[number]?.bytesMax = max(0, bytes)
            if let group = sessions[number]?.group { dispatch(group) }
        case .result(let session, let delivery, let layer, let layerByteCount):
            hear(session)
            take(session, delivery, layer: layer, layerByteCount: layerByteCount)
        case .failure(let session, let delivery, let code, let reason, let retry):
            hear(session)
            giveBack(session, delivery, code, reason: reason, retryMilliseconds: retry)
        case .extend(let session, let delivery):
            hear(session)
            if leases[delivery]?.session == session { sessions[session]!.lastProgress = now }
        case .heard(let session): hear(session)
        case .goodbye(let session): leave(session, reason: "goodbye", blame: false)
        case .lost(let session, let reason): leave(session, reason: reason, blame: true)
        case .tick: tick()
        case .drain: isDraining = true
        }
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

    /// When `tick` is due next; `nil` when nothing waits for time to pass.
    public var nextDeadline: Instant? {
        var next: Instant?
        func consider(_ instant: Instant) { next = min(next ?? instant, instant) }
        for session in sessions.values {
            consider(session.lastPinged + configuration.heartbeatMilliseconds)
            if !session.holding.isEmpty, !session.isStalled { consider(session.lastProgress + configuration.leaseMilliseconds) }
        }
        for group in groups.values {
            for number in group.delayed {
                if case .delayed(let until, _)? = documents[number]?.groups[group.name]?.phase { consider(until) }
            }
        }
        return next
    }

    // MARK: Admission

    private mutating func admit(_ number: DocumentNumber, byteCount: Int, layers: Set<String>, rejection: Rejection?) {
        precondition(documents[number] == nil, "a document is admitted once")
        documents[number] = DocumentState(byteCount: byteCount, layers: layers, rejection: rejection)
        bytesInFlight += byteCount
        if let rejection { actions.append(.reject(number, rejection)) }
        advance(number)
    }

    /// Puts a document into the queue of every group that can have it now.
    mutating func advance(_ number: DocumentNumber) {
        for name in groups.keys.sorted() {
            guard let document = documents[number], let group = groups[name], let manifest = group.manifest else { continue }
            guard (document.groups[name]?.phase ?? .waiting) == .waiting else { continue }
            if document.rejection != nil {
                guard group.isDurable else { continue }
            } else {
                if let written = manifest.writes, document.layers.contains(written) {
                    documents[number]!.groups[name, default: .init()].phase = .done
                    continue
                }
                guard group.reads(document.layers) else { continue }
            }
            documents[number]!.groups[name, default: .init()].phase = .ready
            groups[name]!.ready.insert(number)
            dispatch(name)
        }
    }

    // MARK: Answers

    private mutating func hear(_ number: SessionNumber) {
        sessions[number]?.lastHeard = now
    }

    /// Takes a delivery out of a session's hands, and returns its lease if that is still live.
    mutating func release(_ session: SessionNumber, _ delivery: DeliveryNumber) -> Delivery? {
        if let byteCount = sessions[session]?.holding.removeValue(forKey: delivery) {
            sessions[session]!.bytesHeld -= byteCount
            sessions[session]!.lastProgress = now
            sessions[session]!.isStalled = false
            if groups[sessions[session]!.group]!.quarantine == session { groups[sessions[session]!.group]!.quarantine = nil }
        }
        guard let lease = leases[delivery], lease.session == session else { return nil }
        leases[delivery] = nil
        groups[lease.group]!.leasedCount -= 1
        return lease
    }

    private mutating func take(_ session: SessionNumber, _ delivery: DeliveryNumber, layer: String?, layerByteCount: Int) {
        guard let group = sessions[session]?.group else {
            actions.append(.acknowledge(session, delivery, .sessionUnknown))
            return
        }
        guard let lease = release(session, delivery) else {
            actions.append(.acknowledge(session, delivery, .deliveryStale))
            dispatch(group)
            return
        }
        let number = lease.document
        guard lease.rejection != nil || layer == groups[group]!.manifest?.writes else {
            actions.append(.acknowledge(session, delivery, .layerUnexpected))
            fail(lease, Rejection(code: .layerUnexpected, reason: "the worker answered with layer \(layer ?? "none")", plugin: group))
            dispatch(group)
            return
        }
        actions.append(.acknowledge(session, delivery, nil))
        documents[number]!.groups[group]!.phase = .done
        succeed(group)
        if let layer {
            documents[number]!.layers.insert(layer)
            documents[number]!.byteCount += layerByteCount
            bytesInFlight += layerByteCount
            actions.append(.keepLayer(number, layer: layer, plugin: groups[group]!.manifest!.provenance))
        }
        if groups[group]!.isDurable { finishIfAcknowledged(number) }
        if documents[number] != nil, layer != nil { advance(number) }
        dispatch(group)
    }

    private mutating func finishIfAcknowledged(_ number: DocumentNumber) {
        guard let document = documents[number],
              groups.values.allSatisfy({ !$0.isDurable || document.groups[$0.name]?.phase == .done }) else { return }
        forget(number)
        actions.append(.finish(number))
    }

    private mutating func forget(_ number: DocumentNumber) {
        guard let document = documents.removeValue(forKey: number) else { return }
        bytesInFlight -= document.byteCount
        withdraw(number, from: document.groups, reason: "the document is finished")
    }

    /// Takes a document out of the queues and hands of groups.
    mutating func withdraw(_ number: DocumentNumber, from stages: [String: DocumentState.Stage], reason: String) {
        for (name, stage) in stages.sorted(by: { $0.key < $1.key }) {
            switch stage.phase {
            case .ready: groups[name]!.ready.remove(number)
            case .suspect: groups[name]!.suspects.remove(number)
            case .delayed: groups[name]!.delayed.remove(number)
            case .held: groups[name]!.held.removeAll { $0 == number }
            case .leased(let delivery):
                guard let lease = leases.removeValue(forKey: delivery) else { continue }
                groups[name]!.leasedCount -= 1
                actions.append(.cancel(lease.session, delivery, reason: reason))
            case .waiting, .done: break
            }
        }
    }
}
