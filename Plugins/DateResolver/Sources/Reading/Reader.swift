import ArabicText
import Corpus

/// Finds the temporal expressions of one stretch of text, in one pass from its first token to its last.
///
/// At each token that can begin an expression every rule reads as far as it can; the longest reading wins and the pass
/// goes on behind it. Rules look ahead a bounded number of tokens, never back over what has been read.
struct Reader {
    let terms: Terms

    init(text: ScalarText, span: Span) {
        terms = Terms(text: text, span: span)
    }

    /// The expressions, in order, none overlapping another.
    func expressions() -> [Expression] {
        var found: [Expression] = []
        var index = 0
        while index < terms.count {
            if terms.kinds(index).isDisjoint(with: .beginnings), terms.tokens[index].kind != .number, terms.tokens[index].key != Self.article,
               index > 0 || !terms.mark(index, .from) {
                index += 1
                continue
            }
            let reading = longest(at: index, after: found.last)
            if let end = reading.last?.end, end > index {
                if !isName(reading) { found += reading }
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    static let article: WordKey = "ال"

    private func longest(at index: Int, after previous: Expression?) -> [Expression] {
        var best: [Expression] = []
        var bestEnd = index
        func offer(_ reading: [Expression]) {
            if let end = reading.last?.end, end > bestEnd {
                best = reading
                bestEnd = end
            }
        }
        offer(continuation(at: index, of: previous))
        offer(series(at: index))
        offer(hours(at: index))
        offer(monthAndDays(at: index))
        if let (point, end) = point(at: index) { offer([expression(index, end, .point(point))]) }
        offer(recurrence(at: index, after: previous))
        if let (point, end) = offset(at: index) { offer([expression(index, end, .point(point))]) }
        if let (quantity, end) = duration(at: index) { offer([expression(index, end, .duration(quantity))]) }
        return best
    }

    /// An expression of the tokens `first..<end`, without proclitics.
    func expression(_ first: Int, _ end: Int, _ meaning: Meaning) -> Expression {
        Expression(span: Span(terms.start(first), terms.tokens[end - 1].end), first: first, end: end, meaning: meaning)
    }

    // MARK: small parts

    /// The index behind one comma, semicolon or bar.
    func afterComma(_ index: Int) -> Int {
        guard let mark = terms.punctuation(index) else { return index }
        return [",", "،", "؛", ";"].contains(mark) ? index + 1 : index
    }

    func isPunctuation(_ index: Int, _ marks: String) -> Bool {
        guard let mark = terms.punctuation(index) else { return false }
        return marks.unicodeScalars.contains(mark)
    }

    /// A unit in one of some forms.
    func unit(_ index: Int, _ forms: UnitForm...) -> (value: Unit, end: Int)? {
        guard terms.kinds(index).contains(.unit) else { return nil }
        return terms.phrase(index) { sense in
            if case .unit(let unit, let form) = sense, forms.contains(form) { unit } else { nil }
        }
    }

    func isUnit(_ index: Int, _ wanted: Unit, _ forms: UnitForm...) -> Int? {
        guard terms.kinds(index).contains(.unit) else { return nil }
        return terms.phrase(index) { sense -> Bool? in
            if case .unit(wanted, let form) = sense, forms.contains(form) { true } else { nil }
        }?.end
    }

    /// `الماضي`, `المقبل`, `نفسه` behind what it shifts.
    func shift(_ index: Int) -> (value: Shift, end: Int)? {
        guard terms.kinds(index).contains(.shift), terms.isBare(index),
              let (shift, end) = terms.phrase(index, { sense in if case .shift(let shift) = sense { shift } else { nil } }) else { return nil }
        // هذا behind a period closes it; before a noun it belongs to that.
        if terms.kinds(index).contains(.demonstrative), terms.isWord(end), terms.key(end).hasPrefix(Self.article) { return nil }
        return (shift, end)
    }

    /// An index or count that no word counted by it follows.
    func isFollowedByNoun(_ index: Int) -> Bool {
        guard terms.isWord(index) else { return isPunctuation(index, "%٪") }
        if terms.mark(index, .counted) { return true }
        return terms.kinds(index).isEmpty && terms.isBare(index) && !startsClause(index)
    }

    /// Whether an unknown word cannot be counted by the number before it: it carries the article or a particle.
    private func startsClause(_ index: Int) -> Bool {
        let key = terms.key(index)
        return key.hasPrefix(Self.article) || key[0] == "و" || key[0] == "ب" || key[0] == "ل" || Self.particles.contains(key)
            || key.count == 1
    }

    private static let particles: Set<WordKey> = [
        "أن", "إن", "على", "عن", "مع", "التي", "الذي", "حيث", "إذ", "لكن", "ثم", "أو", "فيما", "بينما", "ما", "لا", "هو", "هي", "قبل", "بعد",
        "كما", "عندما", "حين", "بسبب", "وفق", "لدى", "أي", "أم", "إذا", "ضمن", "عبر", "ضد", "حول", "دون", "أمام", "وسط", "رغم", "لم", "لن", "هل",
    ]
}
