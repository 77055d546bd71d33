import Corpus
import Foundation
import Testing

@Suite("isnad run", .serialized) struct RunTests {
    @Test("puts every document into the corpus with four layers, once")
    func whole() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(20, to: scratch)
        let outcome = try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("corpus")])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let records = try scratch.lines("corpus/corpus.jsonl").map { try CorpusRecord(parsing: Array($0.utf8)) }
        #expect(records.map(\.id).sorted() == (0..<20).map { "doc\(String(format: "%05d", $0))" })
        for record in records {
            #expect(record.layers.keys.sorted() == ["claims", "clean", "dates", "entities"])
            #expect(record.plugins.keys.sorted() == record.layers.keys.sorted())
            #expect(record.sha256 == sha256Hex(record.text.utf8))
        }
        #expect(scratch.bytes("corpus/rejected.jsonl") == [])

        let again = try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("corpus")])
        #expect(again.status == 0, "\(again.errors)")
        #expect(scratch.lines("corpus/corpus.jsonl").count == 20)
    }

    @Test("writes the same corpus.json with one worker or several")
    func deterministic() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(40, to: scratch)
        for (name, workers) in [("one", "1"), ("three", "3")] {
            let outcome = try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path(name), "--workers", workers, "--quiet"])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let one = scratch.bytes("one/corpus.json")
        #expect(one != nil && one == scratch.bytes("three/corpus.json"))
    }

    @Test("reads JSON lines from standard input and keeps their publication date")
    func standardInput() throws {
        let scratch = try Scratch()
        let lines = (0..<5).map { #"{"id":"s\#($0)","published":"2024-03-0\#($0 + 1)","text":\#(String(decoding: RawJSON.quoted(MadeDocuments.text($0)), as: UTF8.self))}"# }
        let outcome = try Programs.run("isnad", ["run", "-", "--out", scratch.path("corpus")], input: lines.joined(separator: "\n"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        let records = try scratch.lines("corpus/corpus.jsonl").map { try CorpusRecord(parsing: Array($0.utf8)) }.sorted { $0.id < $1.id }
        #expect(records.map(\.published) == (0..<5).map { "2024-03-0\($0 + 1)" })
    }

    @Test("leaves no process behind when it is killed")
    func killed() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(3, to: scratch)
        let running = try Running(Programs.path("isnad"), ["run", scratch.path("in"), "-", "--out", scratch.path("corpus")], input: nil)
        try eventually("the sink runs") { FileManager.default.fileExists(atPath: scratch.path("corpus/.lock")) }
        let children = try Self.children(of: running.pid)
        running.signal(SIGKILL)
        #expect(!children.isEmpty)
        try eventually("the children of a killed run are gone", seconds: 20) { children.allSatisfy { !Self.isAlive($0) } }
    }

    @Test("stops at Ctrl-C, and the same command goes on from there")
    func interrupted() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(400, to: scratch)
        let arguments = ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--quiet"]
        let running = try Running(Programs.path("isnad"), arguments)
        try eventually("a record is written") { !scratch.lines("corpus/corpus.jsonl").isEmpty }
        running.signal(SIGINT)
        let stopped = try running.wait(seconds: 30)
        #expect(stopped.status == 75 || stopped.status == 0, "\(stopped.errors)")
        let outcome = try Programs.run("isnad", arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(scratch.lines("corpus/corpus.jsonl").count == 400)
        let whole = try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("undisturbed"), "--quiet"])
        #expect(whole.status == 0)
        #expect(scratch.bytes("corpus/corpus.json") == scratch.bytes("undisturbed/corpus.json"))
    }

    private static func children(of pid: Int32) throws -> [Int32] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }.filter { parent(of: $0) == pid }
    }

    private static func parent(of pid: Int32) -> Int32? {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8), let end = stat.lastIndex(of: ")") else { return nil }
        return Int32(stat[stat.index(after: end)...].split(separator: " ")[1])
    }

    private static func isAlive(_ pid: Int32) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8), let end = stat.lastIndex(of: ")") else { return false }
        return stat[stat.index(after: end)...].split(separator: " ")[0] != "Z"
    }
}
