import ArabicText
import Corpus

/// Gives expressions their values, one after another, with what the text has said so far.
struct Resolver {
    /// Day of publication.
    var publication: Instant?
    /// The first full date of a text without a day of publication.
    var reference: CivilDay?
    /// The day named last; its year may be unknown.
    var mentioned: Partial?
    /// The part of the day that was said with it.
    var mentionedPart: DayPart?
    /// Whether it was named with its month.
    var isMentionDated = false
    /// The sentence the last day was named in.
    var mentionedSentence = -1
    /// The month named last, with a day or without.
    var mentionedMonth: Partial?
    /// A year alone, and the sentence it was named in.
    var mentionedYear: (year: Int, sentence: Int)?
    var recurrentSentence = -1
    /// Sentences of earlier regions, so that their numbers differ.
    private var sentenceOffset = 0

    /// Whether the text gives Hijri dates.
    var isHijri = false

    /// No text is taken to speak of a later year without saying so.
    static let latestYear = 2026

    init(publication: Instant?) {
        self.publication = publication
    }

    /// Looks at the whole text for its calendar, and for its own date where the input gives none: the first that is whole.
    mutating func findReference(in readings: [[Expression]]) {
        for case .point(let point) in readings.joined().map(\.meaning) where point.calendar == .hijri { isHijri = true }
        guard publication == nil else { return }
        for case .point(let point) in readings.joined().map(\.meaning) {
            guard let year = point.year, let month = point.month, let day = point.day, day > 0 else { continue }
            if point.calendar == .hijri, year < 1600 {
                reference = UmmAlQura.day(year: year, month: month, day: day)
            } else {
                reference = CivilDay(year: year, month: month, day: day)
            }
            if reference != nil { return }
        }
    }

    /// The mentions of one region's expressions.
    mutating func resolve(_ expressions: [Expression], _ reader: Reader) -> [DateMention] {
        var mentions: [DateMention] = []
        let isTable = reader.isFragment(expressions)
        let sentences = expressions.isEmpty ? [] : reader.sentenceNumbers()
        for index in expressions.indices {
            let expression = expressions[index]
            let scene = Scene(expressions: expressions, index: index, reader: reader, sentence: sentenceOffset + sentences[expression.first], isAlone: isTable)
            switch expression.meaning {
            case .duration(let quantity):
                mentions.append(DateMention(expression.span, .duration, value: quantity.value))
            case .every(let recurrence):
                recurrentSentence = scene.sentence
                mentions.append(DateMention(expression.span, .set, value: value(of: recurrence)))
            case .point(let point):
                guard let (type, value) = resolve(point, scene) else { continue }
                var span = expression.span
                if type == .duration, let start = point.quantityStart { span.start = start }
                mentions.append(DateMention(span, type, value: value))
            }
        }
        sentenceOffset += (sentences.last ?? 0) + 1
        return mentions
    }

    /// What stands around the expression that is being resolved.
    struct Scene {
        let expressions: [Expression]
        let index: Int
        let reader: Reader
        let sentence: Int

        var expression: Expression { expressions[index] }
        /// The neighbours that nothing but a joint (`و`, `إلى`, a dash) parts from it.
        var next: Point? { joined(index, index + 1) }
        var previous: Point? { joined(index - 1, index) }
        /// Whether the line has nothing but dates, as in a table.
        let isAlone: Bool

        /// The week named a word or two before: `الأسبوع المقبل بين الأربعاء والجمعة`.
        var weekBefore: Shift? {
            for back in 1...2 where index - back >= 0 {
                let other = expressions[index - back]
                guard expression.first - other.end <= 2 + 3 * (back - 1), case .point(let point) = other.meaning else { return nil }
                if let period = point.period, period.unit == .week, point.weekday == nil { return period.shift }
                guard point.weekday != nil, point.day == nil else { return nil }
            }
            return nil
        }

        /// `يفتح من الثلاثاء إلى الأحد`: weekdays of every week.
        var isWeekly: Bool {
            guard case .point(let point) = expression.meaning, point.isBareWeekday, next?.isBareWeekday == true || previous?.isBareWeekday == true else { return false }
            return reader.isHabitual(expression.first, expression.end)
        }

        /// Whether a comma, or `من` behind a time zone, is all that stands between this and the next expression.
        var isJoinedToNext: Bool {
            let next = expressions[index + 1].first
            let gap = next - expression.end
            return gap <= 1 || gap <= 6 && reader.terms.mark(next - 1, .from) && reader.terms.mark(expression.end, .zoneHead)
        }

        func joined(_ left: Int, _ right: Int) -> Point? {
            guard expressions.indices.contains(left), expressions.indices.contains(right), reader.glue(expressions[left].end).map({
                $0 == expressions[right].first || (expressions[right].first - $0 == 1 && reader.terms.mark($0, .to, .and, .from))
            }) == true, case .point(let point) = expressions[left == index ? right : left].meaning else { return nil }
            return point
        }
    }

    /// Where relative dates count from.
    var base: CivilDay? { publication?.day ?? mentioned?.day ?? reference }

    mutating func resolve(_ point: Point, _ scene: Scene) -> (DateType, String)? {
        if let offset = point.offset { return resolveOffset(point, offset.sign, offset.quantity, scene) }
        if !point.hasDate, point.hasTime { return resolveTime(point, scene) }
        if point.hasDay || point.period?.unit == .day {
            let day = resolveDay(point, scene)
            if scene.reader.isException(scene.expression.first), recurrentSentence == scene.sentence, let weekday = point.weekday, point.day == nil {
                return (.set, "XXXX-WXX-\(weekday)")
            }
            if scene.isWeekly, let weekday = point.weekday {
                recurrentSentence = scene.sentence
                return (.set, "XXXX-WXX-\(weekday)")
            }
            guard let day else { return (point.hasTime ? .time : .date, "?") }
            mentioned = day
            if let year = day.year { mentionedYear = (year, scene.sentence) }
            if point.month != nil { mentionedMonth = Partial(year: day.year, month: day.month) }
            mentionedPart = point.clock?.part ?? point.dayPart
            isMentionDated = point.month != nil
            mentionedSentence = scene.sentence
            if let time = timeValue(point, scene, inherited: nil) { return (.time, day.iso + time) }
            return (.date, day.iso)
        }
        let value = resolvePeriod(point, scene)
        if let month = point.month, point.calendar == .gregorian { mentionedMonth = Partial(year: point.year ?? year(of: point, month: month, day: 15, scene), month: month) }
        if let year = value.flatMap(Self.leadingYear) { mentionedYear = (year, scene.sentence) }
        return (.date, value ?? "?")
    }

    /// The year that a value begins with.
    private static func leadingYear(_ value: String) -> Int? {
        let head = value.utf8.prefix(5)
        guard head.count >= 4, head.count == 4 || head.last == UInt8(ascii: "-"), head.prefix(4).allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(value.prefix(4))
    }

    func value(of recurrence: Recurrence) -> String {
        switch recurrence {
        case .every(let quantity): quantity.value
        case .weekday(let weekday): "XXXX-WXX-\(weekday)"
        case .dayPart(let part): "XXXX-XX-XX\(part.code)"
        case .clock(let clock): "XXXX-XX-XXT\(Self.two(clock.part.map { Self.hour(clock.hour, $0) } ?? clock.hour)):\(Self.two(clock.minute))"
        case .monthDay(let day): "XXXX-XX-\(Self.two(day))"
        case .yearDay(let month, let day): "XXXX-\(Self.two(month))-\(Self.two(day))"
        }
    }
}
