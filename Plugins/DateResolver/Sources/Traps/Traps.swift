import ArabicText

/// What looks like a date and is none, by the words beside it.
extension Reader {
    // MARK: prepositions

    /// Whether the token is a preposition that times take, or a word with one written onto it stands at the next.
    func isTemporalPreposition(_ index: Int) -> Bool {
        terms.mark(index, .in, .since, .to, .before, .after, .during, .from, .between)
    }

    /// Whether a preposition stands before the word or on it.
    func hasPreposition(_ index: Int) -> Bool {
        isTemporalPreposition(index - 1) || (index < terms.count && (terms[index].preposition == "ب" || terms[index].preposition == "ل"))
            || terms.mark(index - 1, .about)
    }

    // MARK: names

    /// Dates that are a name or part of one: `مدينة 6 أكتوبر`, `حركة 20 فبراير`, `ثورة 25 يناير`.
    func isName(_ reading: [Expression]) -> Bool {
        guard reading.count == 1, let first = reading.first, case .point(let point) = first.meaning, point.day != nil || point.month != nil,
              point.deictic == nil, point.weekday == nil, terms.isBare(first.first) else { return false }
        let before = first.first - 1
        if terms.mark(before, .naming) { return point.month != nil && (point.year == nil || point.day != nil) && !terms.mark(before, .dated) }
        if terms.mark(before, .event), point.year == nil { return true }
        return false
    }

    // MARK: weekdays

    func isWeekdayTrap(_ index: Int, _ end: Int, hasHead: Bool, hasMore: Bool) -> Bool {
        let before = index - 1
        guard !hasHead, !hasMore else { return false }
        // سوق الجمعة, صلاة الجمعة, حزب ...
        if terms.mark(before, .naming), terms.isBare(index) { return true }
        // الجمعة السوداء, السبت الأسود
        if Self.namedDays.contains(terms.key(end)) { return true }
        // كلا الاثنين, الاثنين معا
        if terms.key(index) == "الاثنين", terms.key(end) == "معا" || ["كلا", "هذين", "احد", "كلاهما", "بين"].contains(terms.key(before)) && !terms.mark(end, .and) { return true }
        return Self.givenNames.contains(terms.key(before)) && terms.isBare(index)
    }

    private static let namedDays: Set<WordKey> = ["السوداء", "الأسود", "البيضاء", "العظيمة", "الحزينة", "الدامي", "الدامية"]
    private static let givenNames: Set<WordKey> = [
        "محمد", "أحمد", "علي", "حسن", "حسين", "عبد", "الله", "الرحمن", "سعد", "فهد", "خالد", "سالم", "راشد", "ناصر", "سعيد", "بن", "آل", "أبو", "مبارك",
        "صالح", "يوسف", "جاسم", "حمد", "سلطان", "عيسى", "إبراهيم", "العزيز", "مي", "تركي", "طلال", "بدر", "فيصل", "نايف", "ماجد", "وليد", "هاني",
    ]

    // MARK: today

    func isDeicticTrap(_ index: Int, _ end: Int, _ days: Int) -> Bool {
        guard days == 0 || days == 1 else { return false }
        let next = end
        if days == 0 {
            if terms.key(index - 1) == "مثل" { return true }
            if terms.key(next) == Self.article { return true }
            // عشر سجائر في اليوم: a rate.
            if end == index + 1, terms.mark(index - 1, .in), attachedFollows(end) == false { return true }
            // اليوم العالمي, اليوم السابع, اليوم الأول: a described day.
            if terms.kinds(next).contains(.weekday) || terms.kinds(next).contains(.month) { return false }
            if let numeral = terms.numeral(next), numeral.kind == .ordinal, terms.isBare(next) { return !(terms.kinds(next).contains(.weekday)) && dayAndMonth(next) == nil }
            if shift(next) != nil, shift(next)?.value.base == .mention { return true }
            if terms.isWord(next), terms.isBare(next), terms.key(next).hasPrefix(Self.article), isDescribed(next), Self.dayAdjectives.contains(terms.key(next)) { return true }
            // روسيا اليوم as a name: in quotes, or behind a word for media.
            if terms.mark(index - 1, .paper), isQuote(next) || isQuote(index - 2) || terms.mark(index - 2, .naming) || terms.key(index - 1) == "أخبار" || terms.key(index - 1) == "المصري" { return true }
            if isQuote(end), isQuote(index - 1) { return true }
            if isQuote(end), (1...3).contains(where: { isQuote(index - $0) }), !isQuote(index - 1) { return true }
            if terms.mark(index - 2, .naming), terms.isWord(index - 1), terms.kinds(index - 1).isEmpty || terms.mark(index - 1, .paper), terms.key(index - 2) != "مدينة" { return true }
        }
        if days == 1, terms.mark(index - 1, .naming) { return true }
        return days == 1 && terms.key(index) == "باكر" || (days == 1 && terms.key(index) == "غد" && terms.isWord(next) && terms.key(next) == "أفضل")
    }

    private func attachedFollows(_ index: Int) -> Bool {
        terms.kinds(index).contains(.weekday) || dayAndMonth(index) != nil || numericDate(index) != nil
    }

    private static let dayAdjectives: Set<WordKey> = [
        "العالمي", "الوطني", "الدولي", "الدراسي", "الثاني", "الأخير", "العلمي", "الثقافي", "التاريخي", "الدولى", "الرياضي", "الانتخابي", "التدريبي",
        "الإعلامي", "السنوي", "المفتوح", "الموعود", "الواحد", "العربي", "العادي", "الختامي", "الافتتاحي",
    ]

    func isQuote(_ index: Int) -> Bool { isPunctuation(index, "\"«»“”‘’'„") }

    // MARK: months and years

    /// A word for a month that is a person, a brand or a verb here.
    func isMonthTrap(_ index: Int, _ part: MonthPart, _ end: Int) -> Bool {
        if terms.mark(index - 1, .naming), terms.isBare(index), !part.hasHead { return true }
        guard part.name.strength != .plain, !part.hasHead, !part.isSure, part.shift == nil, end == part.end else { return false }
        if part.name.number == 2, part.name.calendar == .hijri { return !terms.mark(index - 1, .in) }
        return !hasPreposition(index) && !terms.kinds(index - 1).contains(.edge) && !(index == 0 && terms.isEnd(end))
    }

    /// `القانون رقم 33 لسنة 2016`: the year numbers a law.
    func isLawYear(_ index: Int) -> Bool { terms[index].preposition == "ل" && terms.isNumber(index - 1) }

    /// Whether a number here may be a year without `عام`.
    func isYearContext(_ index: Int) -> Bool {
        let before = index - 1
        if terms.mark(before, .in, .since, .before, .after, .during, .between, .to, .dated, .from) { return true }
        if isPunctuation(before, "("), isPunctuation(index + 1, ")-–") { return true }
        // 2016-2020, 2020/2021
        if isYearRange(index) { return true }
        return index < terms.count && (terms[index].preposition == "ل")
    }

    /// `2016-2020`, `2023/2024`
    func isYearRange(_ index: Int) -> Bool {
        guard terms.isNumber(index), terms.key(index).count == 4, isPunctuation(index + 1, "-–/ـ"), terms.isNumber(index + 2),
              terms.key(index + 2).count == 4, let first = terms.tokens[index].number, let second = terms.tokens[index + 2].number,
              (1300...2100).contains(first), second > first, second - first <= 150, second <= 2100 else { return false }
        return !isPunctuation(index + 3, "-/–") || !terms.isNumber(index + 4)
    }

    /// Four digits that count something, or number a resolution.
    func isYearTrap(_ index: Int, _ end: Int) -> Bool {
        guard terms.isNumber(index) else {
            // In words only before a pause: ألفين وعشرة رجال counts men.
            return !terms.isEnd(end)
        }
        guard let number = terms.tokens[index].number, (1000...2100).contains(number) else { return true }
        if terms.mark(end, .counted) { return true }
        if terms.mark(index - 1, .from), !isFollowedByRange(end), !terms.isEnd(end) { return true }
        if terms.isWord(end), hasTanwin(end) { return true }
        return unit(end, .singular, .plural) != nil || isPunctuation(end, ":/%٪$€")  && !isYearRange(index)
    }

    private func isFollowedByRange(_ index: Int) -> Bool { terms.mark(index, .to, .and) || isPunctuation(index, "-–") }

    /// Whether a word ends in the vowels of the accusative, as counted nouns do: `طالباً`.
    func hasTanwin(_ index: Int) -> Bool {
        guard terms.isWord(index) else { return false }
        let token = terms.tokens[index]
        guard token.end - token.start >= 3 else { return false }
        return terms.text[token.end - 1].value == 0x64B || terms.text[token.end - 2].value == 0x64B
    }

    // MARK: times

    /// Whether a bare hour (`السابعة`, `7`) is one: between a preposition and a pause.
    func isClockContext(_ index: Int, _ end: Int) -> Bool {
        guard !terms.isNumber(index), terms.kinds(index).contains(.number), let numeral = terms.numeral(index), numeral.kind == .ordinal || numeral.integer == 1 else { return false }
        guard terms.mark(index - 1, .in, .before, .after, .to, .since, .from, .between) || terms.mark(index - 1, .about) else { return false }
        if terms.mark(end, .from), terms.mark(end + 1, .age) { return false }
        if numeral.integer == 2, terms.mark(index - 1, .in, .from), !terms.mark(end, .to) { return false }
        if terms.mark(end, .to), clock(end + 1) != nil { return true }
        if terms[end].preposition == "ل", clock(end) != nil { return true }
        if terms.isWord(end), terms[end].isJoined, let next = clock(end), !next.isWeak || terms.mark(index - 1, .between) { return true }
        if terms.mark(index - 1, .in), terms.isEnd(end) == false { return terms.mark(end, .zoneHead) }
        return terms.isEnd(end) || terms.mark(end, .zoneHead)
    }

    /// Whether `الصباح`, `المساء` alone means a time of this day.
    func isDayPartContext(_ index: Int, _ end: Int) -> Bool {
        if terms.key(end - 1) == "الباكر" { return true }
        if index == 0, end == terms.count { return true }
        if terms.isEnd(end), tense(of: index - 1) != nil { return true }
        guard hasPreposition(index), !terms.mark(index - 1, .from) else { return false }
        return terms.isEnd(end) || terms.key(end - 1) == "الليل" && end > index + 1
    }

    /// Whether nothing but punctuation stands on the line beside it.
    func isLone(_ index: Int, _ end: Int) -> Bool {
        guard index <= 2, terms.count - end <= 2 else { return false }
        return (0..<index).allSatisfy { terms.isEnd($0) } && (end..<terms.count).allSatisfy { terms.isEnd($0) }
    }

    // MARK: lengths of time

    /// Whether a unit alone here counts as one of it: `لمدة عام`, `نحو ساعة`.
    func isDurationContext(_ index: Int) -> Bool {
        (["أكثر", "أقل", "أزيد", "اكثر", "اقل"].contains(terms.key(index - 2)) && terms.mark(index - 1, .from)) || terms.mark(index - 1, .during, .about) || (terms.mark(index - 1, .since, .after, .before)) || isLone(index, index + 1)
    }

    /// `أكبر ارتفاع في عام`: the unit ends its clause.
    func isWholeUnit(_ index: Int) -> Bool {
        guard terms.mark(index - 1, .in), let (unit, end) = unit(index, .singular), unit >= .week else { return false }
        return terms.isEnd(end)
    }

    /// Ages, and units that are things or parts of names: `ساعة يد`, `30 عاما` of age.
    func isDurationTrap(_ index: Int, _ end: Int, _ quantity: Quantity) -> Bool {
        if isAge(end) || isAgeBefore(index) { return true }
        if quantity.parts.last?.unit == .decade, isContract(index, end) { return true }
        if quantity.parts.last?.unit == .year || quantity.parts.last?.unit == .month {
            // (30 عاما) and ، 45 عاما، behind a name are ages.
            if isPunctuation(index - 1, "("), isPunctuation(end, ")") { return true }
            if isPunctuation(index - 1, "،"), isPunctuation(end, "،"), quantity.whole.map({ (5...110).contains($0.count) }) == true { return true }
        }
        return terms.mark(index - 1, .last) && terms.key(index - 1) != "آخر"
    }

    /// `وقّع عقدين مع`: contracts, not decades.
    private func isContract(_ index: Int, _ end: Int) -> Bool {
        Self.contractParts.contains(terms.key(end)) || (1...3).contains { Self.signings.contains(terms.key(index - $0)) }
    }

    private static let contractParts: Set<WordKey> = ["مع", "بقيمة", "لتوريد", "لشراء", "لبيع", "عمل", "إيجار", "جديدة", "جديدين", "رسمية"]
    private static let signings: Set<WordKey> = ["وقع", "وقعت", "وقعا", "أبرم", "أبرمت", "توقيع", "إبرام", "يوقع", "توقع", "بموجب", "بتوقيع", "قيمة"]

    /// `من عمره`, `من العمر` behind a number.
    func isAge(_ index: Int) -> Bool {
        (terms.mark(index, .from) && terms.mark(index + 1, .age)) || terms.key(index) == "عمره" || terms.key(index) == "عمرها"
    }

    /// `عمره 30 عاما`, `سن 18 عاما`, `يبلغ من العمر`.
    func isAgeBefore(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        if terms.key(index - 1) == "عن", terms.isBare(index) { return terms.mark(index - 2, .age) }
        for back in 1...5 where index - back >= 0 {
            guard terms.isWord(index - back) || terms.isNumber(index - back) else { return false }
            // أعمارهم بين 18 و25 عاما: the word stands before the whole range.
            if back > 3, !terms.mark(index - back + 1, .between), !terms.mark(index - back + 1, .from) { continue }
            if terms.mark(index - back, .age) {
                let key = terms.key(index - back)
                return !(key == "يبلغ" || key == "تبلغ") || terms.mark(index - 1, .age) || back == 1
            }
        }
        return false
    }

}
