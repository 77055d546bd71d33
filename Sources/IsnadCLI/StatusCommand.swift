import ArgumentParser
import Foundation
import IsnadWire

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Says how a running pipeline is doing, and what documents wait for.")

    @OptionGroup var client: ClientOptions

    @Flag(help: "Print the report as JSON, also to a terminal.")
    var json = false

    func run() throws {
        var connection = try CoordinatorClient(client.coordinator)
        guard let report = try connection.status(within: .seconds(client.wait)) else {
            Terminal.say("isnad status: \(client.noCoordinator)")
            throw ExitCode(69)
        }
        if json || !Terminal.isOutput {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            print(Self.table(report))
        }
    }

    static func table(_ report: StatusReport) -> String {
        var lines = ["\(report.coordinator), up \(Int(report.uptimeSeconds)) s"]
        let documents = report.documents
        lines.append("documents: \(documents.admitted) admitted, \(documents.inFlight) in flight, \(documents.done) done, \(documents.rejected) rejected, \(documents.skipped) known before")
        if report.inputs.files > 0 { lines.append("inputs: \(report.inputs.filesRead) of \(report.inputs.files) files read") }
        let header = ["plugin", "version", "writes", "workers", "waiting", "ready", "leased", "answered", "redelivered", "failed"]
        let rows = report.groups.map { group in
            [group.plugin, group.version ?? "-", group.writes ?? "-"]
                + [group.workers, group.waiting, group.ready, group.leased, group.answered, group.redelivered, group.failed].map(String.init)
        }
        let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
        for row in [header] + rows {
            lines.append(zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  "))
        }
        for group in report.groups {
            if let reason = group.pausedFor { lines.append("\(group.plugin) is paused: \(reason)") }
            if group.workers == 0, group.waiting + group.ready > 0 { lines.append("documents wait for a worker of \(group.plugin): none is running") }
        }
        return lines.joined(separator: "\n")
    }
}
