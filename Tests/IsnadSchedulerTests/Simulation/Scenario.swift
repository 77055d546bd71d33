@testable import IsnadScheduler
import IsnadWire

/// The pipeline that is simulated: the real one, and a plugin whose layer the sink does not read.
enum Stage: Int, CaseIterable {
    case cleaner, entities, dates, claims, sink, topics

    static let pluginNames = ["isnad-cleaner", "isnad-entity-tagger", "isnad-date-resolver", "isnad-claim-attributor", "corpus-sink", "topics"]
    static let layerNames: [String?] = ["clean", "entities", "dates", "claims", nil, "topics"]
    static let byPlugin = Dictionary(uniqueKeysWithValues: zip(pluginNames, allCases))
    static let byLayer = Dictionary(uniqueKeysWithValues: zip(layerNames, allCases).compactMap { name, stage in name.map { ($0, stage) } })

    var plugin: String { Self.pluginNames[rawValue] }
    var layer: String? { Self.layerNames[rawValue] }
    /// Whether the corpus waits for it.
    var isRequired: Bool { self != .topics }

    /// From the second version on the date resolver wants to know the entities, and topics the claims.
    func reads(version: Int) -> [String] {
        switch self {
        case .cleaner: []
        case .entities: ["clean"]
        case .dates: version == 1 ? ["clean"] : ["clean", "entities"]
        case .claims: ["clean", "entities", "dates"]
        case .sink: ["clean", "entities", "dates", "claims"]
        case .topics: version == 1 ? ["clean"] : ["claims"]
        }
    }

    func manifest(version: Int) -> Manifest {
        Manifest(plugin: plugin, version: "\(version)", reads: reads(version: version), writes: layer)
    }
}

/// What a document does to the workers it is given to.
struct Nature {
    enum Vice { case none, poison, hangs, fails }
    var vice = Vice.none
    var stage = Stage.cleaner
    var byteCount = 0
    /// It could not even be read.
    var isUnreadable = false
    /// It comes with its clean layer.
    var isClean = false

    func vice(at stage: Stage) -> Vice { stage == self.stage ? vice : .none }

    /// Whether it must end in the corpus.
    var isInnocent: Bool { !isUnreadable && (vice == .none || !stage.isRequired) }
}

/// How a worker's process behaves while there are faults, in percent of the documents it computes.
struct Temper {
    enum Flaw { case none, failsAlways, wrongLayerAlways, unusable }
    var crash = 0, hang = 0, swallow = 0, duplicate = 0, late = 0, wrongLayer = 0, transient = 0
    var slow = 0, goodbye = 0, cut = 0
    var flaw = Flaw.none
}

/// Everything that is drawn before a run begins.
struct Scenario {
    var configuration = SchedulerConfiguration()
    var natures: [Nature] = []
    var tempers: [(stage: Stage, temper: Temper, startsAt: Int64)] = []
    /// When the faults stop.
    var calmAt: Int64
    var restarts: [(at: Int64, drainsFirst: Bool)] = []
    var clockJumps: [(at: Int64, by: Int64)] = []
    var upgrades: [(at: Int64, stage: Stage)] = []
    /// Whether faults are so many that an innocent document may look guilty.
    var isWild: Bool
    /// Milliseconds between two admissions, at the most.
    var admissionGapMax: Int

    init(_ dice: inout Dice) {
        isWild = dice.happens(15)
        calmAt = Int64(dice.roll(1_000...(dice.happens(20) ? 60_000 : 15_000)))
        admissionGapMax = dice.happens(50) ? 5 : 4_000
        configuration.leaseMilliseconds = Int64(dice.roll(5_000...15_000))
        configuration.heartbeatMilliseconds = Int64(dice.roll(2_000...5_000))
        configuration.silenceMillisecondsMax = configuration.heartbeatMilliseconds * Int64(dice.roll(3...4))
        configuration.documentsInFlightMax = dice.roll(1...12)
        configuration.bytesInFlightMax = dice.happens(30) ? 3_000 : 1 << 20
        configuration.attemptMax = dice.roll(3...5)
        configuration.deathMax = dice.roll(2...4)
        configuration.failureStreakMax = dice.roll(3...6)
        drawDocuments(&dice)
        drawWorkers(&dice)
        drawEvents(&dice)
    }

    private mutating func drawDocuments(_ dice: inout Dice) {
        let count = dice.happens(10) ? dice.roll(6...20) : dice.roll(1...5)
        // Fewer than would make a good worker look bad.
        var guiltyMax = configuration.failureStreakMax - 1
        for _ in 0..<count {
            var nature = Nature(byteCount: dice.roll(1...1_500), isUnreadable: dice.happens(4), isClean: dice.happens(5))
            if guiltyMax > 0, !nature.isUnreadable, dice.happens(25) {
                guiltyMax -= 1
                nature.stage = Stage(rawValue: dice.roll(0...5))!
                nature.vice = dice.happens(40) ? .fails : dice.happens(60) ? .poison : .hangs
                // A sink is tried for ever.
                if nature.stage == .sink { nature.vice = .fails }
            }
            natures.append(nature)
        }
    }

    private mutating func drawWorkers(_ dice: inout Dice) {
        for stage in Stage.allCases {
            if stage == .topics, dice.happens(50) { continue }
            for _ in 0..<(dice.happens(60) ? 1 : dice.roll(2...3)) {
                var temper = Temper()
                if dice.happens(60) {
                    let rates = (0..<10).map { _ in dice.happens(30) ? dice.roll(1...35) : 0 }
                    (temper.crash, temper.hang, temper.swallow, temper.duplicate, temper.late) = (rates[0], rates[1], rates[2], rates[3], rates[4])
                    (temper.wrongLayer, temper.transient, temper.slow, temper.goodbye, temper.cut) = (rates[5], rates[6], rates[7], rates[8], rates[9])
                }
                tempers.append((stage, temper, Int64(dice.happens(70) ? dice.roll(0...100) : dice.roll(0...40_000))))
            }
            if dice.happens(8) {
                tempers.append((stage, Temper(flaw: .unusable), Int64(dice.roll(0...20_000))))
            } else if dice.happens(8), !natures.contains(where: { $0.stage == stage && ($0.vice == .poison || $0.vice == .hangs) }) {
                // One that fails at everything, beside one that can be relied upon.
                let flaw: Temper.Flaw = dice.happens(50) ? .failsAlways : .wrongLayerAlways
                tempers.removeAll { $0.stage == stage }
                tempers += [(stage, Temper(), 0), (stage, Temper(flaw: flaw), Int64(dice.roll(200...20_000)))]
            }
        }
    }

    private mutating func drawEvents(_ dice: inout Dice) {
        for _ in 0..<(dice.happens(20) ? dice.roll(1...4) : 0) {
            clockJumps.append((Int64(dice.roll(0...Int(calmAt) + 5_000)), Int64(dice.roll(1_000...7_200_000))))
        }
        // A worker that fails at everything must not be alone, not even for a moment.
        let hasFlaw = tempers.contains { $0.temper.flaw == .failsAlways || $0.temper.flaw == .wrongLayerAlways }
        guard !hasFlaw else { return }
        for _ in 0..<(dice.happens(25) ? dice.roll(1...3) : 0) {
            restarts.append((Int64(dice.roll(0...Int(calmAt))), dice.happens(40)))
        }
        for _ in 0..<(dice.happens(20) ? dice.roll(1...2) : 0) {
            upgrades.append((Int64(dice.roll(0...Int(calmAt))), Stage(rawValue: dice.roll(0...5))!))
        }
    }
}
