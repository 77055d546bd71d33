import ArabicText

/// Several dates that share a month or a year: each is an expression of its own.
extension Reader {
    /// `11 و14 شتنبر`, `من 4 إلى 23 في الشهر المقبل`, `الثلاثاء 4 والخميس 6 فيفري 2025`, `يومي 11 و14`.
    func series(at index: Int) -> [Expression] {
        guard terms.isNumber(index) || !terms.kinds(index).isDisjoint(with: [.unit, .weekday, .number]) || terms.key(index) == Self.article else { return [] }
        var items: [(first: Int, end: Int, day: Int, weekday: Int?)] = []
        var at = index
        let headEnd = isUnit(index, .day, .construct, .plural, .definitePlural, .singular)
        if let end = headEnd, dayNumber(end) != nil || weekday(end) != nil { at = end }
        // The first date alone may be whole; then there is nothing to share.
        while items.count < 8 {
            if !items.isEmpty, let (date, end) = dayAndMonth(at) ?? weekdayWithMonth(at), date.month != nil || date.monthShift != nil {
                return shared(items, with: date, from: at, to: end, head: index)
            }
            guard let item = seriesItem(at), let next = glue(item.end) else { return [] }
            items.append(item)
            at = next
        }
        return []
    }

    /// `يوليو 13-15`, `تموز 13 إلى 15`
    func monthAndDays(at index: Int) -> [Expression] {
        guard terms.kinds(index).contains(.month), let (first, firstEnd) = dayAndMonth(index), first.year == nil, let start = glue(firstEnd),
              let (day, end) = dayNumber(start), terms.isEnd(end), !isPunctuation(end, "/-:") else { return [] }
        var second = first
        second.day = day
        return [expression(index, firstEnd, .point(first)), expression(start, end, .point(second))]
    }

    private func weekdayWithMonth(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.kinds(index).contains(.weekday) || isUnit(index, .day, .singular) != nil, let (date, end) = date(index), date.day != nil else { return nil }
        return (date, end)
    }

    private func seriesItem(_ index: Int) -> (first: Int, end: Int, day: Int, weekday: Int?)? {
        if let (day, end) = dayNumber(index) { return (index, end, day, nil) }
        guard let (point, end) = weekday(index), let (day, dayEnd) = dayNumber(end) else { return nil }
        return (index, dayEnd, day, point.weekday)
    }

    /// The index behind what joins two of a series, the joined word's own `و` included.
    func glue(_ index: Int) -> Int? {
        guard index < terms.count else { return nil }
        if let end = terms.end(ofMark: .to, at: index) { return end }
        if isPunctuation(index, "-–—,،") || terms.key(index) == "و" || terms.key(index) == "ـ" || terms.key(index) == "أو" {
            // ، 12 و13
            return index + 1
        }
        if terms.isWord(index), terms[index].isJoined || terms[index].preposition == "ل" { return index }
        return nil
    }

    private func shared(_ items: [(first: Int, end: Int, day: Int, weekday: Int?)], with date: Point, from first: Int, to end: Int, head: Int) -> [Expression] {
        var found: [Expression] = []
        for (number, item) in items.enumerated() {
            var point = date
            point.day = item.day
            point.weekday = item.weekday
            point.sharedDay = date.day
            point.clock = nil
            point.dayPart = nil
            found.append(expression(number == 0 ? head : item.first, item.end, .point(point)))
        }
        let (last, lastEnd) = point(at: first) ?? (date, end)
        found.append(expression(first, max(end, lastEnd), .point(lastEnd >= end ? last : date)))
        return found
    }

    /// What goes on from the expression just read: a second year, weekday or hour that could not stand alone.
    func continuation(at index: Int, of previous: Expression?) -> [Expression] {
        guard let previous, let start = glue(previous.end) ?? (isPunctuation(previous.end, "/") ? previous.end + 1 : nil), start == index else { return [] }
        switch previous.meaning {
        case .point(let point):
            // عامي 2011 و2013, 2016-2020
            if point.year != nil, point.month == nil, point.weekday == nil, let part = year(index, bare: true), let number = part.year, number >= 1000 {
                var next = Point()
                next.year = number
                next.era = part.era
                next.calendar = part.era == .hijri || part.era == nil && point.calendar == .hijri && number < 1600 ? .hijri : .gregorian
                return [expression(index, part.end, .point(next))]
            }
            // كانون الثاني وشباط
            if point.month != nil, point.day == nil, let part = month(index), part.name.strength != .rare {
                let next = self.point(of: part)
                let (reading, end) = withYear(next, part.end) ?? (next, part.end)
                return [expression(index, end, .point(reading))]
            }
            // 1998-99
            if let first = point.year, point.month == nil, first >= 1000, isPunctuation(index - 1, "-–/"), terms.isNumber(index), terms.key(index).count == 2,
               let tail = terms.tokens[index].number, !terms.tokens[index].followsSpace, !isPunctuation(index + 1, "-–/"), !isFollowedByNoun(index + 1),
               first % 100 < tail || tail == 0 {
                var next = Point()
                next.year = first / 100 * 100 + tail + (tail == 0 ? 100 : 0)
                return [expression(index, index + 1, .point(next))]
            }
            if point.clock != nil, let part = self.clock(index) ?? hourOfRange(index) {
                var next = Point()
                next.clock = part.clock
                let (joined, end) = dateAfterClock(next, part.end)
                return [expression(index, end, .point(joined))]
            }
        case .every(.weekday):
            if terms.kinds(index).contains(.weekday), let (day, end) = terms.phrase(index, { sense in
                if case .weekday(let day, _) = sense { day } else { nil }
            }) {
                return [expression(index, end, .every(.weekday(day)))]
            }
        default: break
        }
        return []
    }

    /// The bare hour that ends a range of hours: `إلى 4`, `للخامسة`.
    private func hourOfRange(_ index: Int) -> ClockPart? {
        guard terms.mark(index - 1, .to) || terms[index].preposition == "ل", let part = clock(index, isHour: true),
              !terms.isNumber(index) || !isFollowedByNoun(part.end) else { return nil }
        return part
    }

    /// `من 5 إلى السابعة صباحا`, `بين 4 و6 مساء`: the first hour is one because the second is.
    func hours(at index: Int) -> [Expression] {
        guard terms.mark(index - 1, .from, .between), terms.isBare(index) || terms.isNumber(index), let first = clock(index, isHour: true), first.isWeak,
              let start = glue(first.end), let second = clock(start), !second.isWeak, second.clock.part != nil || second.clock.is24 else { return [] }
        var (from, to) = (Point(), Point())
        from.clock = first.clock
        to.clock = second.clock
        let (joined, end) = dateAfterClock(to, second.end)
        return [expression(index, first.end, .point(from)), expression(start, end, .point(joined))]
    }

    private func dateAfterClock(_ point: Point, _ index: Int) -> (point: Point, end: Int) {
        guard index < terms.count, terms.isBareOrBy(index), let (date, end) = date(index), date.hasDay else { return (point, index) }
        var joined = date
        joined.clock = point.clock
        return (joined, end)
    }
}
