import ArabicText

/// Lengths of time.
extension Reader {
    /// `ثلاثة أيام`, `يومين ونصف`, `عام`, `ثماني ساعات ونصف الساعة`, `بضعة أشهر`.
    /// - Parameter bare: whether a unit alone counts as one of it.
    func quantity(_ index: Int, bare: Bool) -> (quantity: Quantity, end: Int)? {
        guard var (quantity, end) = simpleQuantity(index, bare: bare) else { return nil }
        for _ in 0..<5 {
            guard !quantity.isVague, let (more, next) = addition(end, to: quantity) else { break }
            quantity.parts += more
            end = next
        }
        return (quantity, end)
    }

    private func simpleQuantity(_ index: Int, bare: Bool) -> (quantity: Quantity, end: Int)? {
        guard index < terms.count else { return nil }
        var quantity = Quantity()
        if terms.mark(index, .few) {
            guard let (unit, end) = unit(index + 1, .plural) else { return nil }
            quantity.parts = [.init(unit: unit, thousandths: 0)]
            quantity.isVague = true
            return (quantity, end)
        }
        if let (unit, end) = unit(index, .dual) {
            quantity.parts = [.init(unit: unit, thousandths: 2000)]
            return (quantity, terms.key(end) == "اثنين" || terms.key(end) == "كاملين" ? end + 1 : end)
        }
        if let (unit, end) = unit(index, .singular), terms.mark(end, .whole), terms.isBare(end) {
            quantity.parts = [.init(unit: unit, thousandths: 1000)]
            return (quantity, end + 1)
        }
        if let numeral = terms.numeral(index), numeral.thousandths <= Quantity.thousandthsMax {
            switch numeral.kind {
            case .cardinal:
                var at = numeral.end
                if terms.mark(at, .in) || terms.mark(at, .from) { return nil }
                if terms.key(at) == Self.article { at += 1 }
                guard at < terms.count, terms.isBare(at), let (unit, end) = unit(at, .singular, .plural) else { break }
                if terms.key(at) == "ثانيه", !numeral.isDigits, numeral.integer ?? 0 < 3 { break }
                quantity.parts = [.init(unit: unit, thousandths: numeral.thousandths)]
                return (quantity, end)
            case .fraction:
                guard let (unit, end) = unit(numeral.end, .singular, .definite), !terms[numeral.end].isJoined,
                      terms.isBare(numeral.end) else { break }
                quantity.parts = [.init(unit: unit, thousandths: numeral.thousandths)]
                if numeral.thousandths == 333 { quantity.parts = [third(of: unit)] }
                return (quantity, end)
            case .ordinal: break
            }
        }
        guard bare, let (unit, end) = unit(index, .singular), !isHead(unit, end) else { return nil }
        quantity.parts = [.init(unit: unit, thousandths: 1000)]
        return (quantity, end)
    }

    /// Whether a unit heads what follows, as in `شهر رمضان`, `يوم الأحد`, `عام 2020`.
    private func isHead(_ unit: Unit, _ end: Int) -> Bool {
        if terms.isNumber(end) || terms.numeral(end)?.kind == .ordinal { return true }
        switch unit {
        case .month: return monthName(end) != nil
        case .day, .night: return !terms.kinds(end).isDisjoint(with: [.weekday, .deictic, .holiday])
        case .year: return terms.numeral(end)?.integer ?? 0 >= 1000
        default: return false
        }
    }

    private func third(of unit: Unit) -> Quantity.Part {
        switch unit {
        case .hour: .init(unit: .minute, thousandths: 20_000)
        case .day: .init(unit: .hour, thousandths: 8000)
        case .year: .init(unit: .month, thousandths: 4000)
        default: .init(unit: unit, thousandths: 333)
        }
    }

    /// `ونصف`, `ونصف الساعة`, `وعشر دقائق`, `، 20 أسبوعا`, `إلا ربعا`.
    private func addition(_ index: Int, to quantity: Quantity) -> (parts: [Quantity.Part], end: Int)? {
        guard let last = quantity.parts.last, index < terms.count else { return nil }
        var at = index
        if isPunctuation(at, "،,"), terms.isNumber(at + 1) || terms.isWord(at + 1) && terms[at + 1].isJoined { at += 1 }
        let isComma = at > index
        if let end = terms.end(ofMark: .less, at: at), let numeral = terms.numeral(end), numeral.kind == .fraction {
            return ([.init(unit: last.unit, thousandths: -numeral.thousandths)], numeral.end)
        }
        if terms.key(at) == "و" { at += 1 } else if terms.isNumber(at), !isComma, terms.isNumber(at), let (more, end) = simpleQuantity(at, bare: false), more.parts[0].unit < last.unit, last.unit <= .hour {
            return (more.parts, end)
        } else if !isComma { guard terms.isWord(at), terms[at].isJoined, terms[at].preposition == nil else { return nil } }
        guard at < terms.count else { return nil }
        if let numeral = terms.numeral(at), numeral.kind == .fraction {
            if let (unit, end) = unit(numeral.end, .singular, .definite), terms.isBare(numeral.end) {
                return ([.init(unit: unit, thousandths: numeral.thousandths)], end)
            }
            return ([.init(unit: last.unit, thousandths: numeral.thousandths)], numeral.end)
        }
        guard let (more, end) = simpleQuantity(at, bare: true), !more.isVague, more.parts[0].unit <= last.unit || isComma == false && more.parts[0].unit < last.unit,
              !(more.parts[0].unit == last.unit && !isComma && terms.numeral(at) != nil && terms.isNumber(at)) else { return nil }
        // A bare unit behind و goes on only from a larger one: شهر وأسبوع.
        if unit(at, .singular) != nil, more.parts[0].unit >= last.unit { return nil }
        return (more.parts, end)
    }

    /// A length of time that stands as one.
    func duration(at index: Int) -> (quantity: Quantity, end: Int)? {
        guard index < terms.count, terms.isNumber(index) || !terms.kinds(index).isDisjoint(with: [.unit, .number, .opening, .mark]) || terms.key(index) == Self.article else { return nil }
        if let reading = pastOrComing(index) { return reading }
        if let reading = allOf(index) { return reading }
        let bare = isDurationContext(index) || isWholeUnit(index)
        // شهر وأسبوع: a unit alone counts when more is added to it.
        guard let (quantity, end) = quantity(index, bare: true), bare || quantity.parts.count > 1 || quantity.isVague || unit(index, .singular) == nil || terms.mark(end - 1, .whole), !isDurationTrap(index, end, quantity) else { return nil }
        // خلال 72 ساعة القادمة
        if let (shift, last) = shift(end), shift.base == .publication { return (quantity, last) }
        return (quantity, end)
    }

    /// `طوال العام`
    private func allOf(_ index: Int) -> (quantity: Quantity, end: Int)? {
        guard let (unit, end) = unit(index, .definite), terms.isBare(index), ["طوال", "طيلة"].contains(terms.key(index - 1)), shift(end) == nil,
              [.day, .week, .month, .year].contains(unit), !isDescribed(end) else { return nil }
        return (Quantity(parts: [.init(unit: unit, thousandths: 1000)]), end)
    }

    /// `الأيام الثلاثة الماضية`, `الساعات الـ24 المقبلة`, `الـ24 ساعة الماضية`, `آخر 3 أيام`, `العقدين الماضيين`.
    private func pastOrComing(_ index: Int) -> (quantity: Quantity, end: Int)? {
        var quantity = Quantity()
        var at = index
        if terms.mark(index, .last), terms.key(index) == "آخر" {
            guard let (quantity, end) = self.quantity(index + 1, bare: false),
                  terms.isNumber(index + 1) || terms.kinds(index + 1).contains(.number) || unit(index + 1, .dual) != nil else { return nil }
            return (quantity, end)
        }
        if let (unit, end) = unit(index, .definitePlural) {
            at = terms.key(end) == Self.article ? end + 1 : end
            guard let numeral = terms.numeral(at), numeral.kind == .cardinal, numeral.thousandths <= Quantity.thousandthsMax, terms.isBare(at) else { return nil }
            quantity.parts = [.init(unit: unit, thousandths: numeral.thousandths)]
            at = numeral.end
            if let (_, last) = shift(at) { return (quantity, last) }
            return terms.key(end) == Self.article || numeral.isDefinite ? (quantity, at) : nil
        }
        if let (unit, end) = unit(index, .definiteDual), let (_, last) = shift(end) {
            quantity.parts = [.init(unit: unit, thousandths: 2000)]
            return (quantity, last)
        }
        at = terms.key(index) == Self.article ? index + 1 : index
        guard let numeral = terms.numeral(at), numeral.kind == .cardinal, numeral.thousandths <= Quantity.thousandthsMax, at > index || numeral.isDefinite,
              let (unit, end) = unit(numeral.end, .singular, .plural), terms.isBare(numeral.end) else { return nil }
        if isAge(end) || isAgeBefore(index) { return nil }
        quantity.parts = [.init(unit: unit, thousandths: numeral.thousandths)]
        if let (_, last) = shift(end) { return (quantity, last) }
        return (quantity, end)
    }

    /// `قبل يومين`, `بعد أسبوع`: a date counted from publication or from the date before. With a complement
    /// (`بعد يوم من الهجوم`) only the quantity counts.
    func offset(at index: Int) -> (point: Point, end: Int)? {
        // من أسبوع on a line of its own is a week ago.
        let isAgo = index == 0 && terms.mark(index, .from)
        let isBefore = terms.mark(index, .before) || isAgo
        guard isBefore || terms.mark(index, .after), terms.isBareOrJoined(index) else { return nil }
        var at = index + 1
        if terms.mark(at, .about) { at += 1 }
        guard at < terms.count, terms.isBare(at), let (quantity, end) = quantity(at, bare: true), !quantity.isVague,
              isDurationTrap(at, end, quantity) == false else { return nil }
        if isAgo, !isLone(index, end) { return nil }
        var last = end
        if terms.mark(end, .from) && terms.isBare(end) {
            guard terms.key(end + 1) == "الآن" || terms.key(end + 1) == "اليوم" else { return nil }
            last = end + 2
        } else if isComplement(end) { return nil }
        var point = Point()
        point.offset = (isBefore ? -1 : 1, quantity)
        point.quantityStart = terms.start(at)
        if let era = era(last, afterDigits: false), era == .hijri {
            point.calendar = .hijri
            last = eraEnd(last)
        } else if terms.isBare(min(last, terms.count - 1)), let (weekday, weekdayEnd) = weekday(last), quantity.whole.map({ $0.unit == .week || $0.unit == .month }) ?? false {
            point.weekday = weekday.weekday
            last = weekdayEnd
        }
        return (point, last)
    }

    /// Whether what follows a quantity says of which event it counts: `على الهجوم`.
    private func isComplement(_ index: Int) -> Bool {
        terms.key(index) == "على" || terms.key(index) == "عن" || terms.mark(index, .from)
    }
}

extension Unit: Comparable {
    static func < (left: Unit, right: Unit) -> Bool { left.rawValue < right.rawValue }
}
