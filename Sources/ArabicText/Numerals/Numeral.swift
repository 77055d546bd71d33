/// A number read from digits or words.
public struct Numeral: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        /// `ثلاثة وعشرون`, `23`, `3.5`.
        case cardinal
        /// `الثالث والعشرون`, `الحادية عشرة`.
        case ordinal
        /// `نصف`, `ثلاثة أرباع`.
        case fraction
    }

    public var kind: Kind
    /// The value in thousandths, so that decimals and fractions are exact.
    public var thousandths: Int
    /// Whether it is written in digits, alone or before a word (`20 ألف`).
    public var isDigits: Bool
    /// Whether its first word carries the article.
    public var isDefinite: Bool
    /// Whether an ordinal is feminine, as hours of the clock are (`الثالثة`).
    public var isFeminine: Bool
    /// Index of the token after the last one read.
    public var end: Int

    /// The value of a whole number.
    public var integer: Int? { thousandths % 1000 == 0 ? thousandths / 1000 : nil }
}

/// The value of a whole number written in words or digits, proclitics apart.
///
///     numeralValue(of: "ثلاثة وعشرون")   // 23
///
/// - Returns: `nil` when the text holds anything else.
public func numeralValue(of text: String) -> Int? {
    let tokens = Tokenizer.tokens(of: ScalarText(text))
    guard let numeral = NumeralReader.numeral(in: tokens, at: 0), numeral.end == tokens.count else { return nil }
    return numeral.integer
}
