import ArabicText
public import Corpus
public import Isnad

/// Finds who said what: sources, cues, contents and chains of transmission.
public struct Attributor: Plugin {
    public let manifest = Manifest(plugin: "isnad-claim-attributor", version: "1.0.0", reads: ["clean", "dates", "entities"], writes: "claims")

    public init() {}

    public func annotate(_ document: Document) throws -> ClaimLayer {
        guard !document.text.isEmpty else { return ClaimLayer() }
        let text = ScalarText(document.text)
        let clean = try document.layer(CleanLayer.self)
        let entities = try document.layer(EntityLayer.self) ?? EntityLayer()
        let dates = try document.layer(DateLayer.self) ?? DateLayer()
        let blocks = clean?.blocks.filter(\.role.isContent) ?? Self.lines(of: text)
        return Self.claims(in: text, blocks: blocks, entities: NameEdges.trimmed(entities, text), dates: dates)
    }

    /// Every line, when nothing says what the lines are.
    private static func lines(of text: ScalarText) -> [Block] {
        var blocks: [Block] = []
        var start = 0
        for index in 0...text.count where index == text.count || text[index] == "\n" || text[index] == "\r" {
            if index > start { blocks.append(Block(Span(start, index), .body)) }
            start = index + 1
        }
        return blocks
    }

    static func claims(in text: ScalarText, blocks: [Block], entities: EntityLayer, dates: DateLayer) -> ClaimLayer {
        var reader: Reader?
        var passages: [Passage] = []
        var skipped: [(block: Block, tokens: [Token])] = []
        for block in blocks where block.start >= 0 && block.start < block.end && block.end <= text.count {
            let tokens = Tokenizer.tokens(of: text, in: block.span)
            guard Screening.mayHoldCue(tokens, text, block.role) else {
                let entity = firstIndex(entities.mentions.count, block.start) { entities.mentions[$0].end }
                if entity < entities.mentions.count, entities.mentions[entity].start < block.end { skipped.append((block, tokens)) }
                continue
            }
            let passage = passage(text, block, tokens, entities, dates)
            if reader == nil { reader = Reader(passage: passage) }
            reader!.read(passage, number: passages.count)
            passages.append(passage)
        }
        guard let reader, !reader.found.isEmpty else { return ClaimLayer() }
        // Whom the other blocks introduce.
        let others = skipped.map { passage(text, $0.block, $0.tokens, entities, dates) }
        return LayerBuilder(text: text, passages: passages, others: others, entities: entities, dates: dates, found: reader.found).layer()
    }

    private static func passage(_ text: ScalarText, _ block: Block, _ tokens: [Token], _ entities: EntityLayer, _ dates: DateLayer) -> Passage {
        Passage(text: text, block: block, tokens: tokens, entities: entities.mentions, dates: dates.mentions,
                firstEntity: firstIndex(entities.mentions.count, block.start) { entities.mentions[$0].end },
                firstDate: firstIndex(dates.mentions.count, block.start) { dates.mentions[$0].end })
    }

    /// The first of `count` mentions whose end is past a place.
    static func firstIndex(_ count: Int, _ start: Int, end: (Int) -> Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if end(middle) <= start { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
