/// The body of a REPORT: how the pipeline is doing. Counts are of documents since this coordinator started.
public struct StatusReport: Codable, Hashable, Sendable {
    public struct Documents: Codable, Hashable, Sendable {
        public var admitted: Int
        public var inFlight: Int
        public var done: Int
        public var rejected: Int
        /// Known from an earlier run and not delivered again.
        public var skipped: Int

        public init(admitted: Int, inFlight: Int, done: Int, rejected: Int, skipped: Int) {
            self.admitted = admitted
            self.inFlight = inFlight
            self.done = done
            self.rejected = rejected
            self.skipped = skipped
        }
    }

    public struct Inputs: Codable, Hashable, Sendable {
        public var files: Int
        public var filesRead: Int
        public var exhausted: Bool

        public init(files: Int, filesRead: Int, exhausted: Bool) {
            self.files = files
            self.filesRead = filesRead
            self.exhausted = exhausted
        }
    }

    public struct Group: Codable, Hashable, Sendable {
        public var plugin: String
        public var version: String?
        public var writes: String?
        public var durable: Bool
        public var workers: Int
        public var waiting: Int
        public var ready: Int
        public var leased: Int
        public var delivered: Int
        public var answered: Int
        public var redelivered: Int
        public var failed: Int
        public var pausedFor: String?

        public init(plugin: String, version: String? = nil, writes: String? = nil, durable: Bool, workers: Int, waiting: Int, ready: Int, leased: Int, delivered: Int, answered: Int, redelivered: Int, failed: Int, pausedFor: String? = nil) {
            self.plugin = plugin
            self.version = version
            self.writes = writes
            self.durable = durable
            self.workers = workers
            self.waiting = waiting
            self.ready = ready
            self.leased = leased
            self.delivered = delivered
            self.answered = answered
            self.redelivered = redelivered
            self.failed = failed
            self.pausedFor = pausedFor
        }
    }

    public var coordinator: String
    public var uptimeSeconds: Double
    public var documents: Documents
    public var inputs: Inputs
    public var groups: [Group]
    public var finishing: Bool

    public init(coordinator: String, uptimeSeconds: Double, documents: Documents, inputs: Inputs, groups: [Group], finishing: Bool) {
        self.coordinator = coordinator
        self.uptimeSeconds = uptimeSeconds
        self.documents = documents
        self.inputs = inputs
        self.groups = groups
        self.finishing = finishing
    }
}
