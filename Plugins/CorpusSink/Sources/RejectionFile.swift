import Corpus
import Foundation
import Isnad

/// `rejected.jsonl`: what is not in the corpus, and why; each once.
struct RejectionFile: ~Copyable {
    private let path: String
    private var file: AppendFile
    private var known: Set<[UInt8]>
    private var added: [[UInt8]] = []
    /// Lines of dead letters by id: a document that got into the corpus after all takes its line away.
    private var deadLetters: [String: [UInt8]]

    init(_ path: String) throws {
        var known: Set<[UInt8]> = []
        var deadLetters: [String: [UInt8]] = [:]
        file = try AppendFile(path) { line, _ in
            guard let row = try? JSONDecoder().decode(Row.self, from: Data(line)) else { return false }
            known.insert(line)
            if row.plugin != nil { deadLetters[row.id] = line }
            return true
        }
        self.path = path
        self.known = known
        self.deadLetters = deadLetters
    }

    private struct Row: Decodable {
        var id: String
        var plugin: String?
    }

    var count: Int { known.count }

    mutating func add(id: String, uri: String?, _ rejected: Message.Rejected) {
        var line = JSONObjectWriter()
        line.add("id", id)
        line.add("uri", uri)
        line.add("code", rejected.code.rawValue)
        line.add("reason", rejected.reason)
        line.add("plugin", rejected.plugin)
        let bytes = line.finished()
        guard known.insert(bytes).inserted else { return }
        if rejected.plugin != nil { deadLetters[id] = bytes }
        added.append(bytes)
        _ = file.add(bytes)
    }

    /// Takes away the lines of dead letters that are in the corpus now.
    mutating func withdraw(_ ids: [String]) throws {
        let lines = Set(ids.compactMap { deadLetters[$0] })
        guard !lines.isEmpty else { return }
        known.subtract(lines)
        for id in ids { deadLetters[id] = nil }
        try file.rewrite { !lines.contains($0) }
    }

    /// Makes what was added durable; forgets it when that fails.
    mutating func flush() throws {
        defer { added.removeAll() }
        do { try file.flush() } catch {
            for line in added { known.remove(line) }
            throw error
        }
    }
}
