/// One document of the corpus: a line of `corpus.jsonl`, as `docs/corpus-format.md` defines it.
public struct CorpusRecord: Sendable, Equatable {
    /// The version of the record format.
    public static let version = 1

    public var id: String
    public var uri: String?
    /// As the input gave it, else as the cleaner found it.
    public var published: String?
    /// BCP 47.
    public var language: String?
    /// SHA-256 of the text's UTF-8, hexadecimal: binds the layers to the text.
    public var sha256: String
    public var text: String
    /// Layers by name, as JSON bytes without insignificant white space.
    public var layers: [String: [UInt8]]
    /// Which plugin wrote each layer: `isnad-cleaner/1.0.0`.
    public var plugins: [String: String]

    /// A record of a document and its layers.
    /// - Throws: ``JSONError`` when a layer is not JSON; `DecodingError` when the clean layer is not one.
    public init(_ document: Document, sha256: String, plugins: [String: String]) throws {
        let clean: CleanLayer? = try document.layer()
        id = document.id
        uri = document.uri
        published = document.published ?? clean?.published
        language = clean?.language
        self.sha256 = sha256
        text = document.text
        layers = try document.layers.mapValues { bytes in
            _ = try RawJSON.members(of: bytes)
            return try RawJSON.compacted(bytes)
        }
        self.plugins = plugins
    }

    /// Reads a line.
    /// - Throws: ``CorpusRecordError``.
    public init(parsing line: [UInt8]) throws(CorpusRecordError) {
        do {
            var values: [String: [UInt8]] = [:]
            for member in try RawJSON.members(of: line) { values[member.key] = Array(line[member.value]) }
            func string(_ key: String) throws -> String? { try values[key].map { try RawJSON.string($0) } }
            guard values["isnad"].map({ String(decoding: $0, as: UTF8.self) }) == String(Self.version) else {
                throw CorpusRecordError(reason: "not a record of version \(Self.version)")
            }
            guard let id = try string("id"), let sha256 = try string("sha256"), let text = try string("text"), let layers = values["layers"] else {
                throw CorpusRecordError(reason: "id, sha256, text or layers is missing")
            }
            self.id = id
            self.sha256 = sha256
            self.text = text
            uri = try string("uri")
            published = try string("published")
            language = try string("language")
            self.layers = [:]
            for member in try RawJSON.members(of: layers) { self.layers[member.key] = Array(layers[member.value]) }
            plugins = [:]
            if let object = values["plugins"] {
                for member in try RawJSON.members(of: object) { plugins[member.key] = try RawJSON.string(Array(object[member.value])) }
            }
        } catch let error as CorpusRecordError {
            throw error
        } catch {
            throw CorpusRecordError(reason: "\(error)")
        }
    }

    /// The line, without its line break.
    ///
    /// Its last member, `recordSha256`, is the digest of the line as it would be without that member.
    public func encoded() -> [UInt8] {
        var line = members()
        let digest = sha256Hex(line.bytesIfFinished)
        line.add("recordSha256", digest)
        return line.finished()
    }

    /// Whether a line's last member is the digest of the rest: no byte of it has changed since it was written.
    public static func isIntact(_ line: [UInt8]) -> Bool {
        let marker = Array(",\"recordSha256\":\"".utf8)
        let tailCount = marker.count + 64 + 2
        guard line.count > tailCount, line[(line.count - tailCount)...].starts(with: marker), line.suffix(2).elementsEqual("\"}".utf8) else { return false }
        let rest = line.dropLast(tailCount) + [UInt8(ascii: "}")]
        return line.dropLast(2).suffix(64).elementsEqual(sha256Hex(rest).utf8)
    }

    private func members() -> JSONObjectWriter {
        var line = JSONObjectWriter(reserving: text.utf8.count + layers.values.reduce(512) { $0 + $1.count + 16 })
        line.add("isnad", Self.version)
        line.add("id", id)
        line.add("uri", uri)
        line.add("published", published)
        line.add("language", language)
        line.add("sha256", sha256)
        line.add("text", text)
        line.add("layers", object: layers)
        line.add("plugins", object: plugins.mapValues { RawJSON.quoted($0) })
        return line
    }

    /// Decodes one of the record's layers; `nil` when it has none of that name.
    public func layer<L: Layer>(_ type: L.Type = L.self) throws -> L? {
        try layers[L.name].map { try LayerCoding.decode(type, from: $0) }
    }
}

/// Why a line is no record.
public struct CorpusRecordError: Error, Hashable, Sendable, CustomStringConvertible {
    public var reason: String
    public var description: String { reason }
}
