import Corpus
import Foundation
import IsnadWire
import Testing

@Suite("The bus, launched by hand", .serialized) struct BusTests {
    private let workers = ["isnad-cleaner", "isnad-entity-tagger", "isnad-date-resolver", "isnad-claim-attributor"]

    @Test("joins processes in any order, shares documents between two cleaners, and can be tailed")
    func byHand() throws {
        let scratch = try Scratch()
        let inputs = try MadeDocuments.write(60, to: scratch)
        let endpoint = "ipc://\(scratch.path("bus"))"
        // Workers first: they wait for their coordinator.
        var running = try (workers + ["isnad-cleaner"]).map { try Running(Programs.path($0), ["--coordinator", endpoint]) }
        let tail = try Running(Programs.path("isnad"), ["tail", "claims", "--coordinator", endpoint, "--count", "60"])
        for worker in running { try eventually("it says that it waits") { worker.errors.contains("waiting for the coordinator") } }
        let coordinator = try Running(Programs.path("isnad-coordinator"), ["--bind", endpoint, "--state", scratch.path("state")])
        running.append(try Running(Programs.path("isnad-sink"), ["--out", scratch.path("corpus"), "--coordinator", endpoint]))
        try eventually("six workers are there") { try status(endpoint).groups.reduce(0) { $0 + $1.workers } == 6 }
        // A slow joiner would miss the first events, by contract.
        usleep(500_000)

        let submitted = try Programs.run("isnad", ["submit", "--coordinator", endpoint] + inputs)
        #expect(submitted.status == 0, "\(submitted.errors)")
        let tailed = try tail.wait(seconds: 60)
        #expect(tailed.status == 0)
        #expect(tailed.output.split(separator: "\n").count == 60)
        #expect(tailed.output.split(separator: "\n").allSatisfy { $0.contains("\"claims\":[") })

        try eventually("every document is done") { try status(endpoint).documents.done == 60 }
        let report = try status(endpoint)
        #expect(report.groups.first { $0.plugin == "isnad-cleaner" }?.workers == 2)
        #expect(report.groups.allSatisfy { $0.delivered == 60 && $0.redelivered == 0 })
        try eventually("the sink wrote the aggregate in a pause") { (try? CorpusTail.counts(of: scratch.path("corpus/corpus.json")))?["documents"] == 60 }

        for worker in running {
            worker.signal(SIGTERM)
            #expect(try worker.wait(seconds: 15).status == 0, "\(worker.errors)")
        }
        coordinator.signal(SIGTERM)
        #expect(try coordinator.wait(seconds: 15).status == 0)
        let cleaned = zip(running, workers + ["isnad-cleaner"]).filter { $0.1 == "isnad-cleaner" }
        #expect(cleaned.count == 2)
    }

    @Test("gives the layers that the pipe gives")
    func pipe() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(8, to: scratch)
        var lines = (0..<8).map { "{\"id\":\"doc\(String(format: "%05d", $0))\",\"text\":\(String(decoding: RawJSON.quoted(MadeDocuments.text($0)), as: UTF8.self))}" }.joined(separator: "\n")
        for worker in workers {
            let outcome = try Programs.run(worker, ["--stdio"], input: lines)
            #expect(outcome.status == 0, "\(outcome.errors)")
            lines = outcome.output
        }
        #expect(try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--quiet"]).status == 0)
        let records = try scratch.lines("corpus/corpus.jsonl").map { try CorpusRecord(parsing: Array($0.utf8)) }.sorted { $0.id < $1.id }
        let piped = try lines.split(separator: "\n").map { try DocumentLine(parsing: Array($0.utf8)).document }
        #expect(records.count == 8 && piped.count == 8)
        for (record, document) in zip(records, piped) {
            #expect(record.layers == document.layers, "\(record.id)")
        }
    }

    @Test("survives garbage, unknown messages and strangers")
    func garbage() throws {
        let scratch = try Scratch()
        let endpoint = "ipc://\(scratch.path("bus"))"
        let coordinator = try Running(Programs.path("isnad-coordinator"), ["--bind", endpoint])
        try eventually("the coordinator answers") { (try? status(endpoint)) != nil }
        let stranger = try Stranger(endpoint)
        let messages: [([[UInt8]], Int?)] = [
            ([[]], 100), ([[], []], 100), ([Array("hello".utf8), Array("world".utf8)], 100),
            ([Array("ISND".utf8) + [1, 0x55], Array("{}".utf8)], 101),
            ([Array("ISND".utf8) + [9, 0x01], Array("{}".utf8)], 600),
            ([Array("ISND".utf8) + [1, 0x01], Array("not json".utf8)], 102),
            ([Array("ISND".utf8) + [1, 0x06], Array(#"{"delivery":1}"#.utf8)], 301),
            ([Array("ISND".utf8) + [1, 0x04], Array(#"{"documents":1,"bytes":1}"#.utf8), [1]], 104),
            ([Array("ISND".utf8) + [1, 0x01], Array(#"{"protocol":"1.0","worker":"x","manifest":{"plugin":"Bad Name","version":"1","reads":[]}}"#.utf8)], 601),
            ([Array("ISND".utf8) + [1, 0x01], [UInt8](repeating: 0x20, count: 70_000)], 104),
        ]
        for (frames, code) in messages {
            let answer = try stranger.ask(frames)
            #expect(answer == code, "\(frames.map { String(decoding: $0.prefix(40), as: UTF8.self) })")
        }
        #expect(try status(endpoint).documents.admitted == 0)
        coordinator.signal(SIGTERM)
        #expect(try coordinator.wait(seconds: 15).status == 0)
    }
}
