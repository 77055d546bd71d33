@testable import IsnadScheduler
import IsnadWire

/// A whole pipeline in memory: coordinator and ledger, workers and network, faults and time, all from one seed.
struct World {
    enum Happening {
        case admit
        case start(worker: Int, epoch: Int)
        case hello(worker: Int, epoch: Int)
        /// A message on its way to the coordinator that was started so many times.
        case arrive(Event, SessionNumber, worker: Int, coordinator: Int)
        case task(Delivery, worker: Int, epoch: Int)
        case cancel(DeliveryNumber, worker: Int, epoch: Int)
        case computed(Delivery, worker: Int, epoch: Int)
        case extend(Delivery, worker: Int, epoch: Int)
        case die(worker: Int, epoch: Int)
        case rejoin(worker: Int, epoch: Int)
        case restart
        case drain
        case jump(by: Int64)
        case upgrade(Stage)
        case calm
    }

    let seed: UInt64
    var dice: Dice
    let scenario: Scenario
    var timeline = Timeline<Happening>()
    var time: Int64 = 0
    /// The coordinator's clock is ahead by this.
    var clockOffset: Int64 = 0
    var isCalm = false
    var steps = 0

    // The coordinator, and what survives it.
    var scheduler: Scheduler
    var witness: Witness
    var coordinatorCount = 0
    var nextSession: UInt64 = 0
    var workerOf: [SessionNumber: Int] = [:]
    var lastDelivery: UInt64 = 0
    var toAdmit: [Int]
    var ledger: [Int: Bool] = [:]
    var rejections: [Int: Rejection] = [:]
    var isDraining = false
    var isAdmitting = false

    var workers: [SimulatedWorker] = []
    var versions = Array(repeating: 1, count: 6)
    /// Faults that a document or a plugin may still suffer without looking guilty.
    var blameLeft: [Int]
    var attemptsLeft: [Int: Int] = [:]
    var log: [String]?

    init(seed: UInt64, isTold: Bool = false) {
        self.seed = seed
        dice = Dice(seed: seed)
        scenario = Scenario(&dice)
        scheduler = Scheduler(configuration: scenario.configuration)
        witness = Witness(scenario.configuration, lastDelivery: 0)
        toAdmit = Array(scenario.natures.indices)
        blameLeft = Array(repeating: scenario.isWild ? .max : scenario.configuration.deathMax - 1, count: 6)
        log = isTold ? [] : nil
        for (index, worker) in scenario.tempers.enumerated() {
            workers.append(SimulatedWorker(stage: worker.stage, temper: worker.temper))
            timeline.plan(.start(worker: index, epoch: 0), at: worker.startsAt)
        }
        for restart in scenario.restarts {
            if restart.drainsFirst { timeline.plan(.drain, at: restart.at) }
            timeline.plan(.restart, at: restart.at + (restart.drainsFirst ? 3_000 : 0))
        }
        for jump in scenario.clockJumps { timeline.plan(.jump(by: jump.by), at: jump.at) }
        for upgrade in scenario.upgrades { timeline.plan(.upgrade(upgrade.stage), at: upgrade.at) }
        timeline.plan(.calm, at: scenario.calmAt + 4_000)
        planAdmission()
    }

    struct Failure: Error, CustomStringConvertible {
        var seed: UInt64
        var time: Int64
        var step: Int
        var reason: String
        var description: String { "seed \(seed), step \(step), \(time) ms: \(reason)" }
    }

    static let timeAfterCalmMax: Int64 = 3_600_000
    static let stepMax = 50_000

    // MARK: Running

    /// Runs until every document has ended.
    mutating func run() throws(Failure) {
        do {
            while ledger.count < scenario.natures.count || !isCalm { try step() }
            try checkEnds()
        } catch {
            throw Failure(seed: seed, time: time, step: steps, reason: error.description)
        }
    }

    private mutating func step() throws(Witness.Objection) {
        steps += 1
        if steps > Self.stepMax { throw Witness.Objection("no end after \(steps) steps: \(state)") }
        if time > scenario.calmAt + Self.timeAfterCalmMax { throw Witness.Objection("no progress, though every stage has a good worker: \(state)") }
        let due = scheduler.nextDeadline.map { max(time, $0.milliseconds - clockOffset) }
        if let due, due < timeline.nextTime ?? .max {
            time = due
            try handle(.tick)
        } else if let next = timeline.nextTime {
            time = max(time, next)
            try happen(timeline.takeNext()!)
        } else {
            throw Witness.Objection("nothing more is going to happen: \(state)")
        }
    }

    /// What there is to know of a run that does not end.
    private var state: String {
        let open = scenario.natures.indices.filter { ledger[$0] == nil }
        var lines = ["documents \(open) are open"]
        for group in scheduler.groups where group.waitingCount + group.doneCount < scheduler.documentsInFlight {
            lines.append("\(group.name): ready \(group.ready.all), suspects \(group.suspects.all), last \(group.last.all), delayed \(group.delayed.all), held \(group.held.all), paused for \(group.pausedFor ?? "nothing")")
            for session in group.sessions.sorted() { lines.append("  session \(session.rawValue): \(scheduler.sessions[session]!)") }
        }
        return lines.joined(separator: "\n")
    }

    /// Each document has ended as its nature demands.
    private func checkEnds() throws(Witness.Objection) {
        for (number, nature) in scenario.natures.enumerated() {
            let isRejected = ledger[number]!
            if nature.isInnocent, isRejected, !scenario.isWild {
                throw Witness.Objection("document \(number) is innocent and rejected: \(rejections[number]?.reason ?? "")")
            }
            if !nature.isInnocent, !isRejected, !(nature.isClean && nature.stage == .cleaner) { throw Witness.Objection("document \(number) is guilty and in the corpus") }
        }
        if scheduler.documentsInFlight != 0 || scheduler.room.bytes != scenario.configuration.bytesInFlightMax && !isDraining {
            throw Witness.Objection("something is left in flight")
        }
    }

    // MARK: The coordinator

    /// Hands an event to the scheduler, has the witness look, and does what is to be done.
    mutating func handle(_ event: Event) throws(Witness.Objection) {
        let actions = scheduler.handle(event, at: Instant(milliseconds: time + clockOffset))
        if log != nil { log!.append("\(time)  \(event)\n" + actions.map { "          -> \($0)\n" }.joined()) }
        var finished: [Int] = []
        try witness.watch(event, actions, at: time, rejections: &rejections, finished: &finished)
        try witness.check(scheduler, after: actions)
        for number in finished {
            if ledger[number] != nil { throw Witness.Objection("document \(number) ends twice") }
            ledger[number] = rejections[number] != nil
        }
        if changes(event, actions), let broken = scheduler.brokenInvariant() { throw Witness.Objection(broken) }
        let bytesLeft = max(0, scenario.configuration.bytesInFlightMax - witness.bytesInFlight)
        if !isDraining, scheduler.room.bytes != bytesLeft { throw Witness.Objection("\(scheduler.room.bytes) bytes of room are offered, there are \(bytesLeft)") }
        if scheduler.documentsInFlight > scenario.configuration.documentsInFlightMax { throw Witness.Objection("\(scheduler.documentsInFlight) documents in flight") }
        if scheduler.nextDeadline == nil, !scheduler.sessions.isEmpty { throw Witness.Objection("nobody looks at the clock") }
        for action in actions { try carryOut(action) }
        if !isAdmitting { planAdmission() }
    }

    /// Whether more than clocks may have moved: most of what happens are heartbeats.
    private func changes(_ event: Event, _ actions: [Action]) -> Bool {
        switch event {
        case .heard: false
        case .tick: steps % 16 == 0 || scheduler.groups.contains { !$0.delayed.isEmpty } || !actions.allSatisfy { if case .ping = $0 { true } else { false } }
        default: true
        }
    }

    private mutating func planAdmission() {
        guard !toAdmit.isEmpty, !isDraining, scheduler.room.documents > 0, scheduler.room.bytes > 0 else { return }
        isAdmitting = true
        timeline.plan(.admit, at: time + Int64(dice.roll(0...scenario.admissionGapMax)))
    }

    private mutating func admit() throws(Witness.Objection) {
        isAdmitting = false
        guard !toAdmit.isEmpty, scheduler.room.documents > 0, scheduler.room.bytes > 0 else { return }
        let number = toAdmit.removeFirst()
        let nature = scenario.natures[number]
        let rejection = nature.isUnreadable ? Rejection(code: .inputUnreadable, reason: "it can't be read") : nil
        try handle(.admitted(DocumentNumber(UInt64(number)), byteCount: nature.isUnreadable ? 0 : nature.byteCount,
                             layers: nature.isClean && rejection == nil ? ["clean"] : [], rejection: rejection))
    }

    private mutating func carryOut(_ action: Action) throws(Witness.Objection) {
        switch action {
        case .welcome(let session):
            // The worker learns of it, and says how much it takes.
            guard let worker = workerOf[session], workers[worker].session == session else { return }
            send(.credit(session, documents: dice.roll(1...4), bytes: dice.happens(30) ? 1_500 : 1 << 20), from: worker)
        case .refuse(let session, _, _):
            guard let worker = workerOf.removeValue(forKey: session), workers[worker].session == session else { return }
            workers[worker].forget()
            timeline.plan(.rejoin(worker: worker, epoch: workers[worker].epoch), at: time + 2_000)
        case .deliver(let delivery):
            lastDelivery = delivery.number.rawValue
            guard let worker = workerOf[delivery.session] else { return }
            if workers[worker].session != delivery.session || !workers[worker].isAlive {
                // Nobody is there any more: sometimes the network says so.
                if dice.happens(50) {
                    workerOf[delivery.session] = nil
                    try handle(.undelivered(delivery.session, delivery.number))
                    try handle(.lost(delivery.session, reason: "can't be reached"))
                }
            } else if !workers[worker].isCut {
                timeline.plan(.task(delivery, worker: worker, epoch: workers[worker].epoch), at: time + delay())
            }
        case .cancel(let session, let delivery, _):
            if let worker = workerOf[session], workers[worker].session == session, !workers[worker].isCut {
                timeline.plan(.cancel(delivery, worker: worker, epoch: workers[worker].epoch), at: time + delay())
            }
        case .ping(let session):
            if let worker = workerOf[session], workers[worker].session == session, workers[worker].isAlive { send(.heard(session), from: worker) }
        case .end(let session, _):
            guard let worker = workerOf.removeValue(forKey: session), workers[worker].session == session, workers[worker].isAlive else { return }
            // It finds out when it says something, or has heard nothing for long.
            timeline.plan(.rejoin(worker: worker, epoch: workers[worker].epoch), at: time + Int64(dice.roll(10...20_000)))
        case .acknowledge, .keepLayer, .reject, .finish, .pause, .resume, .retire: break
        }
    }

    private mutating func restart() {
        coordinatorCount += 1
        isDraining = false
        isAdmitting = false
        scheduler = Scheduler(configuration: scenario.configuration, firstDelivery: lastDelivery + 1)
        witness = Witness(scenario.configuration, lastDelivery: lastDelivery)
        workerOf = [:]
        toAdmit = scenario.natures.indices.filter { ledger[$0] == nil }
        rejections = rejections.filter { ledger[$0.key] != nil }
        for worker in workers.indices where workers[worker].session != nil {
            timeline.plan(.rejoin(worker: worker, epoch: workers[worker].epoch), at: time + Int64(dice.roll(10...5_000)))
        }
        planAdmission()
    }

    // MARK: What happens

    private mutating func happen(_ happening: Happening) throws(Witness.Objection) {
        switch happening {
        case .admit: try admit()
        case .restart: restart()
        case .drain:
            isDraining = true
            try handle(.drain)
        case .jump(let milliseconds):
            clockOffset += milliseconds
            witness.jump()
        case .upgrade(let stage): upgrade(stage)
        case .calm: calmDown()
        case .arrive(let event, let session, let worker, let coordinator):
            guard coordinator == coordinatorCount else { return }
            if workerOf[session] == nil, workers[worker].session == session, workers[worker].isAlive {
                // The coordinator does not know it; it is told so.
                timeline.plan(.rejoin(worker: worker, epoch: workers[worker].epoch), at: time + delay())
            }
            try handle(event)
        case .hello(let worker, let epoch): try hello(worker, epoch)
        default: workerHappens(happening)
        }
    }

    private mutating func hello(_ worker: Int, _ epoch: Int) throws(Witness.Objection) {
        guard workers[worker].epoch == epoch, workers[worker].isAlive, workers[worker].session == nil else { return }
        // A process that comes again is known by its name, mostly.
        for earlier in workerOf.filter({ $0.value == worker }).map(\.key).sorted() where dice.happens(70) {
            workerOf[earlier] = nil
            try handle(.goodbye(earlier))
        }
        nextSession += 1
        let session = SessionNumber(nextSession)
        workers[worker].session = session
        workerOf[session] = worker
        try handle(.hello(session, workers[worker].stage.manifest(version: workers[worker].version)))
    }

    private mutating func upgrade(_ stage: Stage) {
        versions[stage.rawValue] += 1
        for worker in workers.indices where workers[worker].stage == stage && workers[worker].isAlive {
            // A worker that dies without goodbye looks like the victim of what it held.
            if let session = workers[worker].session, dice.happens(80) || !mayBlame(stage) { send(.goodbye(session), from: worker) }
            end(worker, startsAgainAfter: dice.roll(100...3_000))
        }
    }

    /// The faults are over: a good worker joins each stage, and no more harm is done to any.
    private mutating func calmDown() {
        isCalm = true
        for stage in Stage.allCases where stage.isRequired {
            workers.append(SimulatedWorker(stage: stage, temper: Temper()))
            timeline.plan(.start(worker: workers.count - 1, epoch: 0), at: time + Int64(dice.roll(0...5_000)))
        }
        for worker in workers.indices where !workers[worker].isAlive {
            timeline.plan(.start(worker: worker, epoch: workers[worker].epoch), at: time + Int64(dice.roll(0...5_000)))
        }
    }

    // MARK: The network

    mutating func delay() -> Int64 { Int64(dice.happens(5) ? dice.roll(1...800) : dice.roll(0...4)) }

    mutating func send(_ event: Event, from worker: Int, after milliseconds: Int64 = 0) {
        guard let session = workers[worker].session, !workers[worker].isCut else { return }
        timeline.plan(.arrive(event, session, worker: worker, coordinator: coordinatorCount), at: time + milliseconds + delay())
    }
}
