import Corpus
import Foundation

/// The records of an earlier run, found by id, so that their layers need not be made again.
final class FinishedRecords {
    private let path: String
    private var places: [String: (offset: UInt64, byteCount: Int)]?

    /// - Parameter path: a `corpus.jsonl`; it is read when the first record is asked for.
    init(_ path: String) { self.path = path }

    /// The record of an id; `nil` when there is none, or it is damaged.
    func record(_ id: String) throws -> CorpusRecord? {
        if places == nil { places = try index() }
        guard let place = places?[id], let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        try handle.seek(toOffset: place.offset)
        let line = [UInt8](try handle.read(upToCount: place.byteCount) ?? Data())
        return CorpusRecord.isIntact(line) ? try CorpusRecord(parsing: line) : nil
    }

    private func index() throws -> [String: (offset: UInt64, byteCount: Int)] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [:] }
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor, byteCountMax: 1 << 30)
        var places: [String: (offset: UInt64, byteCount: Int)] = [:]
        var offset: UInt64 = 0
        while case .bytes(let line)? = try reader.next() {
            if let id = try? CorpusRecord(parsing: line).id { places[id] = (offset, line.count) }
            offset += UInt64(line.count) + 1
        }
        return places
    }
}
