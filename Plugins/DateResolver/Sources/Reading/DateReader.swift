import ArabicText

/// Days, months and years.
extension Reader {
    /// A day of the month: digits, an ordinal, a ten with the article.
    func dayNumber(_ index: Int) -> (day: Int, end: Int)? {
        if terms.key(index) == Self.article, terms.isNumber(index + 1) { return dayNumber(index + 1) }
        if terms.isNumber(index) {
            guard let day = terms.tokens[index].number, (1...31).contains(day), terms.key(index).count <= 2,
                  !isPunctuation(index + 1, ":%٪") || !terms.isNumber(index + 2) else { return nil }
            if isPunctuation(index + 1, ".,٫"), terms.isNumber(index + 2), !terms.tokens[index + 2].followsSpace { return nil }
            return (day, index + 1)
        }
        guard let numeral = terms.numeral(index), let day = numeral.integer, (1...31).contains(day), !numeral.isDigits else { return nil }
        switch numeral.kind {
        case .ordinal: return numeral.isFeminine ? nil : (day, numeral.end)
        case .cardinal: return numeral.isDefinite && (day == 20 || day == 30) ? (day, numeral.end) : nil
        case .fraction: return nil
        }
    }

    struct MonthPart {
        var name: MonthName
        var hasHead = false
        /// Named twice, or with a word that leaves no doubt.
        var isSure = false
        var shift: Shift?
        var end: Int
    }

    /// A month: `شهر آذار`, `كانون الأول/ديسمبر`, `ديسمبر الماضي`, `شهر 3`.
    func month(_ index: Int) -> MonthPart? {
        var at = index
        var hasHead = false
        if let end = isUnit(index, .month, .singular, .construct) {
            at = end
            hasHead = true
        }
        guard var part = monthName(at) ?? (hasHead ? numberedMonth(at) : nil) else { return nil }
        part.hasHead = hasHead
        if let double = doubled(part) {
            part.end = double
            part.isSure = true
        }
        if let (shift, end) = shift(part.end), shift.base != .last {
            part.shift = shift
            part.end = end
        }
        return part
    }

    func monthName(_ index: Int) -> MonthPart? {
        guard terms.kinds(index).contains(.month), let (found, end) = terms.phrase(index, { sense in
            if case .month(let name) = sense { name } else { nil }
        }) else { return nil }
        var name = found
        // Spelled with a madda it is August, never a father.
        if name.strength == .ambiguous, terms.text[terms.start(index)].value == 0x622 { name.strength = .plain }
        // باب is a door, not "in August".
        if name.strength != .plain, terms[index].preposition != nil, terms.key(index).count <= 4 { return nil }
        return MonthPart(name: name, end: end)
    }

    /// `شهر 3`, `شهر ثلاثة`
    private func numberedMonth(_ index: Int) -> MonthPart? {
        guard let numeral = terms.numeral(index), let number = numeral.integer, (1...12).contains(number), numeral.end == index + 1,
              numeral.kind == .cardinal, !isFollowedByNoun(numeral.end),
              unit(numeral.end, .singular, .plural) == nil || year(numeral.end, bare: false)?.year != nil else { return nil }
        return MonthPart(name: MonthName(calendar: .gregorian, number: number, strength: .plain), isSure: true, end: numeral.end)
    }

    /// The same month in the other naming: behind a slash or dash, or in parentheses.
    private func doubled(_ part: MonthPart) -> Int? {
        let at = part.end
        if part.name.calendar == .gregorian, let other = monthName(at), other.name.number == part.name.number, other.name != part.name || terms.key(at) != terms.key(at - 1),
           other.name.calendar == .gregorian, terms.isBare(at) { return other.end }
        guard part.name.calendar == .gregorian, isPunctuation(at, "/-–(\\«"), let other = monthName(at + 1), other.name.number == part.name.number,
              other.name.calendar == .gregorian else { return nil }
        guard isPunctuation(at, "(«") else { return other.end }
        return isPunctuation(other.end, ")»") ? other.end + 1 : nil
    }

    struct YearPart {
        var year: Int?
        var shift: Shift?
        var era: Era?
        var hasHead = false
        var end: Int
    }

    /// A year: `عام 2024`, `2024م`, `1446 هـ`, `ألفين وأربعة`, `العام الماضي`.
    func year(_ index: Int, bare: Bool) -> YearPart? {
        var at = index
        var part = YearPart(end: index)
        if let (unit, shift, end) = period(at), unit == .year, shift.base != .last {
            return YearPart(shift: shift, hasHead: true, end: end)
        }
        if let end = isUnit(at, .year, .singular, .definite) ?? severalYears(at) {
            at = end
            part.hasHead = true
        }
        guard part.hasHead || bare || terms.isNumber(at) else { return nil }
        if terms.isNumber(at) {
            guard let number = yearNumber(at) else { return nil }
            part.year = number
            part.end = at + 1
            part.era = era(part.end, afterDigits: true)
            if part.era != nil { part.end = eraEnd(part.end) }
            let digits = terms.key(at).count
            if part.hasHead {
                if digits == 2 && part.era == nil { part.year = number + (number < 30 ? 2000 : 1900) }
                if digits == 1 { return nil }
                if part.era == nil, isFollowedByNoun(part.end), number < 1000 { return nil }
            } else {
                guard digits == 4 || (digits == 3 && part.era != nil) else { return nil }
                guard bare || part.era != nil else { return nil }
                if part.era == .gregorian, terms.key(part.end - 1) == Self.gregorianMark, terms.tokens[part.end - 1].followsSpace, isFollowedByNoun(part.end) {
                    return nil
                }
            }
            return part
        }
        guard let numeral = terms.numeral(at), numeral.kind == .cardinal, let number = numeral.integer, (part.hasHead ? 1000...2200 : 1100...2200).contains(number),
              unit(numeral.end, .singular, .plural) == nil else { return nil }
        part.year = number
        part.end = numeral.end
        part.era = era(part.end, afterDigits: false)
        if part.era != nil { part.end = eraEnd(part.end) }
        return part
    }

    /// `عامي 2011 و2013`, `أعوام 2011 و2012`: the head of several years.
    private func severalYears(_ index: Int) -> Int? {
        guard let end = isUnit(index, .year, .construct, .plural, .definitePlural), terms.isNumber(end), terms.key(end).count == 4,
              glue(end + 1) != nil || isYearRange(end) else { return nil }
        return end
    }

    private static let gregorianMark: WordKey = "م"

    /// Four digits that could be a year, and are no part of a decimal, a date or a phone number.
    private func yearNumber(_ index: Int) -> Int? {
        guard let number = terms.tokens[index].number, number >= 1, number <= 2200 || number <= 20_000 && era(index + 1, afterDigits: true) == .beforeChrist else { return nil }
        if isPunctuation(index + 1, ".,٫٬:"), terms.isNumber(index + 2), !terms.tokens[index + 2].followsSpace { return nil }
        if isPunctuation(index + 1, "%٪$€") { return nil }
        return number
    }

    func era(_ index: Int, afterDigits: Bool) -> Era? { eraPhrase(index)?.value }

    func eraEnd(_ index: Int) -> Int { eraPhrase(index)?.end ?? index }

    private func eraPhrase(_ index: Int) -> (value: Era, end: Int)? {
        guard terms.isWord(index) else { return nil }
        if terms.key(index) == "ق", isPunctuation(index + 1, "."), terms.key(index + 2) == Self.gregorianMark { return (.beforeChrist, index + 3) }
        return terms.phrase(index) { sense in if case .era(let era) = sense { era } else { nil } }
    }

    /// `الشهر الماضي`, `هذا العام`, `نفس اليوم`, `العام المقبل`.
    func period(_ index: Int) -> (unit: Unit, shift: Shift, end: Int)? {
        if terms.kinds(index).contains(.demonstrative), let (unit, end) = unit(index + 1, .definite), unit != .second, unit != .minute, unit != .hour,
           terms.isBare(index + 1) {
            return (unit, .current, end)
        }
        if terms.mark(index, .same), let (unit, end) = unit(index + 1, .definite), unit != .second, unit != .minute, unit != .hour {
            return (unit, Shift(steps: 0, base: .mention), end)
        }
        guard let (unit, head) = unit(index, .definite), unit != .weekend else { return nil }
        var end = head
        if unit == .year, Self.kindsOfYear.contains(terms.key(end)) { end += 1 }
        guard let (shift, shiftEnd) = shift(end),
              shift.base != .last || unit == .week || unit == .month else { return nil }
        if shift.base == .last { return nil }
        return (unit, shift, shiftEnd)
    }

    private static let kindsOfYear: Set<WordKey> = ["الدراسي", "المالي", "الجامعي", "الدراسية", "المالية", "الجامعية", "التأميني"]

    /// `[يوم] الخميس [الماضي]`, `خميس الأسبوع الماضي`.
    func weekday(_ index: Int) -> (point: Point, end: Int)? {
        var at = index
        var hasHead = false
        if let end = isUnit(index, .day, .singular, .construct) {
            at = end
            hasHead = true
        } else if terms.kinds(index).contains(.demonstrative) {
            // هذا الخميس
            at = index + 1
        }
        guard terms.kinds(at).contains(.weekday), let (found, end) = terms.phrase(at, { sense -> (Int, Bool)? in
            if case .weekday(let day, let definite) = sense { (day, definite) } else { nil }
        }) else { return nil }
        var point = Point()
        point.weekday = found.0
        var last = end
        if terms.kinds(index).contains(.demonstrative), at == index + 1 { point.weekdayShift = .current }
        if let (shift, end) = shift(last), shift.base != .last {
            point.weekdayShift = shift
            last = end
        } else {
            let behind = terms.mark(last, .from) && terms.isBare(last) ? last + 1 : last
            if let (unit, shift, end) = period(behind), unit == .week {
                point.period = (unit, shift)
                last = end
            }
        }
        guard found.1 || hasHead || point.period != nil || (isLone(index, last) && (2...3).contains(found.0)) else { return nil }
        return isWeekdayTrap(at, last, hasHead: hasHead, hasMore: last > end) ? nil : (point, last)
    }

    /// A day, month and year in digits: `15/3/2011`, `2024-05-14`, `2 / 9 / 1444هـ`, `12/فبراير/2025`.
    func numericDate(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.isNumber(index), let first = terms.tokens[index].number, isPunctuation(index + 1, "/-.؍\\"),
              let separator = terms.punctuation(index + 1) else { return nil }
        let second: Int
        var secondEnd = index + 3
        var calendar = CalendarSystem.gregorian
        if terms.isNumber(index + 2), let number = terms.tokens[index + 2].number, terms.key(index + 2).count <= 2 {
            second = number
        } else if let name = monthName(index + 2), separator != "." {
            second = name.name.number
            calendar = name.name.calendar
            secondEnd = name.end
        } else { return nil }
        guard terms.punctuation(secondEnd) == separator, terms.isNumber(secondEnd + 1), let third = terms.tokens[secondEnd + 1].number,
              terms.punctuation(secondEnd + 2) != separator || !terms.isNumber(secondEnd + 3) else { return nil }
        let lengths = (terms.key(index).count, terms.key(secondEnd + 1).count)
        var (year, month, day) = (0, second, 0)
        switch lengths {
        case (4, 1...2): (year, day) = (first, third)
        case (1...2, 4): (year, day) = (third, first)
        case (1...2, 2): (year, day) = (third < 50 ? 2000 + third : 1900 + third, first)
        default: return nil
        }
        if lengths.1 == 2, lengths.0 != 4, separator != "/" { return nil }
        if month > 12, day <= 12 { swap(&month, &day) }
        var point = Point()
        var end = secondEnd + 2
        if let era = era(end, afterDigits: true) {
            point.era = era
            end = eraEnd(end)
        }
        if (1300...1500).contains(year), point.era != .gregorian { calendar = .hijri }
        guard (1...12).contains(month), (1...31).contains(day), year >= 1 else { return nil }
        (point.calendar, point.year, point.month, point.day) = (calendar, year, month, day)
        return (point, end)
    }

    /// `3/2015`, `2015-3`: month and year.
    func numericMonth(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.isNumber(index), let first = terms.tokens[index].number, isPunctuation(index + 1, "/-"), !terms.tokens[index + 1].followsSpace,
              terms.isNumber(index + 2), !terms.tokens[index + 2].followsSpace, let second = terms.tokens[index + 2].number,
              !isPunctuation(index + 3, "/-") || !terms.isNumber(index + 4), !isPunctuation(index - 1, "/-") else { return nil }
        let monthFirst = terms.key(index).count <= 2 && terms.key(index + 2).count == 4
        let yearFirst = terms.key(index).count == 4 && terms.key(index + 2).count <= 2
        guard monthFirst || yearFirst else { return nil }
        let (month, year) = monthFirst ? (first, second) : (second, first)
        guard (1...12).contains(month), (1900...2100).contains(year), !isFollowedByNoun(index + 3) else { return nil }
        var point = Point()
        (point.year, point.month) = (year, month)
        return (point, index + 3)
    }

    /// `22/04`, `22-4`: day and month, where a word before says that it is a date.
    func numericDay(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.isNumber(index), let day = terms.tokens[index].number, isPunctuation(index + 1, "/-"), terms.isNumber(index + 2),
              !terms.tokens[index + 1].followsSpace, !terms.tokens[index + 2].followsSpace, let month = terms.tokens[index + 2].number,
              terms.key(index).count <= 2, terms.key(index + 2).count <= 2, (1...31).contains(day), (1...12).contains(month),
              !isPunctuation(index + 3, "/-:") || !terms.isNumber(index + 4), !isFollowedByNoun(index + 3) else { return nil }
        let before = index - 1
        let isSlash = terms.punctuation(index + 1) == "/"
        let isDated = terms.mark(before, .dateHead, .corresponding) || terms.kinds(before).contains(.weekday) || isUnit(before, .day, .singular) != nil
        let startsPart = clock(index + 3) != nil
        guard isDated || startsPart || (terms.mark(before, .in) && day > 12) || (isSlash && index == 0 && terms.isEnd(index + 3)) else { return nil }
        var point = Point()
        (point.month, point.day) = (month, day)
        return (point, index + 3)
    }
}
