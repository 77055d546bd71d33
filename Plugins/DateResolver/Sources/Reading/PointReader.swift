import ArabicText

/// Dates and times together: one expression when nothing stands between them.
extension Reader {
    func point(at index: Int) -> (point: Point, end: Int)? {
        var best: (point: Point, end: Int)?
        func offer(_ reading: (point: Point, end: Int)?) {
            if let reading, reading.end > best?.end ?? index { best = reading }
        }
        offer(clockFirst(index))
        offer(dayPartFirst(index))
        offer(tonight(index))
        offer(lateInDay(index))
        if let (date, end) = date(index) { offer(withTime(date, end)) }
        return best
    }

    /// `الساعة 8 مساء [الأحد 26 يناير]`, `السابعة والنصف`.
    private func clockFirst(_ index: Int) -> (point: Point, end: Int)? {
        guard let part = clock(index) else { return nil }
        var point = Point()
        point.clock = part.clock
        let isHour = !part.isWeak || isTemporalPreposition(index - 1) || terms.mark(index - 1, .about)
        if isHour, let (joined, end) = dateBehindTime(point, part.end) { return (joined, end) }
        if part.isWeak, !isClockContext(index, part.end) { return nil }
        return (point, part.end)
    }

    /// The date that directly follows a time.
    private func dateBehindTime(_ point: Point, _ index: Int) -> (point: Point, end: Int)? {
        guard index < terms.count, terms.isBareOrBy(index), let (date, end) = dateOfDay(index) else { return nil }
        guard point.clock == nil || !terms.isNumber(index) || date.month != nil else { return nil }
        var joined = date
        joined.clock = point.clock
        joined.dayPart = point.dayPart
        return (joined, end)
    }

    /// A date that names a day: not a bare month or year.
    private func dateOfDay(_ index: Int) -> (point: Point, end: Int)? {
        guard let (date, end) = date(index), date.hasDay || date.period?.unit == .day, date.edge == nil else { return nil }
        return (date, end)
    }

    /// `صباح اليوم`, `فجر الأحد، الثامن من مايو`, `ليل السبت الأحد`, `منتصف ليل الاثنين`.
    private func dayPartFirst(_ index: Int) -> (point: Point, end: Int)? {
        var point = Point()
        if let (part, end) = dayPart(index, .construct, .adverb) {
            point.dayPart = part
            if isLone(index, end) { return (point, end) }
            if let (date, dateEnd) = dateOfDay(end), terms.isBare(end) {
                point = date
                point.dayPart = part
                return nightBetween(point, dateEnd) ?? clockBehind(point, dateEnd) ?? (point, dateEnd)
            }
        }
        guard let (part, end) = dayPart(index, .definite) else { return nil }
        point.dayPart = part
        if let (date, dateEnd) = dateOfDay(end), terms.isBare(end) {
            point = date
            point.dayPart = part
            return (point, dateEnd)
        }
        if let reading = clockBehind(point, end) { return reading }
        return isDayPartContext(index, end) ? (point, end) : nil
    }

    /// `وقت متأخر من مساء الثلاثاء`
    private func lateInDay(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.kinds(index).contains(.edge), terms.key(index) == "وقت" || terms.key(index) == "ساعة", let (_, end) = terms.phrase(index, { sense in
            if case .edge(let edge) = sense { edge } else { nil }
        }) else { return nil }
        if let reading = dayPartFirst(end) { return reading }
        return dayPart(end, .definite).map { part, last in
            var point = Point()
            point.dayPart = part
            return (point, last)
        }
    }

    /// The clock that directly follows: `صباح الغد الساعة 7`, `غدا الساعة 8:00 صباحا`.
    private func clockBehind(_ point: Point, _ index: Int) -> (point: Point, end: Int)? {
        guard index < terms.count, terms.isBare(index), point.clock == nil else { return nil }
        var at = index
        if terms.mark(at, .about) { at += 1 }
        guard let part = clock(at), !part.isWeak, at == index || terms.mark(at, .clock) else { return nil }
        var joined = point
        joined.clock = part.clock
        if part.clock.part == nil { joined.clock?.part = point.dayPart }
        return (joined, part.end)
    }

    /// A night from one day to the next, which is the first day's: `ليل السبت الأحد`, `ليلة الجمعة - السبت`, `ليل الخميس إلى الجمعة`.
    private func nightBetween(_ point: Point, _ index: Int) -> (point: Point, end: Int)? {
        guard point.dayPart == .night || point.dayPart == .midnight, let first = point.weekday, point.day == nil else { return nil }
        let at = isPunctuation(index, "-–/ـ") || terms.mark(index, .to) ? index + 1 : index
        guard at < terms.count, terms.isBare(at), let (second, end) = weekday(at), second.weekday == first % 7 + 1, second.day == nil else { return nil }
        return (point, end)
    }

    /// `الليلة`, `هذه الليلة`, `الليلة الماضية`, `ليلة أمس`, `هذا الصباح`.
    private func tonight(_ index: Int) -> (point: Point, end: Int)? {
        var point = Point()
        let hasDemonstrative = terms.kinds(index).contains(.demonstrative)
        let at = hasDemonstrative ? index + 1 : index
        if isUnit(at, .night, .definite) != nil, terms.isBareOrBy(at) {
            point.dayPart = .night
            point.deictic = 0
            if let (shift, end) = shift(at + 1), shift.base == .publication {
                point.deictic = shift.steps
                return (point, end)
            }
            guard !isDescribed(at + 1), terms.numeral(at + 1)?.kind != .ordinal else { return nil }
            return clockBehind(point, at + 1) ?? (point, at + 1)
        }
        guard hasDemonstrative, let (part, end) = dayPart(at, .definite), part != .afternoon else { return nil }
        point.dayPart = part
        point.deictic = 0
        return (point, end)
    }

    /// A date with the part of day or the clock behind it: `الثلاثاء صباحا`, `يوم الجمعة بعد الظهر`, `غدا الساعة 8`.
    private func withTime(_ date: Point, _ index: Int) -> (point: Point, end: Int) {
        guard date.hasDay || date.period?.unit == .day, index < terms.count else { return (date, index) }
        var point = date
        if terms.isBare(index), let (part, end) = dayPart(index, .adverb) {
            point.dayPart = part
            return clockBehind(point, end) ?? (point, end)
        }
        if let reading = clockBehind(point, index) { return reading }
        let comma = afterComma(index)
        if comma > index, point.day != nil, let part = clock(comma), !part.isWeak {
            point.clock = part.clock
            return (point, part.end)
        }
        return (date, index)
    }
}
