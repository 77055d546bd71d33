import ArabicText

/// What happens again and again.
extension Reader {
    func recurrence(at index: Int, after previous: Expression?) -> [Expression] {
        if terms.kinds(index).contains(.adverb), let (adverb, end) = terms.phrase(index, { sense -> (Unit, Int)? in
            if case .adverb(let unit, let count) = sense { (unit, count) } else { nil }
        }), terms.isBareOrJoined(index) {
            return [expression(index, end, .every(.every(Quantity(parts: [.init(unit: adverb.0, thousandths: adverb.1 * 1000)]))))]
        }
        if terms.mark(index, .every) { return every(index, index + 1) }
        if terms.mark(index, .times) || terms.numeral(index).map({ terms.mark($0.end, .times) }) == true { return times(index) }
        // أيام الجمعة, أيام الخميس والجمعة
        if let end = isUnit(index, .day, .plural), terms.isBare(end), let (point, last) = weekday(end), point.day == nil, point.weekdayShift == nil,
           point.period == nil, dayNumber(last) == nil, terms.kinds(end).contains(.weekday) {
            return [expression(index, last, .every(.weekday(point.weekday ?? 1)))]
        }
        return clockEveryDay(index) + fixedDay(index)
    }

    /// `كل يوم`, `كل جمعة`, `كل يوم جمعة`, `كل ستة أشهر`, `كل صباح`.
    private func every(_ index: Int, _ at: Int) -> [Expression] {
        guard at < terms.count, terms.isBare(at) else { return [] }
        let head = isUnit(at, .day, .singular) ?? at
        if terms.kinds(head).contains(.weekday), let (day, end) = terms.phrase(head, { sense -> Int? in
            if case .weekday(let day, let definite) = sense, !definite { day } else { nil }
        }), !(day == 7 && head == at && terms.mark(end, .from) && clock(end + 1) == nil), !(day == 1 && head == at && isUnit(end, .day, .plural) != nil) {
            return [expression(index, end, .every(.weekday(day)))]
        }
        if let (part, end) = dayPart(at, .construct) { return [expression(index, end, .every(.dayPart(part)))] }
        if let end = isUnit(at, .night, .singular) { return [expression(index, end, .every(.dayPart(.night)))] }
        guard let (quantity, end) = quantity(at, bare: true), !quantity.isVague, terms.key(end) != "وانتم" else { return [] }
        return [expression(index, end, .every(.every(quantity)))]
    }

    /// `مرتين في الأسبوع`, `ثلاث مرات يوميا`, `مرة كل شهر`.
    private func times(_ index: Int) -> [Expression] {
        let at = terms.mark(index, .times) ? index : terms.numeral(index)?.end ?? index
        let end = at + 1
        guard terms.mark(at, .times) else { return [] }
        if terms.mark(end, .in), let (unit, last) = unit(end + 1, .definite), [.day, .week, .month, .year, .hour].contains(unit), shift(last) == nil {
            return [expression(index, last, .every(.every(Quantity(parts: [.init(unit: unit, thousandths: 1000)]))))]
        }
        if terms.kinds(end).contains(.adverb), let (adverb, last) = terms.phrase(end, { sense -> (Unit, Int)? in
            if case .adverb(let unit, let count) = sense { (unit, count) } else { nil }
        }) {
            return [expression(index, last, .every(.every(Quantity(parts: [.init(unit: adverb.0, thousandths: adverb.1 * 1000)]))))]
        }
        if terms.mark(end, .every), let found = every(index, end + 1).first { return [found] }
        return []
    }

    /// `الساعة 3 مساء كل يوم`, `الخامسة من مساء كل يوم`.
    private func clockEveryDay(_ index: Int) -> [Expression] {
        guard let part = clock(index), !part.isWeak else { return [] }
        let at = terms.mark(part.end, .from) ? part.end + 1 : part.end
        guard terms.mark(at, .every), let end = isUnit(at + 1, .day, .singular), !terms.kinds(end).contains(.weekday) else { return [] }
        return [expression(index, end, .every(.clock(part.clock)))]
    }

    /// `الأول من كل شهر`, `الرابع من تموز من كل عام`, `يوم الجمعة من كل أسبوع`.
    private func fixedDay(_ index: Int) -> [Expression] {
        if let (point, end) = weekday(index), terms.mark(end, .from), terms.mark(end + 1, .every), let last = isUnit(end + 2, .week, .singular) {
            return [expression(index, last, .every(.weekday(point.weekday ?? 1)))]
        }
        if let (day, end) = dayNumber(isUnit(index, .day, .singular) ?? index), terms.mark(end, .from), terms.mark(end + 1, .every), let last = isUnit(end + 2, .month, .singular) {
            return [expression(index, last, .every(.monthDay(day)))]
        }
        if let (point, end) = dayAndMonth(index), let month = point.month, let day = point.day, point.year == nil, terms.mark(end, .from),
           terms.mark(end + 1, .every), let last = isUnit(end + 2, .year, .singular) {
            return [expression(index, last, .every(.yearDay(month: month, day: day)))]
        }
        return []
    }
}
