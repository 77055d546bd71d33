/// The `clean` layer: what each line of the raw text is, what the page says of the article, and its sentences.
public struct CleanLayer: Layer, Equatable {
    public static let name = "clean"

    /// The non-empty lines of the raw text, in order, without the newline.
    public var blocks: [Block]
    /// The headline's text.
    public var title: String?
    /// Who wrote the article.
    public var byline: String?
    /// The agency the article credits.
    public var agency: String?
    /// The section of the site.
    public var section: String?
    /// BCP 47 language of the content blocks, such as `ar`.
    public var language: String?
    /// Publication date found in the document, ISO 8601 (`2024-12-30` or with a time).
    public var published: String?
    /// What `published` rests on: `input`, `markup` or `line`.
    public var publishedFrom: String?
    /// What the content says in 256 hexadecimal digits, by which copies are found; absent for short content.
    public var fingerprint: String?
    /// The sentences of the content blocks, in order; none crosses a block.
    public var sentences: [Span]

    public init(blocks: [Block] = [], title: String? = nil, byline: String? = nil, agency: String? = nil,
                section: String? = nil, language: String? = nil, published: String? = nil,
                publishedFrom: String? = nil, fingerprint: String? = nil, sentences: [Span] = []) {
        self.blocks = blocks
        self.title = title
        self.byline = byline
        self.agency = agency
        self.section = section
        self.language = language
        self.published = published
        self.publishedFrom = publishedFrom
        self.fingerprint = fingerprint
        self.sentences = sentences
    }

    /// The spans of the blocks that are content, in order: where the later layers look.
    public var content: [Span] { blocks.filter(\.role.isContent).map(\.span) }
}

/// One non-empty line of the raw text and its role.
public struct Block: Codable, Hashable, Sendable {
    public var start: Int
    public var end: Int
    public var role: BlockRole

    public init(_ span: Span, _ role: BlockRole) {
        start = span.start
        end = span.end
        self.role = role
    }

    public var span: Span { Span(start, end) }
}

/// What a line of a page is.
public enum BlockRole: String, Codable, Sendable, CaseIterable {
    /// The article's headline, its first appearance.
    case title
    /// A subheading inside the article.
    case heading
    /// The article's own text.
    case body
    /// Author, agency, place or date line, credited source.
    case byline
    /// Picture captions, alternative texts, photo credits.
    case caption
    /// Everything else of the page.
    case boilerplate

    /// Whether the line belongs to the article's text.
    public var isContent: Bool { self == .title || self == .heading || self == .body }
}
