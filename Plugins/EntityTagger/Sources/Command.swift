import ArgumentParser
import Foundation
import Isnad

@main struct EntityTaggerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "isnad-entity-tagger", abstract: "Marks the names of people, organisations, places and other things.",
        version: "1.0.0", subcommands: [Work.self, Train.self, Evaluate.self], defaultSubcommand: Work.self)
}

/// The worker.
struct Work: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "work", abstract: "Annotates documents (the default).")

    @OptionGroup var worker: WorkerOptions
    @OptionGroup var model: ModelOptions

    func run() throws {
        try worker.run(NameTagger(model: try model.load()))
    }
}

/// Where the model is found.
struct ModelOptions: ParsableArguments {
    @Option(help: "The model file. Default: the one installed with this program.")
    var model: String?

    @Option(help: ArgumentHelp("A list of names to know besides the model's: name, type, id, aliases (tab-separated). May be repeated.", valueName: "file.tsv"))
    var gazetteer: [String] = []

    /// The model.
    /// - Throws: `ExitCode(78)` after saying why there is none.
    func load() throws -> TagModel {
        do {
            var loaded = try ModelLocation.load(model)
            guard !gazetteer.isEmpty else { return loaded }
            var builder = KnowledgeBuilder()
            for file in gazetteer { try GazetteerFiles.readNames(URL(fileURLWithPath: file), into: &builder) }
            loaded.knowledge.add(user: builder)
            return loaded
        } catch {
            FileHandle.standardError.write(Data("isnad-entity-tagger: \(error)\n".utf8))
            throw ExitCode(78)
        }
    }
}
