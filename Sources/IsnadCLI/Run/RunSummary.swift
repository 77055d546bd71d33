import Corpus
import Foundation
import IsnadWire

/// What a run found, in words.
enum RunSummary {
    static func print(out: String, report: StatusReport?, seconds: Double) {
        let documents = report?.documents
        guard let counts = try? CorpusTail.counts(of: "\(out)/corpus.json") else {
            Terminal.say("\(documents?.done ?? 0) documents are in \(out)")
            return
        }
        func number(_ name: String) -> Int { counts[name] ?? 0 }
        var lines = [
            "\(number("documents")) documents in \(String(format: "%.1f", seconds)) s: \(number("people")) people, \(number("organizations")) organisations, "
                + "\(number("locations")) places, \(number("dates")) dates, \(number("claims")) claims (\(number("chainedClaims")) of them through another source)"
        ]
        if number("rejected") > 0 { lines.append("\(number("rejected")) rejected: \(out)/rejected.jsonl says why") }
        lines += examples(out)
        lines.append("The corpus: \(out)/corpus.json, a line a document: \(out)/corpus.jsonl")
        Swift.print(lines.joined(separator: "\n"))
    }

    /// Up to three claims: those with the longest chains come first.
    private static func examples(_ out: String) -> [String] {
        let descriptor = open("\(out)/corpus.jsonl", O_RDONLY)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor, byteCountMax: 256 << 20)
        var best: [(links: Int, text: String)] = []
        var readCount = 0
        while readCount < 500, case .bytes(let line)? = try? reader.next() {
            readCount += 1
            guard let record = try? CorpusRecord(parsing: line), let claims: ClaimLayer = try? record.layer() else { continue }
            let scalars = Array(record.text.unicodeScalars)
            let longest = claims.claims.map { ClaimText($0, among: claims.claims, in: scalars) }.max { $0.chain.count < $1.chain.count }
            if let longest { best.append((longest.chain.count, "  \(longest.lines)\n    \(Terminal.dim(record.id))")) }
        }
        best.sort { $0.links > $1.links }
        return best.prefix(3).map(\.text)
    }
}
