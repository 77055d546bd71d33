import ArabicText

/// Days, months and years that stand together.
extension Reader {
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
    func dayAlone(_ index: Int, _ at: Int, _ day: Int, _ end: Int) -> (point: Point, end: Int)? {
        guard isUnit(index, .day, .singular) != nil, terms.isNumber(at), terms.isEnd(end), !isPunctuation(end, "-/–:.") || !terms.isNumber(end + 1) else { return nil }
        var point = Point()
        point.day = day
        return (point, end)
    }

    /// `أول مايو`, `غرة رمضان`, `سلخ شعبان`, `النصف من شعبان`.
    func firstOrLastDay(_ index: Int) -> (day: Int, end: Int)? {
        switch terms.key(index).dropFirst(terms.isWord(index) ? Int(terms[index].letters) : 0) {
        case "غرة", "فاتح": return (1, index + 1)
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
    func monthAndDay(_ index: Int) -> (point: Point, end: Int)? {
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
                // في مايو 1500 متظاهر, في مايو 2000 طالباً: a count.
                if terms.mark(part.end, .counted) || hasTanwin(part.end) { continue }
                if !(1800...2100).contains(year) || start != index, point.calendar == .gregorian, isFollowedByNoun(part.end) { continue }
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
    func monthAndYear(_ index: Int) -> (point: Point, end: Int)? {
        guard let part = month(index), part.name.strength != .rare else { return nil }
        let point = point(of: part)
        let reading = withYear(point, part.end) ?? (point, part.end)
        guard !isMonthTrap(index, part, reading.end) else { return nil }
        return reading
    }

    /// A year on its own.
    func yearAlone(_ index: Int) -> (point: Point, end: Int)? {
        let hasContext = isYearContext(index)
        guard !terms.kinds(index).isDisjoint(with: [.unit, .number]) || terms.isNumber(index), let part = year(index, bare: hasContext), part.year != nil, !isLawYear(index), !isLawYear(index - 1) else { return nil }
        if !part.hasHead, part.era == nil {
            guard hasContext, !isYearTrap(index, part.end) else { return nil }
        }
        var point = Point()
        point.year = part.year
        point.era = part.era
        if part.era == .hijri { point.calendar = .hijri }
        return (point, part.end)
    }
}
