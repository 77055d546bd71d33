import ArabicText
import Corpus

/// Turns what the reader found into the layer.
struct LayerBuilder {
    let text: ScalarText
    let passages: [Passage]
    /// Blocks without a cue that name someone.
    let others: [Passage]
    let entities: EntityLayer
    let dates: DateLayer
    let found: [Attribution]

    func layer() -> ClaimLayer {
        let names = SourceNames(text: text, passages: passages, others: others, entities: entities)
        var sources: [ClaimSource?] = []
        var fullNames: [WordKey: String] = [:]
        for attribution in found {
            switch attribution.source {
            case .phrase(let phrase): sources.append(known(names.source(of: phrase, in: passages[attribution.passage]), &fullNames))
            case .sameAs(let other):
                var source = other < sources.count ? sources[other] : nil
                source?.start = nil
                source?.end = nil
                sources.append(source)
            case .anaphor(let phrase, let other):
                var source = other < sources.count ? sources[other] : nil
                let span = passages[attribution.passage].span(phrase.range)
                source?.start = span.start
                source?.end = span.end
                sources.append(source)
            case .implicit: sources.append(nil)
            }
        }
        nameHeadlineSources(&sources)
        let order = found.indices.filter { sources[$0] != nil && !contents($0).isEmpty }
            .sorted { (passages[found[$0].passage].span(found[$0].cue), $0) < (passages[found[$1].passage].span(found[$1].cue), $1) }
        var ids: [Int: String] = [:]
        for (position, index) in order.enumerated() { ids[index] = "c\(position + 1)" }
        return ClaimLayer(claims: order.map { claim($0, sources[$0]!, ids) })
    }

    /// A last name that nobody marked means whoever was introduced with it: `الصفدي` after `الوزير أيمن الصفدي`.
    private func known(_ source: ClaimSource, _ fullNames: inout [WordKey: String]) -> ClaimSource {
        guard source.entity == nil, source.unnamed == nil else { return source }
        let words = source.name.split(separator: " ")
        guard let last = words.last else { return source }
        if words.count == 1 {
            var source = source
            source.name = fullNames[WordKey(last)] ?? source.name
            return source
        }
        fullNames[WordKey(last)] = source.name
        return source
    }

    /// A headline's generic source (`شاهد`, a witness) is whom the body makes its main speaker.
    private func nameHeadlineSources(_ sources: inout [ClaimSource?]) {
        let generic = found.indices.filter { passages[found[$0].passage].role == .title && sources[$0]?.unnamed == true && found[$0].agreement.number != .plural && !isPlural(sources[$0]!) }
        guard !generic.isEmpty else { return }
        var claimCounts: [String: Int] = [:]
        var speakers: [ClaimSource] = []
        for index in found.indices where passages[found[index].passage].role == .body && found[index].parent == nil {
            guard let source = sources[index], source.unnamed == nil else { continue }
            if claimCounts[source.name] == nil { speakers.append(source) }
            claimCounts[source.name, default: 0] += 1
        }
        let total = claimCounts.values.reduce(0, +)
        // Who says most of it, or says most and first.
        guard let most = claimCounts.values.max(), most >= 2, let main = speakers.first(where: { claimCounts[$0.name] == most }),
              most * 2 >= total || speakers.first?.name == main.name else { return }
        for index in generic where sources[index]?.count ?? 1 == 1 {
            sources[index]!.name = main.name
            sources[index]!.entity = main.entity
            sources[index]!.unnamed = nil
            sources[index]!.count = nil
        }
    }

    /// By its first word's ending: `ناجين`, survivors.
    private func isPlural(_ source: ClaimSource) -> Bool {
        guard let first = source.name.split(separator: " ").first.map({ WordKey($0) }) else { return false }
        return Key.fullPlurals.contains(where: first.hasSuffix) || first.hasSuffix(Key.Ending.atun)
    }

    private func contents(_ index: Int) -> [Span] {
        let attribution = found[index]
        let passage = passages[attribution.passage]
        var spans: [Span] = []
        for range in attribution.content {
            var start = range.lowerBound
            while start < range.upperBound, passage.words[start].token.kind == .punctuation, passage.mark(start) != "(" { start += 1 }
            let end = passage.trimmed(start, range.upperBound)
            guard end > start else { continue }
            var span = passage.span(start..<end)
            if !attribution.isNominal { span.start = passage.clauseStart(start) }
            spans.append(span)
        }
        return spans
    }

    private func claim(_ index: Int, _ source: ClaimSource, _ ids: [Int: String]) -> Claim {
        let attribution = found[index]
        let passage = passages[attribution.passage]
        let content = contents(index)
        let datesInside = indices(of: dates.mentions.count, inside: content) { dates.mentions[$0].span }
        let entitiesInside = indices(of: entities.mentions.count, inside: content) { entities.mentions[$0].span }
        return Claim(
            id: ids[index]!, source: source, cue: passage.span(attribution.cue), content: content, mode: mode(attribution, content, passage),
            polarity: attribution.denies ? .deny : .assert, strength: attribution.strength, parent: parent(index, ids),
            dates: datesInside.isEmpty ? nil : datesInside, entities: entitiesInside.isEmpty ? nil : entitiesInside)
    }

    /// The mentions that stand inside a content; they are in order of the text.
    private func indices(of count: Int, inside content: [Span], span: (Int) -> Span) -> [Int] {
        content.flatMap { part in
            (Attributor.firstIndex(count, part.start) { span($0).end }..<count).prefix { span($0).start < part.end }.filter { part.contains(span($0)) }
        }
    }

    /// The nearest link above that is in the layer.
    private func parent(_ index: Int, _ ids: [Int: String]) -> String? {
        var above = found[index].parent
        var steps = 0
        while let parent = above, steps < 16 {
            if let id = ids[parent] { return id }
            above = found[parent].parent
            steps += 1
        }
        return nil
    }

    /// Direct when all of it stands in quotation marks, mixed when part does; a quoted name counts for nothing.
    private func mode(_ attribution: Attribution, _ content: [Span], _ passage: Passage) -> ClaimMode {
        var quoted = 0
        var total = 0
        // A quotation that holds the cue too is someone else's.
        let around = passage.quotationAt[attribution.cue.lowerBound]
        for range in attribution.content {
            let trimmed = range.lowerBound..<max(range.lowerBound, passage.trimmed(range.lowerBound, range.upperBound))
            for index in trimmed where passage.words[index].isWord || passage.words[index].token.kind == .number {
                total += 1
                if passage.isQuoted[index], around == nil || passage.quotationAt[index] != around { quoted += 1 }
            }
        }
        if quoted == 0 { return .indirect }
        return quoted >= total ? .direct : .mixed
    }
}
