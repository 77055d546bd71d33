import ArabicText

/// Whether what a date belongs to lies behind or ahead, from the verbs near it.
enum Tense { case past, future }

extension Reader {
    /// The tense of the nearest verb before the expression in its sentence, else of the first one behind it.
    func tense(around first: Int, _ end: Int) -> Tense? {
        if terms.mark(first - 1, .since) { return .past }
        var index = first - 1
        let isBetweenCommas = isPunctuation(first - 1, "،,") && isPunctuation(end, "،,")
        var found: Tense?
        while index >= 0, first - index <= 30, !isSentenceEnd(index) {
            if let tense = tense(of: index) {
                found = tense
                if !isBetweenCommas { break }
            }
            index -= 1
        }
        if let found { return found }
        if terms.mark(first - 1, .to) { return .future }
        for ahead in end..<min(end + 8, terms.count) {
            if isSentenceEnd(ahead) { break }
            if let tense = tense(of: ahead) { return tense }
        }
        return nil
    }

    /// Whether the nearest verb before the expression tells of something that has happened then.
    func tellsWhatHappened(before first: Int) -> Bool {
        if terms.mark(first - 1, .since) { return true }
        if terms.mark(first - 1, .to) { return false }
        var index = first - 1
        while index >= 0, first - index <= 12, !isSentenceEnd(index) {
            if terms.mark(index, .happened) { return !terms.mark(index - 1, .future) && terms.key(index - 1) != "أن" && terms.key(index - 1) != "لن" }
            if tense(of: index) != nil { return false }
            index -= 1
        }
        return false
    }

    /// Whether a line holds nothing but expressions and particles, as in a table.
    func isFragment(_ expressions: [Expression]) -> Bool {
        guard terms.count <= 16 else { return false }
        var covered = 0
        for index in 0..<terms.count {
            if covered < expressions.count, index >= expressions[covered].end { covered += 1 }
            if covered < expressions.count, index >= expressions[covered].first { continue }
            if terms.isWord(index), terms.kinds(index).isEmpty || tense(of: index) != nil { return false }
        }
        return true
    }

    /// For every token the number of the sentence it stands in.
    func sentenceNumbers() -> [Int] {
        var count = 0
        return (0..<terms.count).map { index in
            defer { if isSentenceEnd(index) { count += 1 } }
            return count
        }
    }

    func isSentenceEnd(_ index: Int) -> Bool {
        guard index >= 0, index < terms.count else { return true }
        if terms.tokens[index].kind == .newline { return true }
        guard isPunctuation(index, ".!؟?") else { return false }
        // Not the point of a decimal or an abbreviation.
        return index + 1 >= terms.count || terms.tokens[index + 1].followsSpace || !terms.isNumber(index + 1) && !terms.isWord(index + 1)
    }

    /// The tense of one word, as far as its form tells it.
    func tense(of index: Int) -> Tense? {
        guard terms.isWord(index) else { return nil }
        if terms.mark(index, .future) { return isNegatedPast(index) ? .past : .future }
        if terms.mark(index, .past, .happened) { return .past }
        guard terms.kinds(index).isSubset(of: .mark) else { return nil }
        var key = terms.key(index)
        var letter = terms.tokens[index].start
        if key[0] == "و" || key[0] == "ف" {
            key = key.dropFirst()
            letter += 1
        }
        guard let first = key[0], let second = key[1], key.count >= 4 else { return nil }
        let isFeminineNoun = key.letters.last == "ه"
        if first == "س", !Self.likeFuture.contains(key) {
            if second == "ي" || second == "ت" || (second == "ن" && key.count >= 5 && !isFeminineNoun) { return .future }
            // سأعود is "I will return", ساعد "he helped".
            if second == "ا", letter + 1 < terms.tokens[index].end, terms.text[letter + 1].value == 0x623 { return .future }
        }
        if first == "ي", !isFeminineNoun || key.count > 5, !Self.likeImperfect.contains(key), second != "و" || key.count > 4 {
            return isNegatedPast(index) ? .past : .future
        }
        if isPerfect(key, firstLetter: terms.text[letter].value) { return .past }
        if first == "ت", !isFeminineNoun, key.letters.suffix(2) != ["ا", "ت"], !(key.count == 5 && key[3] == "ي"), startsClause(index) {
            return isNegatedPast(index) ? .past : .future
        }
        return nil
    }

    /// Whether a word has a form that only verbs of the past have, or is one that the grammar lists with a pronoun on it.
    private func isPerfect(_ key: WordKey, firstLetter: UInt32) -> Bool {
        let letters = key.letters
        // أعلنت, توقفت; not سنوات, بيروت.
        if (5...7).contains(key.count) || key.count == 4 && letters[0] != "ت", letters.last == "ت", letters.suffix(2) != ["ا", "ت"],
           letters[0] != "ا" || letters[1] != "ل", !Self.likePerfect.contains(key) { return true }
        // انطلق, اقترح, استأنف: their nouns have an alif before the last letter (انطلاق).
        if firstLetter == 0x627, letters[letters.count - 2] != "ا" {
            if key.count == 5, letters[1] == "ن" || letters[2] == "ت", !Self.likePerfect.contains(key) { return true }
            if (6...7).contains(key.count), letters[1] == "س", letters[2] == "ت", letters.last != "ه", letters.last != "ي" { return true }
        }
        // أعلنته, نفذهما
        for ending in Self.pronouns where key.hasSuffix(ending) && key.count >= ending.count + 3 {
            if terms.isListed(key.dropLast(ending.count), .past, .happened) { return true }
        }
        return false
    }

    private static let pronouns: [WordKey] = ["هما", "ها", "هم", "ه"]

    /// Whether a word beginning with ت stands where a verb does: first in its sentence, or behind a particle.
    private func startsClause(_ index: Int) -> Bool {
        isSentenceEnd(index - 1) || Self.particlesBeforeVerbs.contains(terms.key(index - 1))
    }

    private static let particlesBeforeVerbs: Set<WordKey> = [
        "أن", "لن", "لم", "قد", "التي", "حيث", "إذ", "بينما", "فيما", "كما", "ما", "كانت", "وكانت", "لا", "حتى", "بأن", "كي", "لكي", "أنها", "بأنها", "إنها", "هي", "وهي",
    ]

    /// `لم يعقد`, `كان يعقد`.
    private func isNegatedPast(_ index: Int) -> Bool {
        for back in 1...3 where index - back >= 0 {
            if isSentenceEnd(index - back) { return false }
            let key = terms.key(index - back)
            if (back == 1 && (key == "لم" || key == "ولم")) || key == "كان" || key == "كانت" || key == "وكان" || key == "وكانت" || key == "كانوا" { return true }
        }
        return false
    }

    private static let likeFuture: Set<WordKey> = [
        "سيارة", "سيارات", "سيارته", "سيارتها", "سياسة", "سياسي", "سياسية", "سياسيا", "سياسيين", "سياسيون", "سياسات", "سياسته", "سياح", "سياحة", "سياحي", "سياحية", "سيادة",
        "سيد", "سيدة", "سيدات", "سيدي", "سيدنا", "سيطرة", "سيطر", "سيطرت", "سيطروا", "سيطرته", "سيرة", "سيرا", "سيرته", "سيرتها", "سيرت", "سينما", "سينمائي", "سينمائية",
        "سينمائيا", "سيناء", "سيناريو", "سيول", "سيولة", "سيبيريا", "سيدني", "سياق", "سياج", "ستار", "ستاد", "ستوكهولم", "ستيفن", "ستمئة", "ستمائة", "ستين", "ستون",
        "ستائر", "ستراتيجية", "ستارة", "ستيفاني", "سنوي", "سنويا", "سنوية", "سندات", "سنغافورة", "سنجار", "سنابل", "سنتيم", "سنتات", "سنتا",
    ]
    private static let likeImperfect: Set<WordKey> = [
        "يوسف", "يحيى", "ياسر", "يعني", "يونس", "يمني", "يمين", "يسار", "يهود", "يورو", "ينبع", "يافا", "يزيد", "ياسين", "يمنيين", "يذكر", "يشار", "يقول", "يضيف", "يقوم",
        "يتعلق", "يبدو", "يرى", "يعتقد", "يسمى", "يعتبر", "يزال", "يتابع", "يوميات", "يبلغ", "يونيفيل", "يونايتد", "يوفنتوس", "يونسكو", "يونيسف", "يوناني", "يونانية", "يوغوسلافيا",
    ]
    private static let likePerfect: Set<WordKey> = ["بيت", "وقت", "صوت", "موت", "كويت", "الكويت", "بيروت", "تحت", "زيت", "انترنت", "إنترنت", "مؤقت", "تثبيت", "توقيت", "تصويت", "ليست", "ليت", "سبت", "انثى", "انتين", "اثنين"]

    /// Whether the sentence speaks of opening hours and the like: a clock time then is of no one day.
    func isHabitual(_ first: Int, _ end: Int) -> Bool {
        var index = first - 1
        while index >= 0, first - index <= 14, !isSentenceEnd(index) {
            if terms.mark(index, .habit) { return !isNegatedPast(index) }
            if case .past? = tense(of: index) { return false }
            index -= 1
        }
        return false
    }

    /// `كل يوم عدا الجمعة`
    func isException(_ index: Int) -> Bool { ["عدا", "ماعدا", "باستثناء", "إلا", "سوى"].contains(terms.key(index - 1)) }
}
