import ArgumentParser
import Foundation
import Ledger

struct DeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dead",
        abstract: "Shows and moves dead letters: documents that a plugin gave up on.",
        discussion: """
              isnad dead list corpus
              isnad dead retry corpus --plugin isnad-date-resolver
              isnad dead drop corpus --id a17
            """,
        subcommands: [List.self, Show.self, Retry.self, Drop.self])

    struct Selection: ParsableArguments {
        @Argument(help: ArgumentHelp("The corpus folder of a run, or a coordinator's state folder.", valueName: "folder"))
        var folder: String

        @Option(help: ArgumentHelp("Only this document; may be given again.", valueName: "id"))
        var id: [String] = []

        @Option(help: ArgumentHelp("Only what this plugin gave up on.", valueName: "plugin"))
        var plugin: String?

        @Option(help: ArgumentHelp("Only reasons that hold this text.", valueName: "text"))
        var reason: String?

        @Flag(help: "All of them.")
        var all = false

        var filter: DeadLetterFilter { DeadLetterFilter(ids: id, plugin: plugin, reason: reason) }

        /// What changes dead letters must say which.
        func requireChoice() throws {
            if id.isEmpty, plugin == nil, reason == nil, !all { throw ValidationError("say which: --id, --plugin, --reason, or --all") }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "A line each: id, plugin, code, reason; JSON lines to a pipe.")
        @OptionGroup var selection: Selection

        func run() throws {
            let letters = try DeadCommand.attempt { try Ledger.reading(selection.folder).deadLetters(selection.filter) }
            for letter in letters {
                if Terminal.isOutput {
                    print("\(Terminal.isolated(letter.id))  \(letter.plugin)  \(letter.code)  \(Terminal.clipped(letter.reason, 100))")
                } else {
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                    print(String(decoding: try encoder.encode(letter), as: UTF8.self))
                }
            }
            if letters.isEmpty { Terminal.say("no dead letters") }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Everything known of each.")
        @OptionGroup var selection: Selection

        func run() throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            for letter in try DeadCommand.attempt({ try Ledger.reading(selection.folder).deadLetters(selection.filter) }) {
                print(String(decoding: try encoder.encode(letter), as: UTF8.self))
            }
        }
    }

    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes them undone work again, for the next run of the same command.")
        @OptionGroup var selection: Selection

        func run() throws {
            try selection.requireChoice()
            let count = try DeadCommand.attempt { try Ledger.changing(selection.folder).retry(selection.filter) }
            Terminal.say("\(count) documents are delivered again by the next run over the same inputs")
        }
    }

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Forgets them; they stay in rejected.jsonl.")
        @OptionGroup var selection: Selection

        func run() throws {
            try selection.requireChoice()
            let count = try DeadCommand.attempt { try Ledger.changing(selection.folder).drop(selection.filter) }
            Terminal.say("\(count) dead letters dropped")
        }
    }

    fileprivate static func attempt<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch {
            Terminal.say("isnad dead: \(error)")
            throw ExitCode(78)
        }
    }
}
