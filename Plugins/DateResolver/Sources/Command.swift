import ArgumentParser
import Isnad

@main struct DateResolverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "isnad-date-resolver", abstract: "Finds temporal expressions and resolves them to TIMEX3 values.", version: TemporalResolver().manifest.version)

    @OptionGroup var worker: WorkerOptions

    func run() throws {
        try worker.run(TemporalResolver())
    }
}
