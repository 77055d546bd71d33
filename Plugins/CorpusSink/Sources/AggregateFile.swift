import Corpus
import Foundation

/// Writes `corpus.json` beside its place and renames it, so that a reader never sees half of it.
enum AggregateFile {
    static func write(_ path: String, records: borrowing RecordFile, rejectedCount: Int, rules: AggregateRules) throws {
        let temporary = path + ".writing"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CorpusFolderError(reason: "\(temporary) can't be written: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var out = Output(descriptor: descriptor, path: temporary)
        try AggregateDocument.write(ids: records.ids, rejectedCount: rejectedCount, rules: rules, line: { try records.line(of: $0) }, out: { try out.write($0) })
        try out.flush()
        guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
            throw CorpusFolderError(reason: "\(path) can't be written: \(String(cString: strerror(errno)))")
        }
    }

    private struct Output {
        let descriptor: Int32
        let path: String
        var buffer: [UInt8] = []

        mutating func write(_ bytes: [UInt8]) throws {
            buffer += bytes
            if buffer.count >= 1 << 20 { try flush() }
        }

        mutating func flush() throws {
            var written = 0
            while written < buffer.count {
                let got = buffer[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { throw CorpusFolderError(reason: "\(path) can't be written: \(String(cString: strerror(errno)))") }
                written += got
            }
            buffer.removeAll(keepingCapacity: true)
        }
    }
}
