import ArgumentParser
import Isnad

@main struct CleanerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "isnad-cleaner", abstract: "Separates an article from its page.", version: ArticleCleaner().manifest.version)

    @OptionGroup var worker: WorkerOptions

    func run() throws {
        try worker.run(ArticleCleaner())
    }
}
