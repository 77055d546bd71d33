import Foundation
import IsnadWire

/// How far a run is: a bar that is drawn over itself on a terminal, a line now and then otherwise.
struct ProgressLine {
    private let isQuiet: Bool
    private var drawn = false
    private var lastLine = Date()
    private let started = Date()

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    mutating func show(_ report: StatusReport) {
        guard !isQuiet else { return }
        let documents = report.documents
        let finished = documents.done + documents.skipped + max(0, documents.rejected)
        let total = finished + documents.inFlight
        let isCounted = report.inputs.exhausted
        let seconds = max(0.001, Date().timeIntervalSince(started))
        let rate = Double(documents.done) / seconds
        let rejected = documents.rejected > 0 ? ", \(documents.rejected) rejected" : ""
        if Terminal.isError {
            let text = "\(finished)\(isCounted ? "/\(total)" : "+") documents\(rejected), \(Int(rate.rounded()))/s"
            let room = max(10, min(40, Terminal.width - text.count - 4))
            let files = report.inputs.files
            let share = isCounted ? Double(finished) / Double(max(1, total)) : Double(report.inputs.filesRead) / Double(max(1, files)) * Double(finished) / Double(max(1, total))
            let full = Int(Double(room) * min(1, share))
            let bar = String(repeating: "█", count: full) + String(repeating: "░", count: room - full)
            FileHandle.standardError.write(Data("\r\u{1B}[K\(bar) \(text)".utf8))
            drawn = true
        } else if Date().timeIntervalSince(lastLine) >= 5 {
            lastLine = Date()
            Terminal.say("\(finished)\(isCounted ? " of \(total)" : "") documents done\(rejected)")
        }
    }

    /// Takes the bar away, so that a line can be written.
    mutating func clear() {
        if drawn { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        drawn = false
    }
}
