import ArabicText
@testable import ClaimAttributor
import Corpus
import Testing

/// A text in a compact notation, and the claims it makes.
///
/// In the text `|` ends a line, `#` before a line makes it the headline, and `{P:…}`, `{O:…}`, `{L:…}`, `{M:…}` are names of
/// people, organisations, places and other things; a short name stands for the longest one that holds its words. A claim is
/// `cue | source | content | flags`: contents are joined by ` + `, flags are `direct`, `mixed`, `deny`, `unnamed` with a
/// count, and `^2` for the parent.
struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [String]

    init(_ text: String, _ expected: String...) {
        self.text = text
        self.expected = expected
    }

    var testDescription: String { text }

    /// The document, with the layers before this one.
    func document() throws -> Document {
        var plain: [Unicode.Scalar] = []
        var blocks: [Block] = []
        var mentions: [EntityMention] = []
        for line in text.split(separator: "|", omittingEmptySubsequences: false) {
            var scalars = Array(line.unicodeScalars)[...]
            let role: BlockRole = scalars.first == "#" ? .title : .body
            if role == .title { scalars.removeFirst() }
            let start = plain.count
            while let scalar = scalars.first {
                if scalar == "{", let type = Self.types[scalars[scalars.startIndex + 1]], let close = scalars.firstIndex(of: "}") {
                    let name = scalars[(scalars.startIndex + 3)..<close]
                    mentions.append(EntityMention(Span(plain.count, plain.count + name.count), type, name: Self.string(name)))
                    plain += name
                    scalars = scalars[(close + 1)...]
                } else {
                    plain.append(scalar)
                    scalars.removeFirst()
                }
            }
            blocks.append(Block(Span(start, plain.count), role))
            plain.append("\n")
        }
        let named = mentions
        for index in mentions.indices {
            let words = Set(mentions[index].name.split(separator: " "))
            let fuller = named.filter { $0.type == mentions[index].type && words.isSubset(of: Set($0.name.split(separator: " "))) }
            mentions[index].name = fuller.max { $0.name.count < $1.name.count }?.name ?? mentions[index].name
        }
        var document = Document(id: "example", text: Self.string(plain[...]))
        try document.set(CleanLayer(blocks: blocks))
        if !mentions.isEmpty { try document.set(EntityLayer(mentions: mentions)) }
        return document
    }

    private static let types: [Unicode.Scalar: EntityType] = ["P": .person, "O": .organization, "L": .location, "M": .miscellaneous]

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The claims found, in the notation.
    func found() throws -> [String] {
        let document = try document()
        let text = ScalarText(document.text)
        return try Attributor().annotate(document).claims.map { claim in
            var flags: [String] = []
            if claim.mode != .indirect { flags.append(claim.mode.rawValue) }
            if claim.polarity == .deny { flags.append("deny") }
            if claim.source.unnamed == true { flags.append("unnamed" + (claim.source.count.map(String.init) ?? "")) }
            if let parent = claim.parent { flags.append("^" + parent.dropFirst()) }
            let content = claim.content.map { text[$0] }.joined(separator: " + ")
            return ([text[claim.cue], claim.source.name, content] + (flags.isEmpty ? [] : [flags.joined(separator: " ")])).joined(separator: " | ")
        }
    }
}
