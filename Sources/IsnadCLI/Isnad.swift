import ArgumentParser

@main struct IsnadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "isnad",
        abstract: "Turns raw Arabic news into a corpus in which every claim carries its chain of transmission.",
        discussion: """
            Everything on one machine:

              isnad run news/*.txt --out corpus

            Or each process by hand, on one machine or many: start isnad-coordinator, the workers and isnad-sink, then

              isnad submit news/*.txt
              isnad tail claims
              isnad status
            """,
        version: "1.0.0",
        subcommands: [RunCommand.self, SubmitCommand.self, TailCommand.self, StatusCommand.self, DeadCommand.self, VerifyCommand.self])
}
