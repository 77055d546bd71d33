@testable import IsnadScheduler
import Foundation
import Testing

@Suite("The scheduler in a simulated world") struct SimulationTests {
    static let seedCount = Int(ProcessInfo.processInfo.environment["ISNAD_SEEDS"] ?? "") ?? 10_000
    static let chunkCount = 50
    static let onlySeed = ProcessInfo.processInfo.environment["ISNAD_SEED"].flatMap { UInt64($0) }

    @Test("keeps every invariant through every fault", .enabled(if: onlySeed == nil), arguments: 0..<chunkCount)
    func everySeed(chunk: Int) throws {
        for seed in stride(from: chunk, to: Self.seedCount, by: Self.chunkCount) { try Self.run(UInt64(seed)) }
    }

    @Test("replays one seed, told step by step", .enabled(if: onlySeed != nil))
    func oneSeed() throws {
        var world = World(seed: Self.onlySeed!, isTold: true)
        defer { print("\(world.scenario)\n" + world.log!.joined()) }
        try world.run()
    }

    private static func run(_ seed: UInt64) throws {
        var world = World(seed: seed)
        do { try world.run() } catch {
            Issue.record("\(error)\nISNAD_SEED=\(seed) swift test --filter SimulationTests")
            throw error
        }
    }
}
