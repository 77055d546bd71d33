public import Corpus

/// A function from layers to one layer.
///
///     struct Shouting: Plugin {
///         let manifest = Manifest(plugin: "shouting", version: "1.0.0", reads: ["clean"], writes: "shouting")
///         func annotate(_ document: Document) throws -> ShoutingLayer { … }
///     }
///
/// The result must depend on nothing but the document, so that a redelivery, another machine or another order of
/// arrival gives the same bytes.
public protocol Plugin: Sendable {
    /// The layer it writes.
    associatedtype Output: Layer

    /// Its name, version, and the layers it reads.
    var manifest: Manifest { get }

    /// The layer for one document, which has the text and the layers that the manifest reads.
    /// - Throws: ``PluginError`` to say whether trying again can help; any other error counts as ``PluginError/document(_:)``.
    func annotate(_ document: Document) throws -> Output

    /// The same for work that may take longer than a lease; by default calls ``annotate(_:)``.
    func annotate(_ document: Document, lease: Lease) throws -> Output
}

extension Plugin {
    public func annotate(_ document: Document, lease: Lease) throws -> Output { try annotate(document) }
}

/// Why a plugin has no layer for a document.
public enum PluginError: Error, Sendable, CustomStringConvertible {
    /// The document can't be annotated, now or later.
    case document(String)
    /// Something else failed; the document is delivered again.
    case transient(String)
    /// The plugin can't work as it is set up; its stage is paused until a worker is started anew.
    case configuration(String)

    public var description: String {
        switch self {
        case .document(let reason), .transient(let reason), .configuration(let reason): reason
        }
    }
}
