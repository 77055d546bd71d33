import ArabicText

/// Weeks, quarters, seasons, decades, and parts of them.
extension Reader {
    /// `الشهر الماضي`, `الأسبوع الأول`, `الأسبوع 35`, `هذا العام`.
    func periodDate(_ index: Int) -> (point: Point, end: Int)? {
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
            if unit == .month, shift.base == .mention, terms.mark(end, .from), let part = year(end + 1, bare: true) {
                (point.year, point.yearShift) = (part.year, part.shift)
                return (point, part.end)
            }
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

    func isUnitEnd(_ index: Int, _ unit: Unit) -> Int? { isUnit(index, unit, .definite) }

    /// `عطلة نهاية الأسبوع [الماضي]`; `نهاية الأسبوع المقبل` is the week's end.
    func weekend(_ index: Int, _ end: Int) -> (point: Point, end: Int)? {
        var point = Point()
        point.period = (.weekend, .current)
        guard let (shift, last) = shift(end), shift.base != .last else { return (point, end) }
        let isHoliday = terms.key(index) == "عطلة"
        point.period = (isHoliday ? .weekend : .week, shift)
        return (point, last)
    }

    /// `مطلع العام المقبل`, `نهاية تموز`, `أواخر 2023`, `منتصف الأسبوع`.
    func edgeDate(_ index: Int) -> (point: Point, end: Int)? {
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
    func yearOrPeriod(_ index: Int, hasEdge: Bool) -> (point: Point, end: Int)? {
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
    func seasonDate(_ index: Int) -> (point: Point, end: Int)? {
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
    func share(_ index: Int) -> (point: Point, end: Int)? {
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
        // النصف الثاني من شعبان: a part of the month.
        if terms.mark(last, .from), let part = month(last + 1), part.name.strength != .rare {
            var part = withYear(self.point(of: part), part.end) ?? (self.point(of: part), part.end)
            part.point.edge = .middle
            return part
        }
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
    func nth(_ index: Int) -> (point: Point, end: Int)? {
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

    func shiftedMonth(_ index: Int) -> (point: Point, end: Int)? {
        guard let (unit, shift, end) = period(index), unit == .month else { return nil }
        var point = Point()
        point.monthShift = shift
        return (point, end)
    }

    /// `تسعينيات القرن الماضي`, `القرن التاسع عشر`, `العقد الماضي`.
    func decadeOrCentury(_ index: Int) -> (point: Point, end: Int)? {
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
    func century(_ index: Int) -> (point: Point, end: Int)? {
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
    func holiday(_ index: Int) -> (point: Point, end: Int)? {
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
