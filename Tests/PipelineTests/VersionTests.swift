import Corpus
import Foundation
import Testing

@Suite("A new version of a plugin", .serialized) struct VersionTests {
    @Test("re-runs that plugin and those that read its layer, and nothing else")
    func rerun() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(6, to: scratch)
        func run(version: String) throws -> Report {
            let outcome = try Programs.run("isnad", [
                "run", scratch.path("in"), "--out", scratch.path("corpus"), "--plugin", "\(Programs.path("FaultyPlugin")) --plugin-version \(version)", "--quiet",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            return try JSONDecoder().decode(Report.self, from: Data(scratch.bytes("corpus/report.json") ?? []))
        }
        #expect(try run(version: "1.0.0").delivered.values.allSatisfy { $0 == 6 })
        let first = scratch.bytes("corpus/corpus.json")
        #expect(try run(version: "1.0.0").delivered.values.allSatisfy { $0 == 0 })
        #expect(scratch.bytes("corpus/corpus.json") == first)
        let second = try run(version: "1.1.0").delivered
        #expect(second.filter { $0.value > 0 } == ["faulty": 6, "corpus-sink": 6], "\(second)")
        let records = try scratch.lines("corpus/corpus.jsonl").map { try CorpusRecord(parsing: Array($0.utf8)) }
        #expect(records.count == 6)
        #expect(records.allSatisfy { $0.plugins["faulty"] == "faulty/1.1.0" && $0.layers.count == 5 })
        let verified = try Programs.run("isnad", ["verify", scratch.path("corpus")])
        #expect(verified.status == 0, "\(verified.errors)")
    }

    private struct Report: Decodable {
        var plugins: [Group]
        struct Group: Decodable {
            var plugin: String
            var delivered: Int
        }
        var delivered: [String: Int] { Dictionary(uniqueKeysWithValues: plugins.map { ($0.plugin, $0.delivered) }) }
    }
}

@Suite("isnad verify", .serialized) struct VerifyTests {
    @Test("finds one flipped byte anywhere in the corpus")
    func flippedByte() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(4, to: scratch)
        #expect(try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--quiet"]).status == 0)
        let sound = try Programs.run("isnad", ["verify", scratch.path("corpus")])
        #expect(sound.status == 0, "\(sound.errors)")
        var random = SplitMix(state: 7)
        for name in ["corpus.jsonl", "corpus.json"] {
            let whole = try #require(scratch.bytes("corpus/\(name)"))
            for _ in 0..<12 {
                var bytes = whole
                bytes[Int(random.next() % UInt64(bytes.count))] ^= UInt8(1 << (random.next() % 8))
                try scratch.write("corpus/\(name)", bytes)
                let outcome = try Programs.run("isnad", ["verify", scratch.path("corpus")])
                #expect(outcome.status == 65, "\(outcome.output)")
            }
            try scratch.write("corpus/\(name)", whole)
        }
    }

    @Test("finds a record that is missing, doubled, or called done")
    func records() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(4, to: scratch)
        #expect(try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--quiet"]).status == 0)
        let lines = scratch.lines("corpus/corpus.jsonl")
        try scratch.write("corpus/corpus.jsonl", lines.dropLast().map { $0 + "\n" }.joined())
        let missing = try Programs.run("isnad", ["verify", scratch.path("corpus")])
        #expect(missing.status == 65 && missing.errors.contains("the ledger calls"))
        try scratch.write("corpus/corpus.jsonl", (lines + [lines[0]]).map { $0 + "\n" }.joined())
        let doubled = try Programs.run("isnad", ["verify", scratch.path("corpus")])
        #expect(doubled.status == 65 && doubled.errors.contains("a second time"))
    }
}

@Suite("isnad dead", .serialized) struct DeadTests {
    @Test("lists what a plugin gave up on, and lets it be tried again")
    func retry() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(3, to: scratch)
        try scratch.write("in/fail.txt", "FAIL " + MadeDocuments.text(9))
        func run(_ arguments: String) throws -> Int32 {
            try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--plugin", "\(Programs.path("FaultyPlugin")) \(arguments)", "--quiet"]).status
        }
        #expect(try run("") == 3)
        let list = try Programs.run("isnad", ["dead", "list", scratch.path("corpus")])
        #expect(list.status == 0)
        #expect(list.output.split(separator: "\n").count == 1 && list.output.contains("the text says FAIL"))
        #expect(try Programs.run("isnad", ["dead", "list", scratch.path("corpus"), "--plugin", "other"]).output.isEmpty)
        #expect(try Programs.run("isnad", ["dead", "retry", scratch.path("corpus")]).status == 64)
        #expect(try run("") == 3)
        #expect(try Programs.run("isnad", ["dead", "retry", scratch.path("corpus"), "--id", "fail"]).status == 0)
        #expect(try run("--fail never") == 0)
        #expect(scratch.lines("corpus/corpus.jsonl").count == 4)
        #expect(scratch.lines("corpus/rejected.jsonl").isEmpty)
        #expect(try Programs.run("isnad", ["verify", scratch.path("corpus")]).status == 0)
        #expect(try Programs.run("isnad", ["dead", "list", scratch.path("nothing")]).status == 78)
    }
}
