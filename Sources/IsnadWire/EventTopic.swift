/// What the coordinator publishes on its event socket: a topic frame, a header frame, bodies.
///
/// A tail subscribes by prefix of the topic. Each stream (the topic up to its last part) counts its events, so that a
/// tail of a whole stream can say how many it missed; the socket drops events for a tail that is too slow.
public enum EventTopic {
    /// `layer/NAME/DOCUMENT`. Bodies: the layer, the text.
    public static func layer(_ name: String, of document: String) -> (stream: String, topic: String) {
        ("layer/\(name)", "layer/\(name)/\(document)")
    }
    /// `document/admitted/DOCUMENT`, `document/done/DOCUMENT`, `document/rejected/DOCUMENT`. No bodies.
    public static func document(_ what: String, _ document: String) -> (stream: String, topic: String) {
        ("document/\(what)", "document/\(what)/\(document)")
    }
    /// `worker/joined/PLUGIN`, `worker/left/PLUGIN`, `worker/retired/PLUGIN`, `worker/paused/PLUGIN`. No bodies.
    public static func worker(_ what: String, _ plugin: String) -> (stream: String, topic: String) {
        ("worker/\(what)", "worker/\(what)/\(plugin)")
    }
}

/// The header of an event.
public struct EventHeader: Codable, Hashable, Sendable {
    /// Counts the events of its stream since the coordinator started, from 1.
    public var sequence: UInt64
    /// The coordinator's start, so that a tail knows that counting began anew.
    public var epoch: String
    public var document: String?
    public var uri: String?
    public var layer: String?
    public var plugin: String?
    public var code: ErrorCode?
    public var reason: String?

    public init(sequence: UInt64, epoch: String, document: String? = nil, uri: String? = nil, layer: String? = nil,
                plugin: String? = nil, code: ErrorCode? = nil, reason: String? = nil) {
        self.sequence = sequence
        self.epoch = epoch
        self.document = document
        self.uri = uri
        self.layer = layer
        self.plugin = plugin
        self.code = code
        self.reason = reason
    }
}
