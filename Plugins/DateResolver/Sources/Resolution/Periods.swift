import ArabicText

/// Months, years, weeks, seasons and what else is longer than a day.
extension Resolver {
    func resolvePeriod(_ point: Point, _ scene: Scene) -> String? {
        if point.era == .beforeChrist { return nil }
        if point.edge == .rest, let publication, let (first, last) = container(point, scene), first <= publication.day, publication.day <= last {
            return "\(publication.day.iso)/\(last.iso)"
        }
        if point.nth?.unit == .week { return nthWeek(point, scene) }
        if let decade = point.decade { return self.decade(decade, point) }
        if let season = point.season { return self.season(season, point) }
        if let index = point.index { return indexed(index.unit, index.number, point, scene) }
        if point.calendar == .hijri { return hijri(point, scene) }
        if let period = point.period { return relative(period.unit, period.shift, point) }
        if let month = point.month {
            let year = point.year ?? self.year(of: point, month: month, day: 15, scene)
            return Partial(year: year, month: month).iso
        }
        if let shift = point.monthShift, let base {
            let date = base.adding(months: shift.steps).date
            return Partial(year: date.year, month: date.month).iso
        }
        if let year = point.year {
            // عام 1443 where the text counts in Hijri months.
            if isHijri, point.era == nil, (1343...1460).contains(year) { return hijriInterval(year: year, month: nil) }
            return Partial(year: year).iso
        }
        if let shift = point.yearShift { return shiftedYear(shift).map { Partial(year: $0).iso } }
        return nil
    }

    private func relative(_ unit: Unit, _ shift: Shift, _ point: Point) -> String? {
        if unit == .month, shift.base == .mention, let named = mentionedMonth?.month ?? base?.date.month {
            // الشهر نفسه من العام الماضي
            let year = point.year ?? point.yearShift.flatMap { shiftedYear($0) } ?? mentionedMonth?.year ?? base?.date.year
            guard let year, let first = CivilDay(year: year, month: named, day: 1) else { return nil }
            let date = first.adding(months: shift.steps).date
            return Partial(year: date.year, month: date.month).iso
        }
        guard let base = shift.base == .mention ? mentioned?.day ?? base : base else { return nil }
        let date = base.date
        switch unit {
        case .week, .weekend:
            let week = (base + 7 * shift.steps).week
            return "\(Partial.four(week.year))-W\(Self.two(week.week))" + (unit == .weekend ? "-WE" : "")
        case .month:
            let shifted = base.adding(months: shift.steps).date
            return Partial(year: shifted.year, month: shifted.month).iso
        case .quarter:
            let quarter = date.year * 4 + (date.month - 1) / 3 + shift.steps
            return "\(Partial.four(quarter / 4))-Q\(quarter % 4 + 1)"
        case .year: return shiftedYear(shift).map { Partial(year: $0).iso }
        case .decade: return String(date.year / 10 + shift.steps)
        case .century: return Self.two(date.year / 100 + shift.steps)
        case .night: return (base + shift.steps).iso + "TNI"
        default: return nil
        }
    }

    /// `2024-Q3`, `2024-H1`, `2024-W35`, a century.
    private func indexed(_ unit: Unit, _ number: Int, _ point: Point, _ scene: Scene) -> String? {
        if unit == .century { return point.era == nil || point.era == .gregorian ? Self.two(number - 1) : nil }
        var year = point.year ?? point.yearShift.flatMap { shiftedYear($0) } ?? base?.date.year
        if point.year == nil, point.yearShift == nil, let base, unit == .quarter, (number - 1) * 3 + 1 > base.date.month,
           scene.reader.tense(around: scene.expression.first, scene.expression.end) == .past, let known = year { year = known - 1 }
        let name = year.map { Partial.four($0) } ?? "XXXX"
        switch unit {
        case .quarter: return "\(name)-Q\(number)"
        case .halfYear: return "\(name)-H\(number)"
        case .week: return "\(name)-W\(Self.two(number))"
        default: return nil
        }
    }

    private func season(_ season: Season, _ point: Point) -> String? {
        var year = point.year ?? point.yearShift.flatMap { shiftedYear($0) }
        if let shift = point.period?.shift, point.period?.unit == .season, let date = base?.date {
            let first = [Season.spring: 3, .summer: 6, .autumn: 9, .winter: 12][season] ?? 1
            switch (shift.steps, season) {
            case (..<0, .winter): year = date.month >= 3 ? date.year : date.year - 1
            case (1..., .winter): year = date.year + 1
            case (..<0, _): year = date.month > first + 2 ? date.year : date.year - 1
            case (1..., _): year = date.month < first ? date.year : date.year + 1
            default: year = date.year
            }
        }
        return "\(year.map { Partial.four($0) } ?? "XXXX")-\(season.rawValue)"
    }

    /// `199` for the nineties of the last century.
    private func decade(_ decade: Int, _ point: Point) -> String {
        var century = 19
        if let index = point.index, index.unit == .century {
            century = index.number - 1
        } else if let shift = point.period?.shift {
            century = (base?.date.year ?? Self.latestYear) / 100 + shift.steps
        } else if decade == 20 {
            century = (base?.date.year ?? Self.latestYear) >= 2020 ? 20 : 19
        }
        return "\(century)\(decade / 10)"
    }

    // MARK: Hijri

    private func hijri(_ point: Point, _ scene: Scene) -> String? {
        if let month = point.month {
            guard let year = hijriYear(point, month, scene), let first = UmmAlQura.firstDay(year: year, month: month) else { return nil }
            switch point.edge {
            case .start: return first.iso
            case .end: return (first + (UmmAlQura.dayCount(ofMonth: month, year: year) - 1)).iso
            default: return hijriInterval(year: year, month: month)
            }
        }
        if let year = point.year { return hijriInterval(year: year, month: nil) }
        guard let base, let today = UmmAlQura.date(of: base) else { return nil }
        let steps = point.period?.shift.steps ?? point.yearShift?.steps ?? 0
        return hijriInterval(year: today.year + steps, month: nil)
    }

    /// The Gregorian days of a Hijri month or year: `2024-03-11/2024-04-09`.
    func hijriInterval(year: Int, month: Int?) -> String? {
        guard let first = UmmAlQura.firstDay(year: year, month: month ?? 1),
              let lastMonth = UmmAlQura.firstDay(year: year, month: month ?? 12) else { return nil }
        let last = lastMonth + (UmmAlQura.dayCount(ofMonth: month ?? 12, year: year) - 1)
        return "\(first.iso)/\(last.iso)"
    }

    // MARK: the nth of something

    /// First day and number of days of what `من` names.
    private func container(_ point: Point, _ scene: Scene) -> (first: CivilDay, last: CivilDay)? {
        if let period = point.period, let base {
            switch period.unit {
            case .week:
                let monday = base.monday + 7 * period.shift.steps
                return (monday, monday + 6)
            case .month: return month(base.adding(months: period.shift.steps))
            case .year: return year(base.date.year + period.shift.steps)
            default: return nil
            }
        }
        if point.calendar == .hijri, let month = point.month, let year = hijriYear(point, month, scene), let first = UmmAlQura.firstDay(year: year, month: month) {
            return (first, first + (UmmAlQura.dayCount(ofMonth: month, year: year) - 1))
        }
        if let number = point.month, let year = point.year ?? self.year(of: point, month: number, day: 15, scene), let first = CivilDay(year: year, month: number, day: 1) {
            return month(first)
        }
        if let shift = point.monthShift, let base { return month(base.adding(months: shift.steps)) }
        if let number = point.year { return year(number) }
        if let shift = point.yearShift, let base { return year(base.date.year + shift.steps) }
        return nil
    }

    private func month(_ day: CivilDay) -> (first: CivilDay, last: CivilDay)? {
        let date = day.date
        guard let first = CivilDay(year: date.year, month: date.month, day: 1) else { return nil }
        return (first, first + (CivilDay.dayCount(ofMonth: date.month, year: date.year) - 1))
    }

    private func year(_ number: Int) -> (first: CivilDay, last: CivilDay)? {
        guard let first = CivilDay(year: number, month: 1, day: 1), let last = CivilDay(year: number, month: 12, day: 31) else { return nil }
        return (first, last)
    }

    /// `أول جمعة من يوليو`, `آخر يوم من الشهر`.
    func nthDay(_ point: Point, _ scene: Scene) -> Partial? {
        guard let nth = point.nth, let (first, last) = container(point, scene) else { return nil }
        let day: CivilDay
        if let weekday = nth.weekday {
            day = nth.number > 0 ? first.onOrAfter(weekday: weekday) + 7 * (nth.number - 1) : last.onOrBefore(weekday: weekday)
        } else {
            day = nth.number > 0 ? first + (nth.number - 1) : last
        }
        return day >= first && day <= last ? Partial(day) : nil
    }

    /// `الأسبوع الأول من أكتوبر`: the first whole week.
    private func nthWeek(_ point: Point, _ scene: Scene) -> String? {
        guard let nth = point.nth, let (first, last) = container(point, scene) else { return nil }
        let isYear = last - first > 40
        let day = nth.number > 0 ? (isYear ? first + 3 : first.onOrAfter(weekday: 1)) + 7 * (nth.number - 1) : (isYear ? last - 3 : last)
        let week = day.week
        return "\(Partial.four(week.year))-W\(Self.two(week.week))"
    }
}
