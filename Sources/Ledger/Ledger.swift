import Corpus
import Foundation
import GRDB
package import IsnadScheduler
import IsnadWire

/// Which documents were admitted, which are done: the memory that survives a crash.
///
/// SQLite in WAL mode; writes of many documents share one commit. A document of a file is kept by its hash and read
/// again when the same inputs are given again; a submitted one is kept with its bytes until it is done.
package final class Ledger {
    /// What became of an admission.
    package enum Admission {
        case new(DocumentNumber)
        /// In flight already, or rejected before, with the same text.
        case known(rejected: Bool)
        /// In the corpus, with the same text, and layers of these plugins: `isnad-cleaner/1.0.0` by layer.
        case done(DocumentNumber, plugins: [String: String])
        /// The id stands for another text.
        case conflict(String)
    }

    private struct Entry {
        var number: DocumentNumber
        var key: String
        var sha256: String
        var state: State
        /// The start of a coordinator that last admitted it.
        var start: Int64
        var plugins: [String: String] = [:]
    }

    private enum State: Int {
        case admitted = 0
        case done = 1
        case rejected = 2
    }

    let database: DatabaseQueue
    private let lock: FileLock?
    private var lastNumber: UInt64
    private var inFlight: [DocumentNumber: String] = [:]
    /// Counts the coordinators started on this ledger, so that a repeated id is told from one of an earlier run.
    private let start: Int64
    private var pending: [(Database) throws -> Void] = []
    private var pendingEntries: [String: Entry] = [:]
    private var mustCommit = false
    private var oldestPending = ContinuousClock.now
    /// Delivery numbers of this start begin here, above those of every earlier one.
    package let firstDelivery: UInt64

    /// - Parameter path: the state folder, made if it is missing; `nil` keeps everything in memory.
    package init(path: String?) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        configuration.busyMode = .timeout(5)
        if let path {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            lock = try FileLock(path: path + "/coordinator.lock")
            configuration.journalMode = .wal
            let settled = configuration
            database = try Self.explaining(path) { try DatabaseQueue(path: path + "/ledger.sqlite", configuration: settled) }
        } else {
            lock = nil
            database = try DatabaseQueue(configuration: configuration)
        }
        let opened = database
        let (number, starts) = try Self.explaining(path) {
            try opened.write { db in
                try Self.migrate(db)
                try db.execute(sql: "UPDATE starts SET count = count + 1")
                return (try UInt64.fetchOne(db, sql: "SELECT ifnull(max(number), 0) FROM documents")!,
                        try UInt64.fetchOne(db, sql: "SELECT count FROM starts")!)
            }
        }
        lastNumber = number
        start = Int64(starts)
        firstDelivery = (starts - 1) << 32 + 1
    }

    /// Opens a ledger that is there, without counting a start.
    init(existing path: String, readOnly: Bool) throws {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(5)
        lock = readOnly ? nil : try FileLock(path: path + "/coordinator.lock")
        database = try DatabaseQueue(path: path + "/ledger.sqlite", configuration: configuration)
        lastNumber = 0
        start = 0
        firstDelivery = 0
    }

    /// A ledger that can't be used.
    package struct Unusable: Error, CustomStringConvertible {
        package var description: String
    }

    private static func explaining<T>(_ path: String?, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as DatabaseError {
            guard let path, [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) else { throw error }
            throw Unusable(description: "the ledger in \(path) is damaged (\(error.message ?? "\(error)")); move \(path)/ledger.sqlite away and start again: "
                + "the documents are delivered anew, and what the corpus has stays as it is")
        }
    }

    private static func migrate(_ db: Database) throws {
        try db.execute(sql: """
            CREATE TABLE IF NOT EXISTS documents (
              number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id TEXT NOT NULL, sha256 TEXT NOT NULL, uri TEXT, published TEXT,
              state INTEGER NOT NULL, start INTEGER NOT NULL, code INTEGER, reason TEXT, plugin TEXT, plugins TEXT, line BLOB);
            CREATE INDEX IF NOT EXISTS unfinished ON documents (number) WHERE state = 0;
            CREATE TABLE IF NOT EXISTS starts (count INTEGER NOT NULL);
            INSERT INTO starts SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM starts);
            """)
    }

    // MARK: Admission

    package func admit(_ incoming: Incoming, isSubmitted: Bool) throws -> Admission {
        let key = incoming.rejection == nil ? incoming.id : "!\(incoming.id)\u{1}\(incoming.uri ?? "")"
        if let entry = try entry(for: key) {
            if entry.start == start, entry.state == .admitted || incoming.rejection != nil || entry.sha256 != incoming.sha256 {
                if isSubmitted, entry.sha256 == incoming.sha256 { return .known(rejected: false) }
                return incoming.rejection == nil ? .conflict("the id \(incoming.id) was used by an earlier document of this run") : .known(rejected: true)
            }
            guard entry.sha256 == incoming.sha256 else {
                return .conflict("the id \(incoming.id) stands for another text in this corpus; give the document another id, or use another --out")
            }
            switch entry.state {
            case .done: return .done(entry.number, plugins: entry.plugins)
            case .rejected: return .known(rejected: true)
            case .admitted:
                readmit(entry)
                return .new(entry.number)
            }
        }
        lastNumber += 1
        let number = DocumentNumber(lastNumber)
        inFlight[number] = key
        let line: [UInt8]? = isSubmitted ? DocumentLine(incoming.document).encoded() : nil
        remember(Entry(number: number, key: key, sha256: incoming.sha256, state: .admitted, start: start)) { [start] db in
            try db.execute(
                sql: "INSERT INTO documents (number, key, id, sha256, uri, published, state, start, line) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)",
                arguments: [Int64(number.rawValue), key, incoming.id, incoming.sha256, incoming.uri, incoming.published, start, line.map { Data($0) }])
        }
        if isSubmitted { mustCommit = true }
        return .new(number)
    }

    /// Makes a document that is done undone: some of its layers are of an earlier version of their plugin.
    package func reopen(_ number: DocumentNumber, key: String) throws {
        guard let entry = try entry(for: key) else { return }
        readmit(entry)
    }

    private func readmit(_ entry: Entry) {
        var entry = entry
        entry.state = .admitted
        entry.start = start
        inFlight[entry.number] = entry.key
        remember(entry) { [start] db in
            try db.execute(sql: "UPDATE documents SET state = 0, start = ? WHERE number = ?", arguments: [start, Int64(entry.number.rawValue)])
        }
    }

    private func entry(for key: String) throws -> Entry? {
        if let entry = pendingEntries[key] { return entry }
        return try database.read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT number, sha256, state, start, plugins FROM documents WHERE key = ?", arguments: [key]) else { return nil }
            let plugins: String? = row["plugins"]
            return Entry(number: DocumentNumber(UInt64(row["number"] as Int64)), key: key, sha256: row["sha256"],
                         state: State(rawValue: row["state"]) ?? .admitted, start: row["start"],
                         plugins: try plugins.map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) } ?? [:])
        }
    }

    // MARK: Ending

    /// Records that every durable group has the document.
    /// - Parameter plugins: which plugin wrote each of its layers.
    package func finish(_ number: DocumentNumber, rejection: Rejection?, plugins: [String: String]) throws {
        let key = inFlight.removeValue(forKey: number)
        let encoded = String(decoding: try LayerCoding.encode(plugins), as: UTF8.self)
        if let key, var entry = pendingEntries[key] {
            entry.state = rejection == nil ? .done : .rejected
            entry.plugins = plugins
            pendingEntries[key] = entry
        }
        remember(nil) { db in
            try db.execute(
                // A dead letter keeps its bytes, so that it can be tried again.
                sql: "UPDATE documents SET state = ?1, code = ?2, reason = ?3, plugin = ?4, plugins = ?6, line = iif(?4 IS NULL, NULL, line) WHERE number = ?5",
                arguments: [rejection == nil ? State.done.rawValue : State.rejected.rawValue, rejection?.code.rawValue, rejection?.reason,
                            rejection?.plugin, Int64(number.rawValue), encoded])
        }
    }

    private func remember(_ entry: Entry?, _ write: @escaping (Database) throws -> Void) {
        if pending.isEmpty { oldestPending = .now }
        pending.append(write)
        if let entry { pendingEntries[entry.key] = entry }
    }

    /// Commits what waits, when somebody waits for it or enough has come together.
    package func flush(force: Bool = false) throws {
        guard !pending.isEmpty, force || mustCommit || pending.count >= 512 || ContinuousClock.now - oldestPending > .milliseconds(200) else { return }
        try database.write { db in
            for write in pending { try write(db) }
        }
        pending.removeAll(keepingCapacity: true)
        pendingEntries.removeAll(keepingCapacity: true)
        mustCommit = false
    }

    // MARK: After a crash

    /// Submitted documents that an earlier coordinator acknowledged and did not finish, in their order.
    package func unfinished() throws -> [(DocumentNumber, Incoming)] {
        let rows = try database.read { db in
            try Row.fetchAll(db, sql: "SELECT number, key, line FROM documents WHERE state = 0 AND line IS NOT NULL ORDER BY number")
        }
        let start = start
        try database.write { try $0.execute(sql: "UPDATE documents SET start = ? WHERE state = 0 AND line IS NOT NULL", arguments: [start]) }
        return try rows.map { row in
            let number = DocumentNumber(UInt64(row["number"] as Int64))
            let key: String = row["key"]
            inFlight[number] = key
            return (number, Incoming(try DocumentLine(parsing: [UInt8](row["line"] as Data)).document))
        }
    }
}
