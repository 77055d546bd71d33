import ArabicText
import Corpus

/// What a page's markup adds to the evidence of a line.
struct MarkupBias {
    var body: Float = 0
    var furniture: Float = 0
    var title: Float = 0
    var heading: Float = 0
    var caption: Float = 0
    var byline: Float = 0
}

/// Reads the markup layer for the lines of a page: hints of tags and classes, links, and which container holds the text.
struct MarkupEvidence {
    private(set) var biases: [MarkupBias]

    /// - Returns: `nil` where the layer is not of this text.
    init?(_ layer: MarkupLayer, _ page: PageText, _ evidence: [LineEvidence]) {
        var lines: [MarkupLine] = []
        lines.reserveCapacity(page.lines.count)
        var at = 0
        var matched = 0
        for line in page.lines {
            while at + 1 < layer.lines.count, layer.lines[at + 1].start <= line.span.start { at += 1 }
            if at < layer.lines.count, layer.lines[at].start <= line.span.start {
                lines.append(layer.lines[at])
                if layer.lines[at].start == line.span.start { matched += 1 }
            } else {
                lines.append(MarkupLine(start: line.span.start, tag: "div", container: 0))
            }
        }
        guard matched * 2 >= page.lines.count else { return nil }
        biases = lines.map(Self.bias)
        weighContainers(lines, page, evidence)
        findTitle(layer.page, page)
    }

    private static func bias(_ line: MarkupLine) -> MarkupBias {
        var bias = MarkupBias()
        let links = Float(line.linkPercent ?? 0) / 100
        bias.furniture += links * 2
        bias.body -= links * 2
        if links > 0.9 { bias.heading -= 2 }
        switch line.tag {
        case "p", "blockquote": bias.body += 0.8
        case "h1":
            bias.title += 2.5
            bias.body -= 2
        case "h2", "h3", "h4", "h5", "h6":
            bias.heading += 1.2
            bias.title += 0.8
            bias.body -= 1.5
        case "figcaption": bias.caption += 2.5
        case "time": bias.byline += 1
        case "li":
            bias.body -= 0.4
            bias.furniture += 0.3
        case "th", "td", "dt": bias.body -= 0.2
        default: break
        }
        for hint in line.hints ?? [] { add(hint, to: &bias) }
        return bias
    }

    private static func add(_ hint: MarkupHint, to bias: inout MarkupBias) {
        switch hint {
        case .article:
            bias.body += 0.8
            bias.heading += 0.4
        case .title: bias.title += 1.2
        case .summary: bias.body += 0.2
        case .byline, .date: bias.byline += 0.8
        case .caption:
            bias.caption += 2
            bias.body -= 1
        case .navigation, .comments, .tags, .share, .advertising, .form, .copyright:
            bias.furniture += 2
            bias.body -= 2
            bias.heading -= 1.5
            bias.title -= 1
        case .footer, .sidebar, .related:
            bias.furniture += 2.2
            bias.body -= 3
            bias.heading -= 1.2
            bias.title -= 1.2
        case .header:
            bias.furniture += 0.5
            bias.body -= 0.8
        }
    }

    /// The container whose own lines hold the most prose is the article's; lines far from it are not.
    private mutating func weighContainers(_ lines: [MarkupLine], _ page: PageText, _ evidence: [LineEvidence]) {
        var mass: [Int: Float] = [:]
        for (index, line) in lines.enumerated() where (line.linkPercent ?? 0) < 50 {
            let prose = max(evidence[index].prose + biases[index].body - evidence[index].furniture, 0)
            let words = prose * min(Float(page.lines[index].wordsAndNumbers), 120)
            guard words > 0 else { continue }
            mass[line.container, default: 0] += words
            if let around = line.around?.first { mass[around, default: 0] += words * 0.5 }
        }
        var best: Int?
        for (container, value) in mass.sorted(by: { $0.key < $1.key }) where value > (best.map { mass[$0]! } ?? 20) { best = container }
        guard let best else { return }
        for (index, line) in lines.enumerated() {
            if line.container == best {
                biases[index].body += 1
                biases[index].heading += 0.6
            } else if line.around?.contains(best) == true {
                biases[index].body += 0.2
            } else {
                biases[index].body -= 2
                biases[index].heading -= 1.5
                biases[index].furniture += 0.3
            }
        }
    }

    /// Lines that the page's head calls the headline.
    private mutating func findTitle(_ metadata: PageMetadata, _ page: PageText) {
        let names = [metadata.headline, metadata.title].compactMap { $0 }.map { Array(Set(Self.keys($0))) }.filter { $0.count >= 2 && $0.count <= 60 }
        guard !names.isEmpty else { return }
        for (index, line) in page.lines.enumerated() where line.words >= 2 && line.wordsAndNumbers <= 40 {
            var bonus: Float = 0
            for name in names {
                var found: Float = 0
                for at in line.tokens where page.tokens[at].kind == .word || page.tokens[at].kind == .number {
                    if name.contains(page.tokens[at].key) { found += 1 }
                }
                let shared = min(found, Float(name.count))
                let covered = found / Float(line.wordsAndNumbers)
                let covers = shared / Float(name.count)
                // The title element has the site's name too; the line must be in it, and be the most of it.
                if covered >= 0.85 && covers >= 0.5 { bonus = max(bonus, 4 * covered) }
            }
            biases[index].title += bonus
        }
    }

    private static func keys(_ string: String) -> [WordKey] {
        let text = ScalarText(string)
        return Tokenizer.tokens(of: text).filter { $0.kind == .word || $0.kind == .number }.map(\.key)
    }
}
