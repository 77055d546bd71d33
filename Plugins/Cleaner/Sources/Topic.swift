import ArabicText
import Corpus

/// What the lines of a page are about: their content words, light-stemmed, as small numbers.
struct Topic {
    /// The distinct content stems of each line.
    private(set) var stems: [[Int32]] = []
    private(set) var stemCount = 0

    init(_ page: PageText) {
        var numbers: [WordKey: Int32] = [:]
        numbers.reserveCapacity(page.tokens.count / 3)
        var lastLine: [Int32] = []
        stems.reserveCapacity(page.lines.count)
        for (lineIndex, line) in page.lines.enumerated() {
            var own: [Int32] = []
            own.reserveCapacity(line.words)
            for index in line.tokens where page.tokens[index].kind == .word && !page.traits[index].contains(.common) {
                let key = Self.stem(page.tokens[index].key)
                if key.count < 3 && !key.isHash { continue }
                let number: Int32
                if let known = numbers[key] {
                    number = known
                } else {
                    number = Int32(numbers.count)
                    numbers[key] = number
                    lastLine.append(-1)
                }
                if lastLine[Int(number)] == Int32(lineIndex) { continue }
                lastLine[Int(number)] = Int32(lineIndex)
                own.append(number)
            }
            stems.append(own)
        }
        stemCount = numbers.count
    }

    /// A word without its particles, article and ending: enough to see that two lines share a word.
    static func stem(_ key: WordKey) -> WordKey {
        guard !key.isHash, key.count > 3 else { return key }
        var rest = key
        if let first = rest[0], first == "\u{648}" || first == "\u{641}", rest.count > 4 { rest = rest.dropFirst() }  // and, so
        if rest.count > 4 {
            switch (rest[0], rest[1], rest[2]) {
            case ("\u{628}"?, "\u{627}"?, "\u{644}"?), ("\u{643}"?, "\u{627}"?, "\u{644}"?): rest = rest.dropFirst(3)  // by the, as the
            case ("\u{627}"?, "\u{644}"?, _): rest = rest.dropFirst(2)  // the
            case ("\u{644}"?, "\u{644}"?, _): rest = rest.dropFirst(2)  // to the
            case ("\u{644}"?, _, _), ("\u{628}"?, _, _): if rest.count > 5 { rest = rest.dropFirst() }  // to, by
            default: break
            }
        }
        if rest.count > 4, rest.hasSuffix(Self.feminineAdjective) || rest.hasSuffix(Self.plural) || rest.hasSuffix(Self.masculinePlural) || rest.hasSuffix(Self.obliquePlural) {
            rest = rest.dropLast(2)
        } else if rest.count > 3, let last = rest[rest.count - 1], last == "\u{647}" || last == "\u{64A}" || last == "\u{627}" {
            rest = rest.dropLast()
        }
        return rest
    }

    private static let feminineAdjective: WordKey = "\u{64A}\u{647}"
    private static let plural: WordKey = "\u{627}\u{62A}"
    private static let masculinePlural: WordKey = "\u{648}\u{646}"
    private static let obliquePlural: WordKey = "\u{64A}\u{646}"

    /// How often each stem occurs among some lines.
    func counts(of lines: some Sequence<Int>) -> [Int32] {
        var counts = [Int32](repeating: 0, count: stemCount)
        for line in lines {
            for stem in stems[line] { counts[Int(stem)] += 1 }
        }
        return counts
    }

    /// The share of a line's stems that a core knows, the line's own part of the core left out; `nil` without stems.
    func share(of line: Int, in counts: [Int32], isInside: Bool) -> Float? {
        guard !stems[line].isEmpty else { return nil }
        let own: Int32 = isInside ? 1 : 0
        var known: Float = 0
        for stem in stems[line] where counts[Int(stem)] > own { known += 1 }
        return known / Float(stems[line].count)
    }

    /// The share of one line's stems that another has too; 0 where it has fewer than three.
    func overlap(of line: Int, with other: Int) -> Float {
        guard stems[line].count >= 3 else { return 0 }
        let known = stems[line].count { stems[other].contains($0) }
        return Float(known) / Float(stems[line].count)
    }
}
