import IsnadWire

/// A group's place in the scheduler's list; groups are never forgotten.
typealias GroupIndex = Int

/// A document in flight.
struct DocumentState {
    var byteCount: Int
    var layers: Set<String>
    /// The layers it came with: what a plugin that only `wants` a layer is given does not depend on the order of events.
    let layersOnAdmission: Set<String>
    var rejection: Rejection?
    /// How far each group is with it, by `GroupIndex`.
    var stages: [Stage]

    /// How far one group is with one document.
    struct Stage {
        var phase = Phase.waiting
        /// Deliveries so far.
        var deliveries = 0
        /// Transient failures so far.
        var attempts = 0
        /// Workers that died with this document alone in their hands.
        var deaths = 0
        /// Some worker died with it, and none has answered since.
        var isSuspect = false
        /// How often a worker was given it because another one, of whom nothing else was known, had failed on it.
        var opinions = 0
        /// The workers that failed on it last, at most `attemptMax`: others are tried first.
        var failedBy: [SessionNumber] = []
    }

    enum Phase: Equatable {
        /// Layers are missing.
        case waiting
        /// In the group's ready queue.
        case ready
        /// In the group's queue of suspects.
        case suspect
        /// Failed by a worker that fails at everything, or before the group was paused; tried when nothing else is ready.
        case last
        /// Waiting for a moment to be tried again.
        case delayed(until: Instant)
        case leased(DeliveryNumber)
        /// Failed, and kept back until it is known whether the worker fails at everything; `nil`: whether all workers die.
        case held(Rejection, by: SessionNumber?)
        /// The group has answered, or nothing is wanted of it.
        case done
    }
}

/// A consumer group: all workers of one plugin.
struct Group {
    let name: String
    let isDurable: Bool
    /// `nil` until its first worker came.
    var manifest: Manifest?
    /// Whether a durable group waits, directly or not, for what this one writes; `nil` until every durable group is known.
    var isRequired: Bool?
    var sessions: Set<SessionNumber> = []
    /// The sessions that can take another document, those that hold the least first.
    var open = SortedQueue<Slot>()
    /// The session that is emptied for a suspect.
    var emptying: SessionNumber?
    var ready = SortedQueue<DocumentNumber>()
    var suspects = SortedQueue<DocumentNumber>()
    var last = SortedQueue<DocumentNumber>()
    var delayed = SortedQueue<Delay>()
    var held = SortedQueue<DocumentNumber>()
    var waitingCount = 0
    var leasedCount = 0
    var doneCount = 0
    /// Documents that killed every worker they were given to, one after the other.
    var poisonStreak = 0
    /// Why the last of its workers to be retired was.
    var retiredFor: String?
    var pausedFor: String?
    /// Counts deliveries, for turns.
    var turn = 0
    /// Whether it is on the list of groups to look at before the event is over.
    var isTouched = false

    init(name: String, isDurable: Bool) {
        self.name = name
        self.isDurable = isDurable
    }

    /// Documents that it can still learn something from: neither done nor held back.
    var openCount: Int { waitingCount + ready.count + suspects.count + last.count + delayed.count + leasedCount }

    /// Whether it holds documents back, and nothing is left that would tell more of them.
    var canSettle: Bool { !held.isEmpty && openCount == 0 && pausedFor == nil && isRequired != nil }

    func reads(_ layers: Set<String>) -> Bool { manifest.map { $0.reads.allSatisfy(layers.contains) } ?? false }

    struct Delay: Comparable {
        var until: Instant
        var document: DocumentNumber
        static func < (left: Delay, right: Delay) -> Bool { (left.until, left.document) < (right.until, right.document) }
    }

    struct Slot: Comparable {
        var holdingCount: Int
        var session: SessionNumber
        static func < (left: Slot, right: Slot) -> Bool { (left.holdingCount, left.session) < (right.holdingCount, right.session) }
    }
}

/// A worker's stay.
struct Session {
    let group: GroupIndex
    var documentsMax = 0
    var bytesMax = 0
    /// Deliveries it was given and has not answered; their leases may be over.
    var holding: [DeliveryNumber: Holding] = [:]
    var bytesHeld = 0
    var lastHeard: Instant
    var lastPinged: Instant
    /// The last sign that it computes: an answer, an extension, or work given while it had none.
    var lastProgress: Instant
    var answerCount = 0
    /// Its leases ran out, and it has not answered all of them since.
    var isStalled = false
    /// It holds a suspect, and gets nothing else.
    var isAlone = false
    /// It can't do the work, and gets no more.
    var isRetired = false
    /// Documents failed since its last success.
    var failureStreak = 0
    /// Those of them that are held back.
    var held: [DocumentNumber] = []
    /// Its place in the group's list of open sessions.
    var slot: Group.Slot?

    struct Holding {
        var byteCount: Int
        /// When it was given or last extended, and how much the worker had answered by then.
        var since: Instant
        var answerCount: Int
    }

    /// Whether it may be given anything, now or once it has answered.
    var isUsable: Bool { documentsMax > 0 && !isStalled && !isRetired }

    /// Whether a document fits its credit; any size while it holds nothing.
    func hasRoom(forBytes byteCount: Int) -> Bool {
        holding.isEmpty || byteCount <= bytesMax - bytesHeld
    }
}
