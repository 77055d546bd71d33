import ArabicText
import Corpus

/// What the lines of a page are about: their content words, light-stemmed, as small numbers.
struct Topic {
    /// The distinct content stems of each line, one line after another.
    private var all: [Int32] = []
    private var starts: [Int] = [0]
    private(set) var stemCount = 0

    /// The distinct content stems of a line.
    func stems(of line: Int) -> ArraySlice<Int32> { all[starts[line]..<starts[line + 1]] }
    /// Their number.
    func stemCount(of line: Int) -> Int { starts[line + 1] - starts[line] }

    init(_ page: PageText) {
        var numbers = WordNumbers(capacity: page.tokens.count / 3)
        var lastLine: [Int32] = []
        all.reserveCapacity(page.tokens.count / 2)
        starts.reserveCapacity(page.lines.count + 1)
        for (lineIndex, line) in page.lines.enumerated() {
            for index in line.tokens where page.tokens[index].kind == .word && !page.traits[index].contains(.common) {
                let key = page.tokens[index].key.lightStem
                if key.count < 3 && !key.isHash { continue }
                let number = Int(numbers.add(key))
                if number == lastLine.count { lastLine.append(-1) }
                if lastLine[number] == Int32(lineIndex) { continue }
                lastLine[number] = Int32(lineIndex)
                all.append(Int32(number))
            }
            starts.append(all.count)
        }
        stemCount = numbers.count
    }

    /// How often each stem occurs among some lines.
    func counts(of lines: some Sequence<Int>) -> [Int32] {
        var counts = [Int32](repeating: 0, count: stemCount)
        for line in lines {
            for stem in stems(of: line) { counts[Int(stem)] += 1 }
        }
        return counts
    }

    /// The share of a line's stems that a core knows, the line's own part of the core left out; `nil` without stems.
    func share(of line: Int, in counts: [Int32], isInside: Bool) -> Float? {
        guard stemCount(of: line) > 0 else { return nil }
        let own: Int32 = isInside ? 1 : 0
        var known: Float = 0
        for stem in stems(of: line) where counts[Int(stem)] > own { known += 1 }
        return known / Float(stemCount(of: line))
    }

    /// The share of one line's stems that another has too; 0 where it has fewer than three.
    func overlap(of line: Int, with other: Int) -> Float {
        guard stemCount(of: line) >= 3 else { return 0 }
        let others = stems(of: other)
        let known = stems(of: line).count { others.contains($0) }
        return Float(known) / Float(stemCount(of: line))
    }
}
