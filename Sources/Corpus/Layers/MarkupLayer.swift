/// The `markup` layer: what the HTML of a page said of the lines of its visible text, and of the page.
///
/// Intake writes it beside the text; the cleaner reads it as hints. Plain text has none.
public struct MarkupLayer: Layer, Equatable {
    public static let name = "markup"

    /// One for each non-empty line of the text, in order.
    public var lines: [MarkupLine]
    /// What the page says of itself outside its visible text.
    public var page: PageMetadata

    public init(lines: [MarkupLine] = [], page: PageMetadata = PageMetadata()) {
        self.lines = lines
        self.page = page
    }
}

/// Where a line stood in the page.
public struct MarkupLine: Codable, Hashable, Sendable {
    /// Offset of its first scalar.
    public var start: Int
    /// The nearest element that makes a block, such as `p`, `li`, `h2`, `td`, `div`, or `time`, `figcaption`.
    public var tag: String
    /// A number that lines share when their blocks are children of one element.
    public var container: Int
    /// The containers around that one, nearest first, at most ``MarkupLayer/ancestorMax``.
    public var around: [Int]?
    /// The share of its letters that stand in links, 0 to 100; absent for 0.
    public var linkPercent: Int?
    /// The depth of nested lists; absent outside lists.
    public var listDepth: Int?
    /// What tags, classes and identifiers around it say, from the nearest to the outermost, without repetition.
    public var hints: [MarkupHint]?
    /// Whether all of it stands in bold; absent for `false`.
    public var isBold: Bool?

    public init(start: Int, tag: String, container: Int, around: [Int]? = nil, linkPercent: Int? = nil,
                listDepth: Int? = nil, hints: [MarkupHint]? = nil, isBold: Bool? = nil) {
        self.start = start
        self.tag = tag
        self.container = container
        self.around = around
        self.linkPercent = linkPercent
        self.listDepth = listDepth
        self.hints = hints
        self.isBold = isBold
    }
}

extension MarkupLayer {
    /// The most surrounding containers a line names.
    public static let ancestorMax = 6
}

/// What an element is for, by its tag, class, identifier, `itemprop` or `role`.
public enum MarkupHint: String, Codable, Sendable, CaseIterable {
    /// The article's text.
    case article
    case title, summary, byline, date, caption
    case navigation, header, footer, sidebar, related, share, comments, tags, advertising, form, copyright
}

/// What a page's head and its structured data say of the article; each as the page has it.
public struct PageMetadata: Codable, Hashable, Sendable {
    /// The `title` element.
    public var title: String?
    /// The headline: JSON-LD, `og:title`, `twitter:title`.
    public var headline: String?
    public var description: String?
    public var siteName: String?
    /// ISO 8601, as far as the page gives it so.
    public var published: String?
    public var modified: String?
    public var author: String?
    public var section: String?
    /// BCP 47, from the `html` element or `og:locale`.
    public var language: String?
    /// The address the page calls its own.
    public var canonical: String?

    public init() {}
}
