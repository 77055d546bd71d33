import Corpus

/// How well each line of a page suits each place, its neighbours and the page's topic considered.
struct RoleScores {
    private let page: PageText
    private let evidence: [LineEvidence]
    private let topic: Topic
    private let markup: [MarkupBias]?
    /// Where the densest stretch of running text begins.
    private let mainStart: Int

    init(_ page: PageText, markup: MarkupLayer? = nil) {
        self.page = page
        let evidence = page.lines.map(LineEvidence.init)
        self.evidence = evidence
        topic = Topic(page)
        self.markup = markup.flatMap { MarkupEvidence($0, page, evidence) }?.biases
        mainStart = Self.densestStart(evidence, self.markup)
    }

    private static func densestStart(_ evidence: [LineEvidence], _ markup: [MarkupBias]?) -> Int {
        var best: Float = 0
        var bestStart = 0
        var sum: Float = 0
        var start = 0
        for index in evidence.indices {
            let own = evidence[index]
            let score = own.prose - own.furniture - max(own.byline, 0) + (markup?[index].body ?? 0)
            if sum <= 0 {
                sum = 0
                start = index
            }
            sum += max(score, -1.5)
            if sum > best {
                best = sum
                bestStart = start
            }
        }
        return bestStart
    }

    /// The roles of the lines: once by their looks, then again knowing what the article is about.
    func places() -> [Place] {
        guard !page.lines.isEmpty else { return [] }
        var result = RoleDecoder.decode(scores(nearness: nil))
        for _ in 0..<2 {
            let core = result.places.indices.filter { result.places[$0] == .body }
            if core.isEmpty { break }
            let again = RoleDecoder.decode(scores(nearness: Nearness(topic, places: result.places, evidence: evidence)))
            let same = again.places == result.places
            result = again
            if same { break }
        }
        return result.places
    }

    private func scores(nearness: Nearness?) -> [[Float]] {
        let aside = Asides(page, evidence, topic, nearness, from: mainStart)
        return page.lines.indices.map { index in
            score(index, nearness, aside)
        }
    }

    private func score(_ index: Int, _ nearness: Nearness?, _ asides: Asides) -> [Float] {
        let line = page.lines[index]
        let own = evidence[index]
        let nextProse = index + 1 < evidence.count ? evidence[index + 1].prose : -3
        let previousProse = index > 0 ? evidence[index - 1].prose : -3
        let near = nearness?.near[index] ?? 0
        let aside = asides.depth[index]
        var out = [Float](repeating: 0, count: Place.allCases.count)

        let furniture = own.furniture
        // What every part of the page around the article has in common, so that no part gains by its length alone.
        var off = furniture + own.pointer * 0.4 + (own.prose < 0 ? 0.3 : 0) - near * (near < 0 ? 1.5 : 1)
        var biography = own.biography
        if biography > 0, index > 0, page.lines[index - 1].words <= 4, page.lines[index - 1].function == 0 { biography += 2 }
        off += biography + asides.teaser[index] + aside * (own.prose > 0 ? 2.5 : 0.8)
        let prose = max(own.prose, 0)
        let flows = line.opensWithContinuation && own.prose > 1 && aside < 0.9
        out[Place.top.rawValue] = off - prose * 0.9
        out[Place.lead.rawValue] = off - prose * 0.9 - (line.repeats ? 0 : max(own.headline, 0) * 1.1) - 0.2
        out[Place.insert.rawValue] = off - prose * 1.1 - 0.5 + asides.insert[index] - aside * (own.prose > 0 ? 1.5 : 0)
        // Teasers of other articles are prose too; the tail takes them at a price.
        out[Place.tail.rawValue] = off - prose * 0.5 - (flows ? 1.2 : 0)

        var body = own.prose - furniture * 1.1 - max(own.byline, 0) * 0.7 - max(own.caption, 0) * 0.5 - own.pointer * 0.8 - biography - asides.teaser[index]
        body += near * (near < 0 ? 3 : 1.2) - aside * 3.5
        if line.repeats { body -= 2 }
        out[Place.body.rawValue] = body

        var heading = own.heading - own.pointer - aside * 1.5 - asides.insert[index]
        heading += nextProse > 1 ? 0.8 : -2
        if previousProse < 0 { heading -= 0.7 }
        heading += near * 0.8
        out[Place.heading.rawValue] = heading

        out[Place.topByline.rawValue] = own.byline - 0.6 - furniture * 0.3
        out[Place.leadByline.rawValue] = own.byline + 0.3 - furniture * 0.3
        out[Place.insertByline.rawValue] = own.byline - 0.8 - furniture * 0.3 - aside
        out[Place.topCaption.rawValue] = own.caption - 0.7 - furniture * 0.4
        out[Place.leadCaption.rawValue] = own.caption + 0.2 - furniture * 0.4
        out[Place.insertCaption.rawValue] = own.caption - 0.3 - furniture * 0.4 - aside * 0.5
        out[Place.tailCaption.rawValue] = own.caption - 0.8 - furniture * 0.4

        var title = own.headline
        if let share = nearness?.titleShare[index] { title += share * 5 - 1 }
        if nextProse > 1 { title += 0.7 }
        if line.gap > 0 { title += 0.2 }
        title -= aside * 0.7
        out[Place.title.rawValue] = title
        if let bias = markup?[index] { add(bias, to: &out) }
        return out
    }
}

extension RoleScores {
    private func add(_ bias: MarkupBias, to out: inout [Float]) {
        for place in Place.allCases {
            let weight: Float = switch place {
            case .title: bias.title
            case .body: bias.body
            case .heading: bias.heading
            case .top, .lead, .insert, .tail: bias.furniture
            case .topByline, .leadByline, .insertByline: bias.byline - max(bias.furniture - 1, 0) * 0.5
            case .topCaption, .leadCaption, .insertCaption, .tailCaption: bias.caption
            }
            out[place.rawValue] += weight
        }
    }
}

/// How near each line is to what the article, as decoded so far, is about.
struct Nearness {
    /// From -1 (about something else) to 1.
    private(set) var near: [Float]
    /// The share of a line's words that the article knows.
    private(set) var titleShare: [Float]

    init(_ topic: Topic, places: [Place], evidence: [LineEvidence]) {
        let count = places.count
        let core = (0..<count).filter { places[$0] == .body || places[$0] == .title }
        let whole = topic.counts(of: core)
        near = [Float](repeating: 0, count: count)
        titleShare = [Float](repeating: 0, count: count)
        var shares: [Float?] = []
        var sum: Float = 0
        var coreCount: Float = 0
        for index in 0..<count {
            let inside = places[index] == .body || places[index] == .title
            let share = topic.share(of: index, in: whole, isInside: inside)
            shares.append(share)
            titleShare[index] = share ?? 0
            if inside, let share, topic.stems[index].count >= 4 {
                sum += share
                coreCount += 1
            }
        }
        guard coreCount >= 2 else { return }
        let mean = max(sum / coreCount, 0.12)
        let trust = min(coreCount / 5, 1)
        for index in 0..<count {
            guard let share = shares[index], topic.stems[index].count >= 3 else { continue }
            let size = min(Float(topic.stems[index].count) / 8, 1)
            near[index] = max(-1, min(1, (share - mean * 0.55) / (mean * 0.55))) * trust * size
        }
    }
}

/// Where a page turns aside to other texts, and for how long.
struct Asides {
    /// 0 in the article's flow, up to 1 after a mark that other texts follow.
    private(set) var depth: [Float]
    /// What speaks for an insert on a line beside its own words.
    private(set) var insert: [Float]
    /// What speaks for the teaser of another article.
    private(set) var teaser: [Float]

    init(_ page: PageText, _ evidence: [LineEvidence], _ topic: Topic, _ nearness: Nearness?, from mainStart: Int) {
        let count = page.lines.count
        depth = [Float](repeating: 0, count: count)
        insert = [Float](repeating: 0, count: count)
        teaser = [Float](repeating: 0, count: count)
        var current: Float = 0
        for index in 0..<count {
            let line = page.lines[index]
            let own = evidence[index]
            if index == mainStart { current = 0 }
            if current > 0, own.prose > 1, index > 0 {
                let near = nearness?.near[index] ?? 0
                // What follows a headline in an aside is its teaser, unless it plainly goes on from the article.
                let followsHeadline = evidence[index - 1].headline > 0.3 && evidence[index - 1].prose < 1.2
                if current < 0.9 {
                    if line.opensWithContinuation || (near > 0.6 && !followsHeadline) { current = 0 }
                } else if line.opensWithContinuation, near > 0.2 {
                    current = 0
                }
                if current >= 0.5, followsHeadline { teaser[index] = 1.5 }
            }
            depth[index] = current
            // Any furniture interrupts; what comes after it has to show that it goes on.
            if index > mainStart, own.furniture > 3, own.prose < 1 { current = max(current, 0.35) }
            guard let cue = line.cue, own.prose < 1.5 || line.cueStrength > 0.85 else { continue }
            let rest = line.wordsAndNumbers - line.cueWords
            let isBare = rest <= 2 || line.closesColon
            switch cue {
            case .listHead where isBare && line.cueStrength > 0.5: current = 1
            case .seeAlso where isBare && line.cueStrength > 0.5:
                current = max(current, 0.5)
                if index + 1 < count, evidence[index + 1].prose < 1.5 { insert[index + 1] = 2 }
            case .comments where line.cueStrength > 0.5, .author where line.cueStrength > 0.5: current = 1
            case .tags where line.cueStrength > 0.8: current = max(current, 0.8)
            case .legal where line.cueStrength > 0.6: current = max(current, 0.5)
            case .widget where isBare && line.cueStrength > 0.7, .advertising where line.cueStrength > 0.8: current = max(current, 0.6)
            default: break
            }
        }
    }
}
