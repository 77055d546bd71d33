/// How far apart two spellings of a name are, in the ways transcriptions of one name differ.
///
/// A Damerau-Levenshtein distance over folded letters, in which a long vowel more or less, a doubled letter, and letters
/// that desks choose between for one foreign sound (`غ ج ق ك`, `ت ط`, `س ص ز`, `د ض ذ`, `ف ڤ`, `ب پ`, `و ي`) cost little.
public enum NameDistance {
    /// The distance divided by the longer length: 0 for equal words, about 1 for unrelated ones.
    ///
    /// Spellings of one name mostly stay below 0.10. Words that keep no letters are 1 apart unless they are equal.
    public static func between(_ left: WordKey, _ right: WordKey) -> Double {
        if left == right { return 0 }
        let a = left.letters, b = right.letters
        guard !a.isEmpty, !b.isEmpty else { return 1 }
        let width = b.count + 1
        // One row a letter of the left word, one column a letter of the right one.
        var table = [Double](repeating: 0, count: (a.count + 1) * width)
        for j in b.indices { table[j + 1] = table[j] + gap(b, j) }
        for i in a.indices {
            let row = (i + 1) * width
            let above = i * width
            table[row] = table[above] + gap(a, i)
            for j in b.indices {
                var cost = min(table[above + j + 1] + gap(a, i), table[row + j] + gap(b, j), table[above + j] + substitution(a[i], b[j]))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, table[above - width + j - 1] + 0.7) }
                table[row + j + 1] = cost
            }
        }
        return table[table.count - 1] / Double(max(a.count, b.count))
    }

    /// What a letter more or less costs.
    private static func gap(_ word: [Unicode.Scalar], _ index: Int) -> Double {
        if index > 0, word[index] == word[index - 1] { return 0.2 }
        switch word[index] {
        case "ا", "و", "ي": return index == 0 ? 0.6 : 0.35
        case "ه": return index == word.count - 1 ? 0.4 : 1
        case "\u{621}": return 0.2
        default: return 1
        }
    }

    private static let alike: [[Unicode.Scalar]] = [
        ["غ", "ج", "ق", "ك", "گ"], ["ت", "ط"], ["س", "ص", "ز"], ["د", "ض", "ذ"], ["ف", "ڤ"], ["ب", "پ"], ["و", "ي"],
        ["ش", "ج", "چ", "ژ"], ["ث", "ت", "س"], ["ظ", "ض", "ز"], ["ا", "ه"],
    ]

    private static func substitution(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Double {
        if a == b { return 0 }
        if "اوي".unicodeScalars.contains(a), "اوي".unicodeScalars.contains(b) { return 0.45 }
        return alike.contains { $0.contains(a) && $0.contains(b) } ? 0.4 : 1
    }
}
