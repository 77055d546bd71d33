import ArgumentParser
import Foundation
import Intake
import IsnadWire
import ProcessControl

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Turns documents into a corpus: starts every process, watches over them, and ends when the last document is done.",
        discussion: """
              isnad run news/*.txt --out corpus
              isnad run archive/ more.jsonl --out corpus --workers 2
              zcat dump.jsonl.gz | isnad run - --out corpus

            The same command again goes on where the last one stopped.
            Exit status: 0 every document is in the corpus; 3 some were rejected (rejected.jsonl says why); 64 the
            command can't be right; 70 a bug; 75 stopped before the end; 78 something in the set-up can't work.
            """)

    @Argument(help: ArgumentHelp("Files (.txt, .html, .jsonl) and folders of them; - reads JSON lines from standard input.", valueName: "input"))
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The corpus folder; made if it is missing.", valueName: "folder"))
    var out: String

    @Option(name: .shortAndLong, help: ArgumentHelp("Workers of each stage.", valueName: "count"))
    var workers = 1

    @Option(help: ArgumentHelp("Workers of one stage, such as claim-attributor=3.", valueName: "stage=count"))
    var scale: [String] = []

    @Option(help: ArgumentHelp("A plugin's command line; its layer enters the corpus. It finds the coordinator in $ISNAD_COORDINATOR.", valueName: "command"))
    var plugin: [String] = []

    @Option(help: ArgumentHelp("Folder of the ledger; by default inside the corpus folder.", valueName: "folder"))
    var state: String?

    @Option(help: ArgumentHelp("The largest document, in bytes.", valueName: "bytes"))
    var sizeLimit = 16 << 20

    @Option(help: ArgumentHelp("Seconds a worker may keep a document without a sign of progress.", valueName: "seconds"))
    var lease = 30.0

    @Option(help: ArgumentHelp("Seconds after which a silent worker is asked for a sign of life; four times as long, and it is lost.", valueName: "seconds"))
    var heartbeat = 5.0

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    static let stages = ["cleaner", "entity-tagger", "date-resolver", "claim-attributor"]

    func validate() throws {
        guard !inputs.isEmpty else { throw ValidationError("give inputs: files, folders, or - for standard input") }
        guard (1...64).contains(workers) else { throw ValidationError("--workers must be 1 to 64") }
        guard (1...(64 << 20)).contains(sizeLimit) else { throw ValidationError("--size-limit must be 1 to \(64 << 20) bytes") }
        guard lease >= 1, lease <= 86_400 else { throw ValidationError("--lease must be 1 to 86400 seconds") }
        guard heartbeat >= 0.1, heartbeat <= 60 else { throw ValidationError("--heartbeat must be 0.1 to 60 seconds") }
        _ = try replicas()
    }

    /// Workers by stage.
    func replicas() throws -> [(stage: String, count: Int)] {
        var counts = Dictionary(uniqueKeysWithValues: Self.stages.map { ($0, workers) })
        for item in scale {
            let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, counts[parts[0]] != nil, let count = Int(parts[1]), (1...64).contains(count) else {
                throw ValidationError("--scale \(item): write STAGE=COUNT with one of \(Self.stages.joined(separator: ", ")) and 1 to 64")
            }
            counts[parts[0]] = count
        }
        return Self.stages.map { ($0, counts[$0] ?? workers) }
    }

    func run() throws {
        let folder: RunFolder
        do { folder = try RunFolder(out: out, state: state) } catch {
            Terminal.say("isnad run: \(error)")
            throw ExitCode(78)
        }
        var pipeline = try Pipeline(self, folder: folder)
        let status = try pipeline.run()
        if status != 0 { throw ExitCode(status) }
    }
}
