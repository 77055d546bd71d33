import Corpus

/// The places of an article's page, in the order a page has them: what precedes the headline, what stands between
/// headline and text, the text with what interrupts it, and the tail.
enum Place: Int, CaseIterable {
    case top, topByline, topCaption
    case title, deck
    case lead, leadByline, leadCaption
    case body, heading, insert, insertCaption, insertByline
    case tail, tailCaption

    var role: BlockRole {
        switch self {
        case .title: .title
        case .body, .deck: .body
        case .heading: .heading
        case .topByline, .leadByline, .insertByline: .byline
        case .topCaption, .leadCaption, .insertCaption, .tailCaption: .caption
        case .top, .lead, .insert, .tail: .boilerplate
        }
    }
}

/// Finds the best way through the places for the lines of a page, by dynamic programming.
enum RoleDecoder {
    static let never: Float = -1e6

    /// What it costs to go from one place to another on the next line; what is not listed can't be.
    private static let steps: [[(from: Int, cost: Float)]] = {
        var table = [[(from: Int, cost: Float)]](repeating: [], count: Place.allCases.count)
        func go(_ from: [Place], _ to: [Place], _ cost: Float) {
            for place in to {
                for other in from { table[place.rawValue].append((other.rawValue, cost)) }
            }
        }
        let top: [Place] = [.top, .topByline, .topCaption]
        let lead: [Place] = [.lead, .leadByline, .leadCaption]
        go(top, top, 0)
        go(top, [.title], 0)
        go(top, [.body], -5)
        go([.title], lead, 0)
        go([.title], [.body, .deck], 0)
        go([.deck], lead, 0)
        go([.deck], [.body], -0.8)
        go([.title], [.heading], -1)
        go(lead, lead, 0)
        go(lead, [.body], 0)
        go(lead, [.heading], -0.7)
        go([.body], [.body, .heading, .insertCaption], 0)
        go([.body], [.insert], -0.3)
        go([.body], [.insertByline], -0.5)
        go([.body], [.tail, .tailCaption], -1)
        go([.heading], [.body], 0)
        go([.heading], [.insertCaption, .insert], -1)
        go([.heading], [.heading], -1.5)
        go([.insert], [.insert, .body, .insertCaption], 0)
        go([.insert], [.heading], -0.5)
        go([.insert], [.insertByline], -1)
        go([.insert], [.tail, .tailCaption], -0.7)
        go([.insertCaption], [.insertCaption, .body, .insert, .heading], 0)
        go([.insertCaption], [.insertByline], -0.5)
        go([.insertCaption], [.tail, .tailCaption], -1)
        go([.insertByline], [.insertByline, .tail, .tailCaption], 0)
        go([.insertByline], [.insert], -0.5)
        go([.insertByline], [.body], -1.5)
        go([.tail], [.tail], 0)
        go([.tail], [.tailCaption], -0.3)
        go([.tailCaption], [.tail, .tailCaption], 0)
        go([.tail, .tailCaption], [.body], -9)
        return table
    }()

    private static let firstCost: [Float] = Place.allCases.map { place in
        switch place {
        case .top, .topByline, .topCaption, .title: 0
        case .body: -3
        default: never
        }
    }

    private static let lastCost: [Float] = Place.allCases.map { place in
        switch place {
        case .title: -4
        case .deck, .lead, .leadByline, .leadCaption: -4
        case .heading: -3
        default: 0
        }
    }

    /// The best places of the lines.
    /// - Parameter scores: of every place, line by line.
    static func decode(_ scores: [Float]) -> [Place] {
        let count = Place.allCases.count
        let lines = scores.count / count
        guard lines > 0 else { return [] }
        var best = (0..<count).map { firstCost[$0] + scores[$0] }
        var from = [UInt8](repeating: 0, count: scores.count)
        var next = best
        let steps = steps
        for index in 1..<max(lines, 1) {
            for place in 0..<count {
                var top = never * 2
                var source = 0
                for step in steps[place] where best[step.from] + step.cost > top {
                    top = best[step.from] + step.cost
                    source = step.from
                }
                next[place] = top + scores[index * count + place]
                from[index * count + place] = UInt8(source)
            }
            swap(&best, &next)
        }
        for place in 0..<count { best[place] += lastCost[place] }
        var place = best.indices.max { best[$0] < best[$1] }!
        var places = [Place](repeating: .top, count: lines)
        for index in (0..<lines).reversed() {
            places[index] = Place(rawValue: place)!
            place = Int(from[index * count + place])
        }
        return places
    }
}
