import ArgumentParser
import Foundation
import Isnad

@main struct SinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "isnad-sink",
        abstract: "Aggregates documents and their layers into the corpus.",
        discussion: """
            Appends a record a document to corpus.jsonl as they finish, and writes corpus.json when nothing more comes.

              isnad-sink --out corpus --coordinator tcp://127.0.0.1:5570
            """,
        version: CorpusSink.version)

    @Option(name: .shortAndLong, help: ArgumentHelp("The corpus folder; made if it is missing.", valueName: "folder"))
    var out: String

    @Option(help: ArgumentHelp("The layers to wait for.", valueName: "names"))
    var layers = "clean,entities,dates,claims"

    @OptionGroup var worker: WorkerOptions

    func run() throws {
        let sink: CorpusSink
        do {
            sink = try CorpusSink(folder: out, layers: layers.split(separator: ",").map(String.init))
        } catch {
            FileHandle.standardError.write(Data("isnad-sink: \(error)\n".utf8))
            throw ExitCode(78)
        }
        try worker.run(sink)
    }
}
