/// Reads numbers from tokens: digits of three sets, decimals, number words of both genders and every case, compounds,
/// duals, ordinals and fractions.
public enum NumeralReader {
    /// The longest number that begins at a token.
    /// - Parameter letters: how many letters of the first token are proclitics (`وثلاثة` read from 1); in `لل…` two, and
    ///   the article is restored.
    /// - Returns: `nil` when no number begins there.
    public static func numeral(in tokens: [Token], at index: Int, afterLetters letters: Int = 0) -> Numeral? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .number { return digits(in: tokens, at: index) }
        guard tokens[index].kind == .word, let first = NumberWord(key(tokens[index], letters)) else { return nil }
        var reading = Reading(first: first, tokens: tokens, index: index)
        return reading.run()
    }

    private static func key(_ token: Token, _ letters: Int) -> WordKey {
        guard letters > 0 else { return token.key }
        let rest = token.key.dropFirst(letters)
        return token.key[letters - 1] == "ل" && rest[0] == "ل" ? Proclitics.withArticle(rest.dropFirst()) : rest
    }

    /// What is a scale word (thousand and up) right after a number.
    static func scale(in tokens: [Token], at index: Int) -> Int? {
        guard index < tokens.count, tokens[index].kind == .word, let word = NumberWord(tokens[index].key),
              word.role == .scale, tokens[index].key != Self.thousandsDual else { return nil }
        return word.value
    }

    private static let thousandsDual: WordKey = "ألفين"

    // MARK: digits

    private static func digits(in tokens: [Token], at index: Int) -> Numeral? {
        guard let whole = tokens[index].number, whole <= 999_999_999_999 else { return nil }
        var thousandths = whole * 1000
        var next = index + 1
        var isGrouped = false
        // 100,000 and 100 000: groups of three.
        while next < tokens.count, tokens[index].key.count <= 3, thousandths <= 999_999_999_000 {
            let separated = isSeparator(tokens[next], grouping) && next + 1 < tokens.count
            let group = separated ? next + 1 : next
            guard tokens[group].kind == .number, tokens[group].key.count == 3, let value = tokens[group].number,
                  separated ? !tokens[group].followsSpace && !tokens[next].followsSpace : tokens[group].followsSpace,
                  whole > 0 else { break }
            thousandths = thousandths * 1000 + value * 1000
            next = group + 1
            isGrouped = true
        }
        // 3.5, 12,5: at most three places.
        if next + 1 < tokens.count, isSeparator(tokens[next], isGrouped ? decimalOnly : decimal), !tokens[next].followsSpace,
           tokens[next + 1].kind == .number, !tokens[next + 1].followsSpace, tokens[next + 1].key.count <= 3,
           let places = tokens[next + 1].number, !continuesLikeDate(tokens, next + 2) {
            thousandths += places * [1000, 100, 10, 1][tokens[next + 1].key.count]
            next += 2
        }
        if let scale = scale(in: tokens, at: next), thousandths <= 1_000_000_000 {
            thousandths *= scale
            next += 1
        }
        return Numeral(kind: .cardinal, thousandths: thousandths, isDigits: true, isDefinite: false, isFeminine: false, end: next)
    }

    /// Whether another separated number follows, as in 12.5.2024.
    private static func continuesLikeDate(_ tokens: [Token], _ index: Int) -> Bool {
        index + 1 < tokens.count && isSeparator(tokens[index], decimal) && tokens[index + 1].kind == .number
            && !tokens[index].followsSpace && !tokens[index + 1].followsSpace
    }

    private static func isSeparator(_ token: Token, _ keys: [WordKey]) -> Bool {
        token.kind == .punctuation && keys.contains(token.key)
    }

    private static let grouping: [WordKey] = [",", "٬"]
    private static let decimal: [WordKey] = [".", "٫", ","]
    private static let decimalOnly: [WordKey] = [".", "٫"]
}

/// One number in words, as it grows word by word.
private struct Reading {
    let tokens: [Token]
    let isDefinite: Bool
    let first: NumberWord
    var next: Int
    /// Finished thousands and millions.
    var total = 0
    /// The part under a thousand, or that which a scale word will multiply.
    var current = 0
    /// The lowest place filled: nothing below it has been read yet.
    var lowest = 0
    /// Whether the unit that a ten may follow carries the article.
    var unitIsDefinite = false
    var kind = Numeral.Kind.cardinal

    init(first: NumberWord, tokens: [Token], index: Int) {
        self.first = first
        self.tokens = tokens
        isDefinite = first.isDefinite
        next = index + 1
    }

    mutating func run() -> Numeral? {
        switch first.role {
        case .fraction: return fraction()
        case .ordinal: return ordinal()
        case .unit: readUnit(first)
        case .ten, .spoken, .tens:
            current = first.value
            lowest = first.role == .tens ? 10 : 1
        case .hundreds:
            current = first.value
            lowest = 100
        case .scale: readScale(first)
        }
        while step() {}
        return numeral(thousandths: (total + current) * 1000)
    }

    private func numeral(thousandths: Int) -> Numeral {
        Numeral(kind: kind, thousandths: thousandths, isDigits: false, isDefinite: isDefinite, isFeminine: first.isFeminine, end: next)
    }

    /// The number word at an index, and whether `و` (and) stands before it.
    private func word(at index: Int) -> (word: NumberWord, joined: Bool, end: Int)? {
        guard index < tokens.count, tokens[index].kind == .word else { return nil }
        let key = tokens[index].key
        if key == Self.and {
            guard index + 1 < tokens.count, tokens[index + 1].kind == .word,
                  let word = NumberWord(tokens[index + 1].key) else { return nil }
            return (word, true, index + 2)
        }
        if let word = NumberWord(key) {
            // واحد is "one", but before عشر it is "and one of" eleven: مئة وأحد عشر.
            let joined = key == Self.one && NumberWord(index + 1 < tokens.count ? tokens[index + 1].key : .empty)?.role == .ten
            return (word, joined, index + 1)
        }
        if key[0] == "و", let word = NumberWord(key.dropFirst()) { return (word, true, index + 1) }
        return nil
    }

    private static let and: WordKey = "و"
    private static let one: WordKey = "واحد"

    /// A unit, with the `عشر` or `مئة` that may follow it.
    private mutating func readUnit(_ unit: NumberWord) {
        current += unit.value
        lowest = 1
        unitIsDefinite = unit.isDefinite
        guard let (word, joined, end) = word(at: next), !joined else { return }
        if word.role == .ten {
            current += 10
            next = end
        } else if word.role == .hundreds, word.value == 100, unit.value >= 3 {
            current += unit.value * 99
            lowest = 100
            next = end
        }
    }

    private mutating func readScale(_ word: NumberWord) {
        let count = current == 0 ? 1 : current
        total += (word.isDual ? 2 : count) * word.value
        current = 0
        lowest = word.value
    }

    private mutating func step() -> Bool {
        guard let (word, joined, end) = word(at: next) else { return false }
        guard joined else {
            // 5 آلاف, مئة ألف: a scale multiplies what stands before it.
            guard word.role == .scale, !word.isDual, current > 0, total == 0 || word.value < Self.scale(of: total),
                  current <= 999 else { return false }
            next = end
            readScale(word)
            return true
        }
        switch word.role {
        case .unit:
            guard lowest >= 100 else { return false }
            next = end
            readUnit(word)
            // A unit before و and ten: خمسة وعشرين.
            return true
        case .ten, .spoken:
            guard lowest >= 100 else { return false }
            current += word.value
            lowest = 1
        case .tens:
            let ones = current % 100
            // الخامسة وعشرين دقيقة is five o'clock and twenty minutes: in a number both have the article or none.
            guard (lowest == 1 && (1...9).contains(ones) && word.isDefinite == unitIsDefinite) || lowest >= 100 else { return false }
            current += word.value
            lowest = lowest == 1 ? 2 : 10
        case .hundreds:
            guard lowest >= 1000 else { return false }
            current += word.value
            lowest = 100
        case .scale:
            // ألفان وأربعة, and the old order أربعة وعشرين وألفين.
            guard word.isDual || current == 0, total == 0 || word.value < Self.scale(of: total), lowest == 2 || lowest > word.value else { return false }
            total += (word.isDual ? 2 : 1) * word.value
            lowest = lowest == 2 ? 1 : word.value
        case .fraction, .ordinal: return false
        }
        next = end
        return true
    }

    private static func scale(of total: Int) -> Int {
        total % 1_000_000_000 == 0 ? 1_000_000_000 : total % 1_000_000 == 0 ? 1_000_000 : 1000
    }

    /// `الثالث`, `الثالث عشر`, `الثالث والعشرون`.
    private mutating func ordinal() -> Numeral? {
        kind = .ordinal
        current = first.value
        if let (word, joined, end) = word(at: next) {
            if !joined, word.role == .ten, first.value < 10 {
                current += 10
                next = end
            } else if joined, word.role == .tens, first.value < 10, word.isDefinite == first.isDefinite {
                current += word.value
                next = end
            }
        }
        return numeral(thousandths: current * 1000)
    }

    /// `نصف`, `ربع`, `ثلثا`.
    private func fraction() -> Numeral? {
        var numeral = numeral(thousandths: first.value)
        numeral.kind = .fraction
        return numeral
    }
}
