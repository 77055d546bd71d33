import ArgumentParser
import Foundation
import IsnadWire

/// The arguments of every command that talks to a running coordinator.
struct ClientOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("Where the coordinator listens.", valueName: "endpoint"))
    var coordinator = ProcessInfo.processInfo.environment["ISNAD_COORDINATOR"] ?? "tcp://127.0.0.1:5570"

    @Option(help: ArgumentHelp("Seconds to wait for the coordinator.", valueName: "seconds"))
    var wait = 5.0

    func validate() throws {
        if let problem = Endpoint.problem(with: coordinator) { throw ValidationError(problem) }
        guard wait >= 0, wait <= 86_400 else { throw ValidationError("--wait must be 0 to 86400 seconds") }
    }

    var noCoordinator: String { "no coordinator answers at \(coordinator) within \(wait) s; start isnad-coordinator, or name another with --coordinator" }
}
