public import IsnadWire

/// A moment on the coordinator's monotonic clock.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since the coordinator's epoch.
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
    public static func + (instant: Instant, milliseconds: Int64) -> Instant {
        Instant(milliseconds: instant.milliseconds + milliseconds)
    }
    /// Milliseconds from the right one to the left one.
    public static func - (left: Instant, right: Instant) -> Int64 { left.milliseconds - right.milliseconds }
}

/// A document in flight, numbered in order of admission.
public struct DocumentNumber: Hashable, Comparable, Sendable {
    public var rawValue: UInt64
    public init(_ rawValue: UInt64) { self.rawValue = rawValue }
    public static func < (left: DocumentNumber, right: DocumentNumber) -> Bool { left.rawValue < right.rawValue }
}

/// One worker's stay, from its HELLO to its end; numbered in order of arrival, never used twice.
public struct SessionNumber: Hashable, Comparable, Sendable {
    public var rawValue: UInt64
    public init(_ rawValue: UInt64) { self.rawValue = rawValue }
    public static func < (left: SessionNumber, right: SessionNumber) -> Bool { left.rawValue < right.rawValue }
}

/// One handing of a document to a worker; never used twice, so that a late answer counts for nothing else.
public struct DeliveryNumber: Hashable, Comparable, Sendable {
    public var rawValue: UInt64
    public init(_ rawValue: UInt64) { self.rawValue = rawValue }
    public static func < (left: DeliveryNumber, right: DeliveryNumber) -> Bool { left.rawValue < right.rawValue }
}

/// Why a document is not in the corpus.
public struct Rejection: Hashable, Sendable {
    public var code: ErrorCode
    public var reason: String
    /// The plugin that gave up on it; `nil` when it could not even be read.
    public var plugin: String?

    public init(code: ErrorCode, reason: String, plugin: String? = nil) {
        self.code = code
        self.reason = reason
        self.plugin = plugin
    }
}

/// What happens to the scheduler.
public enum Event: Sendable {
    /// A document enters, with the bytes of its bodies and the layers it already has; or it enters rejected.
    case admitted(DocumentNumber, byteCount: Int, layers: Set<String>, rejection: Rejection?)
    /// A worker said HELLO on a session not used before.
    case hello(SessionNumber, Manifest)
    /// A worker holds at most so many deliveries and bytes at once from now on.
    case credit(SessionNumber, documents: Int, bytes: Int)
    /// A worker answered with its layer, or a sink acknowledged; `layerByteCount` is 0 for a sink.
    case result(SessionNumber, DeliveryNumber, layer: String?, layerByteCount: Int)
    /// A worker gave a delivery back. Every delivery is answered once, a cancelled one too: until then it uses up credit.
    case failure(SessionNumber, DeliveryNumber, ErrorCode, reason: String, retryMilliseconds: Int64?)
    /// The thread that computes says that it still does.
    case extend(SessionNumber, DeliveryNumber)
    /// Any sign of life.
    case heard(SessionNumber)
    /// The worker leaves; what it still holds comes back without blame.
    case goodbye(SessionNumber)
    /// The TASK of a delivery could not be sent: its document was never in the worker's hands. The loss of the session follows.
    case undelivered(SessionNumber, DeliveryNumber)
    /// The worker can't be reached any more.
    case lost(SessionNumber, reason: String)
    /// Time passed.
    case tick
    /// No more work is handed out.
    case drain
}

/// What the coordinator has to do.
public enum Action: Hashable, Sendable {
    /// Answer a HELLO.
    case welcome(SessionNumber)
    /// Refuse a HELLO; the session never was.
    case refuse(SessionNumber, ErrorCode, reason: String)
    /// Send a TASK.
    case deliver(Delivery)
    /// Keep the layer that the RESULT just handled brought.
    case keepLayer(DocumentNumber, layer: String, plugin: String)
    /// Tell the worker that its answer counted, or that it came too late.
    case acknowledge(SessionNumber, DeliveryNumber, ErrorCode?)
    /// Tell the worker to stop working on a delivery.
    case cancel(SessionNumber, DeliveryNumber, reason: String)
    /// Ask for a sign of life.
    case ping(SessionNumber)
    /// The session ended; forget its address.
    case end(SessionNumber, reason: String)
    /// The document is rejected, and on its way to the durable groups as such.
    case reject(DocumentNumber, Rejection)
    /// Every durable group acknowledged the document; forget it.
    case finish(DocumentNumber)
    /// The worker fails at everything; it gets no more work, and what it could not do is tried by others.
    case retire(SessionNumber, reason: String)
    /// The group gets no more work until a new worker joins it.
    case pause(group: String, reason: String)
    /// The group works again.
    case resume(group: String)
}

/// A document on its way to a worker.
public struct Delivery: Hashable, Sendable {
    public var number: DeliveryNumber
    public var document: DocumentNumber
    public var session: SessionNumber
    public var group: String
    /// 1 for the first time.
    public var attempt: Int
    /// The layers to send, in this order.
    public var layers: [String]
    /// Set when a sink is told of a rejected document.
    public var rejection: Rejection?
    /// When the lease ends unless it is extended.
    public var deadline: Instant
}

/// The figures that rule the scheduler; every one is a bound.
public struct SchedulerConfiguration: Sendable {
    /// Groups that must acknowledge every document.
    public var durableGroups: Set<String> = ["corpus-sink"]
    /// How long a worker may keep a delivery without extending it.
    public var leaseMilliseconds: Int64 = 30_000
    /// How often a silent session is asked for a sign of life.
    public var heartbeatMilliseconds: Int64 = 5_000
    /// How long a session may be silent.
    public var silenceMillisecondsMax: Int64 = 20_000
    /// Documents admitted and not done.
    public var documentsInFlightMax = 1024
    /// Bytes of texts and layers of the documents in flight.
    public var bytesInFlightMax = 256 << 20
    /// Deliveries of one document to one group, for reasons other than a worker's death.
    public var attemptMax = 5
    /// Workers that may die with one document alone in their hands.
    public var deathMax = 3
    /// Documents that a worker may fail one after the other before it gets no more.
    public var failureStreakMax = 10
    /// How long a document waits after its first transient failure that names no time; it doubles with each further one.
    public var retryMilliseconds: Int64 = 1_000
    /// The longest that a document waits after a transient failure, whoever names the time.
    public var retryMillisecondsMax: Int64 = 60_000
    /// Consumer groups known at once.
    public var groupCountMax = 256
    /// Workers joined at once.
    public var sessionCountMax = 4096

    public init() {}
}
