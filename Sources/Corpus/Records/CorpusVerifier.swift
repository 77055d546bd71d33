import Foundation

/// Checks a corpus folder from its files alone: each record intact and once, hashes, spans and schemas, the aggregate.
public struct CorpusVerifier {
    /// What is wrong, in sentences that name the file and the place; at most ``problemCountMax``.
    public private(set) var problems: [String] = []
    /// Problems in all.
    public private(set) var problemCount = 0
    /// Ids in the corpus.
    public private(set) var ids: Set<String> = []
    /// Ids in `rejected.jsonl` that a plugin gave up on, and all lines there.
    public private(set) var deadIds: Set<String> = []
    public private(set) var rejectedCount = 0

    public static let problemCountMax = 100

    private let folder: String
    private let rules: AggregateRules
    private var offsets: [String: (offset: UInt64, count: Int)] = [:]

    /// - Parameter rules: as the aggregate was made with.
    public init(_ folder: String, rules: AggregateRules) {
        self.folder = folder
        self.rules = rules
    }

    /// Adds a problem that somebody else found.
    public mutating func note(_ problem: String) {
        problemCount += 1
        if problems.count < Self.problemCountMax { problems.append(problem) }
    }

    /// Reads everything once.
    public mutating func run() {
        readRecords()
        readRejected()
        for id in ids.intersection(deadIds).sorted() { note("\(id) is in the corpus and in rejected.jsonl") }
        compareAggregate()
    }

    private mutating func readRecords() {
        forEachLine("corpus.jsonl") { verifier, line, number, offset in
            let place = "corpus.jsonl line \(number)"
            guard CorpusRecord.isIntact(line) else { return verifier.note("\(place): a byte has changed since it was written, or it is cut off") }
            do {
                let record = try CorpusRecord(parsing: line)
                if !verifier.ids.insert(record.id).inserted { verifier.note("\(place): \(record.id) is there a second time") }
                verifier.offsets[record.id] = (offset, line.count)
                if sha256Hex(record.text.utf8) != record.sha256 { verifier.note("\(place): \(record.id): sha256 is not the text's") }
                if Set(record.plugins.keys) != Set(record.layers.keys) { verifier.note("\(place): \(record.id): a layer has no plugin, or a plugin no layer") }
                try LayerCheck.check(record)
            } catch {
                verifier.note("\(place): \(error)")
            }
        }
    }

    private struct Row: Decodable {
        var id: String
        var code: Int
        var reason: String
        var plugin: String?
    }

    private mutating func readRejected() {
        forEachLine("rejected.jsonl") { verifier, line, number, _ in
            guard let row = try? JSONDecoder().decode(Row.self, from: Data(line)) else {
                return verifier.note("rejected.jsonl line \(number): id, code or reason is missing")
            }
            verifier.rejectedCount += 1
            if row.plugin != nil { verifier.deadIds.insert(row.id) }
        }
    }

    private mutating func forEachLine(_ name: String, _ body: (inout CorpusVerifier, [UInt8], Int, UInt64) -> Void) {
        let path = "\(folder)/\(name)"
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return note("\(name) can't be read: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor, byteCountMax: 1 << 30)
        var number = 0
        var offset: UInt64 = 0
        while true {
            do {
                guard case .bytes(let line)? = try reader.next() else { return }
                number += 1
                body(&self, line, number, offset)
                offset += UInt64(line.count) + 1
            } catch {
                return note("\(name) line \(number + 1): \(error)")
            }
        }
    }

    /// Makes the aggregate anew and compares it byte by byte.
    private mutating func compareAggregate() {
        guard let aggregate = FileHandle(forReadingAtPath: "\(folder)/corpus.json") else { return note("corpus.json can't be read") }
        guard let records = FileHandle(forReadingAtPath: "\(folder)/corpus.jsonl") else { return }
        defer {
            try? aggregate.close()
            try? records.close()
        }
        var offset = 0
        do {
            try AggregateDocument.write(
                ids: ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, rejectedCount: rejectedCount, rules: rules,
                line: { id in
                    let place = offsets[id]!
                    try records.seek(toOffset: place.offset)
                    return [UInt8](try records.read(upToCount: place.count) ?? Data())
                },
                out: { piece in
                    guard !piece.isEmpty else { return }
                    guard let there = try aggregate.read(upToCount: piece.count), there.elementsEqual(piece) else { throw Difference(offset: offset) }
                    offset += piece.count
                })
            if let rest = try aggregate.read(upToCount: 1), !rest.isEmpty { throw Difference(offset: offset) }
        } catch let difference as Difference {
            note("corpus.json is not what the records give: it differs after byte \(difference.offset); start a sink on the folder to write it anew")
        } catch {
            note("corpus.json can't be compared: \(error)")
        }
    }

    private struct Difference: Error {
        var offset: Int
    }
}
