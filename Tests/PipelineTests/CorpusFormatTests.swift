import Foundation
import Testing

@Suite("The corpus format", .enabled(if: Python.jsonschema != nil, "skipped: no python3 has jsonschema; apt-get install python3-jsonschema"))
struct CorpusFormatTests {
    private let validator = "\(Programs.root)/Tests/PipelineTests/validate-corpus.py"
    private let schema = "\(Programs.root)/docs/corpus.schema.json"

    @Test("is what a run over the samples writes, rejected documents included; and the schema refuses what is not")
    func samples() throws {
        let scratch = try Scratch()
        let inputs = ["\(Programs.root)/docs/samples", try scratch.write("empty.txt", "\n")]
        let outcome = try Programs.run("isnad", ["run"] + inputs + ["--out", scratch.path("corpus")])
        #expect(outcome.status == 3, "\(outcome.errors)")
        let valid = try Programs.run(try #require(Python.jsonschema), [validator, schema, scratch.path("corpus")])
        #expect(valid.status == 0, "\(valid.output)\(valid.errors)")
        #expect(valid.output.contains("13 records, 1 rejected, 0 problems"))

        for (name, from, to) in [("corpus.jsonl", "\"role\":\"title\"", "\"role\":\"headline\""), ("rejected.jsonl", "\"code\":402", "\"code\":\"402\""),
                                 ("corpus.json", "\"counts\":{", "\"counts\":{\"more\":1,")] {
            let whole = try String(contentsOfFile: scratch.path("corpus/\(name)"), encoding: .utf8)
            #expect(whole.contains(from), "\(name)")
            try scratch.write("corpus/\(name)", whole.replacingOccurrences(of: from, with: to))
            let invalid = try Programs.run(try #require(Python.jsonschema), [validator, schema, scratch.path("corpus")])
            #expect(invalid.status == 1 && invalid.output.contains("\(name): "), "\(invalid.output)\(invalid.errors)")
            try scratch.write("corpus/\(name)", whole)
        }
    }
}
