extension WordKey {
    /// The word without its particles, article and ending: enough to see that two lines share a word, no more.
    ///
    /// `والسدود` gives `سدود`, `للمدينة` gives `مدين`; a word of three letters or fewer, or one without letters, itself.
    public var lightStem: WordKey {
        guard !isHash, count > 3 else { return self }
        var rest = self
        var length = count
        if length > 4, rest.first == Code.waw || rest.first == Code.fa {
            rest = rest.dropFirst()
            length -= 1
        }
        if length > 4 {
            let (one, two, three) = (rest.code(at: 0), rest.code(at: 1), rest.code(at: 2))
            if (one == Code.ba || one == Code.kaf), two == Code.alef, three == Code.lam, length > 5 {
                rest = rest.dropFirst(3)
                length -= 3
            } else if one == Code.alef || one == Code.lam, two == Code.lam {
                rest = rest.dropFirst(2)
                length -= 2
            } else if one == Code.lam || one == Code.ba, length > 5 {
                rest = rest.dropFirst()
                length -= 1
            }
        }
        guard length > 3 else { return rest }
        let (last, before) = (rest.code(at: length - 1), rest.code(at: length - 2))
        if length > 4, (before == Code.ya && (last == Code.ha || last == Code.nun)) || (before == Code.alef && last == Code.ta) || (before == Code.waw && last == Code.nun) {
            return rest.prefix(length - 2)
        }
        return last == Code.ha || last == Code.ya || last == Code.alef ? rest.prefix(length - 1) : rest
    }

    private var first: UInt8 { code(at: 0) }

    private enum Code {
        static let alef = of("\u{627}"), ba = of("\u{628}"), ta = of("\u{62A}"), fa = of("\u{641}"), kaf = of("\u{643}")
        static let lam = of("\u{644}"), nun = of("\u{646}"), ha = of("\u{647}"), waw = of("\u{648}"), ya = of("\u{64A}")

        private static func of(_ letter: Unicode.Scalar) -> UInt8 { LetterFolding.table[Int(letter.value)] }
    }
}
