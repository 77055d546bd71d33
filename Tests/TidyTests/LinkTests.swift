import Foundation
import Testing

@Suite("Documents") struct LinkTests {
    private static let documents = Checkout.files.filter { $0.hasSuffix(".md") }

    @Test("link to files and headings that are there", arguments: documents)
    func links(_ document: String) {
        for match in Self.prose(document).matches(of: /\]\(([^)\s]+)\)/) {
            let link = String(match.1)
            if link.hasPrefix("https://") || link.hasPrefix("http://") || link.hasPrefix("mailto:") { continue }
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let target = parts[0].isEmpty ? document : Self.resolve(parts[0], from: document)
            #expect(Checkout.exists(target), "\(document) links to \(link)")
            if parts.count == 2, target.hasSuffix(".md") {
                #expect(Self.anchors(target).contains(parts[1]), "\(document) links to \(link)")
            }
        }
    }

    /// The text without fenced code.
    private static func prose(_ path: String) -> String {
        var isCode = false
        return Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if line.hasPrefix("```") { isCode.toggle() }
            return !isCode
        }.joined(separator: "\n")
    }

    private static func resolve(_ link: String, from document: String) -> String {
        var parts = document.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    /// Headings as links name them: small letters, spaces to hyphens, punctuation dropped.
    private static func anchors(_ path: String) -> Set<String> {
        Set(prose(path).split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
            let heading = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
            return String(heading.unicodeScalars.compactMap { scalar -> Character? in
                if scalar == " " { return "-" }
                return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_" ? Character(scalar) : nil
            })
        })
    }
}
