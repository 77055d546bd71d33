import ArabicText
import Corpus

/// A calendar date, perhaps with a time, that a line states in figures or with a month's name.
struct StatedDate: Equatable {
    var year: Int
    var month: Int
    var day: Int
    /// `HH:mm` or `HH:mm:ss`.
    var time: String?

    /// ISO 8601, with the time where there is one.
    var iso: String {
        let date = "\(year)-\(Self.padded(month))-\(Self.padded(day))"
        return time.map { "\(date)T\($0)" } ?? date
    }

    static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Reads the date of a line such as `Sunday 03 August 2025 07:00 am`, in every order and month name of the Arabic press.
struct DateLine {
    private let page: PageText
    /// The tokens that matter: numbers, words, separators dropped.
    private var items: [Item] = []

    private enum Item: Equatable {
        case number(Int, token: Int)
        case month(Int)
        case hijriMonth(Int)
        case word
    }

    /// - Returns: the first date of the line; a Gregorian one is preferred to a Hijri one.
    static func date(of line: PageLine, in page: PageText) -> StatedDate? {
        date(of: line.tokens, in: page)
    }

    static func date(of tokens: Range<Int>, in page: PageText) -> StatedDate? {
        let reader = DateLine(page, tokens)
        guard var date = reader.gregorian() ?? reader.hijri() else { return nil }
        date.time = ClockTime.first(in: tokens, of: page)
        return date
    }

    private init(_ page: PageText, _ tokens: Range<Int>) {
        self.page = page
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            let token = page.tokens[index]
            switch token.kind {
            case .number:
                items.append(token.number.map { .number($0, token: index) } ?? .word)
            case .word:
                if index + 1 < tokens.upperBound, page.tokens[index + 1].kind == .word,
                   let month = MonthNames.pair(token.key, page.tokens[index + 1].key) {
                    items.append(month)
                    index += 1
                } else if let month = MonthNames.single[token.key] {
                    items.append(.month(month))
                } else if let month = MonthNames.hijri[token.key] {
                    items.append(.hijriMonth(month))
                } else {
                    items.append(.word)
                }
            default: break
            }
            index += 1
        }
    }

    private func number(_ index: Int) -> Int? {
        guard items.indices.contains(index), case .number(let value, _) = items[index] else { return nil }
        return value
    }

    private func month(_ index: Int) -> Int? {
        guard items.indices.contains(index), case .month(let value) = items[index] else { return nil }
        return value
    }

    private func gregorian() -> StatedDate? {
        for index in items.indices {
            if let found = ordered(at: index) ?? named(at: index) { return found }
        }
        return nil
    }

    /// 2025-03-14, 14/3/2025.
    private func ordered(at index: Int) -> StatedDate? {
        guard let first = number(index), let second = number(index + 1), let third = number(index + 2) else { return nil }
        if isYear(first) { return checked(first, second, third) }
        if isYear(third) { return checked(third, second, first) ?? checked(third, first, second) }
        return nil
    }

    /// 14 March 2025, March 14 2025, 14 Adhar/March 2025.
    private func named(at index: Int) -> StatedDate? {
        guard let month = month(index) else { return nil }
        var after = index + 1
        if self.month(after) != nil { after += 1 }
        if let day = number(index - 1), let year = number(after), isYear(year) { return checked(year, month, day) }
        if let day = number(after), let year = number(after + 1), isYear(year) { return checked(year, month, day) }
        return nil
    }

    private func hijri() -> StatedDate? {
        for index in items.indices {
            guard case .hijriMonth(let month) = items[index], let day = number(index - 1), let year = number(index + 1),
                  UmmAlQura.years.contains(year) else { continue }
            guard let civil = UmmAlQura.day(year: year, month: month, day: day)?.date else { continue }
            return StatedDate(year: civil.year, month: civil.month, day: civil.day)
        }
        return nil
    }

    private func isYear(_ number: Int) -> Bool { (1900...2099).contains(number) }

    private func checked(_ year: Int, _ month: Int, _ day: Int) -> StatedDate? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        return StatedDate(year: year, month: month, day: day)
    }

    private enum MonthNames {
        // January ... December by their Egyptian, Levantine, Maghrebi and English names.
        private static let names = [
            "يناير جانفي january jan", "فبراير شباط فيفري february feb", "مارس آذار اذار march mar", "أبريل ابريل إبريل نيسان أفريل april apr",
            "مايو أيار ايار ماي may", "يونيو يونيه حزيران جوان june jun", "يوليو يوليه تموز جويلية يوليوز july jul",
            "أغسطس اغسطس آب أوت غشت august aug", "سبتمبر أيلول ايلول شتنبر september sep sept", "أكتوبر اكتوبر october oct",
            "نوفمبر نونبر november nov", "ديسمبر دجنبر december dec",
        ]
        // Muharram ... Dhu al-Hijja, the one-word names.
        private static let hijriNames: [(String, Int)] = [
            ("محرم", 1), ("المحرم", 1), ("صفر", 2), ("رجب", 7), ("شعبان", 8), ("رمضان", 9), ("شوال", 10),
        ]
        static let single: [WordKey: Int] = {
            var table: [WordKey: Int] = [:]
            for (index, words) in names.enumerated() {
                for word in words.split(separator: " ") { table[WordKey(word)] = index + 1 }
            }
            return table
        }()
        static let hijri: [WordKey: Int] = Dictionary(uniqueKeysWithValues: hijriNames.map { (WordKey($0.0), $0.1) })

        // Second January, first and second Tishrin, first Kanun; Rabi and Jumada, Dhu al-Qada and Dhu al-Hijja.
        private static let kanun: WordKey = "كانون"
        private static let tishrin: WordKey = "تشرين"
        private static let first: Set<WordKey> = ["الأول", "أول", "الاول", "الأولى"]
        private static let second: Set<WordKey> = ["الثاني", "ثان", "ثاني", "الآخر", "الآخرة", "الثانية"]
        private static let rabi: WordKey = "ربيع"
        private static let jumada: Set<WordKey> = ["جمادى"]
        private static let dhu: Set<WordKey> = ["ذو", "ذي"]
        private static let qada: WordKey = "القعدة"
        private static let hijja: WordKey = "الحجة"

        static func pair(_ one: WordKey, _ two: WordKey) -> Item? {
            if dhu.contains(one) { return two == qada ? .hijriMonth(11) : two == hijja ? .hijriMonth(12) : nil }
            let isFirst = first.contains(two)
            guard isFirst || second.contains(two) else { return nil }
            if one == kanun { return .month(isFirst ? 12 : 1) }
            if one == tishrin { return .month(isFirst ? 10 : 11) }
            if one == rabi { return .hijriMonth(isFirst ? 3 : 4) }
            if jumada.contains(one) { return .hijriMonth(isFirst ? 5 : 6) }
            return nil
        }
    }
}

/// A clock time in a date line.
enum ClockTime {
    // Before noon, after noon: letter, word, Latin.
    private static let morning: Set<WordKey> = ["ص", "صباحا", "am"]
    private static let evening: Set<WordKey> = ["م", "مساء", "pm", "ظهرا", "عصرا"]

    static func first(in tokens: Range<Int>, of page: PageText) -> String? {
        for index in tokens {
            guard index + 2 < tokens.upperBound, let hour = page.tokens[index].number, (0...23).contains(hour),
                  page.text[page.tokens[index + 1].start] == ":", page.tokens[index + 1].kind == .punctuation,
                  let minute = page.tokens[index + 2].number, (0...59).contains(minute),
                  page.tokens[index + 2].end - page.tokens[index + 2].start == 2 else { continue }
            var second: Int?
            var after = index + 3
            if after + 1 < tokens.upperBound, page.text[page.tokens[after].start] == ":", let value = page.tokens[after + 1].number, (0...59).contains(value) {
                second = value
                after += 2
            }
            var hours = hour
            if after < tokens.upperBound, page.tokens[after].kind == .word, hour <= 12 {
                let key = page.tokens[after].key
                if evening.contains(key), hour < 12 { hours += 12 }
                if morning.contains(key), hour == 12 { hours = 0 }
            }
            let clock = "\(StatedDate.padded(hours)):\(StatedDate.padded(minute))"
            return second.map { "\(clock):\(StatedDate.padded($0))" } ?? clock
        }
        return nil
    }
}
