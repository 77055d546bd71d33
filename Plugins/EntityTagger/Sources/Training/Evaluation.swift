import ArabicText
import Corpus

/// How well found names agree with marked ones.
struct Evaluation {
    private(set) var hits = [Int](repeating: 0, count: 4)
    private(set) var found = [Int](repeating: 0, count: 4)
    private(set) var gold = [Int](repeating: 0, count: 4)
    /// Names missed and names that are none, with their surroundings.
    private(set) var errors: [String] = []

    /// Counts the names of one document.
    /// - Parameter types: the types that count.
    mutating func add(_ document: GoldDocument, _ names: [FoundName], types: [EntityType]) {
        let right = Set(document.names.filter { types.contains($0.type) })
        let seen = Set(names.filter { types.contains($0.type) }.map { name in
            GoldName(span: document.units.isEmpty ? name.span : Self.inUnits(text: name, document.units), type: name.type)
        })
        for name in right {
            gold[name.type.place] += 1
            if seen.contains(name) { hits[name.type.place] += 1 }
        }
        for name in seen { found[name.type.place] += 1 }
        for name in right.subtracting(seen) { note("missed", name, document) }
        for name in seen.subtracting(right) { note("false", name, document) }
    }

    /// A name as the whole CoNLL tokens it touches.
    private static func inUnits(text name: FoundName, _ units: [Span]) -> Span {
        let first = units.first { $0.end > name.span.start } ?? name.span
        let last = units.last { $0.start < name.span.end } ?? name.span
        return Span(first.start, last.end)
    }

    private mutating func note(_ what: String, _ name: GoldName, _ document: GoldDocument) {
        let text = document.text
        let around = text[Span(max(0, name.span.start - 40), name.span.start)] + "[" + text[name.span] + "|" + name.type.rawValue + "]"
            + text[Span(name.span.end, min(text.count, name.span.end + 40))]
        errors.append(what + "\t" + String(around.map { $0.isNewline ? " " : $0 }))
    }

    /// Precision, recall and F1 in percent, over all types or one.
    func figures(_ type: EntityType? = nil) -> (precision: Double, recall: Double, f1: Double) {
        let places = type.map { [$0.place] } ?? Array(0..<4)
        let hit = Double(places.reduce(0) { $0 + hits[$1] })
        let precision = hit / Double(max(1, places.reduce(0) { $0 + found[$1] }))
        let recall = hit / Double(max(1, places.reduce(0) { $0 + gold[$1] }))
        return (100 * precision, 100 * recall, precision + recall > 0 ? 200 * precision * recall / (precision + recall) : 0)
    }
}
