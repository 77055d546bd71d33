import Corpus
import Foundation
import IsnadWire
import ProcessControl
import ZeroMQ

/// A worker's conversation with its coordinator, on one thread: says HELLO, takes TASKs, sends what was computed.
///
/// Losing the coordinator is no error: the worker forgets what it held (its leases end there, too) and says HELLO again.
struct WorkerLoop: ~Copyable {
    struct Settings: Sendable {
        var endpoint: String
        var documentsMax: Int
        var bytesMax = 64 << 20
        /// How long a cancelled computation may go on before the process gives up on its thread.
        var cancelSecondsMax = 5.0
    }

    private enum Phase {
        /// HELLO is to be said, or was said at that time.
        case greeting(saidAt: Date?)
        case joined(Message.Welcome)
    }

    private let settings: Settings
    private let manifest: Manifest
    private let name: String
    private let drainSecondsMax: Double
    private let log: WorkerLog
    private let stop: StopSignals
    private let stopWakeUp: WakeUp
    private let compute: ComputeThread
    private let context: Context
    private let socket: Socket
    private let monitor: SocketMonitor
    private var phase = Phase.greeting(saidAt: nil)
    private var epoch = 0
    private var held: Set<UInt64> = []
    private var lastHeard = Date()
    private var hasSaidWaiting = false
    /// When draining began, and whether the coordinator asked for it.
    private var draining: (since: Date, byCoordinator: Bool)?
    /// Computations that were cancelled and go on.
    private var overdue: [UInt64: Date] = [:]
    private var pings: UInt64 = 0

    init(_ computation: any Computation, settings: Settings, supervised: Bool) throws {
        let stopWakeUp = try WakeUp()
        let stop = StopSignals(watchingStandardInput: supervised) { stopWakeUp.signal() }
        let compute = try ComputeThread(computation)
        let context = try Context()
        let socket = try Self.connect(to: settings.endpoint, in: context)
        let monitor = try SocketMonitor(of: socket)
        self.settings = settings
        self.stopWakeUp = stopWakeUp
        self.stop = stop
        self.compute = compute
        self.context = context
        self.socket = socket
        self.monitor = monitor
        manifest = computation.manifest
        drainSecondsMax = computation.drainSecondsMax
        log = WorkerLog(plugin: computation.manifest.plugin)
        name = "\(manifest.plugin)@\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)"
    }

    private static func connect(to endpoint: String, in context: Context) throws(ZeroMQError) -> Socket {
        let socket = try Socket(.dealer, in: context)
        try socket.set(.immediate, to: true)
        try socket.set(.linger, to: .seconds(2))
        try socket.set(.heartbeatInterval, to: .seconds(5))
        try socket.set(.heartbeatTimeout, to: .seconds(30))
        try socket.set(.reconnectInterval, to: .milliseconds(100))
        try socket.set(.reconnectIntervalMax, to: .seconds(5))
        try socket.set(.maxMessageSize, to: WireLimits.bodyByteCountMax + WireLimits.headerByteCountMax)
        try socket.connect(endpoint)
        return socket
    }

    /// Talks until the worker is drained or refused.
    /// - Returns: the exit status.
    mutating func run() throws -> Int32 {
        while true {
            if let status = try step() { return status }
        }
    }

    private mutating func step() throws -> Int32? {
        try greetIfDue()
        var items = [PollItem(socket), PollItem(compute.wakeUp), PollItem(stopWakeUp), PollItem(monitor)]
        try Poller.wait(&items, timeout: .milliseconds(200))
        if items[2].isReady { stopWakeUp.clear() }
        if items[1].isReady { compute.wakeUp.clear() }
        while let event = try monitor.next() { notice(event) }
        if items[0].isReady, let status = try receiveAll() { return status }
        if let status = try sendOutcomes() { return status }
        checkOverdue()
        if stop.isStopped, draining == nil { try beginDrain(byCoordinator: false) }
        return try drainStep()
    }

    // MARK: Joining

    private mutating func greetIfDue() throws {
        let silence = Date().timeIntervalSince(lastHeard)
        switch phase {
        case .joined(let welcome):
            if silence > 4 * Double(welcome.heartbeatMilliseconds) / 1000 { forgetSession("the coordinator has been silent for \(Int(silence)) s") }
        case .greeting(let saidAt):
            guard draining == nil, saidAt.map({ Date().timeIntervalSince($0) > 2 }) ?? true else { return }
            let hello = Message.Hello(protocol: .current, worker: name, manifest: manifest)
            if try send(.hello(hello)) {
                phase = .greeting(saidAt: Date())
            } else if !hasSaidWaiting {
                hasSaidWaiting = true
                log.say("waiting for the coordinator at \(settings.endpoint)")
            }
        }
    }

    private mutating func notice(_ event: SocketEvent) {
        if case .disconnected = event.kind, case .joined = phase { forgetSession("lost the coordinator at \(settings.endpoint)") }
    }

    /// Its leases are over; what is being computed is of no more use.
    private mutating func forgetSession(_ reason: String) {
        log.say("\(reason); waiting for it")
        epoch += 1
        compute.reset(epoch: epoch)
        held = []
        overdue = [:]
        phase = .greeting(saidAt: nil)
        lastHeard = Date()
    }

    // MARK: Receiving

    private mutating func receiveAll() throws -> Int32? {
        let limits = MessageLimits(frameCountMax: WireLimits.frameCountMax, byteCountMax: 4 * WireLimits.bodyByteCountMax)
        // A bounded number a turn, so that outcomes are sent in between.
        for _ in 0..<64 {
            let frames: [Frame]
            do {
                guard let received = try socket.receive(limits: limits) else { return nil }
                frames = received
            } catch ReceiveError.oversized(let message) {
                log.say("dropped a message: \(message)")
                continue
            }
            lastHeard = Date()
            guard frames.count >= 2 else { continue }
            do {
                let message = try WireCodec.decode(envelope: frames[0].bytes, header: frames[1].bytes, bodyCount: frames.count - 2)
                if let status = try handle(message, bodies: Array(frames[2...])) { return status }
            } catch let error as WireError {
                log.say("dropped a message of the coordinator: \(error)")
            }
        }
        return nil
    }

    private mutating func handle(_ message: Message, bodies: [Frame]) throws -> Int32? {
        switch message {
        case .welcome(let welcome):
            phase = .joined(welcome)
            if hasSaidWaiting { log.say("joined the coordinator at \(settings.endpoint)") }
            hasSaidWaiting = false
            _ = try send(.credit(.init(documents: settings.documentsMax, bytes: settings.bytesMax)))
        case .reject(let refusal):
            log.say("the coordinator refuses this worker: \(refusal.reason) (code \(refusal.code.rawValue))")
            return switch refusal.code.errorClass {
            case .authentication: 77
            case .transient: 75
            default: 78
            }
        case .task(let header): try take(header, bodies)
        case .acknowledge: break
        case .cancel(let cancel):
            // Every delivery is answered once, a cancelled one too: until then it uses up credit.
            switch compute.cancel(cancel.delivery) {
            case .dropped:
                if held.remove(cancel.delivery) != nil {
                    try sendWaiting(.failure(.init(delivery: cancel.delivery, code: .deliveryStale, reason: "cancelled before it was begun")))
                }
            case .computing: overdue[cancel.delivery] = Date()
            case .over: break
            }
        case .ping(let ping): _ = try send(.pong(ping))
        case .pong: break
        case .drain: if draining == nil { try beginDrain(byCoordinator: true) }
        case .goodbye(let farewell): forgetSession("the coordinator said goodbye (\(farewell.reason))")
        case .error(let refusal):
            if refusal.code == .sessionUnknown {
                forgetSession("the coordinator was started anew")
            } else {
                log.say("the coordinator could not use a message: \(refusal.reason) (code \(refusal.code.rawValue))")
            }
        default: break
        }
        return nil
    }

    private mutating func take(_ header: Message.TaskHeader, _ bodies: [Frame]) throws {
        guard bodies.count == header.layers.count + 1, let text = bodies[0].string else {
            _ = try send(.failure(.init(delivery: header.delivery, code: .limitExceeded, reason: "the task has not a text and \(header.layers.count) layers")))
            return
        }
        var document = Document(id: header.document, uri: header.uri, published: header.published, text: text)
        for (name, body) in zip(header.layers, bodies[1...]) { document.layers[name] = body.bytes }
        held.insert(header.delivery)
        compute.add(Job(epoch: epoch, header: header, document: document))
    }

    // MARK: Sending

    private mutating func sendOutcomes() throws -> Int32? {
        for outcome in compute.takeOutcomes() {
            switch outcome {
            case .layer(let job, let name, let body):
                guard job.epoch == epoch, held.remove(job.header.delivery) != nil else { continue }
                try sendWaiting(.result(.init(delivery: job.header.delivery, layer: name)), bodies: [Frame(body)])
            case .stored(let job):
                guard job.epoch == epoch, held.remove(job.header.delivery) != nil else { continue }
                try sendWaiting(.result(.init(delivery: job.header.delivery, layer: nil)))
            case .failed(let job, let error):
                guard job.epoch == epoch, held.remove(job.header.delivery) != nil else { continue }
                let code: ErrorCode = switch error {
                case .document: .documentFailed
                case .transient: .transientFailure
                case .configuration: .pluginUnusable
                }
                try sendWaiting(.failure(.init(delivery: job.header.delivery, code: code, reason: String(error.description.prefix(2000)))))
            case .extend(let epoch, let delivery):
                if epoch == self.epoch { _ = try send(.extend(.init(delivery: delivery))) }
            case .fatal(let reason): log.say(reason)
            case .finished: return try leave()
            }
        }
        return nil
    }

    private func send(_ message: Message, bodies: [Frame] = []) throws -> Bool {
        let (envelope, header) = WireCodec.encode(message)
        return try socket.send([Frame(envelope), Frame(header)] + bodies)
    }

    /// Sends an answer, waiting for room; credit bounds how many there can be.
    private func sendWaiting(_ message: Message, bodies: [Frame] = []) throws {
        let (envelope, header) = WireCodec.encode(message)
        let frames = [Frame(envelope), Frame(header)] + bodies
        let deadline = Date().addingTimeInterval(5)
        while try !socket.send(frames), Date() < deadline {
            var items = [PollItem(socket, for: .writable)]
            try Poller.wait(&items, timeout: .milliseconds(100))
        }
    }

    /// A computation that goes on long after it was cancelled hangs; only the end of the process ends it.
    private mutating func checkOverdue() {
        overdue = overdue.filter { compute.isComputing($0.key) }
        for (delivery, since) in overdue where Date().timeIntervalSince(since) > settings.cancelSecondsMax {
            log.say("delivery \(delivery) was cancelled and its computation hangs; ending, to be started again")
            _exit(75)
        }
    }

    // MARK: Leaving

    /// Stops the flow. Asked by the coordinator, everything held is finished; stopped by a person, only what is computed now.
    private mutating func beginDrain(byCoordinator: Bool) throws {
        draining = (Date(), byCoordinator)
        if case .joined = phase { _ = try send(.credit(.init(documents: 0, bytes: 0))) }
        compute.end(droppingJobs: !byCoordinator, finish: true)
    }

    private mutating func drainStep() throws -> Int32? {
        guard let draining, Date().timeIntervalSince(draining.since) > drainSecondsMax, !draining.byCoordinator else { return nil }
        log.say("did not finish within \(Int(drainSecondsMax)) s; what it held is delivered again")
        return try leave()
    }

    private mutating func leave() throws -> Int32 {
        if case .joined = phase { try sendWaiting(.goodbye(.init(reason: "drained"))) }
        return 0
    }
}
