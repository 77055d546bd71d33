import Corpus

/// A claim as people read it: who is said to have said it, through whom, and what.
struct ClaimText {
    /// From the outermost source to the one nearest the content.
    var chain: [String]
    var cue: String
    var content: String
    var isDenied: Bool

    init(_ claim: Claim, among claims: [Claim], in scalars: [Unicode.Scalar]) {
        func text(_ span: Span) -> String {
            guard span.start >= 0, span.start <= span.end, span.end <= scalars.count else { return "" }
            return String(String.UnicodeScalarView(scalars[span.range]))
        }
        var chain: [String] = []
        var link: Claim? = claim
        // A chain that bites its tail is cut at its length.
        while let current = link, chain.count < claims.count {
            chain.insert(current.source.name, at: 0)
            link = current.parent.flatMap { parent in claims.first { $0.id == parent } }
        }
        self.chain = chain
        cue = text(claim.cue)
        content = claim.content.map(text).joined(separator: " … ")
        isDenied = claim.polarity == .deny
    }

    /// Two lines: the chain, and the content.
    var lines: String {
        let arrow = Terminal.isOutput ? " ← " : " <- "
        let sources = chain.reversed().map { Terminal.isolated($0) }.joined(separator: arrow)
        return "\(Terminal.bold(sources)) \(Terminal.dim(isDenied ? "(denies)" : "(\(Terminal.isolated(cue)))"))\n    \(Terminal.isolated(Terminal.clipped(content, 160)))"
    }
}
