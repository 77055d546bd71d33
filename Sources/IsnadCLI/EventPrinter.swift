import Corpus
import Foundation
import IsnadWire
import ZeroMQ

/// Prints events: lines of JSON for programs, claims in words for people.
struct EventPrinter {
    private let asJSON: Bool
    private let prefixes: [String]
    private var last: [String: (epoch: String, sequence: UInt64)] = [:]
    private var missedCount: UInt64 = 0

    init(asJSON: Bool, prefixes: [String]) {
        self.asJSON = asJSON
        self.prefixes = prefixes
    }

    mutating func print(_ event: EventSubscription.Event) throws {
        noteMissed(event)
        if asJSON {
            write(jsonLine(event))
        } else if event.header.layer == ClaimLayer.name, event.bodies.count == 2 {
            write(try claims(event))
        } else {
            write(Array("\(event.topic) \(Terminal.dim(String(decoding: event.headerBytes, as: UTF8.self)))".utf8))
        }
    }

    func finish() {
        if missedCount > 0 { Terminal.say("isnad tail: missed \(missedCount) events in all; filter more narrowly, or print to a file") }
    }

    /// A gap in a stream's numbers is a loss, if the whole stream was asked for.
    private mutating func noteMissed(_ event: EventSubscription.Event) {
        defer { last[event.stream] = (event.header.epoch, event.header.sequence) }
        guard prefixes.contains(where: { (event.stream + "/").hasPrefix($0) }), let before = last[event.stream],
              before.epoch == event.header.epoch, event.header.sequence > before.sequence + 1 else { return }
        let missed = event.header.sequence - before.sequence - 1
        missedCount += missed
        Terminal.say("isnad tail: missed \(missed) events of \(event.stream)")
    }

    /// `{"topic":…,"event":{…},"layer":{…}}`
    private func jsonLine(_ event: EventSubscription.Event) -> [UInt8] {
        var line = JSONObjectWriter()
        line.add("topic", event.topic)
        line.add("event", raw: event.headerBytes)
        if event.header.layer != nil, let layer = event.bodies.first, let compact = try? RawJSON.compacted(layer.bytes) { line.add("layer", raw: compact) }
        return line.finished()
    }

    private func claims(_ event: EventSubscription.Event) throws -> [UInt8] {
        let layer = try LayerCoding.decode(ClaimLayer.self, from: event.bodies[0].bytes)
        let scalars = Array((event.bodies[1].string ?? "").unicodeScalars)
        var lines = ["\(Terminal.dim(event.header.document ?? ""))  \(layer.claims.count) claims"]
        lines += layer.claims.map { "  " + ClaimText($0, among: layer.claims, in: scalars).lines.replacingOccurrences(of: "\n", with: "\n  ") }
        return Array(lines.joined(separator: "\n").utf8)
    }

    private func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes + [0x0A]))
    }
}
