import Foundation
import Testing

@Suite("Bad input", .serialized) struct BadInputTests {
    @Test("goes to rejected.jsonl with a code and a reason, and the run goes on")
    func rejected() throws {
        let scratch = try Scratch()
        var inputs = try MadeDocuments.write(2, to: scratch)
        inputs.append(scratch.path("missing.txt"))
        inputs.append(try scratch.write("empty.txt", " \n\t\n"))
        inputs.append(try scratch.write("latin.txt", [0xD9, 0x82, 0xFF, 0xFE, 0x81, 0x20, 0xC0, 0xC1]))
        inputs.append(try scratch.write("image.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0, 0]))
        inputs.append(try scratch.write("large.txt", String(repeating: "خبر طويل ", count: 20_000)))
        inputs.append(try scratch.write("lines.jsonl", """
            {"id":"good","text":"قال الوزير إن المشروع انتهى."}
            {"id":"broken","text":
            {"id":"no-text"}
            {"id":"good","text":"نص آخر بالمعرف نفسه."}

            {"id":"\\u0007","text":"معرف لا يصلح."}
            """))
        let outcome = try Programs.run("isnad", ["run"] + inputs + ["--out", scratch.path("corpus"), "--size-limit", "100000"])
        #expect(outcome.status == 3, "\(outcome.errors)")
        #expect(scratch.lines("corpus/corpus.jsonl").count == 3)
        let rejected = try scratch.lines("corpus/rejected.jsonl").map { try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        let codes = Dictionary(grouping: rejected) { $0["code"] as? Int ?? 0 }.mapValues(\.count)
        #expect(codes == [401: 1, 402: 1, 403: 2, 404: 1, 405: 2, 406: 1, 407: 1], "\(rejected)")
        #expect(rejected.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
        for name in ["missing.txt", "empty.txt", "latin.txt", "image.txt", "large.txt", "lines.jsonl:2"] {
            #expect(outcome.errors.split(separator: "\n").count { $0.contains(name) } == 1, "\(name) in \(outcome.errors)")
        }
    }

    @Test("in the set-up stops before anything starts", arguments: [
        (["run", "x.txt"], 64), (["run", "--out", "o"], 64), (["run", "x", "--out", "o", "--workers", "0"], 64),
        (["run", "x", "--out", "o", "--scale", "nothing=2"], 64), (["run", "x", "--out", "/proc/nothing/here"], 78),
        (["submit", "x", "--coordinator", "nonsense"], 64), (["status", "--wait", "0.2", "--coordinator", "ipc:///tmp/nobody-here"], 69),
    ] as [([String], Int32)])
    func setUp(_ arguments: [String], _ status: Int32) throws {
        let outcome = try Programs.run("isnad", arguments)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(!outcome.errors.isEmpty)
    }

    @Test("of a worker's arguments is refused", arguments: ["isnad-cleaner", "isnad-entity-tagger", "isnad-date-resolver", "isnad-claim-attributor"])
    func worker(_ name: String) throws {
        #expect(try Programs.run(name, ["--credit", "0"]).status == 64)
        #expect(try Programs.run(name, ["--coordinator", "nonsense://"]).status == 64)
        let outcome = try Programs.run(name, ["--stdio"], input: "{\"id\":\"a\",\"text\":\"نص\"}\nnot json\n{\"id\":\"b\",\"text\":\"نص\"}\n")
        #expect(outcome.status == 65)
        #expect(outcome.output.split(separator: "\n").count == 2)
        #expect(outcome.errors.contains("line 2"))
    }
}
