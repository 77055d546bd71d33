/// A raw document and the layers it has so far.
public struct Document: Sendable {
    /// Unique in a corpus; 1 to 512 bytes of UTF-8 without control characters.
    public var id: String
    /// Where it came from, as the input says.
    public var uri: String?
    /// Document creation time as the input gives it: `2024-12-30`, or with a time and zone.
    public var published: String?
    /// The raw text. Never changed; every span counts its Unicode scalars.
    public var text: String
    /// Layers by name, each the UTF-8 bytes of a JSON object.
    public var layers: [String: [UInt8]]

    public init(id: String, uri: String? = nil, published: String? = nil, text: String, layers: [String: [UInt8]] = [:]) {
        self.id = id
        self.uri = uri
        self.published = published
        self.text = text
        self.layers = layers
    }

    /// Decodes one of the document's layers.
    /// - Returns: `nil` when the document has no layer of that name.
    /// - Throws: `DecodingError` when its bytes are not such a layer.
    public func layer<L: Layer>(_ type: L.Type = L.self) throws -> L? {
        guard let bytes = layers[L.name] else { return nil }
        return try LayerCoding.decode(type, from: bytes)
    }

    /// Adds a layer, or replaces the one of its name.
    /// - Throws: `EncodingError` when a value has no JSON form (a NaN).
    public mutating func set<L: Layer>(_ layer: L) throws {
        layers[L.name] = try LayerCoding.encode(layer)
    }
}
