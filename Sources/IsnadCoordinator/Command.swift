import ArgumentParser
import Foundation
import Intake
import IsnadScheduler
import IsnadWire
import Logging

@main struct CoordinatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "isnad-coordinator",
        abstract: "Publishes raw documents to the workers, routes their layers, and remembers what is done.",
        discussion: """
            Workers, sinks, tails and clients connect to the two endpoints. Without inputs it waits for `isnad submit`.

              isnad-coordinator --bind tcp://127.0.0.1:5570 news/*.txt
            """,
        version: "1.0.0")

    @Argument(help: ArgumentHelp("Files (.txt, .html, .jsonl) and folders of them.", valueName: "input"))
    var inputs: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("Where workers and clients connect.", valueName: "endpoint"))
    var bind = "tcp://127.0.0.1:5570"

    @Option(help: ArgumentHelp("Where tails subscribe; by default the next port, or the path with .events.", valueName: "endpoint"))
    var events: String?

    @Option(help: ArgumentHelp("Folder of the ledger; without it nothing survives a crash.", valueName: "folder"))
    var state: String?

    @Option(help: ArgumentHelp("The largest document, in bytes.", valueName: "bytes"))
    var sizeLimit = 16 << 20

    @Option(help: ArgumentHelp("Consumer groups that must acknowledge every document.", valueName: "plugins"))
    var durable = "corpus-sink"

    @Option(help: ArgumentHelp("Documents in flight at once.", valueName: "count"))
    var inFlight = 1024

    @Option(help: ArgumentHelp("Seconds a worker may keep a document without a sign of progress.", valueName: "seconds"))
    var lease = 30.0

    @Option(help: ArgumentHelp("Seconds after which a silent worker is asked for a sign of life; four times as long, and it is lost.", valueName: "seconds"))
    var heartbeat = 5.0

    @Flag(help: "End when the inputs are done, and drain the workers.")
    var finish = false

    @Flag(help: .hidden)
    var supervised = false

    @Option(help: .hidden)
    var inputsFrom: String?

    @Option(help: .hidden)
    var report: String?

    @Option(help: ArgumentHelp("Plugins to wait for before the first document is admitted; finished documents are then brought up to their versions.", valueName: "plugins"))
    var expect: String = ""

    @Option(help: ArgumentHelp("The corpus.jsonl of earlier runs, whose layers are used again where their plugins have not changed.", valueName: "file"))
    var corpus: String?

    @Option(help: ArgumentHelp("How much to say: error, warning, info or debug.", valueName: "level"))
    var logLevel = "info"

    func validate() throws {
        guard Logger.Level(rawValue: logLevel) != nil else { throw ValidationError("--log-level must be error, warning, info or debug") }
        guard (1...(64 << 20)).contains(sizeLimit) else { throw ValidationError("--size-limit must be 1 to \(64 << 20) bytes") }
        guard (1...1_000_000).contains(inFlight) else { throw ValidationError("--in-flight must be 1 to 1000000") }
        guard heartbeat >= 0.1, heartbeat <= 60 else { throw ValidationError("--heartbeat must be 0.1 to 60 seconds") }
        guard lease >= 1, lease <= 86_400 else { throw ValidationError("--lease must be 1 to 86400 seconds") }
        for endpoint in [bind] + (events.map { [$0] } ?? []) {
            if let problem = Endpoint.problem(with: endpoint) { throw ValidationError(problem) }
        }
        guard events != nil || Endpoint.events(for: bind) != nil else { throw ValidationError("give --events: none follows from \(bind)") }
    }

    /// The inputs named, and those of a list that a supervisor wrote: too many for a command line, each ended by a NUL.
    private func allInputs() throws -> [String] {
        guard let inputsFrom else { return inputs }
        let list = try Data(contentsOf: URL(fileURLWithPath: inputsFrom))
        return inputs + list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    func run() throws {
        let level = Logger.Level(rawValue: logLevel) ?? .info
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        var settings = Settings()
        settings.endpoint = bind
        settings.eventsEndpoint = events ?? Endpoint.events(for: bind) ?? ""
        settings.sizeLimit = sizeLimit
        settings.statePath = state
        settings.reportPath = report
        settings.expected = Set(expect.split(separator: ",").map(String.init))
        settings.corpusPath = corpus
        settings.finishes = finish
        settings.scheduler.durableGroups = Set(durable.split(separator: ",").map(String.init))
        settings.scheduler.documentsInFlightMax = inFlight
        settings.scheduler.leaseMilliseconds = Int64(lease * 1000)
        settings.scheduler.heartbeatMilliseconds = Int64(heartbeat * 1000)
        settings.scheduler.silenceMillisecondsMax = Int64(heartbeat * 4000)
        let log = Logger(label: "isnad-coordinator")
        do {
            let coordinator = try Coordinator(settings, inputs: InputList(try allInputs()), supervised: supervised, log: log)
            let status = try coordinator.run()
            if status != 0 { throw ExitCode(status) }
        } catch let error as ExitCode {
            throw error
        } catch {
            log.critical("\(error)")
            throw ExitCode(78)
        }
    }
}
