import Foundation
import GRDB

/// A document that a plugin gave up on.
package struct DeadLetter: Codable, Hashable, Sendable {
    package var id: String
    package var uri: String?
    package var plugin: String
    package var code: Int
    package var reason: String
    package var sha256: String
}

/// Which dead letters are meant; every condition given must hold.
package struct DeadLetterFilter: Sendable {
    package var ids: [String]
    package var plugin: String?
    /// A part of the reason.
    package var reason: String?

    package init(ids: [String] = [], plugin: String? = nil, reason: String? = nil) {
        self.ids = ids
        self.plugin = plugin
        self.reason = reason
    }

    fileprivate var sql: (condition: String, arguments: StatementArguments) {
        var condition = "state = 2 AND plugin IS NOT NULL"
        var arguments = StatementArguments()
        if !ids.isEmpty {
            condition += " AND id IN (\(ids.map { _ in "?" }.joined(separator: ",")))"
            arguments += StatementArguments(ids)
        }
        if let plugin {
            condition += " AND plugin = ?"
            arguments += [plugin]
        }
        if let reason {
            condition += " AND instr(reason, ?) > 0"
            arguments += [reason]
        }
        return (condition, arguments)
    }
}

extension Ledger {
    /// The dead letters, in order of their admission.
    package func deadLetters(_ filter: DeadLetterFilter) throws -> [DeadLetter] {
        let (condition, arguments) = filter.sql
        return try database.read { db in
            try Row.fetchAll(db, sql: "SELECT id, uri, plugin, code, reason, sha256 FROM documents WHERE \(condition) ORDER BY number", arguments: arguments).map {
                DeadLetter(id: $0["id"], uri: $0["uri"], plugin: $0["plugin"], code: $0["code"], reason: $0["reason"], sha256: $0["sha256"])
            }
        }
    }

    /// The ids of the documents that every durable group has acknowledged.
    package func doneIds() throws -> [String] {
        try database.read { try String.fetchAll($0, sql: "SELECT id FROM documents WHERE state = 1 ORDER BY number") }
    }

    /// How many documents are admitted and not finished.
    package func unfinishedCount() throws -> Int {
        try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM documents WHERE state = 0") ?? 0 }
    }

    /// Makes dead letters undone work again: submitted ones are delivered at the next start, those of files when the
    /// same inputs are given again.
    /// - Returns: how many.
    package func retry(_ filter: DeadLetterFilter) throws -> Int {
        try change(filter, to: "state = 0, code = NULL, reason = NULL, plugin = NULL")
    }

    /// Forgets that dead letters could be tried again: they stay rejected, without their bytes.
    /// - Returns: how many.
    package func drop(_ filter: DeadLetterFilter) throws -> Int {
        try change(filter, to: "plugin = NULL, line = NULL")
    }

    private func change(_ filter: DeadLetterFilter, to assignment: String) throws -> Int {
        let (condition, arguments) = filter.sql
        return try database.write { db in
            try db.execute(sql: "UPDATE documents SET \(assignment) WHERE \(condition)", arguments: arguments)
            return db.changesCount
        }
    }

    /// Opens the ledger of a corpus or state folder for a look, beside a coordinator that may be running.
    /// - Throws: when there is none.
    package static func reading(_ folder: String) throws -> Ledger {
        try Ledger(existing: path(in: folder), readOnly: true)
    }

    /// Opens the ledger of a corpus or state folder to change it, which no coordinator may use meanwhile.
    package static func changing(_ folder: String) throws -> Ledger {
        try Ledger(existing: path(in: folder), readOnly: false)
    }

    private static func path(in folder: String) throws -> String {
        for candidate in [folder, folder + "/state"] where FileManager.default.fileExists(atPath: candidate + "/ledger.sqlite") { return candidate }
        throw NoLedger(folder: folder)
    }

    package struct NoLedger: Error, CustomStringConvertible {
        package var folder: String
        package var description: String { "\(folder) holds no ledger; name the corpus folder of a run, or the folder given with --state" }
    }
}
