package import Corpus
package import Intake
package import IsnadScheduler
package import IsnadWire

/// A document at the coordinator's door, or what stands there instead of one.
package struct Incoming: Sendable {
    package var id: String
    package var uri: String?
    package var published: String?
    /// UTF-8 of the raw text; empty when rejected.
    package var text: [UInt8]
    package var sha256: String
    package var layers: [String: [UInt8]] = [:]
    package var rejection: Rejection?

    /// Bytes of all bodies.
    package var byteCount: Int { text.count + layers.values.reduce(0) { $0 + $1.count } }

    /// A document that was read.
    package init(_ document: Document) {
        id = document.id
        uri = document.uri
        published = document.published
        text = Array(document.text.utf8)
        sha256 = sha256Hex(text)
        layers = document.layers
        if let reason = Self.problem(ofId: id) {
            rejection = Rejection(code: .idInvalid, reason: reason)
            (text, layers) = ([], [:])
        }
    }

    /// An input that could not be read.
    package init(rejected id: String, uri: String?, code: ErrorCode, reason: String) {
        self.id = id
        self.uri = uri
        text = []
        sha256 = sha256Hex(text)
        rejection = Rejection(code: code, reason: reason)
    }

    package init(_ input: Input) {
        switch input {
        case .document(let document): self.init(document)
        case .rejected(let id, let uri, let code, let reason): self.init(rejected: id, uri: uri, code: code, reason: reason)
        }
    }

    package static func problem(ofId id: String) -> String? {
        if id.isEmpty || id.utf8.count > WireLimits.idByteCountMax { return "the id has \(id.utf8.count) bytes; it may have 1 to \(WireLimits.idByteCountMax)" }
        if id.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) { return "the id has control characters" }
        return nil
    }
}

extension Incoming {
    /// The document as it came.
    package var document: Document {
        Document(id: id, uri: uri, published: published, text: String(decoding: text, as: UTF8.self), layers: layers)
    }
}
