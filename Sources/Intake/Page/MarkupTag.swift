import Corpus

/// What an element is to the visible text.
struct MarkupTag {
    enum Flow: UInt8 {
        case inline, block, lineBreak, skipped
    }

    var name: String
    var flow: Flow
    /// What the tag itself says of its contents.
    var hint: MarkupHint?
    /// A block whose lines belong to the element around it: `p`, `li`, headings.
    var isLeaf = false
    var isLink = false
    var isBold = false
    var isList = false
    var isPreformatted = false
    /// `script`, `meta`, `title`, `html`: read for metadata.
    var isMetadata = false

    static func named(_ name: String) -> MarkupTag {
        known[name] ?? MarkupTag(name: name, flow: .inline)
    }

    private static let known: [String: MarkupTag] = {
        var table: [String: MarkupTag] = [:]
        func add(_ names: String, _ flow: Flow, _ change: (inout MarkupTag) -> Void = { _ in }) {
            for name in names.split(separator: " ") {
                var tag = MarkupTag(name: String(name), flow: flow)
                change(&tag)
                table[tag.name] = tag
            }
        }
        add("div section main body html center table tbody thead tfoot tr ul ol dl fieldset details hgroup", .block)
        add("p li h1 h2 h3 h4 h5 h6 td th dt dd blockquote summary legend caption", .block) { $0.isLeaf = true }
        add("pre", .block) { $0.isPreformatted = true }
        add("ul ol", .block) { $0.isList = true }
        add("article", .block) { $0.hint = .article }
        add("nav menu", .block) { $0.hint = .navigation }
        add("header", .block) { $0.hint = .header }
        add("footer", .block) { $0.hint = .footer }
        add("aside", .block) { $0.hint = .sidebar }
        add("form", .block) { $0.hint = .form }
        add("figure", .block) { $0.hint = .caption }
        add("figcaption", .block) { $0.hint = .caption; $0.isLeaf = true }
        add("address", .block) { $0.hint = .byline; $0.isLeaf = true }
        add("button label", .inline) { $0.hint = .form }
        add("time", .inline) { $0.hint = .date }
        add("a", .inline) { $0.isLink = true }
        add("b strong", .inline) { $0.isBold = true }
        add("br hr", .lineBreak)
        add("script title", .skipped) { $0.isMetadata = true }
        add("meta", .inline) { $0.isMetadata = true }
        add("link", .inline) { $0.isMetadata = true }
        add("style noscript template textarea select option iframe object embed svg math canvas audio video noframes datalist", .skipped)
        return table
    }()
}
