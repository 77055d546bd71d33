public import Corpus

/// A plugin that writes no layer: it makes documents durable, and acknowledges them.
///
/// All calls come from one thread, one after the other.
public protocol Sink: Sendable {
    /// Its name, version, and the layers it waits for; `writes` is `nil`.
    var manifest: Manifest { get }

    /// Makes a batch durable: when this returns, a crash loses none of it.
    ///
    /// Delivery is at least once: a document that is there already is to be acknowledged, not stored again.
    /// - Returns: why some deliveries, by index, can never be stored; the others are acknowledged.
    /// - Throws: when nothing of the batch may count as stored; it comes again.
    func store(_ batch: [SinkDelivery]) throws -> [Int: PluginError]

    /// Called when nothing has come for a moment.
    func idle() throws

    /// Called once, before a drained worker ends.
    func finish() throws
}

/// A document handed to a sink.
public struct SinkDelivery: Sendable {
    /// The document with the layers that the manifest reads; without layers when it was rejected.
    public var document: Document
    /// SHA-256 of the text's UTF-8, hexadecimal.
    public var sha256: String
    /// Which plugin wrote each layer: `isnad-cleaner/1.0.0`.
    public var plugins: [String: String]
    /// Why the document is not to be in the corpus; `nil` for one that is.
    public var rejected: Message.Rejected?

    public init(document: Document, sha256: String, plugins: [String: String], rejected: Message.Rejected? = nil) {
        self.document = document
        self.sha256 = sha256
        self.plugins = plugins
        self.rejected = rejected
    }
}
