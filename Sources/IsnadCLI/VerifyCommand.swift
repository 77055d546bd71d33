import ArabicText
import ArgumentParser
import Corpus
import Foundation
import Ledger

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks a corpus from its files alone: every document once, hashes, spans, schemas, the aggregate, the ledger.",
        discussion: "Exit status: 0 sound; 65 something is wrong, a line each on standard error.")

    @Argument(help: ArgumentHelp("The corpus folder.", valueName: "folder"))
    var folder: String

    func run() throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            Terminal.say("isnad verify: there is no folder \(folder)")
            throw ExitCode(64)
        }
        var verifier = CorpusVerifier(folder, rules: .arabic)
        verifier.run()
        try compareLedger(&verifier)
        for problem in verifier.problems { Terminal.say(problem) }
        guard verifier.problemCount == 0 else {
            Terminal.say("isnad verify: \(verifier.problemCount) problems in \(folder)")
            throw ExitCode(65)
        }
        print("\(folder) is sound: \(verifier.ids.count) records, \(verifier.rejectedCount) rejected")
    }

    /// Every document that the ledger calls done is in the corpus, every dead letter among the rejected.
    private func compareLedger(_ verifier: inout CorpusVerifier) throws {
        guard FileManager.default.fileExists(atPath: "\(folder)/state/ledger.sqlite") else { return }
        do {
            let ledger = try Ledger.reading(folder)
            for id in try ledger.doneIds() where !verifier.ids.contains(id) { verifier.note("the ledger calls \(id) done, and the corpus lacks it") }
            for letter in try ledger.deadLetters(.init()) where !verifier.deadIds.contains(letter.id) {
                verifier.note("the ledger calls \(letter.id) rejected, and rejected.jsonl lacks it")
            }
            let unfinished = try ledger.unfinishedCount()
            if unfinished > 0 { Terminal.say("isnad verify: \(unfinished) documents are admitted and not finished; the same run again finishes them") }
        } catch {
            verifier.note("the ledger can't be read: \(error)")
        }
    }
}
