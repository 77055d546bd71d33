import ArgumentParser
import Isnad

@main struct EntityTaggerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "isnad-entity-tagger", abstract: "Marks the names of people, organisations, places and other things.", version: NameTagger().manifest.version)

    @OptionGroup var worker: WorkerOptions

    func run() throws {
        try worker.run(NameTagger())
    }
}
