/// Makes the spellings of one name equal: folded letters, words joined by one space.
public enum NameKey {
    /// The key of a name; equal for `إيران` and `ايران`, with and without diacritics or quotation marks.
    public static func of(_ name: String) -> String {
        let text = ScalarText(name)
        return Tokenizer.tokens(of: text).filter { $0.kind == .word || $0.kind == .number }
            .map { $0.key.isHash ? text[$0.span] : $0.key.description }.joined(separator: " ")
    }
}
