/// One message of the protocol: what its header says. Bodies travel beside it, opaque.
///
/// `docs/protocol/messages.json` is the table of types and fields; a test holds this against it.
public enum Message: Hashable, Sendable {
    /// Worker to coordinator: who it is and what its plugin reads and writes.
    case hello(Hello)
    /// Coordinator to worker: admitted, with the session's limits and times.
    case welcome(Welcome)
    /// Coordinator to worker: not admitted, and why.
    case reject(Refusal)
    /// Worker to coordinator: how much it is ready to hold at once.
    case credit(Credit)
    /// Coordinator to worker: a document under a lease. Bodies: the text, then the layers named.
    case task(TaskHeader)
    /// Worker to coordinator: done. Body: the layer, if the plugin writes one.
    case result(ResultHeader)
    /// Worker to coordinator: not done, and why.
    case failure(Failure)
    /// Coordinator to worker: the answer counted, or came too late.
    case acknowledge(Acknowledge)
    /// Worker to coordinator, from the thread that computes: still at it.
    case extend(Extend)
    /// Either way: are you there?
    case ping(Ping)
    /// Either way: the answer to a ping.
    case pong(Ping)
    /// Coordinator to worker: stop working on a delivery.
    case cancel(Cancel)
    /// Coordinator to worker: finish what you hold and leave.
    case drain(Farewell)
    /// Either way: the session ends.
    case goodbye(Farewell)
    /// Client to coordinator: a document to admit. Bodies: the text, then the layers named.
    case submit(Submit)
    /// Coordinator to client: the document is on disk, or not admitted.
    case admitted(Admitted)
    /// Client to coordinator: how is it going?
    case status(Request)
    /// Coordinator to client. Body: a JSON object, defined by `docs/protocol`.
    case report(Request)
    /// Coordinator to anyone: that message could not be used.
    case error(Refusal)

    public struct Hello: Codable, Hashable, Sendable {
        /// The highest version the worker speaks.
        public var `protocol`: ProtocolVersion
        /// A name for people: `isnad-cleaner@host:4711`.
        public var worker: String
        public var manifest: Manifest
        public init(protocol version: ProtocolVersion, worker: String, manifest: Manifest) {
            self.protocol = version
            self.worker = worker
            self.manifest = manifest
        }
    }

    public struct Welcome: Codable, Hashable, Sendable {
        /// The version spoken in this session.
        public var `protocol`: ProtocolVersion
        /// Names the session in logs.
        public var session: String
        /// How often either side gives a sign of life, at the least.
        public var heartbeatMilliseconds: Int64
        /// How long a delivery may be kept without a result or an EXTEND.
        public var leaseMilliseconds: Int64
        /// The largest layer accepted.
        public var layerByteCountMax: Int
        public init(protocol version: ProtocolVersion, session: String, heartbeatMilliseconds: Int64, leaseMilliseconds: Int64, layerByteCountMax: Int) {
            self.protocol = version
            self.session = session
            self.heartbeatMilliseconds = heartbeatMilliseconds
            self.leaseMilliseconds = leaseMilliseconds
            self.layerByteCountMax = layerByteCountMax
        }
    }

    public struct Refusal: Codable, Hashable, Sendable, Error {
        public var code: ErrorCode
        public var reason: String
        public init(code: ErrorCode, reason: String) {
            self.code = code
            self.reason = reason
        }
    }

    public struct Credit: Codable, Hashable, Sendable {
        /// Deliveries held at once; 0 stops the flow.
        public var documents: Int
        /// Bytes of bodies held at once; a worker that holds nothing is given any one document.
        public var bytes: Int
        public init(documents: Int, bytes: Int) {
            self.documents = documents
            self.bytes = bytes
        }
    }

    public struct TaskHeader: Codable, Hashable, Sendable {
        /// Never used twice by a ledger.
        public var delivery: UInt64
        /// 1 for the first time.
        public var attempt: Int
        public var document: String
        public var uri: String?
        public var published: String?
        /// SHA-256 of the text's UTF-8, hexadecimal.
        public var sha256: String
        /// The layers whose bodies follow the text's, in this order.
        public var layers: [String]
        /// Which plugin wrote each of the document's layers: `isnad-cleaner/1.0.0`.
        public var plugins: [String: String]
        /// Set when a sink is told of a document that is not going to be in the corpus.
        public var rejected: Rejected?
        public init(delivery: UInt64, attempt: Int, document: String, uri: String? = nil, published: String? = nil, sha256: String,
                    layers: [String], plugins: [String: String] = [:], rejected: Rejected? = nil) {
            self.delivery = delivery
            self.attempt = attempt
            self.document = document
            self.uri = uri
            self.published = published
            self.sha256 = sha256
            self.layers = layers
            self.plugins = plugins
            self.rejected = rejected
        }
    }

    public struct Rejected: Codable, Hashable, Sendable {
        public var code: ErrorCode
        public var reason: String
        /// The plugin that gave up on it.
        public var plugin: String?
        public init(code: ErrorCode, reason: String, plugin: String? = nil) {
            self.code = code
            self.reason = reason
            self.plugin = plugin
        }
    }

    public struct ResultHeader: Codable, Hashable, Sendable {
        public var delivery: UInt64
        /// The layer whose body follows; absent from a sink.
        public var layer: String?
        public init(delivery: UInt64, layer: String?) {
            self.delivery = delivery
            self.layer = layer
        }
    }

    public struct Failure: Codable, Hashable, Sendable {
        public var delivery: UInt64
        public var code: ErrorCode
        public var reason: String
        /// When to try again, for a transient code.
        public var retryMilliseconds: Int64?
        public init(delivery: UInt64, code: ErrorCode, reason: String, retryMilliseconds: Int64? = nil) {
            self.delivery = delivery
            self.code = code
            self.reason = reason
            self.retryMilliseconds = retryMilliseconds
        }
    }

    public struct Acknowledge: Codable, Hashable, Sendable {
        public var delivery: UInt64
        /// Absent when the answer counted.
        public var code: ErrorCode?
        public init(delivery: UInt64, code: ErrorCode? = nil) {
            self.delivery = delivery
            self.code = code
        }
    }

    public struct Extend: Codable, Hashable, Sendable {
        /// The delivery being computed; what waits behind it in the same session is extended with it.
        public var delivery: UInt64
        public init(delivery: UInt64) { self.delivery = delivery }
    }

    public struct Ping: Codable, Hashable, Sendable {
        /// Comes back in the pong.
        public var token: UInt64
        public init(token: UInt64) { self.token = token }
    }

    public struct Cancel: Codable, Hashable, Sendable {
        public var delivery: UInt64
        public var reason: String
        public init(delivery: UInt64, reason: String) {
            self.delivery = delivery
            self.reason = reason
        }
    }

    public struct Farewell: Codable, Hashable, Sendable {
        public var reason: String
        public init(reason: String) { self.reason = reason }
    }

    public struct Submit: Codable, Hashable, Sendable {
        /// The client's own number, cited by the answer.
        public var request: UInt64
        public var document: String
        public var uri: String?
        public var published: String?
        /// The layers whose bodies follow the text's, in this order.
        public var layers: [String]
        public init(request: UInt64, document: String, uri: String? = nil, published: String? = nil, layers: [String] = []) {
            self.request = request
            self.document = document
            self.uri = uri
            self.published = published
            self.layers = layers
        }
    }

    public struct Admitted: Codable, Hashable, Sendable {
        public var request: UInt64
        /// Absent when the document was admitted, or was known with the same text.
        public var code: ErrorCode?
        public var reason: String?
        public init(request: UInt64, code: ErrorCode? = nil, reason: String? = nil) {
            self.request = request
            self.code = code
            self.reason = reason
        }
    }

    public struct Request: Codable, Hashable, Sendable {
        public var request: UInt64
        public init(request: UInt64) { self.request = request }
    }
}

/// A version of the protocol. The major must match; the lower minor is spoken.
public struct ProtocolVersion: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    public var major: UInt8
    public var minor: UInt8

    public init(_ major: UInt8, _ minor: UInt8) {
        self.major = major
        self.minor = minor
    }

    /// What this implementation speaks.
    public static let current = ProtocolVersion(1, 0)

    public var description: String { "\(major).\(minor)" }

    public static func < (left: ProtocolVersion, right: ProtocolVersion) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }

    /// The version two sides speak; `nil` when they can't.
    public func agreed(with other: ProtocolVersion) -> ProtocolVersion? {
        major == other.major ? min(self, other) : nil
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let parts = try container.decode(String.self).split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 2, let major = parts[0], let minor = parts[1] else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a version is \"major.minor\"")
        }
        self.init(major, minor)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
