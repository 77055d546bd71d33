import Corpus
import Foundation
import Testing

@Suite("A plugin", .serialized) struct FaultyPluginTests {
    private func run(_ scratch: Scratch, plugin arguments: String = "") throws -> Programs.Outcome {
        try Programs.run("isnad", [
            "run", scratch.path("in"), "--out", scratch.path("corpus"), "--plugin", "\(Programs.path("FaultyPlugin")) \(arguments)",
            "--lease", "2", "--heartbeat", "0.5",
        ])
    }

    private func rejected(_ scratch: Scratch) throws -> [String: Int] {
        let rows = try scratch.lines("corpus/rejected.jsonl").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.code) })
    }

    private struct Row: Decodable {
        var id: String
        var code: Int
    }

    @Test("that dies on a document loses that document and no other")
    func poison() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(12, to: scratch)
        try scratch.write("in/poison.txt", "POISON " + MadeDocuments.text(99))
        let outcome = try run(scratch)
        #expect(outcome.status == 3, "\(outcome.errors)")
        #expect(try rejected(scratch) == ["poison": 409])
        #expect(scratch.lines("corpus/corpus.jsonl").count == 12)
    }

    @Test("that hangs on a document loses its lease, and in the end the document")
    func hang() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(3, to: scratch)
        try scratch.write("in/hang.txt", "HANG " + MadeDocuments.text(99))
        let outcome = try run(scratch)
        #expect(outcome.status == 3, "\(outcome.errors)")
        #expect(try rejected(scratch) == ["hang": 409])
        #expect(scratch.lines("corpus/corpus.jsonl").count == 3)
    }

    @Test("that takes longer than its lease keeps it by saying so")
    func slow() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(3, to: scratch)
        try scratch.write("in/slow.txt", "SLOW " + MadeDocuments.text(99))
        let outcome = try run(scratch)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let report = try JSONDecoder().decode(Report.self, from: Data(scratch.bytes("corpus/report.json") ?? []))
        #expect(report.plugins.allSatisfy { $0.redelivered == 0 && $0.delivered == 4 })
    }

    private struct Report: Decodable {
        var plugins: [Group]
        struct Group: Decodable {
            var plugin: String
            var delivered: Int
            var redelivered: Int
        }
    }

    @Test("that fails on a document rejects that document with its reason")
    func failure() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(5, to: scratch)
        try scratch.write("in/fail.txt", "FAIL " + MadeDocuments.text(99))
        let outcome = try run(scratch)
        #expect(outcome.status == 3, "\(outcome.errors)")
        #expect(try rejected(scratch) == ["fail": 400])
        #expect(scratch.lines("corpus/rejected.jsonl").first?.contains("the text says FAIL") == true)
    }

    @Test("that fails on everything pauses its stage instead of rejecting the corpus", arguments: ["--fail always", "--fail unusable"])
    func paused(_ arguments: String) throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(30, to: scratch)
        let outcome = try run(scratch, plugin: arguments)
        #expect(outcome.status == 78, "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count { $0.contains("paused") } == 1, "\(outcome.errors)")
        #expect(scratch.lines("corpus/rejected.jsonl").isEmpty)
        #expect(try run(scratch).status == 0)
        #expect(scratch.lines("corpus/corpus.jsonl").count == 30)
    }
}
