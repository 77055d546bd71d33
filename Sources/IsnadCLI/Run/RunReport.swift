import Foundation
import IsnadWire

/// `report.json`: the figures of a run, with the times and the host that the corpus itself leaves out.
struct RunReport: Encodable {
    var isnad = 1
    var started: String
    var ended: String
    var seconds: Double
    var host: String
    var inputs: [String]
    /// Whether the run came to its end.
    var complete: Bool
    /// Processes that were started again.
    var restarts: Int
    var documents: StatusReport.Documents?
    var plugins: [StatusReport.Group]

    init(report: StatusReport?, started: Date, ended: Date, restarts: Int, isWhole: Bool, inputs: [String]) {
        self.started = started.ISO8601Format()
        self.ended = ended.ISO8601Format()
        seconds = (ended.timeIntervalSince(started) * 1000).rounded() / 1000
        host = ProcessInfo.processInfo.hostName
        self.inputs = inputs
        complete = isWhole
        self.restarts = restarts
        documents = report?.documents
        plugins = report?.groups ?? []
    }

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
