@testable import CorpusSink
import Corpus
import Foundation
import Isnad
import Testing

@Suite("The corpus folder") struct CorpusSinkTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sink-\(UUID().uuidString)").path

    private func delivery(_ id: String, _ text: String = "نص", layers: [String: String] = ["clean": #"{"blocks":[],"sentences":[]}"#],
                          rejected: Message.Rejected? = nil) -> SinkDelivery {
        let document = Document(id: id, text: text, layers: layers.mapValues { Array($0.utf8) })
        return SinkDelivery(document: document, sha256: sha256Hex(text.utf8), plugins: ["clean": "c/1.0.0"], rejected: rejected)
    }

    private func lines(_ name: String) throws -> [String] {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test("holds each document once, however often it is delivered")
    func once() throws {
        let sink = try CorpusSink(folder: folder, layers: ["clean"])
        #expect(try sink.store([delivery("a"), delivery("b"), delivery("a")]).isEmpty)
        #expect(try sink.store([delivery("b")]).isEmpty)
        #expect(try lines("corpus.jsonl").count == 2)
    }

    @Test("goes on after a crash tore its last line")
    func torn() throws {
        do {
            let sink = try CorpusSink(folder: folder, layers: ["clean"])
            _ = try sink.store([delivery("a"), delivery("b")])
        }
        let path = "\(folder)/corpus.jsonl"
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.dropLast(10).write(to: URL(fileURLWithPath: path))
        let sink = try CorpusSink(folder: folder, layers: ["clean"])
        _ = try sink.store([delivery("b")])
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
    }

    @Test("is refused when a line in its midst is damaged, and left as it is")
    func damaged() throws {
        do {
            let sink = try CorpusSink(folder: folder, layers: ["clean"])
            _ = try sink.store([delivery("a"), delivery("b")])
        }
        let path = "\(folder)/corpus.jsonl"
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[3] = UInt8(ascii: "#")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(throws: CorpusFolderError.self) { try CorpusSink(folder: folder, layers: ["clean"]) }
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
    }

    @Test("takes one sink at a time")
    func locked() throws {
        let sink = try CorpusSink(folder: folder, layers: [])
        #expect(throws: CorpusFolderError.self) { try CorpusSink(folder: folder, layers: []) }
        try sink.finish()
    }

    @Test("has the same aggregate whatever the order of arrival")
    func order() throws {
        var aggregates: [Data] = []
        for ids in [["a", "b", "ث"], ["ث", "a", "b"]] {
            let own = "\(folder)-\(ids[0])"
            let sink = try CorpusSink(folder: own, layers: ["clean"])
            for id in ids { _ = try sink.store([delivery(id)]) }
            try sink.finish()
            aggregates.append(try Data(contentsOf: URL(fileURLWithPath: "\(own)/corpus.json")))
        }
        #expect(aggregates[0] == aggregates[1])
    }

    @Test("refuses a layer that breaks its schema or leaves the text", arguments: [
        #"{"blocks":[]}"#, #"{"blocks":[{"start":0,"end":99,"role":"body"}],"sentences":[]}"#, "[]",
        #"{"blocks":[{"start":1,"end":2,"role":"body"},{"start":0,"end":2,"role":"body"}],"sentences":[]}"#,
    ])
    func invalid(_ layer: String) throws {
        let sink = try CorpusSink(folder: folder, layers: ["clean"])
        let refused = try sink.store([delivery("a", layers: ["clean": layer]), delivery("b")])
        #expect(refused.keys.sorted() == [0])
        #expect(try lines("corpus.jsonl").count == 1)
    }

    @Test("says why a document was rejected, once")
    func rejected() throws {
        let sink = try CorpusSink(folder: folder, layers: ["clean"])
        let reason = Message.Rejected(code: .inputEmpty, reason: "the input holds no text")
        _ = try sink.store([delivery("x", rejected: reason), delivery("x", rejected: reason)])
        #expect(try lines("rejected.jsonl") == [#"{"id":"x","code":402,"reason":"the input holds no text"}"#])
        #expect(try lines("corpus.jsonl").isEmpty)
    }
}
