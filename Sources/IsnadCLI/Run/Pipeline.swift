import Foundation
import Intake
import IsnadWire
import ProcessControl
import Synchronization
import ZeroMQ

/// One run: every process started, watched, drained and reported.
struct Pipeline: ~Copyable {
    private let command: RunCommand
    private let folder: RunFolder
    private let supervisor: Supervisor
    private let stop: StopSignals
    private let wakeUp: WakeUp
    private var client: CoordinatorClient
    private var rejections: GrowingLines
    private var pausedSaid: Set<String> = []
    private var progress: ProgressLine
    private var last: StatusReport?
    private let started = Date()
    private let feed = StandardInputFeed()
    private var hasAskedToFinish = false

    static let coordinator = "coordinator"
    static let sink = "sink"

    init(_ command: RunCommand, folder: RunFolder) throws {
        let wakeUp = try WakeUp()
        let stop = StopSignals { wakeUp.signal() }
        let client = try CoordinatorClient(folder.endpoint)
        self.wakeUp = wakeUp
        self.stop = stop
        self.client = client
        rejections = GrowingLines("\(folder.out)/rejected.jsonl")
        self.command = command
        self.folder = folder
        supervisor = Supervisor(folder)
        progress = ProgressLine(isQuiet: command.quiet)
    }

    mutating func run() throws -> Int32 {
        do {
            try startPrograms()
            let isWhole = try watch()
            progress.clear()
            return try report(isWhole: isWhole)
        } catch let hopeless as Supervisor.Hopeless {
            progress.clear()
            supervisor.killAll()
            Terminal.say("isnad run: \(hopeless.name): \(hopeless.reason)")
            let lines = folder.lastLines(of: "isnad-\(hopeless.name.split(separator: " ")[0])")
            if !lines.isEmpty, !hopeless.isExplained { Terminal.say(lines) }
            Terminal.say("isnad run: all that was said is in \(folder.logPath)")
            return 78
        }
    }

    // MARK: Starting

    private func program(_ name: String, _ executable: String, _ arguments: [String]) -> Supervisor.Program {
        let own = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0]).resolvingSymlinksInPath()
        let path = own.deletingLastPathComponent().appendingPathComponent(executable).path
        return .init(name: name, path: path, arguments: arguments + ["--supervised"])
    }

    private mutating func startPrograms() throws {
        let list = "\(folder.bus)/inputs"
        try Data(command.inputs.filter { $0 != "-" }.joined(separator: "\0").utf8).write(to: URL(fileURLWithPath: list))
        try supervisor.start(program(Self.coordinator, "isnad-coordinator", [
            "--bind", folder.endpoint, "--state", folder.state, "--size-limit", "\(command.sizeLimit)", "--lease", "\(command.lease)", "--heartbeat", "\(command.heartbeat)",
            "--expect", (RunCommand.stages.map { "isnad-\($0)" } + ["corpus-sink"]).joined(separator: ","), "--corpus", "\(folder.out)/corpus.jsonl",
            "--inputs-from", list, "--report", "\(folder.bus)/report.json",
        ]))
        for (stage, count) in try command.replicas() {
            for number in 1...count {
                try supervisor.start(program(count == 1 ? stage : "\(stage) \(number)", "isnad-\(stage)", ["--coordinator", folder.endpoint]))
            }
        }
        let layers = try startPlugins()
        try supervisor.start(program(Self.sink, "isnad-sink", ["--out", folder.out, "--layers", layers.joined(separator: ","), "--coordinator", folder.endpoint]))
        if command.inputs.contains("-") { feed.start(endpoint: folder.endpoint, sizeLimit: command.sizeLimit) }
    }

    /// Starts the plugins and waits until each has said which layer it writes.
    private mutating func startPlugins() throws -> [String] {
        var layers = ["clean", "entities", "dates", "claims"]
        guard !command.plugin.isEmpty else { return layers }
        for (index, line) in command.plugin.enumerated() {
            // The shell ends the plugin when this process does, however it ends.
            let script = """
                exec 3<&0
                \(line) <&- 3<&- & child=$!
                (cat <&3; kill -TERM $child; sleep 5; kill -KILL $child) >/dev/null 2>&1 &
                wait $child
                """
            try supervisor.start(.init(name: "plugin \(index + 1)", path: "/bin/sh", arguments: ["-c", script], environment: ["ISNAD_COORDINATOR": folder.endpoint]))
        }
        let deadline = Date().addingTimeInterval(30)
        let own = Set(RunCommand.stages.map { "isnad-\($0)" } + ["corpus-sink"])
        while true {
            try supervisor.look()
            let groups = try client.status(within: .milliseconds(500))?.groups.filter { !own.contains($0.plugin) && $0.workers > 0 } ?? []
            if groups.count >= command.plugin.count {
                layers += groups.compactMap(\.writes).sorted()
                return layers
            }
            if stop.isStopped { return layers }
            guard Date() < deadline else {
                throw Supervisor.Hopeless(name: "plugins", reason: "\(command.plugin.count) were started, and \(groups.count) said HELLO within 30 s")
            }
            usleep(50_000)
        }
    }

    // MARK: Watching

    /// - Returns: whether every document was done; not so after a stop.
    private mutating func watch() throws -> Bool {
        while true {
            var items = [PollItem(wakeUp)]
            try Poller.wait(&items, timeout: .milliseconds(100))
            try supervisor.look()
            showProblems()
            if stop.isStopped {
                drain()
                return false
            }
            if let report = try client.status(within: .milliseconds(200)) {
                last = report
                progress.show(report)
            }
            if let paused = stuckStage() {
                showProblems()
                supervisor.isEnding = true
                supervisor.signal(SIGTERM, to: Self.coordinator)
                awaitEnd(seconds: 15)
                throw Supervisor.Hopeless(name: paused.plugin, reason: "nothing goes on without it; the same command with a plugin that works takes up what is left", isExplained: true)
            }
            if !hasAskedToFinish, feed.isDone {
                hasAskedToFinish = true
                supervisor.mayLeave = true
            }
            if hasAskedToFinish { supervisor.write(UInt8(ascii: "f"), to: Self.coordinator) }
            if FileManager.default.fileExists(atPath: "\(folder.bus)/report.json") {
                awaitEnd(seconds: nil)
                return true
            }
        }
    }

    /// A stage that is paused while no other stage has anything to do: the run can't end by itself.
    private func stuckStage() -> StatusReport.Group? {
        guard let groups = last?.groups, let paused = groups.first(where: { $0.pausedFor != nil }) else { return nil }
        return groups.allSatisfy { $0.leased == 0 && ($0.ready == 0 || $0.pausedFor != nil) } ? paused : nil
    }

    /// Says what was rejected since the last look, and which stages can't go on.
    private mutating func showProblems() {
        for line in rejections.next() {
            progress.clear()
            guard let rejection = try? JSONDecoder().decode(RejectedLine.self, from: Data(line)) else { continue }
            Terminal.say("rejected: \(rejection.uri ?? rejection.id): \(rejection.reason) (code \(rejection.code))")
        }
        for group in last?.groups ?? [] {
            guard let reason = group.pausedFor, pausedSaid.insert(group.plugin).inserted else { continue }
            progress.clear()
            Terminal.say("isnad run: \(group.plugin) is paused: \(reason)")
        }
    }

    private struct RejectedLine: Decodable {
        var id: String
        var uri: String?
        var code: Int
        var reason: String
    }

    /// Stops everything without losing anything.
    private mutating func drain() {
        progress.clear()
        Terminal.say("isnad run: stopping; once more to stop at once")
        supervisor.isEnding = true
        supervisor.signal(SIGTERM, to: Self.coordinator)
        awaitEnd(seconds: 15)
    }

    /// Waits until the processes have left; the sink may need its time to write the aggregate.
    private mutating func awaitEnd(seconds: Double?) {
        supervisor.isEnding = true
        let begun = Date()
        var hasSaid = false
        var hasTold = false
        while !supervisor.isEmpty {
            try? supervisor.look()
            let waited = Date().timeIntervalSince(begun)
            if let seconds, waited > seconds { break }
            let running = supervisor.running
            // Who came too late to be told by the coordinator is told now.
            if !running.contains(Self.coordinator), !hasTold {
                hasTold = true
                supervisor.signal(SIGTERM)
            }
            if waited > 10, !running.contains(Self.sink) { break }
            if waited > 3, !hasSaid, !command.quiet {
                hasSaid = true
                Terminal.say("waiting for \(running.joined(separator: ", "))")
            }
            usleep(20_000)
        }
        supervisor.killAll()
    }

    // MARK: Reporting

    private mutating func report(isWhole: Bool) throws -> Int32 {
        showProblems()
        if let data = FileManager.default.contents(atPath: "\(folder.bus)/report.json") {
            last = (try? JSONDecoder().decode(StatusReport.self, from: data)) ?? last
        }
        try RunReport(report: last, started: started, ended: Date(), restarts: supervisor.restarts, isWhole: isWhole, inputs: command.inputs)
            .write(to: "\(folder.out)/report.json")
        for line in feed.problems { Terminal.say("isnad run: \(line)") }
        let documents = last?.documents
        guard isWhole else {
            Terminal.say("isnad run: stopped with \(documents?.done ?? 0) documents done; the same command goes on from there")
            return 75
        }
        if !command.quiet { RunSummary.print(out: folder.out, report: last, seconds: Date().timeIntervalSince(started)) }
        return (documents?.rejected ?? 0) + feed.problems.count > 0 ? 3 : 0
    }
}
