import Foundation

/// The inputs of a run as files: folders opened, duplicates dropped, in a stable order.
public struct InputList: Sendable {
    public struct File: Hashable, Sendable {
        public var path: String
        /// Its document's id; the beginning of it for JSON lines.
        public var id: String
        public var kind: Kind
    }

    public enum Kind: String, Sendable {
        case text = "txt"
        case page = "html"
        case lines = "jsonl"

        public init?(extension name: String) {
            switch name.lowercased() {
            case "txt", "text": self = .text
            case "html", "htm", "xhtml": self = .page
            case "jsonl", "ndjson": self = .lines
            default: return nil
            }
        }
    }

    /// An input that can't be read.
    public struct Problem: Hashable, Sendable {
        public var path: String
        public var id: String
        public var reason: String
    }

    public private(set) var files: [File] = []
    /// Inputs that are not there, or can't be opened.
    public private(set) var problems: [Problem] = []
    private var seen: Set<String> = []

    /// - Parameter paths: files and folders as the user gave them.
    public init(_ paths: [String]) {
        for path in paths { add(path) }
    }

    private mutating func add(_ path: String) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            problems.append(Problem(path: path, id: Self.identifier(of: path), reason: "there is no such file"))
            return
        }
        if isFolder.boolValue { addFolder(path) } else { addFile(path, id: Self.identifier(of: path), isNamed: true) }
    }

    private mutating func addFolder(_ folder: String) {
        guard let names = FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) else {
            problems.append(Problem(path: folder, id: Self.identifier(of: folder), reason: "the folder can't be read"))
            return
        }
        for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            addFile(path, id: Self.withoutExtension(name), isNamed: false)
        }
    }

    /// - Parameter isNamed: a file that the user named is read whatever its extension; others in a folder are left alone.
    private mutating func addFile(_ path: String, id: String, isNamed: Bool) {
        guard let kind = Kind(extension: (path as NSString).pathExtension) ?? (isNamed ? .text : nil) else { return }
        guard seen.insert(URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path).inserted else { return }
        files.append(File(path: path, id: id, kind: kind))
    }

    private static func identifier(of path: String) -> String {
        withoutExtension((path as NSString).lastPathComponent)
    }

    private static func withoutExtension(_ name: String) -> String {
        Kind(extension: (name as NSString).pathExtension) == nil ? name : (name as NSString).deletingPathExtension
    }
}
