/// How letters that Arabic desks use interchangeably are made one, for look-up; the text itself is never changed.
///
/// Folded: `أ إ آ ٱ` to `ا`, `ى ئ ی` to `ي`, `ؤ` to `و`, `ة ۃ` to `ه`, `ک` to `ك`, digits of every script used with
/// Arabic to `0`-`9`, Latin capitals to small letters. Ignored: diacritics, tatweel, directional marks, joiners.
public enum LetterFolding {
    /// The folded alphabet; a letter's code is its place here plus one.
    static let alphabet: [Unicode.Scalar] = Array(
        "\u{621}ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژڤگ0123456789abcdefghijklmnopqrstuvwxyz".unicodeScalars)

    /// Code of a scalar that look-ups ignore.
    static let ignored: UInt8 = 0xFF
    /// Code of a scalar outside the folded alphabet.
    static let foreign: UInt8 = 0

    private static let variants: [(String, Unicode.Scalar)] = [
        ("أإآٱٲٳ", "ا"), ("ىئیې", "ي"), ("ؤ", "و"), ("ةۃەہ", "ه"), ("ک", "ك"),
    ]

    /// Codes of the scalars below U+0700.
    static let table: [UInt8] = {
        var table = [UInt8](repeating: foreign, count: 0x700)
        for (index, scalar) in alphabet.enumerated() {
            table[Int(scalar.value)] = UInt8(index + 1)
        }
        for (scalars, letter) in variants {
            for scalar in scalars.unicodeScalars { table[Int(scalar.value)] = table[Int(letter.value)] }
        }
        for capital in UInt32(0x41)...0x5A { table[Int(capital)] = table[Int(capital) + 0x20] }
        for digit in UInt32(0)...9 {
            table[Int(0x660 + digit)] = table[Int(0x30 + digit)]
            table[Int(0x6F0 + digit)] = table[Int(0x30 + digit)]
        }
        for value in (0x610...0x61A) { table[value] = ignored }
        for value in (0x64B...0x65F) { table[value] = ignored }
        for value in (0x6D6...0x6DC) { table[value] = ignored }
        table[0x640] = ignored
        table[0x670] = ignored
        table[0x61C] = ignored
        table[0xAD] = ignored
        return table
    }()

    /// The code of a scalar: of its folded letter, ``ignored`` or ``foreign``.
    @inline(__always)
    static func code(of scalar: Unicode.Scalar, table: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let value = scalar.value
        return value < 0x700 ? table[Int(value)] : (isInvisible(scalar) ? ignored : foreign)
    }

    /// Whether a scalar is ignored wherever it stands: a diacritic, tatweel, a joiner or a directional mark.
    public static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value < 0x700 ? table[Int(value)] == ignored : isInvisible(scalar)
    }

    /// A folded letter by its code.
    static func letter(_ code: UInt8) -> Unicode.Scalar { alphabet[Int(code) - 1] }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFE00...0xFE0F, 0xFEFF: true
        default: false
        }
    }
}
