public import Corpus

/// A run of the text that look-ups treat as one thing.
public struct Token: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        /// Letters of any script with their diacritics, joiners and tatweels.
        case word
        /// Digits of one or more of the three sets used with Arabic; nothing but digits.
        case number
        /// One scalar that is neither letter, digit nor white space.
        case punctuation
        /// One line break (`\n`, `\r\n`, U+2028, U+2029).
        case newline
    }

    public var kind: Kind
    /// Whether white space (not a line break) stands right before it.
    public var followsSpace: Bool
    public var start: Int
    public var end: Int
    /// The folded word or digits; the hash of the scalar for punctuation; empty for a newline.
    public var key: WordKey

    public var span: Span { Span(start, end) }

    /// The value of a number of up to 18 digits.
    public var number: Int? {
        guard kind == .number, !key.isHash else { return nil }
        return key.letters.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }
}
