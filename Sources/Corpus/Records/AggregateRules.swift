/// What the aggregate needs to know of a language.
public struct AggregateRules {
    /// Makes the spellings of one name equal.
    var nameKey: (String) -> String
    /// The first document whose content is the same, or nearly, as that of a fingerprint; remembers the document.
    var original: (_ fingerprint: String, _ document: String) -> String?

    public init(nameKey: @escaping (String) -> String, original: @escaping (_ fingerprint: String, _ document: String) -> String?) {
        self.nameKey = nameKey
        self.original = original
    }
}
