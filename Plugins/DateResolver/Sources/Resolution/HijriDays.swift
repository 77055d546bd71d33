import ArabicText

/// Days of the Hijri calendar, and feasts.
extension Resolver {
    func hijriDay(_ point: Point, _ scene: Scene) -> CivilDay? {
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
    func pairedDay(_ scene: Scene) -> CivilDay? {
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
    func hijriYear(_ point: Point, _ month: Int, _ scene: Scene) -> Int? {
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

    func hijriShifted(_ month: Int, _ shift: Shift, _ today: (year: Int, month: Int, day: Int)) -> Int {
        switch shift.steps {
        case ..<0: (month < today.month ? today.year : today.year - 1) + shift.steps + 1
        case 1...: (month > today.month ? today.year : today.year + 1) + shift.steps - 1
        default: today.year
        }
    }

    func day(of holiday: Holiday, _ point: Point, _ scene: Scene) -> Partial? {
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

    func hijriFeast(month: Int, day: Int, in year: Int) -> Partial? {
        for hijri in (year - 580)...(year - 577) {
            if let found = UmmAlQura.day(year: hijri, month: month, day: day), found.date.year == year { return Partial(found) }
        }
        return nil
    }

    /// The Western Easter (Butcher's rule).
    func easter(_ year: Int) -> CivilDay? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        return CivilDay(year: year, month: (h + l - 7 * m + 114) / 31, day: (h + l - 7 * m + 114) % 31 + 1)
    }
}
