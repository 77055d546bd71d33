import Corpus
import Foundation
import IsnadWire
import Testing

@Suite("The plugin in Python", .serialized, .enabled(if: Python.zmq != nil, "skipped: no python3 has zmq; apt-get install python3-zmq"))
struct PythonPluginTests {
    private let script = "\(Programs.root)/Plugins/Examples/python/readability.py"

    @Test("adds its layer to every record of a running pipeline")
    func joins() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(12, to: scratch)
        let outcome = try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--plugin", "\(try #require(Python.zmq)) \(script)"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let records = try scratch.lines("corpus/corpus.jsonl").map { try CorpusRecord(parsing: Array($0.utf8)) }
        #expect(records.count == 12)
        for record in records {
            #expect(record.layers.keys.sorted() == ["claims", "clean", "dates", "entities", "readability"])
            #expect(record.plugins["readability"] == "readability/1.0.0")
            let layer = try #require(JSONSerialization.jsonObject(with: Data(record.layers["readability"] ?? [])) as? [String: Any])
            let clean: CleanLayer = try #require(try record.layer())
            #expect(layer["sentences"] as? Int == clean.sentences.count)
            #expect((layer["words"] as? Int ?? 0) > 0)
        }
    }

    @Test("waits for its coordinator, joins the next one when that dies, and leaves when it is told to")
    func reconnects() throws {
        let scratch = try Scratch()
        let endpoint = "ipc://\(scratch.path("bus"))"
        let plugin = try Running(try #require(Python.zmq), [script, endpoint])
        try eventually("it says that it waits") { plugin.errors.contains("waiting for the coordinator") }
        for _ in 1...2 {
            let coordinator = try Running(Programs.path("isnad-coordinator"), ["--bind", endpoint])
            try eventually("it joins") { try status(endpoint).groups.contains { $0.plugin == "readability" && $0.workers == 1 } }
            coordinator.signal(SIGKILL)
            _ = try coordinator.wait(seconds: 10)
        }
        let coordinator = try Running(Programs.path("isnad-coordinator"), ["--bind", endpoint])
        try eventually("it joins again") { try status(endpoint).groups.contains { $0.plugin == "readability" && $0.workers == 1 } }
        plugin.signal(SIGTERM)
        #expect(try plugin.wait(seconds: 15).status == 0, "\(plugin.errors)")
        try eventually("it has left") { try status(endpoint).groups.allSatisfy { $0.workers == 0 } }

        let drained = try Running(try #require(Python.zmq), [script, endpoint])
        try eventually("another joins") { try status(endpoint).groups.contains { $0.plugin == "readability" && $0.workers == 1 } }
        coordinator.signal(SIGTERM)
        #expect(try drained.wait(seconds: 15).status == 0, "\(drained.errors)")
        #expect(try coordinator.wait(seconds: 15).status == 0)
    }

    @Test("ends with status 78 when it is refused")
    func refused() throws {
        let scratch = try Scratch()
        let endpoint = "ipc://\(scratch.path("bus"))"
        let coordinator = try Running(Programs.path("isnad-coordinator"), ["--bind", endpoint])
        let folder = URL(fileURLWithPath: script).deletingLastPathComponent().path
        let plugin = try Running(try #require(Python.zmq), ["-B", "-c", "import readability; readability.MANIFEST['plugin'] = 'No Name'; readability.main()"],
                                 environment: ["PYTHONPATH": folder, "ISNAD_COORDINATOR": endpoint])
        let outcome = try plugin.wait(seconds: 20)
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("code 601"))
        coordinator.signal(SIGTERM)
        _ = try coordinator.wait(seconds: 15)
    }
}
