import Corpus
import Testing

/// A page whose lines carry the letters of their roles.
struct MarkedPage: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var roles: [BlockRole]

    var testDescription: String { name }

    private static let letters: [Character: BlockRole] = ["t": .title, "h": .heading, "b": .body, "y": .byline, "c": .caption, "x": .boilerplate]

    init(_ name: String, _ marked: String) {
        self.name = name
        roles = []
        var lines: [Substring] = []
        for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.count > 2, line.dropFirst().first == "|", let role = line.first.flatMap({ Self.letters[$0] }) else {
                lines.append("")
                continue
            }
            roles.append(role)
            lines.append(line.dropFirst(2))
        }
        text = lines.joined(separator: "\n")
    }
}
