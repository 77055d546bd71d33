import Corpus
import Foundation

/// Collects what `html`, `title`, `meta`, `link`, JSON-LD and `time` elements say of the article.
struct MetadataReader {
    /// The longest script or title kept.
    static let textByteCountMax = 1 << 20

    private var page = PageMetadata()
    private var named: [String: String] = [:]
    private var buffer: [UInt8] = []
    private var collects = false
    private var isStructured = false
    private var structured = StructuredData()
    private var firstTime: String?

    mutating func open(_ tag: String, _ attributes: MarkupAttributes?) {
        let values = Self.values(attributes)
        switch tag {
        case "html": page.language = page.language ?? values["lang"] ?? values["xml:lang"]
        case "title":
            collects = page.title == nil
            isStructured = false
            buffer.removeAll()
        case "script":
            isStructured = values["type"]?.lowercased().contains("ld+json") == true
            collects = isStructured
            buffer.removeAll()
        case "meta":
            guard let name = values["property"] ?? values["name"] ?? values["itemprop"], let content = values["content"], !content.isEmpty else { return }
            let key = name.lowercased()
            if named[key] == nil { named[key] = content }
        case "link":
            if values["rel"]?.lowercased() == "canonical", page.canonical == nil { page.canonical = values["href"] }
        default: break
        }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard collects, buffer.count + bytes.count <= Self.textByteCountMax else { return }
        buffer += bytes
    }

    mutating func close(_ tag: String) {
        guard collects else { return }
        collects = false
        if isStructured {
            structured.read(buffer)
        } else {
            page.title = Self.tidy(String(decoding: buffer, as: UTF8.self))
        }
    }

    mutating func time(_ value: String) {
        if firstTime == nil, !value.isEmpty { firstTime = value }
    }

    func result() -> PageMetadata {
        var page = page
        func first(_ keys: [String]) -> String? {
            for key in keys {
                if let value = named[key].flatMap(Self.tidy) { return value }
            }
            return nil
        }
        page.headline = structured.headline ?? first(["og:title", "twitter:title", "headline", "dc.title"])
        page.description = first(["og:description", "description", "twitter:description"])
        page.siteName = first(["og:site_name", "application-name"]) ?? structured.publisher
        page.published = structured.published ?? first([
            "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate", "publish_date", "publish-date", "publication_date",
            "article:published", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "og:pubdate", "lastmod-published",
        ]) ?? firstTime
        page.modified = structured.modified ?? first(["article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified"])
        page.author = structured.author ?? first(["article:author", "author", "dc.creator", "parsely-author", "sailthru.author", "twitter:creator", "cxenseparse:author"])
        if let author = page.author, author.contains("://") || author.hasPrefix("@") { page.author = first(["author", "dc.creator"]).flatMap { $0.contains("://") || $0.hasPrefix("@") ? nil : $0 } }
        page.section = structured.section ?? first(["article:section", "og:section", "section", "category", "parsely-section"])
        page.language = page.language ?? first(["og:locale", "content-language", "language"])
        return page
    }

    private static func values(_ attributes: MarkupAttributes?) -> [String: String] {
        guard var at = attributes else { return [:] }
        var values: [String: String] = [:]
        while let name = at[0] {
            if let value = at[1] { values[String(cString: name)] = String(cString: value) }
            at += 2
        }
        return values
    }

    /// White space made single, nothing for nothing.
    static func tidy(_ text: String) -> String? {
        let words = text.utf8.split { $0 <= 0x20 }
        return words.isEmpty ? nil : words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
}

/// What the JSON-LD blocks of a page say of its article.
struct StructuredData {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var author: String?
    private(set) var section: String?
    private(set) var publisher: String?

    /// Objects looked at in a block.
    static let objectCountMax = 400

    mutating func read(_ bytes: [UInt8]) {
        var data = Data(bytes)
        if (try? JSONSerialization.jsonObject(with: data)) == nil {
            // Line breaks inside strings are the usual fault.
            data = Data(bytes.map { $0 < 0x20 ? 0x20 : $0 })
        }
        guard let root = try? JSONSerialization.jsonObject(with: data) else { return }
        var queue: [Any] = [root]
        var seen = 0
        while let next = queue.popLast(), seen < Self.objectCountMax {
            seen += 1
            if let list = next as? [Any] {
                queue += list.reversed()
            } else if let object = next as? [String: Any] {
                if isArticle(object) { take(object) }
                if let graph = object["@graph"] { queue.append(graph) }
                if let main = object["mainEntity"] { queue.append(main) }
            }
        }
    }

    private func isArticle(_ object: [String: Any]) -> Bool {
        let types = (object["@type"] as? [String]) ?? [(object["@type"] as? String) ?? ""]
        return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0.hasSuffix("Report") || $0 == "WebPage" && object["datePublished"] != nil }
    }

    private mutating func take(_ object: [String: Any]) {
        headline = headline ?? text(object["headline"])
        published = published ?? text(object["datePublished"])
        modified = modified ?? text(object["dateModified"])
        author = author ?? name(object["author"])
        section = section ?? text(object["articleSection"])
        publisher = publisher ?? name(object["publisher"])
    }

    private func text(_ value: Any?) -> String? {
        if let list = value as? [Any] { return text(list.first) }
        return (value as? String).flatMap(MetadataReader.tidy)
    }

    private func name(_ value: Any?) -> String? {
        if let object = value as? [String: Any] { return text(object["name"]) }
        if let list = value as? [Any] { return name(list.first) }
        return text(value)
    }
}
