import Corpus
import Foundation
import Testing

/// Kills and freezes the processes of a run at seeded random moments; the corpus must be that of an undisturbed run.
///
/// `ISNAD_CHAOS=DOCUMENTS,KILLS` sets the size, `ISNAD_SEED` the seed.
@Suite("Chaos", .serialized) struct ChaosTests {
    @Test("of killed and frozen processes changes nothing in the corpus")
    func chaos() throws {
        let environment = ProcessInfo.processInfo.environment
        let size = (environment["ISNAD_CHAOS"] ?? "200,8").split(separator: ",").compactMap { Int($0) }
        let seed = environment["ISNAD_SEED"].flatMap { UInt64($0) } ?? 20_240_301
        let scratch = try Scratch()
        _ = try MadeDocuments.write(size[0], to: scratch)
        let calm = try Programs.run("isnad", ["run", scratch.path("in"), "--out", scratch.path("calm"), "--workers", "2", "--quiet"])
        #expect(calm.status == 0, "\(calm.errors)")

        var random = SplitMix(state: seed)
        var killsLeft = size[1]
        var log: [String] = []
        // The run itself may be killed, too; the same command then goes on.
        var startCount = 0
        while true {
            startCount += 1
            let run = try Running(Programs.path("isnad"), [
                "run", scratch.path("in"), "--out", scratch.path("wild"), "--workers", "2", "--quiet", "--lease", "2", "--heartbeat", "0.3",
            ])
            var frozen: [(pid: Int32, until: Date)] = []
            while run.process.isRunning {
                usleep(UInt32(20_000 + random.next() % 100_000))
                for (pid, _) in frozen where frozen.contains(where: { $0.pid == pid && $0.until <= Date() }) { kill(pid, SIGCONT) }
                frozen.removeAll { $0.until <= Date() }
                guard killsLeft > 0, let victim = Self.victim(of: run.pid, &random) else { continue }
                killsLeft -= 1
                log.append("\(victim.name) \(victim.isFrozen ? "frozen" : "killed")")
                if victim.isFrozen {
                    kill(victim.pid, SIGSTOP)
                    frozen.append((victim.pid, Date().addingTimeInterval(1.5)))
                } else {
                    kill(victim.pid, SIGKILL)
                }
            }
            for (pid, _) in frozen { kill(pid, SIGCONT) }
            let outcome = try run.wait(seconds: 1)
            if outcome.status == 0 { break }
            #expect(outcome.status == -SIGKILL, "seed \(seed): status \(outcome.status) after \(log): \(outcome.errors)")
            guard outcome.status == -SIGKILL, startCount < size[1] + 2 else { return }
        }
        #expect(killsLeft == 0 || size[1] - killsLeft >= 3, "seed \(seed): the run ended after \(size[1] - killsLeft) of \(size[1]) kills")
        let same = scratch.bytes("calm/corpus.json") == scratch.bytes("wild/corpus.json")
        #expect(same, "seed \(seed): another corpus after \(log)")
        #expect(scratch.bytes("wild/rejected.jsonl") == [], "seed \(seed): \(scratch.lines("wild/rejected.jsonl"))")
        if environment["ISNAD_CHAOS"] != nil { print("chaos: \(log.count) kills and freezes, \(startCount) starts; \(log)") }
    }

    private struct Victim {
        var pid: Int32
        var name: String
        var isFrozen: Bool
    }

    /// A process of the run, or now and then the run itself.
    private static func victim(of run: Int32, _ random: inout SplitMix) -> Victim? {
        let children = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }.sorted().filter { parent(of: $0) == run }
        guard !children.isEmpty else { return nil }
        let choice = random.next() % 20
        if choice == 0 { return Victim(pid: run, name: "isnad", isFrozen: false) }
        let pid = children[Int(random.next() % UInt64(children.count))]
        let name = (try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8))?.trimmingCharacters(in: .newlines) ?? "?"
        return Victim(pid: pid, name: name, isFrozen: choice % 3 == 0)
    }

    private static func parent(of pid: Int32) -> Int32? {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8), let end = stat.lastIndex(of: ")") else { return nil }
        return Int32(stat[stat.index(after: end)...].split(separator: " ")[1])
    }
}

/// The splitmix64 generator: small, seeded, the same everywhere.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
