import Foundation
import Testing

@Suite("The specification says what messages.json says") struct SpecificationTests {
    private let table = ProtocolTable.shared
    private let lines: Set<Substring>
    private let text: String

    init() {
        text = String(decoding: ProtocolTable.file("docs/protocol/README.md"), as: UTF8.self)
        lines = Set(text.split(separator: "\n"))
    }

    @Test("of every message: its byte, fields and example")
    func messages() throws {
        for message in table.messages {
            let heading = "### \(message.name.uppercased()) · `0x\(String(format: "%02X", message.type))` · "
            let start = try #require(text.range(of: heading), "\(message.name)")
            let section = text[start.upperBound...].prefix { $0 != "#" }
            #expect(section.contains(message.about))
            for field in message.fields { #expect(section.contains(row(field)), "\(message.name).\(field.name)") }
            #expect(section.split(separator: "\n").count { $0.hasPrefix("| `") } == message.fields.count, "\(message.name) has rows of its own")
            let fenced = try #require(section.firstMatch(of: /```json\n(.*)\n```/)).1
            #expect(try JSONValue(bytes: Array(fenced.utf8)) == message.example, "\(message.name)")
        }
    }

    @Test("of objects, limits, clocks, error codes and topics")
    func tables() {
        for (name, fields) in table.objects {
            for field in fields { #expect(lines.contains(Substring(row(field))), "\(name).\(field.name)") }
        }
        for (name, value) in table.limits.merging(table.clocks, uniquingKeysWith: { $1 }) {
            #expect(lines.contains { $0.hasPrefix("| `\(name)` | \(value) |") }, "\(name)")
        }
        for error in table.errors {
            #expect(lines.contains { $0.hasPrefix("| \(error.code) | `\(error.name)` | \(error.class) |") && $0.hasSuffix("| \(error.about) | \(error.do) |") }, "\(error.code)")
        }
        for event in table.events { #expect(lines.contains { $0.hasPrefix("| `\(event.topic)` |") }, "\(event.topic)") }
    }

    private func row(_ field: ProtocolTable.Field) -> String {
        "| `\(field.name)` | \(field.type) | \(field.required ? "yes" : "no") | \(field.about) |"
    }
}
