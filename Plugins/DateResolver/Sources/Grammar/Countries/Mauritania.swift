/// Mauritania, where its names differ from Egypt's.
enum Mauritania {
    static let months = GrammarData.months([8: "أغشت", 9: "شتمبر", 12: "دجمبر"])
}
