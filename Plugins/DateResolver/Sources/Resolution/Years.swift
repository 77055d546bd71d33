import ArabicText

/// The year of a date that is named without one.
extension Resolver {
    /// The year of a day and month that are named without it.
    func year(of point: Point, month: Int, day: Int, _ scene: Scene) -> Int? {
        if let shift = point.yearShift { return shiftedYear(shift) }
        if let shift = point.monthShift ?? scene.next?.monthShift, let base = shift.base == .mention ? mentioned?.day ?? base : base {
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
    func siblingYear(_ month: Int, _ day: Int, _ scene: Scene) -> Int? {
        if let next = scene.next, let year = next.year, let other = next.month, next.calendar == .gregorian {
            return (month, day) <= (other, next.day ?? 31) ? year : year - 1
        }
        if let previous = scene.previous, let year = previous.year, let other = previous.month, previous.calendar == .gregorian {
            return (month, day) >= (other, previous.day ?? 1) ? year : year + 1
        }
        return nil
    }

    /// `ديسمبر الماضي` is the last before this month, `المقبل` the next after it.
    func shiftedYear(_ month: Int, _ shift: Shift, _ base: CivilDay) -> Int {
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
    func agreeingYear(_ month: Int, _ day: Int, _ weekday: Int, _ scene: Scene) -> Int? {
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

    /// Whether a day of a month falls on a weekday within half a year of publication.
    func agreesSoon(_ month: Int, _ day: Int, _ weekday: Int, _ base: CivilDay) -> Bool {
        let year = base.date.year
        return (year - 1...year + 1).contains { candidate in
            guard let found = CivilDay(year: candidate, month: month, day: day) else { return false }
            return found.weekday == weekday && abs(found - base) <= 200
        }
    }

    func nearestYear(_ month: Int, _ day: Int, to base: CivilDay) -> Int {
        let year = base.date.year
        return [year, year - 1, year + 1].min { distance($0, month, day, base) < distance($1, month, day, base) }!
    }

    func distance(_ year: Int, _ month: Int, _ day: Int, _ base: CivilDay) -> Int {
        abs((CivilDay(year: year, month: month, day: min(day, CivilDay.dayCount(ofMonth: month, year: year))) ?? base) - base)
    }

    /// The nearest year, unless the verbs near by look the other way.
    func chooseYear(_ month: Int, _ day: Int?, _ base: CivilDay, _ scene: Scene) -> Int {
        let date = base.date
        if scene.isAlone { return date.year }
        let day = day ?? (month == date.month ? date.day : 15)
        let nearest = nearestYear(month, day, to: base)
        // What has happened, or lasted since, lies before publication.
        if scene.reader.tellsWhatHappened(before: scene.expression.first), let found = CivilDay(year: nearest, month: month, day: min(day, 28)), found > base { return nearest - 1 }
        guard let found = CivilDay(year: nearest, month: month, day: min(day, 28)), abs(found - base) > 120 else { return nearest }
        switch scene.reader.tense(around: scene.expression.first, scene.expression.end) {
        case .future: return found < base ? nearest + 1 : nearest
        case .past: return found > base ? nearest - 1 : nearest
        case nil: return nearest
        }
    }
}
