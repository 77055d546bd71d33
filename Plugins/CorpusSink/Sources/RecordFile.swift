import Corpus

/// `corpus.jsonl`, with where each record stands.
struct RecordFile: ~Copyable {
    private struct Place {
        var offset: Int
        var byteCount: Int
        var sha256: String
        var plugins: [String: String]
    }

    private var file: AppendFile
    private var places: [String: Place]
    private var added: [(id: String, before: Place?)] = []
    private var supersededCount = 0

    init(_ path: String) throws {
        var places: [String: Place] = [:]
        var supersededCount = 0
        file = try AppendFile(path) { line, offset in
            guard CorpusRecord.isIntact(line), let record = try? CorpusRecord(parsing: line) else { return false }
            let place = Place(offset: offset, byteCount: line.count, sha256: record.sha256, plugins: record.plugins)
            if places.updateValue(place, forKey: record.id) != nil { supersededCount += 1 }
            return true
        }
        self.places = places
        self.supersededCount = supersededCount
    }

    var count: Int { places.count }

    /// Adds a record, unless it is there already. One whose layers are of other plugin versions takes the place of the
    /// one that is there.
    /// - Throws: ``CorpusFolderError`` when its id stands for another text.
    mutating func add(_ record: CorpusRecord) throws {
        let before = places[record.id]
        if let before {
            guard before.sha256 == record.sha256 else { throw CorpusFolderError(reason: "the id \(record.id) stands for another text in this corpus") }
            if before.plugins == record.plugins { return }
            supersededCount += 1
        }
        let line = record.encoded()
        places[record.id] = Place(offset: file.add(line), byteCount: line.count, sha256: record.sha256, plugins: record.plugins)
        added.append((record.id, before))
    }

    /// Takes away the records that others have taken the place of.
    mutating func compact() throws {
        guard supersededCount > 0 else { return }
        let current = Set(places.values.map(\.offset))
        var offset = 0
        try file.rewrite { line in
            defer { offset += line.count + 1 }
            return current.contains(offset)
        }
        supersededCount = 0
        var moved: [String: Place] = [:]
        var end = 0
        for (id, place) in places.sorted(by: { $0.value.offset < $1.value.offset }) {
            moved[id] = Place(offset: end, byteCount: place.byteCount, sha256: place.sha256, plugins: place.plugins)
            end += place.byteCount + 1
        }
        places = moved
    }

    /// Makes what was added durable; forgets it when that fails.
    mutating func flush() throws {
        defer { added.removeAll() }
        do { try file.flush() } catch {
            for (id, before) in added.reversed() { places[id] = before }
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
