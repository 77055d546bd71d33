extension WordKey {
    /// The word without its particles, article and ending: enough to see that two lines share a word, no more.
    ///
    /// `والسدود` gives `سدود`, `للمدينة` gives `مدين`; a word of three letters or fewer, or one without letters, itself.
    public var lightStem: WordKey {
        guard !isHash, count > 3 else { return self }
        let codes = Codes.shared
        var rest = self
        var length = count
        if length > 4, rest.first == codes.waw || rest.first == codes.fa {
            rest = rest.dropFirst()
            length -= 1
        }
        if length > 4 {
            let (one, two, three) = (rest.code(at: 0), rest.code(at: 1), rest.code(at: 2))
            if (one == codes.ba || one == codes.kaf), two == codes.alef, three == codes.lam, length > 5 {
                rest = rest.dropFirst(3)
                length -= 3
            } else if one == codes.alef || one == codes.lam, two == codes.lam {
                rest = rest.dropFirst(2)
                length -= 2
            } else if one == codes.lam || one == codes.ba, length > 5 {
                rest = rest.dropFirst()
                length -= 1
            }
        }
        guard length > 3 else { return rest }
        let (last, before) = (rest.code(at: length - 1), rest.code(at: length - 2))
        if length > 4, (before == codes.ya && (last == codes.ha || last == codes.nun)) || (before == codes.alef && last == codes.ta) || (before == codes.waw && last == codes.nun) {
            return rest.prefix(length - 2)
        }
        return last == codes.ha || last == codes.ya || last == codes.alef ? rest.prefix(length - 1) : rest
    }

    private var first: UInt8 { code(at: 0) }

    private struct Codes {
        let alef = of("\u{627}"), ba = of("\u{628}"), ta = of("\u{62A}"), fa = of("\u{641}"), kaf = of("\u{643}")
        let lam = of("\u{644}"), nun = of("\u{646}"), ha = of("\u{647}"), waw = of("\u{648}"), ya = of("\u{64A}")

        static let shared = Codes()

        private static func of(_ letter: Unicode.Scalar) -> UInt8 { LetterFolding.table[Int(letter.value)] }
    }
}
