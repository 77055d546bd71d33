import Corpus
import Isnad

/// `rejected.jsonl`: what is not in the corpus, and why; each once.
struct RejectionFile: ~Copyable {
    private var file: AppendFile
    private var known: Set<[UInt8]>
    private var added: [[UInt8]] = []

    init(_ path: String) throws {
        var known: Set<[UInt8]> = []
        file = try AppendFile(path) { line, _ in
            guard (try? RawJSON.members(of: line)) != nil else { return false }
            known.insert(line)
            return true
        }
        self.known = known
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
        added.append(bytes)
        _ = file.add(bytes)
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
