import ArabicText
import Corpus

/// What a word before a name decides about it: a quoted name after `newspaper` is an organisation's, one after `novel` is
/// a work's; a date after `university` or `street` belongs to its name; `road A - B` is one road.
enum HeadRules {
    /// newspaper, journal, magazine, agency, channel, site, platform, network, radio, television, company, group, bank,
    /// party, movement, organisation, association, foundation, club, house
    private static let organizations: Set<WordKey> = [
        "صحيفة", "جريدة", "مجلة", "وكالة", "قناة", "موقع", "منصة", "شبكة", "إذاعة", "راديو", "تلفزيون", "شركة", "مجموعة", "بنك", "مصرف",
        "حزب", "حركة", "منظمة", "جمعية", "مؤسسة", "نادي", "فرقة",
    ]
    /// novel, film, series, book, collection of poems, song, programme, podcast, play, forum, festival, exhibition,
    /// competition, award, initiative, campaign, operation, album, meeting
    private static let works: Set<WordKey> = [
        "رواية", "فيلم", "مسلسل", "كتاب", "ديوان", "أغنية", "برنامج", "بودكاست", "مسرحية", "ملتقى", "مهرجان", "معرض", "مسابقة", "جائزة",
        "مبادرة", "حملة", "عملية", "ألبوم", "منتدى", "مؤتمر", "قصيدة", "لوحة", "وثائقي",
    ]
    /// university, movement, revolution, street, square, quarter, stadium, bridge, school, institute, brigade, airport
    private static let dated: Set<WordKey> = [
        "جامعة", "حركة", "ثورة", "شارع", "ساحة", "ميدان", "حي", "ملعب", "استاد", "جسر", "كوبري", "مدرسة", "معهد", "كتيبة", "مستشفى", "انتفاضة", "ائتلاف",
    ]
    static let months: Set<WordKey> = [
        "يناير", "فبراير", "مارس", "أبريل", "إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
        "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "جانفي", "فيفري", "أفريل", "ماي", "جوان", "جويلية", "أوت",
        "غشت", "شتنبر", "نونبر", "دجنبر", "يوليوز", "رمضان",
    ]
    /// road, motorway, line
    private static let roads: Set<WordKey> = ["طريق", "أوتوستراد", "أوتستراد", "خط", "الطريق", "محور"]

    private static let heads = organizations.union(works).union(dated).union(roads)

    /// Applies the rules to a document's tags.
    static func apply(_ text: TaggableText, _ tags: inout [UInt8]) {
        let concerned = text.words.map { $0.kind == .word && heads.contains($0.stem) }
        for sentence in text.sentences {
            for token in sentence where concerned[text.wordIndexes[token]] {
                let key = text.word(token).stem
                if organizations.contains(key) || works.contains(key) {
                    quoted(after: token, sentence, works.contains(key) ? .miscellaneous : .organization, text, &tags)
                }
                guard let type = Tag.type(tags[token]), Tag.isBegin(tags[token]) else { continue }
                if dated.contains(key) { date(after: token, sentence, type, text, &tags) }
                if roads.contains(key), type == .location { road(from: token, sentence, text, &tags) }
            }
        }
    }

    private static func isQuote(_ token: Int, _ text: TaggableText) -> Bool {
        text.tokens[token].kind == .punctuation && PunctuationClass(rawValue: text.word(token).hash) == .quote
    }

    /// A piece of up to five words in quote marks right after the head.
    private static func quoted(after head: Int, _ sentence: Range<Int>, _ type: EntityType, _ text: TaggableText, _ tags: inout [UInt8]) {
        let open = head + 1
        guard open + 2 < sentence.upperBound, isQuote(open, text), text.tokens[open + 1].kind == .word else { return }
        var close = open + 1
        while close < sentence.upperBound, !isQuote(close, text) {
            guard close - open <= 5, text.tokens[close].kind != .punctuation else { return }
            close += 1
        }
        guard close < sentence.upperBound else { return }
        // A name that runs over the mark ends before it.
        if close + 1 < sentence.upperBound, Tag.isInside(tags[close + 1]) { tags[close + 1] = Tag.begin(Tag.type(tags[close + 1])!) }
        var before = head
        while before >= sentence.lowerBound, tags[before] != Tag.outside, before == head || Tag.isInside(tags[before + 1]) {
            let begins = Tag.isBegin(tags[before])
            tags[before] = Tag.outside
            if begins { break }
            before -= 1
        }
        tags[open] = Tag.outside
        tags[close] = Tag.outside
        for token in open + 1..<close { tags[token] = token == open + 1 ? Tag.begin(type) : Tag.inside(type) }
    }

    /// A day and month, with or without a year, or else a number of one digit, that follows the words of a name.
    private static func date(after head: Int, _ sentence: Range<Int>, _ type: EntityType, _ text: TaggableText, _ tags: inout [UInt8]) {
        var number = head + 1
        while number < sentence.upperBound, Tag.isInside(tags[number]), text.tokens[number].kind != .number { number += 1 }
        guard number < sentence.upperBound, text.tokens[number].kind == .number else { return }
        var end = number
        if number + 1 < sentence.upperBound, months.contains(text.word(number + 1).key) {
            end = number + 2
            if end < sentence.upperBound, text.tokens[end].kind == .number, text.tokens[end].end - text.tokens[end].start == 4 { end += 1 }
        } else if number > head + 1, text.tokens[number].end - text.tokens[number].start == 1 {
            end = number + 1
        }
        guard end > number else { return }
        for token in number..<end { tags[token] = Tag.inside(type) }
        // What the chain took besides belongs to no name of its own.
        var rest = end
        while rest < sentence.upperBound, Tag.isInside(tags[rest]) {
            tags[rest] = Tag.outside
            rest += 1
        }
    }

    /// `road A - B`, where B was found or A and B are one word each.
    private static func road(from head: Int, _ sentence: Range<Int>, _ text: TaggableText, _ tags: inout [UInt8]) {
        var dash = head + 1
        while dash < sentence.upperBound, Tag.isInside(tags[dash]) { dash += 1 }
        guard dash > head + 1, dash + 1 < sentence.upperBound, text.tokens[dash].kind == .punctuation,
              PunctuationClass(rawValue: text.word(dash).hash) == .dash, text.tokens[dash + 1].kind == .word,
              Tag.type(tags[dash + 1]) == .location
        else { return }
        tags[dash] = Tag.inside(.location)
        tags[dash + 1] = Tag.inside(.location)
    }
}
