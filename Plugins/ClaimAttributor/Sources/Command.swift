import ArgumentParser
import Isnad

@main struct ClaimAttributorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "isnad-claim-attributor", abstract: "Finds who said what: sources, cues, contents and chains of transmission.", version: Attributor().manifest.version)

    @OptionGroup var worker: WorkerOptions

    func run() throws {
        try worker.run(Attributor())
    }
}
