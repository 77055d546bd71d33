import IsnadWire

/// A document in flight.
struct DocumentState {
    var byteCount: Int
    var layers: Set<String>
    var rejection: Rejection?
    /// How far each group is with it; a group not named has not looked at it yet.
    var groups: [String: Stage] = [:]

    /// How far one group is with one document.
    struct Stage {
        var phase = Phase.waiting
        /// Deliveries so far.
        var deliveries = 0
        /// Transient failures so far.
        var attempts = 0
        /// Workers that died with this document alone in their hands.
        var deaths = 0
    }

    enum Phase: Equatable {
        /// Layers are missing.
        case waiting
        /// In the group's ready queue.
        case ready
        /// In the group's queue of suspects.
        case suspect
        /// Waiting for a moment to be tried again.
        case delayed(until: Instant, suspect: Bool)
        case leased(DeliveryNumber)
        /// Failed, and kept back until it is known whether the plugin fails on everything.
        case held(Rejection)
        case done
    }
}

/// A consumer group: all workers of one plugin.
struct Group {
    let name: String
    let isDurable: Bool
    /// `nil` until its first worker came.
    var manifest: Manifest?
    var sessions: Set<SessionNumber> = []
    var ready = ReadyQueue()
    var suspects = ReadyQueue()
    var delayed: Set<DocumentNumber> = []
    /// Failed documents of the current streak, oldest first.
    var held: [DocumentNumber] = []
    var leasedCount = 0
    var pausedFor: String?
    /// The session that is emptied for a suspect, or holds one.
    var quarantine: SessionNumber?

    init(name: String, isDurable: Bool) {
        self.name = name
        self.isDurable = isDurable
    }

    /// Whether nothing of it is on its way.
    var isIdle: Bool { ready.isEmpty && suspects.isEmpty && delayed.isEmpty && leasedCount == 0 }

    func reads(_ layers: Set<String>) -> Bool { manifest.map { layers.isSuperset(of: $0.reads) } ?? false }
}

/// A worker's stay.
struct Session {
    var group: String
    var documentsMax = 0
    var bytesMax = 0
    /// Deliveries it was given and has not answered, with their bytes; their leases may be over.
    var holding: [DeliveryNumber: Int] = [:]
    var bytesHeld = 0
    var lastHeard: Instant
    var lastPinged: Instant
    /// The last sign that it computes: an answer, an extension, or work given while it had none.
    var lastProgress: Instant
    /// Its leases ran out, and it has not answered since.
    var isStalled = false

    /// Whether it can take another delivery; any size while it holds nothing.
    func hasCredit(forBytes byteCount: Int) -> Bool {
        guard holding.count < documentsMax, !isStalled else { return false }
        return holding.isEmpty || bytesHeld + byteCount <= bytesMax
    }
}
