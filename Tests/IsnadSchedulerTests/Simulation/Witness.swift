@testable import IsnadScheduler
import IsnadWire

/// Sees every event and every action, keeps its own account of them, and says what should not have been.
///
/// It shares nothing with the scheduler but the vocabulary, and is much simpler: it need not decide, only object.
struct Witness {
    private struct Paper {
        var byteCount: Int
        var layers: Int
        var isRejected = false
        var sinkHasIt = false
        /// By stage: the live lease.
        var live: [DeliveryNumber?] = Array(repeating: nil, count: 6)
        var isSuspect = Array(repeating: false, count: 6)
        /// By stage: workers in a row that ended with it alone in their hands, failed attempts, and refusals.
        var loneEnds = Array(repeating: 0, count: 6)
        var attempts = Array(repeating: 0, count: 6)
        var refusals = Array(repeating: 0, count: 6)
    }

    private struct Stay {
        var stage: Stage
        var reads: Int
        var documentsMax = 0
        var bytesMax = 0
        var unanswered: [DeliveryNumber: Int] = [:]
        var alone: DeliveryNumber?
        var isRetired = false
        var hasLostItsLeases = false
        /// True time, which no jump of the coordinator's clock moves.
        var lastHeard: Int64
        var lastProgress: Int64
    }

    private struct Lease {
        var document: Int
        var session: SessionNumber
    }

    let configuration: SchedulerConfiguration
    private var papers: [Int: Paper] = [:]
    private var stays: [SessionNumber: Stay] = [:]
    private var leases: [DeliveryNumber: Lease] = [:]
    private var lastDelivery: UInt64
    private var isDraining = false
    private var pausedStages = Array(repeating: false, count: 6)
    private(set) var bytesInFlight = 0
    private var time: Int64 = 0
    /// How much time the coordinator may have counted that it was away: a little for each time.
    private var timeMiscounted: Int64 = 0

    init(_ configuration: SchedulerConfiguration, lastDelivery: UInt64) {
        self.configuration = configuration
        self.lastDelivery = lastDelivery
    }

    struct Objection: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    private func object(_ text: @autoclosure () -> String, unless condition: Bool) throws(Objection) {
        if !condition { throw Objection(text()) }
    }

    static func bits(_ layers: some Sequence<String>) -> Int {
        layers.reduce(0) { $0 | (Stage.byLayer[$1].map { 1 << $0.rawValue } ?? 0) }
    }

    /// The coordinator's clock jumps.
    mutating func jump() { timeMiscounted += 1_000 }

    // MARK: Events

    /// Looks at one event and the actions it led to.
    /// - Parameter time: the true time.
    mutating func watch(_ event: Event, _ actions: [Action], at time: Int64, rejections: inout [Int: Rejection], finished: inout [Int]) throws(Objection) {
        self.time = time
        var answered: (session: SessionNumber, delivery: DeliveryNumber, wasLive: Bool)?
        var isBlameless = true
        switch event {
        case .admitted(let number, let byteCount, let layers, _):
            try object("document \(number.rawValue) is admitted twice", unless: papers[Int(number.rawValue)] == nil)
            papers[Int(number.rawValue)] = Paper(byteCount: byteCount, layers: Self.bits(layers))
            bytesInFlight += byteCount
        case .hello(let session, let manifest):
            stays[session] = Stay(stage: Stage.byPlugin[manifest.plugin]!, reads: Self.bits(manifest.reads), lastHeard: time, lastProgress: time)
        case .credit(let session, let documents, let bytes):
            stays[session]?.lastHeard = time
            stays[session]?.documentsMax = documents
            stays[session]?.bytesMax = bytes
        case .result(let session, let delivery, _, _), .failure(let session, let delivery, _, _, _):
            stays[session]?.lastHeard = time
            answered = (session, delivery, leases[delivery]?.session == session)
            if stays[session]?.unanswered.removeValue(forKey: delivery) != nil {
                if stays[session]!.unanswered.isEmpty { stays[session]!.hasLostItsLeases = false }
                stays[session]!.lastProgress = time
            }
            if stays[session]?.alone == delivery { stays[session]!.alone = nil }
        case .undelivered(let session, let delivery):
            if stays[session]?.unanswered.removeValue(forKey: delivery) != nil, leases[delivery] != nil { _ = drop(delivery, stays[session]!.stage.rawValue) }
            if stays[session]?.alone == delivery { stays[session]!.alone = nil }
            stays[session]?.documentsMax = 0
        case .lost, .tick: isBlameless = false
        case .drain: isDraining = true
        case .extend(let session, let delivery):
            stays[session]?.lastHeard = time
            if leases[delivery]?.session == session { stays[session]?.lastProgress = time }
        case .heard(let session): stays[session]?.lastHeard = time
        case .goodbye: break
        }
        // What a worker holds when its end comes is what counts, not what is left of it after the first action.
        for action in actions {
            switch action {
            case .welcome: break
            case .refuse(let session, _, _): stays[session] = nil
            case .deliver(let delivery): try watch(delivery)
            case .keepLayer(let number, let layer, _): try keep(layer, of: number, event)
            case .acknowledge(let session, let delivery, let code):
                guard let answered, answered.session == session, answered.delivery == delivery else { throw Objection("delivery \(delivery.rawValue) is acknowledged and was not answered") }
                try acknowledge(answered.wasLive, session, delivery, code, event)
            case .cancel(let session, let delivery, let reason):
                try object("delivery \(delivery.rawValue) is cancelled without a lease", unless: leases[delivery]?.session == session)
                let stage = stays[session]!.stage.rawValue
                let age = time - stays[session]!.lastProgress + timeMiscounted
                let document = drop(delivery, stage)
                if reason.hasPrefix("the lease ended") {
                    try object("delivery \(delivery.rawValue) lost its lease \(age) ms after a sign of work", unless: age >= configuration.leaseMilliseconds)
                    stays[session]!.hasLostItsLeases = true
                    blame(document, stage, alone: stays[session]!.unanswered.count == 1)
                } else if reason.contains("later deliveries") {
                    papers[document]!.attempts[stage] += 1
                }
            case .ping: break
            case .end(let session, let reason):
                guard let stay = stays.removeValue(forKey: session) else { throw Objection("session \(session.rawValue) ends twice") }
                let silence = time - stay.lastHeard + timeMiscounted
                try object("a worker ends for \(silence) ms of silence", unless: !reason.hasPrefix("silent") || silence >= configuration.silenceMillisecondsMax)
                for delivery in stay.unanswered.keys where leases[delivery] != nil {
                    let document = drop(delivery, stay.stage.rawValue)
                    if !isBlameless { blame(document, stay.stage.rawValue, alone: stay.unanswered.count == 1) }
                }
            case .reject(let number, let rejection):
                try reject(Int(number.rawValue), rejection)
                rejections[Int(number.rawValue)] = rejection
            case .finish(let number):
                try finish(Int(number.rawValue))
                finished.append(Int(number.rawValue))
            case .retire(let session, _): stays[session]?.isRetired = true
            case .pause(let group, _):
                try object("\(group) is paused twice", unless: !pausedStages[Stage.byPlugin[group]!.rawValue])
                pausedStages[Stage.byPlugin[group]!.rawValue] = true
            case .resume(let group): pausedStages[Stage.byPlugin[group]!.rawValue] = false
            }
        }
        if let answered, answered.wasLive {
            try object("the answer to delivery \(answered.delivery.rawValue) is ignored", unless: leases[answered.delivery] == nil)
        }
    }

    private mutating func drop(_ delivery: DeliveryNumber, _ stage: Int) -> Int {
        let document = leases.removeValue(forKey: delivery)!.document
        papers[document]?.live[stage] = nil
        return document
    }

    private mutating func blame(_ document: Int, _ stage: Int, alone: Bool) {
        papers[document]!.isSuspect[stage] = true
        if alone { papers[document]!.loneEnds[stage] += 1 }
    }

    // MARK: Actions

    private mutating func watch(_ delivery: Delivery) throws(Objection) {
        let number = Int(delivery.document.rawValue)
        let stage = Stage.byPlugin[delivery.group]!
        guard let paper = papers[number] else { throw Objection("document \(number) is delivered and not in flight") }
        guard let stay = stays[delivery.session] else { throw Objection("delivery to a session that is not") }
        try object("delivery numbers go backwards", unless: delivery.number.rawValue > lastDelivery)
        try object("a delivery while draining", unless: !isDraining)
        try object("a delivery of a paused group", unless: !pausedStages[stage.rawValue])
        try object("a delivery to another plugin's worker", unless: stay.stage == stage)
        try object("a delivery to a retired worker", unless: !stay.isRetired)
        try object("a delivery to a worker that hangs", unless: !stay.hasLostItsLeases)
        try object("document \(number) has two live leases for \(delivery.group)", unless: paper.live[stage.rawValue] == nil)
        try object("credit exceeded: \(stay.unanswered.count) of \(stay.documentsMax) are out", unless: stay.unanswered.count < stay.documentsMax)
        let bytesHeld = stay.unanswered.values.reduce(0, +)
        try object("credit exceeded: \(bytesHeld) + \(paper.byteCount) of \(stay.bytesMax) bytes",
                   unless: stay.unanswered.isEmpty || bytesHeld + paper.byteCount <= stay.bytesMax)
        try object("a suspect has company", unless: stay.alone == nil && (!paper.isSuspect[stage.rawValue] || stay.unanswered.isEmpty))
        try object("a rejected document goes to \(delivery.group)", unless: !paper.isRejected || stage == .sink)
        try object("a rejected document is delivered as a good one, or the other way round", unless: paper.isRejected == (delivery.rejection != nil))
        if !paper.isRejected {
            try object("document \(number) lacks layers that \(delivery.group) reads", unless: paper.layers & stay.reads == stay.reads)
            try object("other layers are sent than are read", unless: Self.bits(delivery.layers) == stay.reads)
            try object("\(delivery.group) does again what is done", unless: stage == .sink ? !paper.sinkHasIt : paper.layers & 1 << stage.rawValue == 0)
        }
        lastDelivery = delivery.number.rawValue
        leases[delivery.number] = Lease(document: number, session: delivery.session)
        if stay.unanswered.isEmpty { stays[delivery.session]!.lastProgress = time }
        papers[number]!.live[stage.rawValue] = delivery.number
        stays[delivery.session]!.unanswered[delivery.number] = paper.byteCount
        if paper.isSuspect[stage.rawValue] { stays[delivery.session]!.alone = delivery.number }
    }

    private mutating func acknowledge(_ wasLive: Bool, _ session: SessionNumber, _ delivery: DeliveryNumber, _ code: ErrorCode?, _ event: Event) throws(Objection) {
        if code == .deliveryStale || code == .sessionUnknown {
            return try object("an answer in time is called late", unless: !wasLive)
        }
        try object("a late answer to delivery \(delivery.rawValue) counts", unless: wasLive && leases[delivery] != nil)
        let stage = stays[session]!.stage.rawValue
        let document = drop(delivery, stage)
        papers[document]!.isSuspect[stage] = false
        papers[document]!.loneEnds[stage] = 0
        switch event {
        case .result:
            if code == .layerUnexpected { papers[document]!.attempts[stage] += 1 } else if stage == Stage.sink.rawValue { papers[document]!.sinkHasIt = true }
        case .failure(_, _, let code, _, _):
            if code.errorClass == .document { papers[document]!.refusals[stage] += 1 } else { papers[document]!.attempts[stage] += 1 }
        default: throw Objection("an acknowledgement without an answer")
        }
    }

    private mutating func keep(_ name: String, of number: DocumentNumber, _ event: Event) throws(Objection) {
        guard case .result(_, _, let layer, let byteCount) = event, layer == name, let bit = Stage.byLayer[name] else { throw Objection("layer \(name) is kept and did not come") }
        guard let paper = papers[Int(number.rawValue)] else { throw Objection("a layer of a document that is not in flight") }
        try object("layer \(name) is kept twice", unless: paper.layers & 1 << bit.rawValue == 0)
        papers[Int(number.rawValue)]!.layers |= 1 << bit.rawValue
        papers[Int(number.rawValue)]!.byteCount += byteCount
        bytesInFlight += byteCount
    }

    private mutating func reject(_ number: Int, _ rejection: Rejection) throws(Objection) {
        guard let paper = papers[number] else { throw Objection("document \(number) is rejected and not in flight") }
        try object("document \(number) is rejected twice", unless: !paper.isRejected)
        if let stage = rejection.plugin.map({ Stage.byPlugin[$0]!.rawValue }) {
            let isDeserved = switch rejection.code {
            case .poison: paper.loneEnds[stage] >= configuration.deathMax
            case .attemptsExhausted: paper.attempts[stage] >= configuration.attemptMax
            default: paper.refusals[stage] > 0
            }
            try object("document \(number) is rejected without cause: \(rejection.reason)", unless: isDeserved)
        }
        try object("document \(number) is rejected in somebody's hands", unless: paper.live.allSatisfy { $0 == nil })
        papers[number]!.isRejected = true
        papers[number]!.sinkHasIt = false
        papers[number]!.isSuspect = Array(repeating: false, count: 6)
    }

    /// Whether the scheduler suspects the documents that it delivers of what they may have done, and of no more.
    func check(_ scheduler: Scheduler, after actions: [Action]) throws(Objection) {
        for case .deliver(let delivery) in actions {
            guard let paper = papers[Int(delivery.document.rawValue)], let group = scheduler.groupIndex[delivery.group] else { continue }
            let stage = Stage.byPlugin[delivery.group]!.rawValue
            let believed = scheduler.documents[delivery.document]!.stages[group]
            try object("document \(delivery.document.rawValue) is suspect without cause, or trusted without",
                       unless: believed.isSuspect == paper.isSuspect[stage])
            try object("document \(delivery.document.rawValue) is blamed for \(believed.deaths) deaths, of \(paper.loneEnds[stage])",
                       unless: believed.deaths <= paper.loneEnds[stage])
        }
    }

    private mutating func finish(_ number: Int) throws(Objection) {
        guard let paper = papers.removeValue(forKey: number) else { throw Objection("document \(number) ends twice") }
        try object("document \(number) ends before the sink has it", unless: paper.sinkHasIt)
        try object("document \(number) ends in somebody's hands", unless: paper.live.allSatisfy { $0 == nil })
        bytesInFlight -= paper.byteCount
    }
}
