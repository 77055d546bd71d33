/// One layer of standoff annotation of a document, written by one plugin.
///
/// A layer is a JSON object; its spans are ``Span``s into the raw text. Absent values are left out, never `null`.
public protocol Layer: Codable, Sendable {
    /// The layer's name in a record and in manifests, such as `clean`.
    static var name: String { get }
}
