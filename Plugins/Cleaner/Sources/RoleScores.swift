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
        let isLatin = page.lines.reduce(0) { $0 + $1.latin } * 2 > page.lines.reduce(0) { $0 + $1.words }
        let evidence = page.lines.map { LineEvidence($0, isLatin: isLatin) }
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
            if !result.contains(.body) { break }
            let again = RoleDecoder.decode(scores(nearness: Nearness(topic, places: result, evidence: evidence)))
            let same = again == result
            result = again
            if same { break }
        }
        return result
    }

    /// The scores of all places, line by line.
    private func scores(nearness: Nearness?) -> [Float] {
        let aside = Asides(page, evidence, topic, nearness, from: mainStart)
        let width = Place.allCases.count
        var scores = [Float](repeating: 0, count: page.lines.count * width)
        scores.withUnsafeMutableBufferPointer { scores in
            for index in page.lines.indices {
                let row = UnsafeMutableBufferPointer(rebasing: scores[(index * width)..<((index + 1) * width)])
                score(index, nearness, aside, into: row)
            }
        }
        return scores
    }

    private func score(_ index: Int, _ nearness: Nearness?, _ asides: Asides, into out: UnsafeMutableBufferPointer<Float>) {
        let line = page.lines[index]
        let own = evidence[index]
        let nextProse = index + 1 < evidence.count ? evidence[index + 1].prose : -3
        let previousProse = index > 0 ? evidence[index - 1].prose : -3
        let near = nearness?.near[index] ?? 0
        let aside = asides.depth[index]

        let furniture = own.furniture
        // What every part of the page around the article has in common, so that no part gains by its length alone.
        var off = furniture + own.pointer * 0.4 + (own.prose < 0 ? 0.3 : 0) - near * (near < 0 ? 0.3 + aside * 1.2 : 1)
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
        body += near * (near < 0 ? 0.5 + aside * 2.5 : 1.2) - aside * 3.5 + asides.quoted[index]
        if line.repeats { body -= 2 }
        out[Place.body.rawValue] = body

        // A standfirst is a sentence or two under the headline, before the author or the picture.
        let count = line.wordsAndNumbers
        let standfirst = (7...45).contains(count) ? min(body, 2) - 0.4 + (line.finite > 0 ? 0.4 : 0) : -4
        out[Place.deck.rawValue] = standfirst + (line.opensWithContinuation ? -1 : 0)

        var heading = own.heading - own.pointer - aside * 1.5 - asides.insert[index]
        heading += nextProse > 1 ? 0.8 : -2
        if previousProse < 0 { heading -= 0.7 }
        heading += near * 0.8
        // A bullet before a short line and text after it: the questions of an interview.
        if line.opensWithBullet, nextProse > 1 { heading += own.prose < 2.5 ? 3 : 0 }
        out[Place.heading.rawValue] = heading

        out[Place.topByline.rawValue] = own.byline - (line.hasDate || line.cue == .byline ? 0.6 : 1.6) - furniture * 0.3
        // Between headline and text, a short line that is no control names an author, an outlet or a place.
        let isCredit = (2...7).contains(count) && own.isPlain
        out[Place.leadByline.rawValue] = max(own.byline, isCredit ? 1 : -4) + 0.3 + (isCredit && line.punctuation > 0 ? 0.3 : 0) - furniture * 0.3
        out[Place.insertByline.rawValue] = own.byline - 0.8 - furniture * 0.3 - aside
        out[Place.topCaption.rawValue] = own.caption - 0.7 - furniture * 0.4
        out[Place.leadCaption.rawValue] = own.caption - 0.1 - furniture * 0.4
        out[Place.insertCaption.rawValue] = own.caption - 0.3 - furniture * 0.4 - aside * 0.5
        out[Place.tailCaption.rawValue] = own.caption - 1.4 - furniture * 0.4

        var title = own.headline
        if let share = nearness?.titleShare[index] { title += share * 5 - 1 }
        if nextProse > 1 { title += 0.7 }
        if line.gap > 0 { title += 0.2 }
        title -= aside * 0.7
        out[Place.title.rawValue] = title
        if let bias = markup?[index] { add(bias, to: out) }
    }
}

extension RoleScores {
    private func add(_ bias: MarkupBias, to out: UnsafeMutableBufferPointer<Float>) {
        for place in Place.allCases {
            let weight: Float = switch place {
            case .title: bias.title
            case .body, .deck: bias.body
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
            if inside, let share, topic.stemCount(of: index) >= 4 {
                sum += share
                coreCount += 1
            }
        }
        guard coreCount >= 2 else { return }
        let mean = max(sum / coreCount, 0.12)
        let trust = min(coreCount / 5, 1)
        for index in 0..<count {
            guard let share = shares[index], topic.stemCount(of: index) >= 3 else { continue }
            let size = min(Float(topic.stemCount(of: index)) / 8, 1)
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
    /// What speaks for a line because the one before announces or opens a quotation.
    private(set) var quoted: [Float]

    init(_ page: PageText, _ evidence: [LineEvidence], _ topic: Topic, _ nearness: Nearness?, from mainStart: Int) {
        let count = page.lines.count
        depth = [Float](repeating: 0, count: count)
        insert = [Float](repeating: 0, count: count)
        teaser = [Float](repeating: 0, count: count)
        var current: Float = 0
        var seenProse = false
        var isSecond = false
        var secondStart = -1
        var openQuote = 0
        // After the last paragraph that goes on from another, what an interruption cuts off is likely lost.
        let lastFlow = page.lines.indices.last { evidence[$0].prose > 1 && page.lines[$0].opensWithContinuation && evidence[$0].furniture < 2 } ?? count
        quoted = [Float](repeating: 0, count: count)
        for index in 0..<count {
            let line = page.lines[index]
            if openQuote > 0, evidence[index].furniture < 2 { quoted[index] = 2.5 }
            if index > 0, page.lines[index - 1].closesColon, evidence[index - 1].prose > 0.5, evidence[index].furniture < 2 { quoted[index] = 2.5 }
            if line.opensQuote > 0 { openQuote = 6 } else if line.opensQuote < 0 { openQuote = 0 } else { openQuote -= 1 }
            let own = evidence[index]
            if index == mainStart, !seenProse { current = 0 }
            if current > 0, own.prose > 1, index > 0 {
                let near = nearness?.near[index] ?? 0
                // What follows a headline in an aside is its teaser, unless it plainly goes on from the article.
                let followsHeadline = evidence[index - 1].headline > 0.3 && evidence[index - 1].prose < 1.2
                let overlap = topic.overlap(of: index - 1, with: index)
                if current < 0.9 {
                    if line.opensWithContinuation && !isSecond || (near > 0.6 && !followsHeadline) { current = 0 }
                } else if line.opensWithContinuation, !isSecond, followsHeadline ? overlap < 0.15 && near > -0.6 : near > 0.4 {
                    current = 0
                }
                if current >= 0.5, followsHeadline { teaser[index] = 1.5 }
                if current > 0, index > lastFlow, (nearness?.near[index] ?? 0) < 0.2 { teaser[index] = max(teaser[index], 1) }
            }
            if !seenProse {
                // Headline, date or author, text: an article begins, whatever list stood before.
                if own.byline > 2, index > 0, evidence[index - 1].headline > 0.5 {
                    depth[index - 1] = 0
                    current = 0
                }
                if own.prose > 1.5, current < 0.5 { seenProse = true }
            }
            if current < 0.9, let follower = Self.secondArticle(after: index, page, evidence, topic) {
                secondStart = follower
            }
            if index == secondStart {
                current = 1
                isSecond = true
            }
            depth[index] = current
            // Any furniture interrupts; what comes after it has to show that it goes on.
            if index > mainStart, own.furniture > 3, own.prose < 1 { current = max(current, index > 0 && evidence[index - 1].furniture > 3 ? 0.6 : 0.35) }
            guard let cue = line.cue, own.prose < 1.5 || line.cueStrength > 0.85 else { continue }
            let rest = line.wordsAndNumbers - line.cueWords
            // A list's head is a short line; one of two words or more may name the section or the file too.
            let isBare = rest <= 2 || line.closesColon || (cue == .listHead && line.cueWords >= 2 && line.wordsAndNumbers <= 7 && !line.closesSentence)
            switch cue {
            case .listHead where isBare && line.cueStrength > 0.5: current = 1
            case .seeAlso where isBare && line.cueStrength > 0.5:
                current = max(current, 0.5)
                if index + 1 < count, evidence[index + 1].prose < 1.5 { insert[index + 1] = 2 }
            case .comments where line.cueStrength > 0.5 && line.words >= 4 && line.address + line.weakAddress > 0: current = max(current, 0.6)
            case .comments where line.cueStrength > 0.5, .author where line.cueStrength > 0.5: current = 1
            case .tags where line.cueStrength > 0.8: current = max(current, 0.8)
            case .legal where line.cueStrength > 0.6: current = max(current, 0.5)
            case .widget where isBare && line.cueStrength > 0.7, .advertising where line.cueStrength > 0.8: current = max(current, 0.6)
            default: break
            }
        }
    }

    /// Where the article that a see-also line names begins right after it: its first lines have the words of its headline.
    private static func secondArticle(after index: Int, _ page: PageText, _ evidence: [LineEvidence], _ topic: Topic) -> Int? {
        let line = page.lines[index]
        guard line.cue == .seeAlso, line.cueStrength > 0.7, line.wordsAndNumbers - line.cueWords >= 4, topic.stemCount(of: index) >= 3 else { return nil }
        var follower = index + 1
        while follower < evidence.count, follower < index + 3, evidence[follower].prose < 1 { follower += 1 }
        guard follower < evidence.count, evidence[follower].prose > 1 else { return nil }
        return topic.overlap(of: index, with: follower) >= 0.5 ? follower : nil
    }
}
