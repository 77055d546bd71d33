import ArabicText

/// Days: of months, weeks and weekdays.
extension Resolver {
    mutating func resolveDay(_ point: Point, _ scene: Scene) -> Partial? {
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
    func monthDay(_ point: Point, _ scene: Scene) -> Partial? {
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
        if year == nil, let weekday = point.weekday, point.isOrdinal, (1...5).contains(day), let base, !agreesSoon(month, day, weekday, base) {
            // السبت الأول من أيلول: no Saturday is a first of September near by, so it is the first Saturday.
            year = point.monthShift.map { shiftedYear(month, $0, base) } ?? chooseYear(month, day, base, scene)
        }
        if year == nil { year = self.year(of: point, month: month, day: max(day, 1), scene) }
        if day == 0 { day = CivilDay.dayCount(ofMonth: month, year: year ?? 2001) }
        // الثلاثاء الثالث من أيلول 2014 that is no Tuesday is the third Tuesday.
        if let weekday = point.weekday, (1...5).contains(day), let year, let named = CivilDay(year: year, month: month, day: day),
           named.weekday != weekday, point.isOrdinal, let first = CivilDay(year: year, month: month, day: 1) {
            return Partial(first.onOrAfter(weekday: weekday) + 7 * (day - 1))
        }
        guard day <= CivilDay.dayCount(ofMonth: month, year: year ?? 2000) else { return nil }
        return Partial(year: year, month: month, day: day)
    }

    /// `يوم 27`, `الجمعة 15`: the month that has it nearest to publication.
    func nearestMonth(day: Int, weekday: Int?, to base: CivilDay, _ scene: Scene) -> (year: Int, month: Int) {
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

    /// A weekday without a date.
    func weekday(_ weekday: Int, _ point: Point, _ scene: Scene) -> CivilDay? {
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
        if let sibling = scene.next?.weekdayShift, scene.next?.day == nil, sibling.steps > 0 { return base.onOrAfter(weekday: weekday) }
        // The days after a date that the sentence has named before, when that lies back: غادر السبت 7 ديسمبر ووصل الأحد.
        if mentionedSentence == scene.sentence, isMentionDated, let mentioned = mentioned?.day, base - mentioned > 7 {
            return mentioned.onOrAfter(weekday: weekday)
        }
        let isAhead = scene.isAlone || scene.reader.tense(around: scene.expression.first, scene.expression.end) == .future
        // Of two weekdays side by side the second comes after the first.
        if isAhead {
            let first = scene.previous?.isWeekday == true ? mentioned?.day ?? base : base
            return first.onOrAfter(weekday: weekday)
        }
        if let next = scene.next, next.isWeekday, let last = next.weekday, last != weekday {
            return base.onOrBefore(weekday: last).onOrBefore(weekday: weekday)
        }
        return base.onOrBefore(weekday: weekday)
    }
}
