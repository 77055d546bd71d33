import Corpus

/// `corpus.jsonl`, with where each record stands.
struct RecordFile: ~Copyable {
    private struct Place {
        var offset: Int
        var byteCount: Int
        var sha256: String
    }

    private var file: AppendFile
    private var places: [String: Place]
    private var added: [String] = []

    init(_ path: String) throws {
        var places: [String: Place] = [:]
        file = try AppendFile(path) { line, offset in
            guard CorpusRecord.isIntact(line), let record = try? CorpusRecord(parsing: line) else { return false }
            places[record.id] = Place(offset: offset, byteCount: line.count, sha256: record.sha256)
            return true
        }
        self.places = places
    }

    var count: Int { places.count }

    /// Adds a record, unless it is there already.
    /// - Throws: ``CorpusFolderError`` when its id stands for another text.
    mutating func add(_ record: CorpusRecord) throws {
        if let place = places[record.id] {
            guard place.sha256 == record.sha256 else { throw CorpusFolderError(reason: "the id \(record.id) stands for another text in this corpus") }
            return
        }
        let line = record.encoded()
        places[record.id] = Place(offset: file.add(line), byteCount: line.count, sha256: record.sha256)
        added.append(record.id)
    }

    /// Makes what was added durable; forgets it when that fails.
    mutating func flush() throws {
        defer { added.removeAll() }
        do { try file.flush() } catch {
            for id in added { places[id] = nil }
            throw error
        }
    }

    /// The ids, sorted by their UTF-8.
    var ids: [String] { places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// The bytes of a record, without the line break.
    func line(of id: String) throws -> [UInt8] {
        guard let place = places[id] else { return [] }
        return try file.read(offset: place.offset, count: place.byteCount)
    }
}
