import ArabicText
public import Corpus
public import Isnad

/// Separates an article from its page.
public struct ArticleCleaner: Plugin {
    public let manifest = Manifest(plugin: "isnad-cleaner", version: "1.0.0", reads: [], wants: ["markup"], writes: "clean")

    public init() {}

    public func annotate(_ document: Document) throws -> CleanLayer {
        let page = PageText(document.text)
        let markup: MarkupLayer? = try document.layer()
        let places = RoleScores(page, markup: markup).places()
        var layer = CleanLayer()
        layer.blocks = zip(page.lines, places).map { Block($0.span, $1.role) }
        if let title = layer.blocks.first(where: { $0.role == .title }) { layer.title = page.text[title.span] }
        for block in layer.blocks where block.role.isContent {
            layer.sentences += Sentences.spans(of: page.text, in: block.span)
        }
        let facts = ArticleFacts(page, places)
        layer.byline = facts.byline ?? markup?.page.author.flatMap { $0 == markup?.page.siteName ? nil : $0 }
        layer.agency = facts.agency
        layer.section = markup?.page.section ?? facts.section
        if layer.title == nil { layer.title = markup?.page.headline }
        let content = layer.content
        layer.language = LanguageGuess.language(of: content.isEmpty ? layer.blocks.map(\.span) : content, in: page)
        layer.fingerprint = fingerprint(of: layer.blocks, in: page)
        if let published = document.published {
            layer.published = published
            layer.publishedFrom = "input"
        } else if let published = markup?.page.published.flatMap(ISODate.normalised) {
            layer.published = published
            layer.publishedFrom = "markup"
        } else if let published = facts.published {
            layer.published = published
            layer.publishedFrom = "line"
        }
        return layer
    }

    /// The body without its headline, which copies change first; `nil` where there are too few words to compare.
    private func fingerprint(of blocks: [Block], in page: PageText) -> String? {
        var builder = FingerprintBuilder()
        for (block, line) in zip(blocks, page.lines) where block.role == .body || block.role == .heading {
            builder.add(page.tokens[line.tokens])
        }
        let fingerprint = builder.finish()
        return fingerprint.runCount >= TextFingerprint.filledBinMin ? fingerprint.description : nil
    }
}
