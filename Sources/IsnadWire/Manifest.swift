/// What a plugin says of itself: the layers it reads and the one it writes are all that wires the pipeline.
public struct Manifest: Codable, Hashable, Sendable {
    /// The plugin's name, which is also its consumer group's: lower-case letters, digits, hyphens; at most 64 bytes.
    public var plugin: String
    /// The version of its results, semantic: a new one makes finished work stale.
    public var version: String
    /// The layers it waits for. The raw text always comes.
    public var reads: [String]
    /// The layers it gets when the document already has them on admission, and never waits for.
    public var wants: [String]
    /// The layer it writes; `nil` for a sink, which writes nothing and acknowledges what it made durable.
    public var writes: String?

    public init(plugin: String, version: String, reads: [String] = [], wants: [String] = [], writes: String?) {
        self.plugin = plugin
        self.version = version
        self.reads = reads
        self.wants = wants
        self.writes = writes
    }

    /// Name and version as records cite them: `isnad-cleaner/1.0.0`.
    public var provenance: String { "\(plugin)/\(version)" }
}
