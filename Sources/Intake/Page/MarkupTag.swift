import Corpus

/// What an element is to the visible text.
struct MarkupTag {
    enum Flow: UInt8 {
        case inline, block, lineBreak, skipped
    }

    var name: StaticString
    var flow: Flow
    /// What the tag itself says of its contents.
    var hint: MarkupHint?
    /// A block whose lines belong to the element around it: `p`, `li`, headings.
    var isLeaf = false
    var isLink = false
    var isBold = false
    var isList = false
    var isPreformatted = false
    var isTime = false
    /// Stands apart from what follows on its line.
    var isSpaced = false
    /// `script`, `meta`, `title`, `html`: read for metadata.
    var isMetadata = false

    static func named(_ name: String) -> MarkupTag {
        known[name] ?? MarkupTag(name: "span", flow: .inline)
    }

    private static let known: [String: MarkupTag] = {
        var table: [String: MarkupTag] = [:]
        func add(_ names: StaticString..., as flow: Flow, _ change: (inout MarkupTag) -> Void = { _ in }) {
            for name in names {
                var tag = MarkupTag(name: name, flow: flow)
                change(&tag)
                table[name.description] = tag
            }
        }
        add("div", "section", "main", "body", "center", "table", "tbody", "thead", "tfoot", "tr", "dl", "fieldset", "details", "hgroup", as: .block)
        add("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote", "summary", "legend", "caption", as: .block) { $0.isLeaf = true }
        add("html", as: .block) { $0.isMetadata = true }
        add("pre", as: .block) { $0.isPreformatted = true }
        add("ul", "ol", as: .block) { $0.isList = true }
        add("article", as: .block) { $0.hint = .article }
        add("nav", "menu", as: .block) { $0.hint = .navigation }
        add("header", as: .block) { $0.hint = .header }
        add("footer", as: .block) { $0.hint = .footer }
        add("aside", as: .block) { $0.hint = .sidebar }
        add("form", as: .block) { $0.hint = .form }
        add("figure", as: .block) { $0.hint = .caption }
        add("figcaption", as: .block) { $0.hint = .caption; $0.isLeaf = true }
        add("address", as: .block) { $0.hint = .byline; $0.isLeaf = true }
        add("button", as: .inline) { $0.hint = .form; $0.isSpaced = true }
        add("label", as: .inline) { $0.hint = .form }
        add("time", as: .inline) { $0.hint = .date; $0.isTime = true }
        add("a", as: .inline) { $0.isLink = true }
        add("b", "strong", as: .inline) { $0.isBold = true }
        add("br", "hr", as: .lineBreak)
        add("script", "title", as: .skipped) { $0.isMetadata = true }
        add("meta", "link", as: .inline) { $0.isMetadata = true }
        add("style", "noscript", "template", "textarea", "select", "option", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "noframes", "datalist", as: .skipped)
        return table
    }()
}
