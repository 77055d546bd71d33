import ArgumentParser
import Corpus
import Foundation
import IsnadWire
import ProcessControl
import ZeroMQ

struct TailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tail",
        abstract: "Prints layers and events as they come.",
        discussion: """
            A tail that is too slow loses events, never slows the pipeline, and says how many it missed.

              isnad tail claims                 every claim, with its chain
              isnad tail entities | jq .        a layer's events as JSON lines
              isnad tail --topic document/      admitted, done and rejected documents
            """)

    @Argument(help: ArgumentHelp("Layers to follow; claims if nothing is named.", valueName: "layer"))
    var layers: [String] = []

    @Option(help: ArgumentHelp("Topics to follow, by prefix: document/, document/rejected/, worker/, layer/.", valueName: "prefix"))
    var topic: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("Where the coordinator listens.", valueName: "endpoint"))
    var coordinator = ProcessInfo.processInfo.environment["ISNAD_COORDINATOR"] ?? "tcp://127.0.0.1:5570"

    @Option(help: ArgumentHelp("Where it publishes events; by default the next port, or the path with .events.", valueName: "endpoint"))
    var events: String?

    @Option(help: ArgumentHelp("End after so many events.", valueName: "count"))
    var count: Int?

    @Flag(help: "Print JSON lines, also to a terminal.")
    var json = false

    func validate() throws {
        if let problem = Endpoint.problem(with: events ?? coordinator) { throw ValidationError(problem) }
    }

    func run() throws {
        guard let endpoint = events ?? Endpoint.events(for: coordinator) else {
            throw ValidationError("give --events: none follows from \(coordinator)")
        }
        var prefixes = topic
        for layer in layers.isEmpty && topic.isEmpty ? ["claims"] : layers { prefixes.append("layer/\(layer)/") }
        let wakeUp = try WakeUp()
        let stop = StopSignals { wakeUp.signal() }
        let subscription = try EventSubscription(endpoint, prefixes: prefixes)
        var printer = EventPrinter(asJSON: json || !Terminal.isOutput, prefixes: prefixes)
        var left = count ?? .max
        while left > 0, !stop.isStopped {
            guard let event = try subscription.next(orWakeUp: wakeUp) else { continue }
            try printer.print(event)
            left -= 1
        }
        printer.finish()
    }
}
