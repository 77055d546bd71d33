import ArgumentParser
import Corpus
import Foundation
import Intake

struct SubmitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Hands documents to a running coordinator.",
        discussion: "A document counts as submitted when the coordinator has it on disk (if it runs with --state).")

    @Argument(help: ArgumentHelp("Files (.txt, .html, .jsonl) and folders of them; - reads JSON lines from standard input.", valueName: "input"))
    var inputs: [String]

    @OptionGroup var client: ClientOptions

    @Option(help: ArgumentHelp("The largest document, in bytes.", valueName: "bytes"))
    var sizeLimit = 16 << 20

    func run() throws {
        var submitter = try Submitter(client.coordinator, wait: .seconds(client.wait))
        var rejected = 0
        func submit(_ input: Input) throws {
            switch input {
            case .document(let document): try submitter.submit(document)
            case .rejected(let id, let uri, _, let reason):
                rejected += 1
                Terminal.say("isnad submit: \(uri ?? id): \(reason)")
            }
        }
        do {
            var reader = InputReader(InputList(inputs.filter { $0 != "-" }), sizeLimit: sizeLimit)
            while let input = reader.next() { try submit(input) }
            if inputs.contains("-") {
                var lines = LineSource(standardInputWithSizeLimit: sizeLimit)
                while let input = lines.next() { try submit(input) }
            }
            try submitter.finish()
        } catch is NoCoordinator {
            Terminal.say("isnad submit: \(client.noCoordinator)")
            throw ExitCode(69)
        }
        for (id, reason) in submitter.refused { Terminal.say("isnad submit: \(id): \(reason)") }
        Terminal.say("submitted \(submitter.acceptedCount) documents" + (rejected + submitter.refused.count > 0 ? ", \(rejected + submitter.refused.count) were refused" : ""))
        if rejected + submitter.refused.count > 0 { throw ExitCode(3) }
    }
}
