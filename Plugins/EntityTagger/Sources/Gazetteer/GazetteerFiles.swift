import Corpus
import Foundation

/// Reads the lists of names that people edit: tab-separated text, one entry a line, `#` begins a comment line.
enum GazetteerFiles {
    /// Reads every list of a folder into a ``KnowledgeBuilder``.
    ///
    /// `*.tsv` hold names (`canonical TYPE id alias|alias`), except `triggers.tsv` (`phrase class`);
    /// `given-names.txt` (`name m|f|u`), `family-names.txt`, `common-words.txt` and `homonyms.txt` hold words.
    static func read(folder: URL, into builder: inout KnowledgeBuilder) throws {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.lastPathComponent < $1.lastPathComponent }) {
            switch file.lastPathComponent {
            case "triggers.tsv":
                for fields in try lines(of: file) where fields.count >= 2 { builder.add(trigger: fields[0], className: fields[1]) }
            case "given-names.txt":
                for fields in try lines(of: file) { builder.add(word: fields[0], flags: genderFlags[fields.count > 1 ? fields[1] : "u"] ?? WordLexicon.anyGiven) }
            case "family-names.txt":
                for fields in try lines(of: file) { builder.add(word: fields[0], flags: WordLexicon.familyName) }
            case "common-words.txt":
                for fields in try lines(of: file) { builder.add(word: fields[0], flags: WordLexicon.common) }
            case "homonyms.txt":
                for fields in try lines(of: file) { builder.add(word: fields[0], flags: WordLexicon.homonym) }
            case let name where name.hasSuffix(".tsv"):
                try readNames(file, into: &builder)
            default: break
            }
        }
    }

    /// Reads one list of names.
    /// - Throws: ``GazetteerError`` at the first line that is none.
    static func readNames(_ file: URL, into builder: inout KnowledgeBuilder) throws {
        for (index, fields) in try lines(of: file).enumerated() {
            guard fields.count >= 2, !fields[0].isEmpty, let type = EntityType(rawValue: fields[1]) else {
                throw GazetteerError(file: file.lastPathComponent, entry: index + 1, line: fields.joined(separator: "\t"))
            }
            let aliases = fields.count > 3 ? fields[3].split(separator: "|").map(String.init) : []
            builder.add(name: fields[0], type: type, reference: fields.count > 2 ? fields[2] : "", aliases: aliases)
            // Names that are words too: the lists of such places carry it in their file's name.
            guard file.lastPathComponent.hasSuffix("-ambiguous.tsv") else { continue }
            for form in [fields[0]] + aliases { builder.add(word: form, flags: WordLexicon.homonym) }
        }
    }

    private static let genderFlags = ["m": WordLexicon.maleName, "f": WordLexicon.femaleName, "u": WordLexicon.anyGiven]

    private static func lines(of file: URL) throws -> [[String]] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            return fields[0].isEmpty || fields[0].hasPrefix("#") ? nil : fields
        }
    }
}

/// A line of a gazetteer that names nothing.
struct GazetteerError: Error, CustomStringConvertible {
    var file: String
    var entry: Int
    var line: String

    var description: String {
        "\(file), entry \(entry): expected name, type (PER, ORG, LOC or MISC), id and aliases, separated by tabs; found \"\(line.prefix(80))\""
    }
}
