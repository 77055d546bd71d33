import Foundation
import Testing

@Suite("A fault from outside", .serialized) struct OutsideFaultTests {
    @Test("such as a damaged ledger ends in one clear error, and a run without it in the same corpus")
    func damagedLedger() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(5, to: scratch)
        let arguments = ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--quiet"]
        #expect(try Programs.run("isnad", arguments).status == 0)
        let corpus = scratch.bytes("corpus/corpus.json")
        for name in ["ledger.sqlite-wal", "ledger.sqlite-shm"] { try? FileManager.default.removeItem(atPath: scratch.path("corpus/state/\(name)")) }
        try scratch.write("corpus/state/ledger.sqlite", String(repeating: "this is no database ", count: 500))
        let outcome = try Programs.run("isnad", arguments)
        #expect(outcome.status == 78, "\(outcome.errors)")
        #expect(outcome.errors.contains("is damaged"))
        try FileManager.default.removeItem(atPath: scratch.path("corpus/state"))
        #expect(try Programs.run("isnad", arguments).status == 0)
        #expect(scratch.bytes("corpus/corpus.json") == corpus)
    }

    @Test("such as a damaged corpus is refused and left as it is")
    func damagedCorpus() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(5, to: scratch)
        let arguments = ["run", scratch.path("in"), "--out", scratch.path("corpus"), "--quiet"]
        #expect(try Programs.run("isnad", arguments).status == 0)
        var bytes = try #require(scratch.bytes("corpus/corpus.jsonl"))
        bytes[200] ^= 1
        try scratch.write("corpus/corpus.jsonl", bytes)
        let outcome = try Programs.run("isnad", arguments)
        #expect(outcome.status == 78, "\(outcome.errors)")
        #expect(outcome.errors.contains("is damaged at byte"))
        #expect(scratch.bytes("corpus/corpus.jsonl") == bytes)
    }

    @Test("such as a second coordinator on one state folder is refused, and the first goes on")
    func twoCoordinators() throws {
        let scratch = try Scratch()
        let first = try Running(Programs.path("isnad-coordinator"), ["--bind", "ipc://\(scratch.path("a"))", "--state", scratch.path("state")])
        try eventually("the first answers") { (try? status("ipc://\(scratch.path("a"))")) != nil }
        let second = try Programs.run("isnad-coordinator", ["--bind", "ipc://\(scratch.path("b"))", "--state", scratch.path("state")])
        #expect(second.status == 78 && second.errors.contains("another coordinator uses"))
        let third = try Programs.run("isnad-coordinator", ["--bind", "ipc://\(scratch.path("a"))"])
        #expect(third.status == 78 && third.errors.contains("another coordinator uses"))
        _ = try status("ipc://\(scratch.path("a"))")
        first.signal(SIGTERM)
        #expect(try first.wait(seconds: 15).status == 0)
    }

    @Test("such as a full disk ends in one clear error, and with room the same command finishes")
    func fullDisk() throws {
        let scratch = try Scratch()
        _ = try MadeDocuments.write(120, to: scratch)
        try FileManager.default.createDirectory(atPath: scratch.path("disk"), withIntermediateDirectories: true)
        let mounted = try Programs.run("/bin/mount", ["-t", "tmpfs", "-o", "size=240k", "tmpfs", scratch.path("disk")])
        guard mounted.status == 0 else {
            print("skipped: no small disk can be mounted here, which takes root")
            return
        }
        defer { _ = try? Programs.run("/bin/umount", ["--lazy", scratch.path("disk")]) }
        let arguments = ["run", scratch.path("in"), "--out", scratch.path("disk/corpus"), "--quiet"]
        let full = try Programs.run("isnad", arguments)
        #expect(full.status == 78, "\(full.errors)")
        #expect(full.errors.contains("full") || full.errors.contains("No space left"), "\(full.errors)")
        #expect(try Programs.run("/bin/mount", ["-o", "remount,size=64m", scratch.path("disk")]).status == 0)
        let finished = try Programs.run("isnad", arguments)
        #expect(finished.status == 0, "\(finished.errors)")
        #expect(scratch.lines("disk/corpus/corpus.jsonl").count == 120)
        #expect(try Programs.run("isnad", ["verify", scratch.path("disk/corpus")]).status == 0)
    }
}
