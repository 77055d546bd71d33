/// A document as one line of JSON: what `--stdio` workers read and write, and what `.jsonl` inputs hold.
///
///     {"id":"a1","uri":"https://…","published":"2024-12-30","text":"…","layers":{"clean":{…}}}
///
/// Unknown members are kept, so that a line may carry an engine's own columns through the pipeline.
public struct DocumentLine: Sendable {
    public var document: Document
    /// The members that are none of ours, as raw JSON, in their order.
    public var extra: [(key: String, value: [UInt8])]

    public init(_ document: Document, extra: [(key: String, value: [UInt8])] = []) {
        self.document = document
        self.extra = extra
    }

    /// Reads one line.
    /// - Parameter makeText: turns the value of an `html` member into a text and its layers; `nil` refuses such lines.
    /// - Throws: ``DocumentLineError``.
    public init(parsing line: [UInt8], makeText: ((String) throws -> (text: String, layers: [String: [UInt8]]))? = nil) throws {
        let members: [RawJSON.Member]
        do { members = try RawJSON.members(of: line) } catch { throw DocumentLineError.malformed("\(error)") }
        var strings: [String: String] = [:]
        var layers: [String: [UInt8]] = [:]
        var extra: [(key: String, value: [UInt8])] = []
        for member in members {
            let value = Array(line[member.value])
            switch member.key {
            case "id", "uri", "published", "text", "html":
                if value.elementsEqual("null".utf8) { continue }
                do { strings[member.key] = try RawJSON.string(value) } catch {
                    throw DocumentLineError.malformed("member \"\(member.key)\" must be a string")
                }
            case "layers":
                do {
                    for layer in try RawJSON.members(of: value) { layers[layer.key] = try RawJSON.compacted(Array(value[layer.value])) }
                } catch { throw DocumentLineError.malformed("member \"layers\" must be an object") }
            default: extra.append((member.key, value))
            }
        }
        guard let id = strings["id"], !id.isEmpty else { throw DocumentLineError.malformed("member \"id\" is missing") }
        var text = strings["text"]
        if text == nil, let html = strings["html"], let makeText {
            let made = try makeText(html)
            text = made.text
            layers.merge(made.layers) { given, _ in given }
        }
        guard let text else { throw DocumentLineError.malformed("member \"text\" is missing") }
        document = Document(id: id, uri: strings["uri"], published: strings["published"], text: text, layers: layers)
        self.extra = extra
    }

    /// The line, without its line break: `id`, `uri`, `published`, `text`, `layers` by name, then what else there was.
    public func encoded() -> [UInt8] {
        var line = JSONObjectWriter(reserving: document.text.utf8.count + document.layers.values.reduce(256) { $0 + $1.count + 16 })
        line.add("id", document.id)
        line.add("uri", document.uri)
        line.add("published", document.published)
        line.add("text", document.text)
        if !document.layers.isEmpty { line.add("layers", object: document.layers) }
        for (key, value) in extra { line.add(key, raw: value) }
        return line.finished()
    }
}

/// Why a line is no document.
public enum DocumentLineError: Error, Hashable, CustomStringConvertible {
    case malformed(String)

    public var description: String {
        switch self {
        case .malformed(let reason): reason
        }
    }
}
