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

    /// `reads` and `wants` may be left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        plugin = try container.decode(String.self, forKey: .plugin)
        version = try container.decode(String.self, forKey: .version)
        reads = try container.decodeIfPresent([String].self, forKey: .reads) ?? []
        wants = try container.decodeIfPresent([String].self, forKey: .wants) ?? []
        writes = try container.decodeIfPresent(String.self, forKey: .writes)
    }

    /// Name and version as records cite them: `isnad-cleaner/1.0.0`.
    public var provenance: String { "\(plugin)/\(version)" }
}

extension Manifest {
    /// What is wrong with it, in a sentence; `nil` when it can work.
    public var problem: String? {
        if !Self.isName(plugin) { return "plugin name \"\(plugin)\" is not 1 to \(Self.nameByteCountMax) of a-z, 0-9 and -, with a letter first" }
        if version.isEmpty || version.utf8.count > Self.nameByteCountMax { return "version is not 1 to \(Self.nameByteCountMax) bytes" }
        for layer in reads + wants + (writes.map { [$0] } ?? []) where !Self.isName(layer) {
            return "layer name \"\(layer)\" is not 1 to \(Self.nameByteCountMax) of a-z, 0-9 and -, with a letter first"
        }
        if reads.count + wants.count > Self.layerCountMax { return "more than \(Self.layerCountMax) layers are read" }
        if Set(reads + wants).count < reads.count + wants.count { return "a layer is read twice" }
        if let writes, (reads + wants).contains(writes) { return "layer \(writes) is both read and written" }
        return nil
    }

    /// The longest name, in bytes.
    public static let nameByteCountMax = 64
    /// The most layers a plugin reads.
    public static let layerCountMax = 64

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= nameByteCountMax else { return false }
        return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
