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
    func deictic(_ index: Int) -> (point: Point, end: Int)? {
        guard terms.kinds(index).contains(.deictic), let (days, end) = terms.phrase(index, { sense in
            if case .deictic(let days) = sense { days } else { nil }
        }), !isDeicticTrap(index, end, days) else { return nil }
        var point = Point()
        point.deictic = days
        if let (shift, end) = shift(end), shift.base == .publication, shift.steps == 0 { return (point, end) }
        return attached(to: point, end) ?? (point, end)
    }

    /// A weekday with the day and month that may follow it.
    func weekdayDate(_ index: Int) -> (point: Point, end: Int)? {
        guard let (point, end) = weekday(index) else { return nil }
        return attached(to: point, end) ?? (point, end)
    }

    /// What may stand behind a weekday or `اليوم`: a weekday, a day and month, a date in digits.
    func attached(to point: Point, _ end: Int) -> (point: Point, end: Int)? {
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
}
