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
    /// The sentence the last day was named in.
    private var mentionedSentence = -1
    /// A year alone, and the sentence it was named in.
    private var mentionedYear: (year: Int, sentence: Int)?
    private var recurrentSentence = -1
    /// Sentences of earlier regions, so that their numbers differ.
    private var sentenceOffset = 0

    /// No text is taken to speak of a later year without saying so.
    static let latestYear = 2026

    init(publication: Instant?) {
        self.publication = publication
    }

    /// Looks for the text's own date, where the input gives none: the first that is whole.
    mutating func findReference(in readings: [[Expression]]) {
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

        private func joined(_ left: Int, _ right: Int) -> Point? {
            guard expressions.indices.contains(left), expressions.indices.contains(right), reader.glue(expressions[left].end).map({
                $0 == expressions[right].first || (expressions[right].first - $0 == 1 && reader.terms.mark($0, .to, .and, .from))
            }) == true, case .point(let point) = expressions[left == index ? right : left].meaning else { return nil }
            return point
        }
    }

    /// Where relative dates count from.
    var base: CivilDay? { publication?.day ?? mentioned?.day ?? reference }

    private mutating func resolve(_ point: Point, _ scene: Scene) -> (DateType, String)? {
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
            mentionedPart = point.clock?.part ?? point.dayPart
            mentionedSentence = scene.sentence
            if let time = timeValue(point, scene, inherited: nil) { return (.time, day.iso + time) }
            return (.date, day.iso)
        }
        let value = resolvePeriod(point, scene)
        if let year = point.year, point.calendar == .gregorian, point.era != .hijri { mentionedYear = (year, scene.sentence) }
        return (.date, value ?? "?")
    }

    // MARK: days

    private mutating func resolveDay(_ point: Point, _ scene: Scene) -> Partial? {
        if let deictic = point.deictic {
            if let month = point.month, let day = point.day, point.calendar == .gregorian {
                // اليوم الثالث من مايو is today only on that day.
                if let base, let day = CivilDay(year: base.date.year, month: month, day: day), day == base + deictic { return Partial(day) }
                var rest = point
                rest.deictic = nil
                return monthDay(rest, scene).map { Partial(year: point.year ?? $0.year, month: month, day: day) }
            }
            guard let day = base.map({ $0 + deictic }) else { return nil }
            // A page that appeared after midnight: the weekday that is named decides.
            if let weekday = point.weekday, day.weekday != weekday {
                let before = day.onOrBefore(weekday: weekday)
                return Partial(day - before <= 3 ? before : before + 7)
            }
            return Partial(day)
        }
        if let period = point.period, period.unit == .day {
            if point.month != nil || point.day != nil {
                var rest = point
                rest.period = nil
                return resolveDay(rest, scene)
            }
            guard period.shift.base == .mention, let mentioned else { return base.map { Partial($0 + period.shift.steps) } }
            return mentioned.adding(days: period.shift.steps)
        }
        if let holiday = point.holiday { return day(of: holiday, point, scene) }
        if point.nth != nil { return nthDay(point, scene) }
        if point.calendar == .hijri { return hijriDay(point, scene).map(Partial.init) }
        guard point.day != nil else { return point.weekday.flatMap { weekday($0, point, scene) }.map(Partial.init) }
        return monthDay(point, scene)
    }

    /// A day of a Gregorian month.
    private func monthDay(_ point: Point, _ scene: Scene) -> Partial? {
        var day = point.day ?? 1
        var month = point.month
        var year = point.year
        if month == nil {
            // 15 من الشهر الجاري, الثلاثاء 4: the month of publication, or the nearest with such a weekday.
            guard let base = point.monthShift?.base == .mention ? mentioned?.day ?? base : base else { return nil }
            if let shift = point.monthShift {
                let date = base.adding(months: shift.steps).date
                (year, month) = (date.year, date.month)
            } else {
                let found = nearestMonth(day: day, weekday: point.weekday, to: base, scene)
                (year, month) = (found.year, found.month)
            }
        }
        guard let month else { return nil }
        if year == nil { year = self.year(of: point, month: month, day: max(day, 1), scene) }
        if day == 0 { day = CivilDay.dayCount(ofMonth: month, year: year ?? 2001) }
        // الثلاثاء الثالث من أيلول 2014 that is no Tuesday is the third Tuesday.
        if let weekday = point.weekday, (1...5).contains(day), let year = point.year, let named = CivilDay(year: year, month: month, day: day),
           named.weekday != weekday, point.isOrdinal, let first = CivilDay(year: year, month: month, day: 1) {
            return Partial(first.onOrAfter(weekday: weekday) + 7 * (day - 1))
        }
        guard day <= CivilDay.dayCount(ofMonth: month, year: year ?? 2000) else { return nil }
        return Partial(year: year, month: month, day: day)
    }

    /// `يوم 27`, `الجمعة 15`: the month that has it nearest to publication.
    private func nearestMonth(day: Int, weekday: Int?, to base: CivilDay, _ scene: Scene) -> (year: Int, month: Int) {
        var best: (distance: Int, year: Int, month: Int)?
        for step in -3...3 {
            let first = base.adding(months: step).date
            guard let candidate = CivilDay(year: first.year, month: first.month, day: day), weekday == nil || candidate.weekday == weekday else { continue }
            let distance = abs(candidate - base)
            if best == nil || distance < best!.distance { best = (distance, first.year, first.month) }
        }
        let date = base.date
        guard let best else { return (date.year, date.month) }
        return weekday == nil ? (date.year, date.month) : (best.year, best.month)
    }

    func yearOfMonthNamed(_ point: Point, _ month: Int, _ scene: Scene) -> Int? { year(of: point, month: month, day: 15, scene) }
    func hijriYearNamed(_ point: Point, _ month: Int, _ scene: Scene) -> Int? { hijriYear(point, month, scene) }

    /// The year of a day and month that are named without it.
    private func year(of point: Point, month: Int, day: Int, _ scene: Scene) -> Int? {
        if let shift = point.yearShift { return shiftedYear(shift) }
        if let shift = point.monthShift, let base = shift.base == .mention ? mentioned?.day ?? base : base {
            return shiftedYear(month, shift, base)
        }
        if let weekday = point.weekday, point.day != nil { return agreeingYear(month, day, weekday, scene) }
        if let year = siblingYear(month, day, scene) { return year }
        if publication == nil, let named = mentionedYear, named.sentence == scene.sentence, named.year <= (base?.date.year ?? named.year) { return named.year }
        guard let base else { return nil }
        return chooseYear(month, point.sharedDay ?? point.day, base, scene)
    }

    /// `العام الماضي`, and `العام نفسه` by the year named last.
    func shiftedYear(_ shift: Shift) -> Int? {
        if shift.base == .mention, let year = mentionedYear?.year ?? mentioned?.year { return year + shift.steps }
        return base.map { $0.date.year + shift.steps }
    }

    /// The year that the other end of a range has.
    private func siblingYear(_ month: Int, _ day: Int, _ scene: Scene) -> Int? {
        if let next = scene.next, let year = next.year, let other = next.month, next.calendar == .gregorian {
            return (month, day) <= (other, next.day ?? 31) ? year : year - 1
        }
        if let previous = scene.previous, let year = previous.year, let other = previous.month, previous.calendar == .gregorian {
            return (month, day) >= (other, previous.day ?? 1) ? year : year + 1
        }
        return nil
    }

    /// `ديسمبر الماضي` is the last before this month, `المقبل` the next after it.
    private func shiftedYear(_ month: Int, _ shift: Shift, _ base: CivilDay) -> Int {
        let date = base.date
        switch shift.steps {
        case ..<0: return (month < date.month ? date.year : date.year - 1) + shift.steps + 1
        case 1...: return (month > date.month ? date.year : date.year + 1) + shift.steps - 1
        default:
            let distances = (-1...1).map { (abs($0 * 12 + month - date.month), date.year + $0) }
            return distances.min { $0.0 < $1.0 }!.1
        }
    }

    /// The year nearest to publication in which the date falls on the weekday.
    private func agreeingYear(_ month: Int, _ day: Int, _ weekday: Int, _ scene: Scene) -> Int? {
        let base = publication?.day ?? reference ?? mentioned?.day
        let anchor = base?.date.year ?? Self.latestYear
        var best: (distance: Int, year: Int)?
        for year in (anchor - 12)...(anchor + (base == nil ? 0 : 6)) {
            guard let candidate = CivilDay(year: year, month: month, day: day), candidate.weekday == weekday else { continue }
            let distance = base.map { abs(candidate - $0) } ?? anchor - year
            if best == nil || distance < best!.distance { best = (distance, year) }
        }
        guard let best else { return base.map { chooseYear(month, day, $0, scene) } }
        // A weekday that agrees in no near year is a slip of the pen, not a date of long ago.
        if let base, best.distance > 800 { return chooseYear(month, day, base, scene) }
        return best.year
    }

    private func nearestYear(_ month: Int, _ day: Int, to base: CivilDay) -> Int {
        let year = base.date.year
        return [year, year - 1, year + 1].min { distance($0, month, day, base) < distance($1, month, day, base) }!
    }

    private func distance(_ year: Int, _ month: Int, _ day: Int, _ base: CivilDay) -> Int {
        abs((CivilDay(year: year, month: month, day: min(day, CivilDay.dayCount(ofMonth: month, year: year))) ?? base) - base)
    }

    /// The nearest year, unless the verbs near by look the other way.
    private func chooseYear(_ month: Int, _ day: Int?, _ base: CivilDay, _ scene: Scene) -> Int {
        let date = base.date
        if scene.isAlone { return date.year }
        let day = day ?? (month == date.month ? date.day : 15)
        let nearest = nearestYear(month, day, to: base)
        // What has lasted since a day began before publication.
        if scene.reader.terms.mark(scene.expression.first - 1, .since), let found = CivilDay(year: nearest, month: month, day: min(day, 28)), found > base { return nearest - 1 }
        guard let found = CivilDay(year: nearest, month: month, day: min(day, 28)), abs(found - base) > 120 else { return nearest }
        switch scene.reader.tense(around: scene.expression.first, scene.expression.end) {
        case .future: return found < base ? nearest + 1 : nearest
        case .past: return found > base ? nearest - 1 : nearest
        case nil: return nearest
        }
    }

    /// A weekday without a date.
    private func weekday(_ weekday: Int, _ point: Point, _ scene: Scene) -> CivilDay? {
        if let period = point.period, period.unit == .week, let base = period.shift.base == .mention ? mentioned?.day ?? base : base {
            return base.monday + (7 * period.shift.steps + weekday - 1)
        }
        guard let publication else {
            guard let near = mentioned?.day ?? reference else { return nil }
            let before = near.onOrBefore(weekday: weekday)
            return near - before <= 3 ? before : before + 7
        }
        let base = publication.day
        if let offset = point.weekdayShift {
            switch (offset.steps, offset.base) {
            case (0, .publication): return base.monday + (weekday - 1)
            case (0, _): return mentioned?.day?.onOrBefore(weekday: weekday) ?? base.onOrBefore(weekday: weekday)
            case (1, .mention): return ((mentioned?.day ?? base) + 1).onOrAfter(weekday: weekday)
            case (..<0, _): return (base - 1).onOrBefore(weekday: weekday) - 7 * (-offset.steps - 1)
            default: return (base + 1).onOrAfter(weekday: weekday) + 7 * (offset.steps - 1)
            }
        }
        if let week = scene.weekBefore { return base.monday + (7 * week.steps + weekday - 1) }
        if scene.isAlone { return base.onOrAfter(weekday: weekday) }
        if let sibling = scene.next?.weekdayShift, scene.next?.day == nil, sibling.steps > 0 { return base.onOrAfter(weekday: weekday) }
        switch scene.reader.tense(around: scene.expression.first, scene.expression.end) {
        case .future: return base.onOrAfter(weekday: weekday)
        default: return base.onOrBefore(weekday: weekday)
        }
    }

    // MARK: Hijri

    private func hijriDay(_ point: Point, _ scene: Scene) -> CivilDay? {
        guard let month = point.month, let year = hijriYear(point, month, scene), UmmAlQura.years.contains(year) else { return pairedDay(scene) }
        let dayCount = UmmAlQura.dayCount(ofMonth: month, year: year)
        let day = point.day == 0 ? dayCount : point.day ?? 1
        guard let first = UmmAlQura.firstDay(year: year, month: month), (1...30).contains(day) else { return nil }
        let found = first + (day - 1)
        // The Gregorian half of a printed pair decides; then the weekday, since sightings differ by a day.
        if let pair = pairedDay(scene), abs(pair - found) <= 2 { return pair }
        if let weekday = point.weekday {
            for step in [0, 1, -1] where (found + step).weekday == weekday { return found + step }
        }
        return found
    }

    /// The full Gregorian date that stands right before or behind, for the same day.
    private func pairedDay(_ scene: Scene) -> CivilDay? {
        for index in [scene.index + 1, scene.index - 1] where scene.expressions.indices.contains(index) {
            let other = scene.expressions[index]
            let gap = index > scene.index ? other.first - scene.expression.end : scene.expression.first - other.end
            guard gap <= 3, case .point(let point) = other.meaning, point.calendar == .gregorian, let year = point.year, let month = point.month,
                  let day = point.day else { continue }
            if let found = CivilDay(year: year, month: month, day: day) { return found }
        }
        return nil
    }

    /// The Hijri year of a month that is named with it, with a Gregorian one, or with none.
    private func hijriYear(_ point: Point, _ month: Int, _ scene: Scene) -> Int? {
        if let year = point.year {
            if year < 1600 { return year }
            return (year - 580...year - 577).first { UmmAlQura.firstDay(year: $0, month: month)?.date.year == year }
        }
        if let next = scene.next, next.calendar == .hijri, let year = next.year, year < 1600 { return year }
        guard let base, let today = UmmAlQura.date(of: base) else { return nil }
        if let shift = point.monthShift { return hijriShifted(month, shift, today) }
        if let shift = point.yearShift { return today.year + shift.steps }
        let day = max(point.day ?? 15, 1)
        if let paired = pairedDay(scene), let date = UmmAlQura.date(of: paired) { return date.year + (date.month == 12 && month == 1 ? 1 : 0) }
        return [today.year, today.year - 1, today.year + 1].min {
            abs((UmmAlQura.firstDay(year: $0, month: month) ?? base) + day - base) < abs((UmmAlQura.firstDay(year: $1, month: month) ?? base) + day - base)
        }
    }

    private func hijriShifted(_ month: Int, _ shift: Shift, _ today: (year: Int, month: Int, day: Int)) -> Int {
        switch shift.steps {
        case ..<0: (month < today.month ? today.year : today.year - 1) + shift.steps + 1
        case 1...: (month > today.month ? today.year : today.year + 1) + shift.steps - 1
        default: today.year
        }
    }

    // MARK: feasts

    private func day(of holiday: Holiday, _ point: Point, _ scene: Scene) -> Partial? {
        let year = point.year.flatMap { $0 < 1600 ? nil : $0 } ?? base?.date.year
        guard let year else { return nil }
        switch holiday {
        case .christmas: return Partial(year: year, month: 12, day: 25)
        case .newYear: return Partial(year: point.year ?? year, month: 1, day: 1)
        case .easter: return easter(year).map(Partial.init)
        case .adha: return hijriFeast(month: 12, day: 10, in: year)
        case .fitr: return hijriFeast(month: 10, day: 1, in: year)
        case .hijriNewYear: return hijriFeast(month: 1, day: 1, in: year)
        case .prophetBirthday: return hijriFeast(month: 3, day: 12, in: year)
        case .ashura: return hijriFeast(month: 1, day: 10, in: year)
        }
    }

    private func hijriFeast(month: Int, day: Int, in year: Int) -> Partial? {
        for hijri in (year - 580)...(year - 577) {
            if let found = UmmAlQura.day(year: hijri, month: month, day: day), found.date.year == year { return Partial(found) }
        }
        return nil
    }

    /// The Western Easter (Butcher's rule).
    private func easter(_ year: Int) -> CivilDay? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        return CivilDay(year: year, month: (h + l - 7 * m + 114) / 31, day: (h + l - 7 * m + 114) % 31 + 1)
    }

    // MARK: offsets

    private mutating func resolveOffset(_ point: Point, _ sign: Int, _ quantity: Quantity, _ scene: Scene) -> (DateType, String)? {
        let isTime = quantity.parts.allSatisfy { $0.unit <= .hour }
        if isTime {
            let minutes = quantity.parts.reduce(0) { $0 + $1.thousandths * ($1.unit == .hour ? 60 : 1) / ($1.unit == .second ? 60_000 : 1000) } * sign
            guard let publication, let minute = publication.minute else { return (.duration, quantity.value) }
            let total = minute + minutes
            let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
            return (.time, (publication.day + days).iso + Self.clockValue(total - days * 1440))
        }
        // Narrated events count on from the date before; the rest from publication.
        var origin = publication?.day
        let narrated = sign > 0 && mentioned?.day != nil && (origin == nil || mentionedSentence == scene.sentence && scene.reader.tense(around: scene.expression.first, scene.expression.end) != .future)
        if narrated || origin == nil { origin = mentioned?.day ?? reference }
        guard let origin else { return (.date, "?") }
        if point.calendar == .hijri, let whole = quantity.whole, whole.unit == .year, let today = UmmAlQura.date(of: origin) {
            return (.date, hijriInterval(year: today.year + sign * whole.count, month: nil) ?? "?")
        }
        var day = origin
        var months = 0
        for part in quantity.parts {
            let amount = part.thousandths * sign
            switch part.unit {
            case .day, .night: day = day + amount / 1000
            case .week: day = day + amount * 7 / 1000
            case .month: months += amount / 1000
            case .year: months += amount * 12 / 1000
            case .decade: months += amount * 120 / 1000
            case .century: months += amount * 1200 / 1000
            default: break
            }
        }
        guard abs(months) < 60_000, abs(day.number) < 3_000_000 else { return (.date, "?") }
        day = day.adding(months: months)
        if let weekday = point.weekday {
            day = quantity.parts[0].unit == .week ? day.monday + (weekday - 1) : day.onOrAfter(weekday: weekday)
        } else if let whole = quantity.whole {
            if whole.unit >= .year { return (.date, Partial(year: day.date.year).iso) }
            if whole.unit == .month { return (.date, Partial(year: day.date.year, month: day.date.month).iso) }
        } else if quantity.parts.allSatisfy({ $0.unit >= .month }) {
            return (.date, Partial(year: day.date.year, month: day.date.month).iso)
        }
        mentioned = Partial(day)
        mentionedPart = nil
        mentionedSentence = scene.sentence
        return (.date, day.iso)
    }

    // MARK: times

    /// A clock time or part of day without a date of its own.
    private mutating func resolveTime(_ point: Point, _ scene: Scene) -> (DateType, String)? {
        let isRepeated = scene.reader.isHabitual(scene.expression.first, scene.expression.end) || recurrentSentence == scene.sentence
        let isNamedHere = mentionedSentence == scene.sentence
        var day: Partial?
        if isNamedHere { day = mentioned } else if point.clock != nil, isRepeated { day = nil } else if let ahead = dayAhead(scene) {
            day = ahead
        } else if point.clock != nil, mentioned?.day != nil, scene.reader.tense(around: scene.expression.first, scene.expression.end) != .future {
            day = mentioned
        } else { day = publication.map { Partial($0.day) } }
        if day == nil, publication == nil, !isRepeated { day = laterInSentence(point, scene) }
        guard let time = timeValue(point, scene, inherited: day == nil ? nil : isNamedHere || day == mentioned ? mentionedPart : nil) else { return nil }
        return (.time, (day?.iso ?? "XXXX-XX-XX") + time)
    }

    /// A day named right behind in the same sentence, as the other end of a range has it.
    private func dayAhead(_ scene: Scene) -> Partial? {
        if let next = scene.next, next.clock != nil, next.hasDay { return resolveCopy(next, scene) }
        guard scene.expressions.indices.contains(scene.index + 1), case .point(let next) = scene.expressions[scene.index + 1].meaning, next.hasDay,
              scene.expressions[scene.index + 1].first - scene.expression.end <= 1, next.clock == nil else { return nil }
        return resolveCopy(next, scene)
    }

    /// Where nothing was said before: the day whose part of day the sentence goes on to name.
    private func laterInSentence(_ point: Point, _ scene: Scene) -> Partial? {
        guard let part = point.clock?.part ?? point.dayPart else { return nil }
        for index in scene.expressions.indices.dropFirst(scene.index + 1) {
            let other = scene.expressions[index]
            guard other.first - scene.expression.end < 40, !(scene.expression.end..<other.first).contains(where: scene.reader.isSentenceEnd) else { return nil }
            guard case .point(let later) = other.meaning, later.hasDay, later.dayPart?.code == part.code else { continue }
            var copy = self
            return copy.resolveDay(later, Scene(expressions: scene.expressions, index: index, reader: scene.reader, sentence: scene.sentence, isAlone: false))
        }
        return nil
    }

    private func resolveCopy(_ point: Point, _ scene: Scene) -> Partial? {
        var copy = self
        return copy.resolveDay(point, Scene(expressions: scene.expressions, index: scene.index + 1, reader: scene.reader, sentence: scene.sentence, isAlone: scene.isAlone))
    }

    /// `T18:08`, `TEV`, or `nil` when the point has no time.
    private func timeValue(_ point: Point, _ scene: Scene, inherited: DayPart?) -> String? {
        guard let clock = point.clock else {
            guard let part = point.dayPart else { return nil }
            return part == .midnight ? "T24:00" : part.code
        }
        let hour = hour(of: clock, part: clock.part ?? point.dayPart, scene, inherited)
        var value = "T\(Self.two(hour)):\(Self.two(clock.minute))"
        if let second = clock.second { value += ":\(Self.two(second))" }
        return clock.isUTC ? value + "Z" : value
    }

    private func hour(of clock: Clock, part: DayPart?, _ scene: Scene, _ inherited: DayPart?) -> Int {
        if let part { return Self.hour(clock.hour, part) }
        if clock.is24, clock.hour > 12 || clock.hour == 0 { return clock.hour }
        if let next = scene.next?.clock, let part = next.part {
            // من الخامسة إلى السادسة مساء: the half of the day in which the range runs forward.
            let hour = Self.hour(clock.hour, part)
            return hour * 60 + clock.minute <= Self.hour(next.hour, part) * 60 + next.minute ? hour : clock.hour
        }
        if let previous = scene.previous?.clock, let part = previous.part {
            let first = Self.hour(previous.hour, part)
            return clock.hour < 12 && clock.hour < first ? clock.hour + 12 : clock.hour
        }
        if let inherited, !clock.is24 || clock.hour < 12, clock.hour < 12, inherited != .dawn, inherited != .morning { return Self.hour(clock.hour, inherited) }
        return clock.hour
    }

    /// The hour of 24 that an hour of 12 is in a part of the day.
    static func hour(_ hour: Int, _ part: DayPart) -> Int {
        guard hour <= 12 else { return hour }
        switch part {
        case .dawn, .morning: return hour == 12 ? 0 : hour
        case .noon: return hour >= 10 ? hour : hour + 12
        case .afternoon, .evening: return hour == 12 ? 12 : hour + 12
        case .night, .midnight: return hour == 12 ? 0 : hour >= 5 ? hour + 12 : hour
        }
    }

    static func clockValue(_ minutes: Int) -> String { "T\(two(minutes / 60)):\(two(minutes % 60))" }

    static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    // MARK: recurrences

    private func value(of recurrence: Recurrence) -> String {
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
