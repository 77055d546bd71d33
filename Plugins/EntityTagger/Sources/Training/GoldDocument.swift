import ArabicText
import Corpus
import Foundation

/// A document whose names are known.
struct GoldDocument {
    var text: ScalarText
    var sentences: [Span]
    var names: [GoldName]
    /// The tokens of a CoNLL file, which its names are made of; empty for marked-up text.
    var units: [Span] = []
}

/// A name that a person marked.
struct GoldName: Hashable {
    var span: Span
    var type: EntityType
}

/// Why training text can't be read.
struct TrainingTextError: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var reason: String

    var description: String { "\(file):\(line): \(reason)" }
}

/// Reads text with marked names.
enum GoldFiles {
    /// The documents of a file: `.conll` (`token TAB tag` a line, BIO tags) or marked-up text (`[name|TYPE]`).
    static func read(_ url: URL) throws -> [GoldDocument] {
        let text = try String(contentsOf: url, encoding: .utf8)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return url.pathExtension == "conll"
            ? try readCoNLL(lines, url.lastPathComponent)
            : try readMarkup(lines, url.lastPathComponent)
    }

    // MARK: Marked-up text

    private static func readMarkup(_ lines: [Substring], _ file: String) throws -> [GoldDocument] {
        var documents: [GoldDocument] = []
        var builder = Builder()
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) {
                if !builder.sentences.isEmpty { documents.append(builder.document()) }
                builder = Builder()
            } else {
                try builder.add(markup: line) { TrainingTextError(file: file, line: index + 1, reason: $0) }
            }
        }
        if !builder.sentences.isEmpty { documents.append(builder.document()) }
        return documents
    }

    /// A document of one line of marked-up text.
    static func document(markup line: String) throws -> GoldDocument {
        var builder = Builder()
        try builder.add(markup: line[...]) { TrainingTextError(file: "text", line: 1, reason: $0) }
        return builder.document()
    }

    private struct Builder {
        var scalars = String.UnicodeScalarView()
        var count = 0
        var sentences: [Span] = []
        var names: [GoldName] = []
        var units: [Span] = []

        mutating func append(_ scalar: Unicode.Scalar) {
            scalars.append(scalar)
            count += 1
        }

        mutating func add(markup line: Substring, _ error: (String) -> TrainingTextError) throws {
            let start = count
            var open: Int?
            var typeText: String?
            for scalar in line.unicodeScalars {
                switch scalar {
                case "[":
                    guard open == nil else { throw error("a bracket inside a name") }
                    open = count
                case "|":
                    guard open != nil, typeText == nil else { throw error("a bar outside a name") }
                    typeText = ""
                case "]":
                    guard let from = open, let type = typeText.flatMap(EntityType.init), count > from else {
                        throw error("a name without text or type near \(String(line.prefix(60)))")
                    }
                    names.append(GoldName(span: Span(from, count), type: type))
                    open = nil
                    typeText = nil
                default:
                    if typeText != nil { typeText?.unicodeScalars.append(scalar) } else { append(scalar) }
                }
            }
            guard open == nil else { throw error("an open bracket") }
            sentences.append(Span(start, count))
            append("\n")
        }

        func document() -> GoldDocument {
            GoldDocument(text: ScalarText(String(scalars)), sentences: sentences, names: names, units: units)
        }
    }

    // MARK: CoNLL

    /// CoNLL files do not say where articles end, so documents are made of this many sentences.
    private static let sentencesPerDocument = 25

    private static func readCoNLL(_ lines: [Substring], _ file: String) throws -> [GoldDocument] {
        var documents: [GoldDocument] = []
        var builder = Builder()
        var start = 0
        var open: (from: Int, to: Int, type: EntityType)?
        func close() {
            if let name = open { builder.names.append(GoldName(span: Span(name.from, name.to), type: name.type)) }
            open = nil
        }
        func endSentence() {
            close()
            if builder.count > start { builder.sentences.append(Span(start, builder.count)) }
            builder.append("\n")
            start = builder.count
            if builder.sentences.count == sentencesPerDocument {
                documents.append(builder.document())
                builder = Builder()
                start = 0
            }
        }
        for (index, line) in lines.enumerated() {
            let fields = line.split(separator: "\t")
            guard fields.count >= 2 else {
                if builder.count > start { endSentence() }
                continue
            }
            guard let tag = Tag.named(fields[fields.count - 1]) else {
                throw TrainingTextError(file: file, line: index + 1, reason: "no BIO tag: \(fields[fields.count - 1])")
            }
            if builder.count > start { builder.append(" ") }
            let from = builder.count
            for scalar in fields[0].unicodeScalars { builder.append(scalar) }
            builder.units.append(Span(from, builder.count))
            if Tag.isInside(tag), let name = open, name.type == Tag.type(tag) {
                open = (name.from, builder.count, name.type)
            } else {
                close()
                if let type = Tag.type(tag) { open = (from, builder.count, type) }
            }
        }
        if builder.count > start { endSentence() }
        if !builder.sentences.isEmpty { documents.append(builder.document()) }
        return documents
    }
}
