import ArabicText

/// Dates put together from their parts.
extension Reader {
    /// A date without clock or part of day.
    func date(_ index: Int) -> (point: Point, end: Int)? {
        var best: (point: Point, end: Int)?
        func offer(_ reading: (point: Point, end: Int)?) {
            if let reading, reading.end > best?.end ?? index { best = reading }
        }
        if terms.isNumber(index) {
            offer(numericDate(index))
            offer(numericMonth(index))
            offer(numericDay(index))
        }
        if let head = isUnit(index, .day, .singular), terms.isNumber(head) {
            offer(numericDate(head))
            offer(numericDay(head))
        }
        offer(deictic(index))
        offer(weekdayDate(index))
        offer(dayAndMonth(index))
        offer(monthAndYear(index))
        offer(yearAlone(index))
        offer(periodDate(index))
        offer(edgeDate(index))
        offer(seasonDate(index))
        offer(share(index))
        offer(nth(index))
        offer(decadeOrCentury(index))
        offer(holiday(index))
        return best
    }

    /// `اليوم الخميس 14 مارس`, `أمس`, `الغد`.
    private func deictic(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.kinds(index).contains(.deictic), let (days, end) = terms.phrase(index, { sense in
            if case .deictic(let days) = sense { days } else { nil }
        }), !isDeicticTrap(index, end, days) else { return nil }
        var point = Point()
        point.deictic = days
        if let (shift, end) = shift(end), shift.base == .publication, shift.steps == 0 { return (point, end) }
        return attached(to: point, end) ?? (point, end)
    }

    /// A weekday with the day and month that may follow it.
    private func weekdayDate(_ index: Int) -> (point: Point, end: Int)? {
        guard let (point, end) = weekday(index) else { return nil }
        return attached(to: point, end) ?? (point, end)
    }

    /// What may stand behind a weekday or `اليوم`: a weekday, a day and month, a date in digits.
    private func attached(to point: Point, _ end: Int) -> (point: Point, end: Int)? {
        var starts = [end, afterComma(end)]
        if terms.mark(end, .in, .corresponding) { starts.append(end + 1) }
        if terms.mark(end, .corresponding), isPunctuation(end + 1, "لـ") { starts.append(end + 2) }
        var best: (point: Point, end: Int)?
        for start in starts where start > (best?.end ?? 0) || best == nil {
            if point.weekday == nil, start == end, let (weekdayPoint, weekdayEnd) = weekday(start), terms.isBare(start) {
                var joined = point
                joined.weekday = weekdayPoint.weekday
                joined.weekdayShift = weekdayPoint.weekdayShift
                best = attached(to: joined, weekdayEnd) ?? (joined, weekdayEnd)
                continue
            }
            guard start < terms.count, terms.isBare(start), let (other, otherEnd) = numericDate(start) ?? dayAndMonth(start) ?? numericDay(start),
                  otherEnd > best?.end ?? 0 else { continue }
            if start > end, terms.mark(end, .corresponding), other.year != nil, point.deictic != nil { continue }
            var joined = other
            joined.weekday = point.weekday
            joined.weekdayShift = point.weekdayShift ?? other.weekdayShift
            joined.deictic = point.deictic
            joined.period = point.period ?? other.period
            best = (joined, otherEnd)
        }
        if let best { return best }
        // الثلاثاء 4, السبت السادس عشر
        if point.weekday != nil, terms.isBare(end), let (day, dayEnd) = dayNumber(end), !isFollowedByNoun(dayEnd),
           unit(dayEnd, .singular, .plural) == nil, dayPart(dayEnd, .adverb) == nil, !isPunctuation(dayEnd, "-–:") || !terms.isNumber(dayEnd + 1) {
            var joined = point
            joined.day = day
            return (joined, dayEnd)
        }
        return nil
    }

    /// `[يوم] 14 [من] [شهر] مارس [الماضي] [2024]`, `يناير 1`, `20 من الشهر المقبل`.
    func dayAndMonth(_ index: Int) -> (point: Point, end: Int)? {
        var at = index
        if let end = isUnit(index, .day, .singular) { at = end }
        if let end = isUnit(index, .day, .definite), case let numeral? = terms.numeral(end), numeral.kind == .ordinal { at = end }
        guard let (day, dayEnd) = firstOrLastDay(at) ?? dayNumber(at) else { return monthAndDay(index) }
        var monthStart = dayEnd
        // ثالث يوم من شهر
        if let end = isUnit(dayEnd, .day, .singular), terms.mark(end, .from, .in) { monthStart = end }
        let hasFrom = terms.mark(monthStart, .from, .in) && terms.isBare(monthStart)
        if terms.mark(monthStart, .from) && terms.isBare(monthStart) { monthStart += 1 }
        if isPunctuation(monthStart, "/"), monthName(monthStart + 1) != nil { monthStart += 1 }
        if at > index, let reading = dayAlone(index, at, day, dayEnd) { return reading }
        guard monthStart < terms.count, terms.isBareOrBy(monthStart) else { return nil }
        if let part = month(monthStart) {
            if part.name.strength == .rare, year(part.end, bare: true) == nil { return nil }
            var point = point(of: part)
            point.day = day
            point.isOrdinal = !terms.isNumber(at)
            return withYear(point, part.end) ?? (point, part.end)
        }
        // حتى 27 منه: of the month just named.
        if terms.key(monthStart) == "منه" {
            var point = Point()
            point.day = day
            point.monthShift = Shift(steps: 0, base: .mention)
            return (point, monthStart + 1)
        }
        // الخامس من الشهر الجاري, 15 من الشهر, 27 من الشهر الثامن
        guard hasFrom || period(monthStart)?.unit == .month else { return nil }
        let start = terms.mark(dayEnd, .in) ? dayEnd + 1 : monthStart
        var point = Point()
        point.day = day
        if let (unit, shift, end) = period(start), unit == .month {
            point.monthShift = shift
            return (point, end)
        }
        if let end = isUnit(start, .month, .definite) {
            if let numeral = terms.numeral(end), numeral.kind == .ordinal, let number = numeral.integer, (1...12).contains(number) {
                point.month = number
                return withYear(point, numeral.end) ?? (point, numeral.end)
            }
            point.monthShift = .current
            return (point, end)
        }
        return nil
    }

    /// `يوم 27`: a day of a month that is not named.
    private func dayAlone(_ index: Int, _ at: Int, _ day: Int, _ end: Int) -> (point: Point, end: Int)? {
        guard isUnit(index, .day, .singular) != nil, terms.isNumber(at), terms.isEnd(end), !isPunctuation(end, "-/–:.") || !terms.isNumber(end + 1) else { return nil }
        var point = Point()
        point.day = day
        return (point, end)
    }

    /// `أول مايو`, `غرة رمضان`, `سلخ شعبان`, `النصف من شعبان`.
    private func firstOrLastDay(_ index: Int) -> (day: Int, end: Int)? {
        switch terms.key(index).dropFirst(terms.isWord(index) ? Int(terms[index].letters) : 0) {
        case "غرة": return (1, index + 1)
        case "سلخ": return (0, index + 1)
        case "النصف":
            guard terms.mark(index + 1, .from), let month = month(index + 2), month.name.calendar == .hijri else { return nil }
            return (15, index + 1)
        case "أول":
            guard month(index + 1) != nil || (terms.mark(index + 1, .from) && month(index + 2) != nil) else { return nil }
            return (1, index + 1)
        default: return nil
        }
    }

    /// `يوليو 13`, `مايو الحادي والعشرين`: where nothing that could be counted follows.
    private func monthAndDay(_ index: Int) -> (point: Point, end: Int)? {
        guard let part = month(index), part.name.strength != .rare else { return nil }
        let start = isPunctuation(part.end, "/") ? part.end + 1 : part.end
        guard let (day, end) = dayNumber(start), !isFollowedByNoun(end), unit(end, .singular, .plural) == nil,
              part.name.strength == .plain || terms.isNumber(start) || day > 10 else { return nil }
        guard terms.isEnd(end) || !terms.kinds(end).isEmpty || terms.isNumber(end), !isPunctuation(end, "%٪") else { return nil }
        var point = point(of: part)
        point.day = day
        // من ألف وتسعمئة
        let yearStart = terms.mark(end, .from) ? end + 1 : end
        return withYear(point, yearStart) ?? (point, end)
    }

    func point(of part: MonthPart) -> Point {
        var point = Point()
        point.calendar = part.name.calendar
        point.month = part.name.number
        point.monthShift = part.shift
        return point
    }

    /// The year behind a month: with or without `من`, `عام`, a comma.
    func withYear(_ point: Point, _ index: Int) -> (point: Point, end: Int)? {
        var joined = point
        for start in [index, terms.mark(index, .from, .in) ? index + 1 : index, afterComma(index)] {
            guard start < terms.count, terms.isBareOrBy(start), let part = year(start, bare: true) else { continue }
            if start > index, terms.mark(index, .in), !part.hasHead { continue }
            // A bare year of the other calendar begins an expression of its own.
            if let year = part.year, part.era == nil, !part.hasHead {
                if point.calendar == .hijri, !(1300...1500).contains(year), !(1900...2100).contains(year) || point.day != nil { continue }
                if point.calendar == .gregorian, year < 1000 { continue }
                if start != index, terms.punctuation(index) != nil, !(1000...2100).contains(year) { continue }
                if isFollowedByNoun(part.end), terms.mark(part.end, .counted) { continue }
            }
            joined.year = part.year
            joined.yearShift = part.shift
            joined.era = part.era
            return (joined, part.end)
        }
        // شهر جمادى الآخرة هجري, 5 رجب هـ
        if let era = era(index, afterDigits: false), era == .hijri, point.calendar == .hijri {
            joined.era = era
            return (joined, eraEnd(index))
        }
        return nil
    }

    /// A month, with or without its year, where it is one.
    private func monthAndYear(_ index: Int) -> (point: Point, end: Int)? {
        guard let part = month(index), part.name.strength != .rare else { return nil }
        let point = point(of: part)
        let reading = withYear(point, part.end) ?? (point, part.end)
        guard !isMonthTrap(index, part, reading.end) else { return nil }
        return reading
    }

    /// A year on its own.
    private func yearAlone(_ index: Int) -> (point: Point, end: Int)? {
        let hasContext = isYearContext(index)
        guard !terms.kinds(index).isDisjoint(with: [.unit, .number]) || terms.isNumber(index), let part = year(index, bare: hasContext), part.year != nil, !isLawYear(index), !isLawYear(index - 1) else { return nil }
        if !part.hasHead, part.era == nil {
            guard hasContext, !isYearTrap(index, part.end) else { return nil }
        }
        var point = Point()
        point.year = part.year
        point.era = part.era
        if let year = part.year, part.era == .hijri || (part.era == nil && part.hasHead && (1343...1460).contains(year)) { point.calendar = .hijri }
        return (point, part.end)
    }

    /// `الشهر الماضي`, `الأسبوع الأول`, `الأسبوع 35`, `هذا العام`.
    private func periodDate(_ index: Int) -> (point: Point, end: Int)? {
        var point = Point()
        if let (unit, shift, end) = period(index) {
            guard unit != .hour, unit != .minute, unit != .second else { return nil }
            if unit == .day, shift.steps == 0, shift.base == .publication {
                point.deictic = 0
                return (point, end)
            }
            point.period = (unit, shift)
            // الأسبوع القادم يوم الجمعة
            if unit == .week, terms.isBareOrBy(end), let (weekday, weekdayEnd) = weekday(end), weekday.period == nil {
                point.weekday = weekday.weekday
                return (point, weekdayEnd)
            }
            if unit == .year, let era = era(end, afterDigits: false), era == .hijri {
                point.calendar = .hijri
                return (point, eraEnd(end))
            }
            if unit == .day { return attached(to: point, end) ?? (point, end) }
            return (point, end)
        }
        // السنة الهجرية القادمة
        if let end = isUnit(index, .year, .definite), let era = era(end, afterDigits: false), era == .hijri, let (shift, last) = shift(eraEnd(end)) {
            point.calendar = .hijri
            point.period = (.year, shift)
            return (point, last)
        }
        // الأسبوع 35
        if let end = isUnit(index, .week, .definite, .singular), terms.isNumber(end), let number = terms.tokens[end].number, (1...53).contains(number),
           !isFollowedByNoun(end + 1) {
            point.index = (.week, number)
            return withYear(point, end + 1) ?? (point, end + 1)
        }
        if let end = isUnitEnd(index, .weekend) { return weekend(index, end) }
        return nil
    }

    private func isUnitEnd(_ index: Int, _ unit: Unit) -> Int? { isUnit(index, unit, .definite) }

    /// `عطلة نهاية الأسبوع [الماضي]`; `نهاية الأسبوع المقبل` is the week's end.
    private func weekend(_ index: Int, _ end: Int) -> (point: Point, end: Int)? {
        var point = Point()
        point.period = (.weekend, .current)
        guard let (shift, last) = shift(end), shift.base != .last else { return (point, end) }
        let isHoliday = terms.key(index) == "عطلة"
        point.period = (isHoliday ? .weekend : .week, shift)
        return (point, last)
    }

    /// `مطلع العام المقبل`, `نهاية تموز`, `أواخر 2023`, `منتصف الأسبوع`.
    private func edgeDate(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.kinds(index).contains(.edge), let (edge, end) = terms.phrase(index, { sense in
            if case .edge(let edge) = sense { edge } else { nil }
        }), terms.isBareOrBy(end) else { return nil }
        if let (reading, last) = yearOrPeriod(end, hasEdge: true) {
            var point = reading
            point.edge = edge
            return (point, last)
        }
        return nil
    }

    /// What an edge or a share is of: a month, year, season, week, quarter, decade.
    private func yearOrPeriod(_ index: Int, hasEdge: Bool) -> (point: Point, end: Int)? {
        if let part = month(index), part.name.strength != .rare {
            let point = point(of: part)
            return withYear(point, part.end) ?? (point, part.end)
        }
        if let reading = periodDate(index) ?? seasonDate(index) ?? share(index) ?? decadeOrCentury(index), reading.point.deictic == nil || hasEdge {
            return reading
        }
        if let part = year(index, bare: true), part.year != nil || part.shift != nil, part.hasHead || !isYearTrap(index, part.end) {
            var point = Point()
            point.year = part.year
            point.yearShift = part.shift
            point.era = part.era
            if part.era == .hijri { point.calendar = .hijri }
            return (point, part.end)
        }
        if hasEdge, terms.kinds(index).contains(.season), let (season, end) = terms.phrase(index, { sense in
            if case .season(let season, true) = sense { season } else { nil }
        }), !isDescribed(end) {
            var point = Point()
            point.season = season
            point.yearShift = .current
            return (point, end)
        }
        if hasEdge, let (unit, end) = unit(index, .definite), [.week, .month, .year].contains(unit), !isDescribed(end) {
            var point = Point()
            point.period = (unit, .current)
            return (point, end)
        }
        return nil
    }

    /// Whether an adjective with the article follows: `العام الدراسي`.
    func isDescribed(_ index: Int) -> Bool {
        terms.isWord(index) && terms.kinds(index).isSubset(of: [.mark, .era]) && terms.key(index).hasPrefix(Self.article) && terms.key(index).count > 4
            && (terms.key(index).letters.last == "ي" || terms.key(index).letters.suffix(2) == ["ي", "ه"])
    }

    /// `صيف 2022`, `خريف العام المقبل`, `الصيف الماضي`, `هذا الشتاء`.
    private func seasonDate(_ index: Int) -> (point: Point, end: Int)? {
        func season(_ index: Int) -> (value: (Season, Bool), end: Int)? {
            guard terms.kinds(index).contains(.season) else { return nil }
            return terms.phrase(index) { sense in if case .season(let season, let definite) = sense { (season, definite) } else { nil } }
        }
        var point = Point()
        if terms.kinds(index).contains(.demonstrative), let (found, end) = season(index + 1), found.1 {
            point.season = found.0
            point.yearShift = .current
            return (point, end)
        }
        var at = index
        if terms.key(index) == "فصل" || terms.key(index) == "موسم", season(index + 1) != nil { at = index + 1 }
        guard let (found, end) = season(at) else { return nil }
        point.season = found.0
        if let (shift, last) = shift(end), shift.base == .publication, found.1 {
            point.period = (.season, shift)
            return (point, last)
        }
        let yearStart = terms.mark(end, .from) ? end + 1 : end
        guard terms.isBareOrBy(yearStart), let part = year(yearStart, bare: true) else { return nil }
        (point.year, point.yearShift, point.era) = (part.year, part.shift, part.era)
        if part.era == .hijri || (part.year.map { (1300...1500).contains($0) } ?? false) { return nil }
        return (point, part.end)
    }

    /// `الربع الأول من 2024`, `النصف الثاني من العام الجاري`.
    private func share(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.kinds(index).contains(.share), let (count, end) = terms.phrase(index, { sense in
            if case .share(let count) = sense { count } else { nil }
        }) else { return nil }
        var point = Point()
        let unit: Unit = count == 4 ? .quarter : count == 2 ? .halfYear : .month
        if count == 4, let (shift, last) = shift(end), shift.base == .publication {
            point.period = (.quarter, shift)
            return (point, last)
        }
        var number = 0
        var last = end
        if let numeral = terms.numeral(end), numeral.kind == .ordinal, let value = numeral.integer, value <= count {
            (number, last) = (value, numeral.end)
        } else if terms.key(end) == "الأخير" {
            (number, last) = (count, end + 1)
        } else { return nil }
        guard count != 3 else { return nil }
        point.index = (unit, number)
        let hasFrom = terms.mark(last, .from) && terms.isBare(last)
        let start = hasFrom ? last + 1 : last
        if let part = year(start, bare: true), terms.isBareOrBy(start) {
            (point.year, point.yearShift, point.era) = (part.year, part.shift, part.era)
            return (point, part.end)
        }
        if let end = isUnit(start, .year, .definite), hasFrom, !isDescribed(end) {
            point.yearShift = .current
            return (point, end)
        }
        // Halves are of matches, too; a quarter alone is the business year's.
        guard count == 4, !hasFrom, !terms.mark(last, .of) else { return nil }
        return (point, last)
    }

    /// `أول جمعة من يوليو`, `الثلاثاء الثالث من شهر أيلول`, `آخر يوم من الشهر`, `الأسبوع الأول من 2027`.
    private func nth(_ index: Int) -> (point: Point, end: Int)? {
        var point = Point()
        var at = index
        var number: Int?
        func ordinal(_ index: Int) -> (number: Int, end: Int)? {
            if let end = terms.end(ofMark: .last, at: index) , terms.key(index) != "أول" { return (-1, end) }
            guard let numeral = terms.numeral(index), numeral.kind == .ordinal, let value = numeral.integer, value <= 6 else { return nil }
            return (value, numeral.end)
        }
        if let (value, end) = ordinal(index) {
            number = value
            at = end
        }
        var unitFound: Unit?
        var weekdayFound: Int?
        if let end = isUnit(at, .day, .singular, .definite), !terms.kinds(end).contains(.weekday) {
            unitFound = .day
            at = end
        } else if let end = isUnit(at, .week, .singular, .definite) {
            unitFound = .week
            at = end
        } else {
            let head = isUnit(at, .day, .singular) ?? at
            guard terms.kinds(head).contains(.weekday), let (day, end) = terms.phrase(head, { sense in
                if case .weekday(let day, _) = sense { day } else { nil }
            }) else { return nil }
            unitFound = .day
            weekdayFound = day
            at = end
        }
        if number == nil {
            guard let (value, end) = ordinal(at) else { return nil }
            number = value
            at = end
        }
        guard let number, let unitFound else { return nil }
        let from = terms.mark(at, .from, .in) && terms.isBare(at)
        guard from || terms[at].preposition != nil, let (reading, end) = yearOrPeriod(from ? at + 1 : at, hasEdge: true) ?? shiftedMonth(from ? at + 1 : at) else { return nil }
        point = reading
        point.nth = (number, unitFound, weekdayFound)
        return (point, end)
    }

    private func shiftedMonth(_ index: Int) -> (point: Point, end: Int)? {
        guard let (unit, shift, end) = period(index), unit == .month else { return nil }
        var point = Point()
        point.monthShift = shift
        return (point, end)
    }

    /// `تسعينيات القرن الماضي`, `القرن التاسع عشر`, `العقد الماضي`.
    private func decadeOrCentury(_ index: Int) -> (point: Point, end: Int)? {
        var point = Point()
        guard !terms.kinds(index).isDisjoint(with: [.decade, .unit]) else { return nil }
        if let (decade, end) = terms.phrase(index, { sense in if case .decade(let decade) = sense { decade } else { nil } }) {
            point.decade = decade
            if let (century, last) = century(terms.mark(end, .from) ? end + 1 : end) {
                point.index = century.index
                point.period = century.period
                return (point, last)
            }
            return isAge(end) ? nil : (point, end)
        }
        guard let (century, end) = century(index) else { return nil }
        return (century, end)
    }

    /// `القرن الماضي`, `القرن التاسع عشر`, `القرن الـ19`, `القرن الثالث قبل الميلاد`.
    private func century(_ index: Int) -> (point: Point, end: Int)? {
        guard let end = isUnit(index, .century, .definite) else { return nil }
        var point = Point()
        if let (shift, last) = shift(end) {
            point.period = (.century, shift)
            return (point, last)
        }
        let at = terms.key(end) == Self.article ? end + 1 : end
        guard let numeral = terms.numeral(at), let number = numeral.integer, (1...30).contains(number),
              numeral.kind == .ordinal || numeral.isDigits || numeral.isDefinite else { return nil }
        point.index = (.century, number)
        point.era = era(numeral.end, afterDigits: false)
        return (point, point.era == nil ? numeral.end : eraEnd(numeral.end))
    }

    /// A feast with its year, or on a line of its own.
    private func holiday(_ index: Int) -> (point: Point, end: Int)? {
        var at = index
        if let end = isUnit(index, .day, .singular) { at = end }
        guard terms.kinds(at).contains(.holiday), let (holiday, end) = terms.phrase(at, { sense in
            if case .holiday(let holiday) = sense { holiday } else { nil }
        }) else { return nil }
        var point = Point()
        point.holiday = holiday
        if let part = year(end, bare: true), part.year != nil {
            (point.year, point.era) = (part.year, part.era)
            return (point, part.end)
        }
        return isLone(index, end) || terms.mark(index - 1, .in) ? (point, end) : nil
    }
}
