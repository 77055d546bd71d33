import Corpus
import Foundation
import Intake
import IsnadScheduler
import IsnadWire
import Ledger
import Logging
import ProcessControl
import ZeroMQ

/// The coordinator's loop: one thread that owns the sockets and does what the scheduler decides.
final class Coordinator {
    let settings: Settings
    let log: Logger
    let context: Context
    let work: Socket
    var events: EventPublisher
    var scheduler: Scheduler
    var store = DocumentStore()
    var peers = Peers()
    var figures = Figures()
    let reader: ReadAhead
    private let lock: FileLock?
    let ledger: Ledger
    private let finishedRecords: FinishedRecords?
    private let stopWakeUp: WakeUp
    private let signals: StopSignals
    private let finishRequested = FinishFlag()
    private let started = ContinuousClock.now
    /// Submitted documents for which there is no room yet, with whom to answer.
    var submissions: [Submission] = []
    var draining: Draining?
    private var unsent: [(frames: [Frame], session: SessionNumber?, delivery: DeliveryNumber?)] = []

    struct Submission {
        var client: Frame
        var request: UInt64
        var incoming: Incoming
    }

    enum Draining {
        /// Nothing more comes; the workers were told to finish and leave.
        case finished(since: Instant)
        /// A person stopped it; what is in flight stays in the ledger.
        case stopped(since: Instant)
    }

    init(_ settings: Settings, inputs: InputList, supervised: Bool, log: Logger) throws {
        let stopWakeUp = try WakeUp()
        let finishRequested = self.finishRequested
        signals = StopSignals(
            watchingStandardInput: supervised,
            onByte: { _ in
                finishRequested.set()
                stopWakeUp.signal()
            },
            onStop: { stopWakeUp.signal() })
        self.stopWakeUp = stopWakeUp
        self.settings = settings
        self.log = log
        lock = try FileLock(endpoint: settings.endpoint)
        ledger = try Ledger(path: settings.statePath)
        finishedRecords = settings.corpusPath.map { FinishedRecords($0) }
        context = try Context(copiesReceivedFrames: true)
        work = try Self.bindWork(settings.endpoint, context)
        events = try EventPublisher(endpoint: settings.eventsEndpoint, epoch: UUID().uuidString.lowercased(), context: context)
        scheduler = Scheduler(configuration: settings.scheduler, firstDelivery: ledger.firstDelivery)
        reader = try ReadAhead(inputs, sizeLimit: settings.sizeLimit)
        if settings.finishes { finishRequested.set() }
    }

    private static func bindWork(_ endpoint: String, _ context: Context) throws(ZeroMQError) -> Socket {
        let socket = try Socket(.router, in: context)
        try socket.set(.routerMandatory, to: true)
        try socket.set(.linger, to: .seconds(2))
        try socket.set(.handshakeInterval, to: .seconds(5))
        try socket.set(.heartbeatInterval, to: .seconds(5))
        try socket.set(.heartbeatTimeout, to: .seconds(30))
        try socket.set(.sendHighWaterMark, to: 100_000)
        try socket.set(.receiveHighWaterMark, to: 10_000)
        try socket.set(.maxMessageSize, to: WireLimits.bodyByteCountMax + WireLimits.headerByteCountMax)
        try socket.bind(endpoint)
        return socket
    }

    /// Milliseconds since the start, never backwards.
    var now: Instant {
        let elapsed = ContinuousClock.now - started
        return Instant(milliseconds: elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000)
    }

    /// Runs until every document is done, or a stop.
    /// - Returns: the exit status.
    func run() throws -> Int32 {
        log.info("listening on \(settings.endpoint), events on \(settings.eventsEndpoint)")
        try recover()
        while true {
            var items = [PollItem(work), PollItem(reader.wakeUp), PollItem(stopWakeUp), events.pollItem]
            try Poller.wait(&items, timeout: waitTime)
            if items[1].isReady { reader.wakeUp.clear() }
            if items[2].isReady { stopWakeUp.clear() }
            if items[3].isReady { events.drainSubscriptions() }
            if items[0].isReady { try receiveAll() }
            try perform(.tick)
            if draining == nil { try admitWaiting() }
            try ledger.flush()
            sendUnsent()
            if try checkEnd() {
                try ledger.flush(force: true)
                try writeReport()
                return 0
            }
        }
    }

    private var waitTime: Duration {
        if !unsent.isEmpty { return .milliseconds(5) }
        let due = scheduler.nextDeadline.map { max(0, $0.milliseconds - now.milliseconds) } ?? 1000
        return .milliseconds(min(due, draining == nil ? 1000 : 50))
    }

    // MARK: Admission

    /// Takes from submissions and files as far as the bounds allow.
    private func admitWaiting() throws {
        while let next = submissions.first, scheduler.room.documents > 0, scheduler.room.bytes > 0 {
            submissions.removeFirst()
            let problem = try admit(next.incoming, isSubmitted: true)
            reply(.admitted(.init(request: next.request, code: problem?.code, reason: problem?.reason)), to: next.client, afterFlush: true)
        }
        while areExpectedThere {
            let room = scheduler.room
            let taken = reader.take(documents: min(room.documents, 64), bytes: room.bytes)
            if taken.isEmpty { return }
            for incoming in taken { _ = try admit(incoming, isSubmitted: false) }
        }
    }

    /// Admits a document, unless the ledger knows it.
    /// - Returns: why it was not admitted, for a submission; a document of a file is then admitted as rejected.
    private func admit(_ incoming: Incoming, isSubmitted: Bool) throws -> Rejection? {
        var incoming = incoming
        switch try ledger.admit(incoming, isSubmitted: isSubmitted) {
        case .new(let number):
            enter(incoming, as: number)
            return nil
        case .done(let number, let plugins):
            try revise(incoming, number, plugins)
            return nil
        case .known(let rejected):
            figures.skipped += 1
            if rejected { figures.rejected += 1 }
            return nil
        case .conflict(let reason):
            let rejection = Rejection(code: .idRepeated, reason: reason)
            if isSubmitted { return rejection }
            incoming.rejection = rejection
            incoming.text = []
            incoming.layers = [:]
            if case .new(let number) = try ledger.admit(incoming, isSubmitted: false) {
                enter(incoming, as: number)
            } else {
                figures.skipped += 1
                figures.rejected += 1
            }
            return nil
        }
    }

    /// Delivers a finished document again if a plugin has a new version: to that plugin, and to those that read its layer.
    private func revise(_ incoming: Incoming, _ number: DocumentNumber, _ plugins: [String: String]) throws {
        guard let revision = Revision(recorded: plugins, manifests: scheduler.manifests, durable: settings.scheduler.durableGroups) else {
            figures.skipped += 1
            return
        }
        var incoming = incoming
        let record = try finishedRecords?.record(incoming.id)
        for (layer, _) in revision.kept { incoming.layers[layer] = record?.layers[layer] }
        try ledger.reopen(number, key: incoming.id)
        enter(incoming, as: number, plugins: revision.kept.filter { incoming.layers[$0.key] != nil })
    }

    /// Whether every plugin that was announced has come: before, nobody can tell which finished work is stale.
    private var areExpectedThere: Bool {
        settings.expected.isSubset(of: scheduler.manifests.map(\.plugin))
    }

    func enter(_ incoming: Incoming, as number: DocumentNumber, plugins: [String: String] = [:]) {
        store.insert(incoming, as: number, plugins: plugins)
        figures.admitted += 1
        events.publish(EventTopic.document("admitted", incoming.id)) { header in
            header.document = incoming.id
            header.uri = incoming.uri
        }
        do {
            try perform(.admitted(number, byteCount: incoming.byteCount, layers: Set(incoming.layers.keys), rejection: incoming.rejection))
        } catch { log.error("admitting \(incoming.id): \(error)") }
    }

    /// Brings back what an earlier coordinator on the same ledger had admitted and not finished.
    private func recover() throws {
        let left = try ledger.unfinished()
        for (number, incoming) in left { enter(incoming, as: number) }
        if !left.isEmpty { log.info("took up \(left.count) unfinished documents") }
    }

    // MARK: Ending

    /// - Returns: whether the loop is over.
    private func checkEnd() throws -> Bool {
        switch draining {
        case nil:
            if signals.isStopped {
                log.info("stopping; unfinished documents are taken up by the next start on the same state")
                reader.stop()
                try perform(.drain)
                draining = .stopped(since: now)
                for session in peers.sessions { send(.drain(.init(reason: "the coordinator stops")), to: session) }
            } else if finishRequested.isSet, reader.progress.isExhausted, submissions.isEmpty, scheduler.documentsInFlight == 0 {
                try perform(.drain)
                draining = .finished(since: now)
                for session in peers.sessions { send(.drain(.init(reason: "every document is done")), to: session) }
            }
            return false
        case .finished(let since):
            return peers.sessions.isEmpty || now > since + 60_000 && unsent.isEmpty
        case .stopped(let since):
            return peers.sessions.isEmpty || now > since + 8_000
        }
    }

    /// The last status, for a supervisor; its being there says that every document is done.
    private func writeReport() throws {
        guard let path = settings.reportPath, case .finished = draining else { return }
        try JSONEncoder().encode(statusReport()).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    // MARK: Sending

    /// - Parameter delivery: the one that the message hands over.
    func send(_ message: Message, bodies: [Frame] = [], to session: SessionNumber, delivery: DeliveryNumber? = nil) {
        guard let peer = peers.bySession[session] else { return }
        let (envelope, header) = WireCodec.encode(message)
        transmit([peer.routingId, Frame(envelope), Frame(header)] + bodies, session: session, delivery: delivery)
    }

    /// Answers a peer that has no session.
    /// - Parameter afterFlush: the answer promises that something is on disk.
    func reply(_ message: Message, bodies: [Frame] = [], to routingId: Frame, afterFlush: Bool = false) {
        let (envelope, header) = WireCodec.encode(message)
        let frames = [routingId.detached(), Frame(envelope), Frame(header)] + bodies
        if afterFlush { unsent.append((frames, nil, nil)) } else { transmit(frames, session: nil) }
    }

    private func transmit(_ frames: [Frame], session: SessionNumber?, delivery: DeliveryNumber? = nil) {
        do {
            if try !work.send(frames) { unsent.append((frames, session, delivery)) }
        } catch {
            guard let session else { return }
            if let delivery { lost.append(.undelivered(session, delivery)) }
            lost.append(.lost(session, reason: "can't be reached"))
        }
    }

    /// Sessions found unreachable while actions were carried out, and what could not be sent to them.
    var lost: [Event] = []

    private func sendUnsent() {
        let waiting = unsent
        unsent = []
        for (frames, session, delivery) in waiting { transmit(frames, session: session, delivery: delivery) }
    }

    // MARK: Deciding and doing

    /// Hands an event to the scheduler and does what it says.
    func perform(_ event: Event, layer: Frame? = nil) throws {
        for action in scheduler.handle(event, at: now) { try carryOut(action, layer: layer) }
        while !lost.isEmpty {
            for action in scheduler.handle(lost.removeFirst(), at: now) { try carryOut(action, layer: nil) }
        }
    }

    var uptimeSeconds: Double { Double(now.milliseconds) / 1000 }
    var isFinishing: Bool { finishRequested.isSet }
}

/// Counts since the start, for `status`.
struct Figures {
    struct Group {
        var delivered = 0
        var answered = 0
        var redelivered = 0
        var failed = 0
    }

    var admitted = 0
    var done = 0
    var rejected = 0
    var skipped = 0
    var groups: [String: Group] = [:]
}
