public import ArgumentParser
import Foundation

/// The arguments every worker has.
public struct WorkerOptions: ParsableArguments {
    @Flag(help: "Read documents as JSON lines on standard input and write them, with the layer added, to standard output.")
    public var stdio = false

    public init() {}

    /// Runs a plugin until it is told to stop, or its input ends.
    /// - Throws: `ExitCode`.
    public func run(_ plugin: some Plugin) throws {
        guard stdio else { throw ValidationError("only --stdio is there yet") }
        try StandardStreams.run(plugin)
    }
}
