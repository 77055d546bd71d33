import ArabicText
import Corpus

/// What the lines of a page say of the article: who wrote it, for whom, where on the site, and when.
struct ArticleFacts {
    var byline: String?
    var agency: String?
    var section: String?
    var published: String?

    init(_ page: PageText, _ places: [Place]) {
        var updated: String?
        var above: String?
        for (index, place) in places.enumerated() {
            let line = page.lines[index]
            switch place {
            case .topByline, .leadByline, .insertByline:
                if let date = DateLine.date(of: line, in: page) {
                    if Self.tellsUpdate(line, page) { updated = updated ?? date.iso } else if place == .topByline { above = above ?? date.iso } else { published = published ?? date.iso }
                }
                if agency == nil { agency = Self.agency(line, page) }
                if byline == nil, place != .insertByline || line.cue == .byline { byline = Self.author(line, page) }
            case .top, .lead:
                if section == nil { section = Self.section(line, page) }
            default: break
            }
        }
        // A date above the headline may be the day the page was seen.
        published = published ?? above ?? updated
    }

    // Updated, modified; last.
    private static let updateWords: Set<WordKey> = ["تحديث", "تعديل", "حدث", "عدل", "التحديث", "التعديل", "updated", "update"]

    private static func tellsUpdate(_ line: PageLine, _ page: PageText) -> Bool {
        for index in line.tokens {
            let token = page.tokens[index]
            if token.kind == .number { return false }
            if updateWords.contains(token.key) { return true }
        }
        return false
    }

    // Agency, agencies.
    private static let agencyHead: WordKey = "وكالة"
    private static let agenciesWord: Set<WordKey> = ["وكالات", "الوكالات", "والوكالات"]

    /// The agency a credit line names: its known name, or what follows the word agency.
    private static func agency(_ line: PageLine, _ page: PageText) -> String? {
        for index in line.tokens where page.tokens[index].kind == .word {
            let token = page.tokens[index]
            if token.key == agencyHead {
                var last = index
                while last + 1 < line.tokens.upperBound, page.tokens[last + 1].kind == .word, last - index < 5 { last += 1 }
                return page.text[Span(token.start, page.tokens[last].end)]
            }
            if agenciesWord.contains(token.key) { return page.text[token.span] }
            if page.traits[index].contains(.agency), token.key.count > 1 { return page.text[token.span] }
        }
        return nil
    }

    // Wrote, by, prepared, edited, written by, and what may follow such a word before the name.
    private static let authorCues: Set<WordKey> = [
        "كتب", "كتبت", "كتبه", "كتبها", "بقلم", "إعداد", "أعده", "أعدها", "تحرير", "الكاتب", "الكاتبة", "بواسطة", "المحرر", "محرر", "مراسل", "حاوره", "حاورها", "حاورته", "by",
    ]

    // Source, agency: such a line names an outlet. The article: outlets have it, authors' first names hardly ever.
    private static let sourceWords: Set<WordKey> = ["المصدر", "مصدر", "وكالة", "موقع", "قناة", "source"]
    private static let article: WordKey = "ال"

    /// The author's name: what follows a word of writing, or a line that is nothing but a name.
    private static func author(_ line: PageLine, _ page: PageText) -> String? {
        var names: [Range<Int>] = []
        var open: Int?
        var followsCue = false
        var hasCue = false
        var index = line.tokens.lowerBound
        func flush(_ end: Int) {
            if let start = open, end > start { names.append(start..<end) }
            open = nil
        }
        while index < line.tokens.upperBound {
            let token = page.tokens[index]
            let traits = page.traits[index]
            if token.kind == .word, authorCues.contains(token.key) {
                flush(index)
                names.removeAll()
                followsCue = true
                hasCue = true
            } else if token.kind == .word, traits.isDisjoint(with: [.credit, .calendar, .dateline, .agency, .interface, .function, .section]) || (open != nil && traits == .common) {
                if open == nil { open = index }
            } else if token.kind == .punctuation, open == nil, followsCue {
                // The colon or dash after the cue.
            } else {
                flush(index)
                if hasCue, !names.isEmpty { break }
            }
            index += 1
        }
        flush(line.tokens.upperBound)
        if !hasCue, page.tokens[line.tokens.lowerBound..<line.tokens.upperBound].contains(where: { sourceWords.contains($0.key) }) { return nil }
        for name in names where hasCue ? name.count <= 6 : (2...4).contains(name.count) && !page.tokens[name.lowerBound].key.hasPrefix(article) {
            return page.text[Span(page.tokens[name.lowerBound].start, page.tokens[name.upperBound - 1].end)]
        }
        return nil
    }

    // Home, main page.
    private static let homeWords: Set<WordKey> = ["الرئيسية", "الرئيسة", "الصفحة", "home", "أنت", "هنا", "accueil"]

    /// The section that a breadcrumb of two or more steps leads through.
    private static func section(_ line: PageLine, _ page: PageText) -> String? {
        guard line.bars > 0, line.wordsAndNumbers <= 12, line.bars <= 4 else { return nil }
        var from: Int?
        var parts: [Span] = []
        var leadsHome = false
        var isKnown = false
        func flush(_ end: Int) {
            if let start = from { parts.append(Span(page.tokens[start].start, page.tokens[end - 1].end)) }
            from = nil
        }
        for index in line.tokens {
            let token = page.tokens[index]
            if token.kind == .word || token.kind == .number {
                if token.kind == .word, homeWords.contains(token.key), parts.isEmpty {
                    leadsHome = true
                    continue
                }
                if parts.isEmpty, page.traits[index].contains(.section) { isKnown = true }
                if from == nil { from = index }
            } else {
                flush(index)
            }
        }
        flush(line.tokens.upperBound)
        return leadsHome || isKnown ? parts.first.map { page.text[$0] } : nil
    }
}
