import Foundation

/// Where a run keeps things: the corpus folder, the ledger, and a private folder for the bus.
final class RunFolder {
    struct Unusable: Error, CustomStringConvertible {
        var description: String
    }

    let out: String
    let state: String
    /// Removed at the end; short, since an `ipc` path has at most 107 bytes.
    let bus: String
    /// What the processes of the run say.
    let log: Int32
    let logPath: String

    init(out: String, state: String?) throws {
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        } catch {
            throw Unusable(description: "the folder \(out) can't be made: \((error as NSError).localizedDescription)")
        }
        self.out = out
        self.state = state ?? "\(out)/state"
        logPath = "\(out)/run.log"
        log = open(logPath, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard log >= 0 else { throw Unusable(description: "the folder \(out) is not writable: \(String(cString: strerror(errno)))") }
        var template = Array("/tmp/isnad-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Unusable(description: "no temporary folder can be made in /tmp: \(String(cString: strerror(errno)))") }
        bus = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    deinit {
        close(log)
        try? FileManager.default.removeItem(atPath: bus)
    }

    var endpoint: String { "ipc://\(bus)/bus" }

    /// What a program complained of last, for an error message; of any program if it said nothing.
    func lastLines(of program: String, count: Int = 3) -> String {
        guard let handle = FileHandle(forReadingAtPath: logPath), let size = try? handle.seekToEnd() else { return "" }
        try? handle.seek(toOffset: size > 8192 ? size - 8192 : 0)
        let text = String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
        let lines = text.split(separator: "\n").filter { !$0.contains(" info ") && !$0.contains("the coordinator at") }
        let own = lines.filter { $0.contains(program) }
        return (own.isEmpty ? lines : own).suffix(count).joined(separator: "\n")
    }
}
