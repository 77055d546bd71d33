public import ArgumentParser
import Foundation
import IsnadWire
import ZeroMQ

/// The arguments every worker has.
public struct WorkerOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("Where the coordinator listens.", valueName: "endpoint"))
    public var coordinator = ProcessInfo.processInfo.environment["ISNAD_COORDINATOR"] ?? "tcp://127.0.0.1:5570"

    @Option(help: ArgumentHelp("Documents to hold at once.", valueName: "count"))
    public var credit = 32

    @Flag(help: "Read documents as JSON lines on standard input and write them, with the layer added, to standard output; no coordinator is needed.")
    public var stdio = false

    @Flag(help: .hidden)
    public var supervised = false

    public init() {}

    public func validate() throws {
        if let problem = Endpoint.problem(with: coordinator) { throw ValidationError(problem) }
        guard (1...10_000).contains(credit) else { throw ValidationError("--credit must be 1 to 10000") }
    }

    /// Runs a plugin until it is told to stop, or its input ends.
    /// - Throws: `ExitCode` for every end but a clean one.
    public func run(_ plugin: some Plugin) throws {
        if stdio { return try StandardStreams.run(plugin) }
        try work(Annotation(plugin))
    }

    /// Runs a sink until it is told to stop.
    /// - Throws: `ExitCode` for every end but a clean one.
    public func run(_ sink: some Sink) throws {
        guard !stdio else { throw ValidationError("a sink has no --stdio: there is no layer to write") }
        try work(Storage(sink))
    }

    private func work(_ computation: some Computation) throws {
        let status: Int32
        do {
            var loop = try WorkerLoop(computation, settings: .init(endpoint: coordinator, documentsMax: credit), supervised: supervised)
            status = try loop.run()
        } catch let error as ZeroMQError {
            WorkerLog(plugin: computation.manifest.plugin).say("\(error)")
            throw ExitCode(70)
        }
        if status != 0 { throw ExitCode(status) }
    }
}
