import ArabicText

/// Times of day.
extension Reader {
    struct ClockPart {
        var clock: Clock
        /// Whether nothing but an hour was read: `السابعة`, `7`.
        var isWeak: Bool
        var end: Int
    }

    /// `الساعة الثالثة فجرا`, `21:10`, `السابعة والنصف مساء`, `8 مساء`, `19h30`.
    /// - Parameter isHour: whether the words around leave no doubt that it is an hour.
    func clock(_ index: Int, isHour: Bool = false) -> ClockPart? {
        var at = index
        var hasHead = isHour
        if let end = terms.end(ofMark: .clock, at: at) {
            at = end
            hasHead = true
        }
        guard at < terms.count, at == index || terms.isBareOrBy(at), var part = hour(at, hasHead: hasHead) else { return nil }
        if hasHead, !isHour { part.isWeak = false }
        minutes(&part)
        // 5 م are metres; الساعة 5 م and 5:30 م are hours.
        if hasHead || part.clock.is24 || terms.key(part.end) != "م", let (dayPart, end) = clockPart(part.end) {
            part.clock.part = dayPart
            part.end = end
            part.isWeak = false
            // 9 مساء وثلاثة أرباع
            if part.clock.minute == 0 { minutes(&part) }
        }
        if let (isUTC, end) = zone(part.end) {
            part.clock.isUTC = isUTC
            if isUTC { part.end = end }
        }
        return part
    }

    private func hour(_ index: Int, hasHead: Bool) -> ClockPart? {
        if terms.isNumber(index) { return digitalHour(index, hasHead: hasHead) }
        guard let numeral = terms.numeral(index), !numeral.isDigits, let hour = numeral.integer else { return nil }
        if hasHead, numeral.kind == .cardinal, hour > 20, (1...9).contains(hour % 10), hour < 60, let end = isUnit(numeral.end, .minute, .singular) {
            // الساعة خمسة وخمسين دقيقة
            return ClockPart(clock: Clock(hour: hour % 10, minute: hour - hour % 10), isWeak: false, end: end)
        }
        guard (1...12).contains(hour) else { return nil }
        let isHour: Bool
        switch numeral.kind {
        case .ordinal: isHour = numeral.isFeminine && (numeral.isDefinite || hasHead || fractionFollows(numeral.end)) && hour != 1
        case .cardinal: isHour = hasHead || (numeral.isFeminine && numeral.isDefinite && hour == 1) || (numeral.isDefinite && (clockPart(numeral.end) != nil || minutesFollow(numeral.end)))
        case .fraction: isHour = false
        }
        return isHour ? ClockPart(clock: Clock(hour: hour), isWeak: true, end: numeral.end) : nil
    }

    private func fractionFollows(_ index: Int) -> Bool {
        terms.isWord(index) && terms[index].isJoined && terms.numeral(index)?.kind == .fraction
    }

    /// `وعشرين دقيقة` behind an hour
    private func minutesFollow(_ index: Int) -> Bool {
        guard terms[index].isJoined, let numeral = terms.numeral(index), numeral.kind == .cardinal else { return false }
        return isUnit(numeral.end, .minute, .singular, .plural) != nil
    }

    private func digitalHour(_ index: Int, hasHead: Bool) -> ClockPart? {
        guard let hour = terms.tokens[index].number, hour >= 0 else { return nil }
        var part = ClockPart(clock: Clock(hour: hour), isWeak: true, end: index + 1)
        let separators = hasHead ? ":.,٫h" : ":h"
        let isH = terms.key(index + 1) == "h" || (hasHead && terms.key(index + 1) == "س")
        if hasHead, terms.key(index).count == 4, let number = terms.tokens[index].number, number < 2400, number % 100 < 60 {
            // الساعة 0757
            return ClockPart(clock: Clock(hour: number / 100, minute: number % 100, is24: true), isWeak: false, end: index + 1)
        }
        guard hour <= 24, terms.key(index).count <= 2 else { return nil }
        if isH || (isPunctuation(index + 1, separators) && !terms.tokens[index + 1].followsSpace), terms.isNumber(index + 2), !terms.tokens[index + 2].followsSpace,
           terms.key(index + 2).count == 2, let minute = terms.tokens[index + 2].number, minute < 60 {
            part.clock.minute = minute
            part.clock.is24 = true
            part.isWeak = false
            part.end = index + 3
            if isPunctuation(index + 3, ":"), terms.isNumber(index + 4), let second = terms.tokens[index + 4].number, second < 60, terms.key(index + 4).count == 2 {
                part.clock.second = second
                part.end = index + 5
            } else if isPunctuation(index + 3, ":"), terms.isNumber(index + 4) { return nil }
        } else if isH {
            part.isWeak = false
            part.end = index + 2
        } else {
            guard !isPunctuation(index + 1, ":%٪/") || !terms.isNumber(index + 2) else { return nil }
            if isPunctuation(index + 1, ".,٫"), terms.isNumber(index + 2), !terms.tokens[index + 2].followsSpace { return nil }
        }
        return part
    }

    /// `والنصف`, `وعشر دقائق`, `إلا ربعا`, `و18 دقيقة`.
    private func minutes(_ part: inout ClockPart) {
        guard !part.clock.is24, part.clock.minute == 0, part.end < terms.count else { return }
        var at = part.end
        var sign = 1
        if let end = terms.end(ofMark: .less, at: at), terms.isBare(at) {
            at = end
            sign = -1
        } else if terms.mark(at, .and), terms.key(at) == "و" {
            at += 1
        } else if !terms[at].isJoined { return }
        guard at < terms.count, let numeral = terms.numeral(at) else { return }
        var end = numeral.end
        let minute: Int
        switch numeral.kind {
        case .fraction:
            minute = numeral.thousandths == 500 ? 30 : numeral.thousandths == 250 ? 15 : 20
        case .cardinal:
            if numeral.integer == 3, terms.key(end) == "ارباع" {
                minute = 45
                end += 1
            } else {
                guard let value = numeral.integer, (1...59).contains(value) else { return }
                let unitEnd = isUnit(end, .minute, .singular, .plural)
                guard unitEnd != nil || (value >= 5 && !numeral.isDigits && (terms.isEnd(end) || dayPart(end, .adverb, .definite) != nil || !part.isWeak && terms.mark(end, .in))) else { return }
                minute = value
                end = unitEnd ?? end
            }
        case .ordinal: return
        }
        part.clock.minute = minute
        part.isWeak = false
        part.end = end
        if sign < 0 {
            part.clock.minute = 60 - minute
            part.clock.hour = part.clock.hour == 1 ? 12 : part.clock.hour - 1
        }
    }

    /// The part of the day behind an hour: `مساء`, `في الليل`, `هذا الصباح`, `ص`, `بعد منتصف الليل`.
    private func clockPart(_ index: Int) -> (part: DayPart, end: Int)? {
        guard index < terms.count else { return nil }
        switch terms.key(index) {
        case "ص": return terms.isEnd(index + 1) ? (.morning, index + 1) : nil
        case "م":
            return terms.isEnd(index + 1) || terms.isWord(index + 1) && !isFollowedByNoun(index + 1) ? (.evening, index + 1) : nil
        default: break
        }
        if terms.mark(index, .after), let (part, end) = dayPart(index + 1, .definite, .construct), part == .midnight { return (.dawn, end) }
        if let (part, end) = dayPart(index, .adverb), terms.isBare(index) { return (part, end) }
        if let (part, end) = dayPart(index, .definite), terms.isBare(index) { return (part, end) }
        if let (part, end) = dayPart(index, .construct), terms.isBare(index), startsDay(end) { return (part, end) }
        if terms.mark(index, .from), terms.isBare(index), let (part, end) = dayPart(index + 1, .construct), terms.isBare(index + 1), startsDay(end) { return (part, end) }
        let at = terms.mark(index, .in, .from) || terms.kinds(index).contains(.demonstrative) ? index + 1 : index
        guard at > index else { return nil }
        if terms.key(at) == "الليلة" || terms.key(at) == "ليله" { return (.evening, at + 1) }
        return dayPart(at, .definite).map { ($0.value, $0.end) }
    }

    /// Whether a day is named from here on.
    private func startsDay(_ index: Int) -> Bool {
        guard terms.isBare(index) else { return false }
        if !terms.kinds(index).isDisjoint(with: [.deictic, .weekday, .demonstrative]) { return true }
        return isUnit(index, .day, .singular, .definite) != nil || dayNumber(index) != nil
    }

    /// `بتوقيت غرينتش` belongs to the expression; a local zone does not.
    private func zone(_ index: Int) -> (isUTC: Bool, end: Int)? {
        var at = index
        if isPunctuation(at, "(") { at += 1 }
        let hasHead = terms.mark(at, .zoneHead) || terms.key(at) == "بتوقيت" || terms.key(at) == "توقيت"
        if hasHead { at += 1 }
        guard hasHead || terms.mark(at, .utc) else { return nil }
        if let end = terms.end(ofMark: .utc, at: at) { return (true, end) }
        if terms.key(at) == "ت", isPunctuation(at + 1, "."), terms.key(at + 2) == "غ" { return (true, at + 3) }
        return hasHead ? (false, at) : nil
    }

    func dayPart(_ index: Int, _ forms: DayPartForm...) -> (value: DayPart, end: Int)? {
        guard terms.kinds(index).contains(.dayPart) else { return nil }
        return terms.phrase(index) { sense in
            if case .dayPart(let part, let form) = sense, forms.contains(form) { part } else { nil }
        }
    }
}
