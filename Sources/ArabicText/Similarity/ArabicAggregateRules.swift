public import Corpus

extension AggregateRules {
    /// Rules for a new aggregate of Arabic documents.
    public static var arabic: AggregateRules {
        var index = DuplicateIndex()
        return AggregateRules(
            nameKey: NameKey.of,
            original: { fingerprint, document in TextFingerprint(fingerprint).flatMap { index.add($0, identifier: document) } })
    }
}
