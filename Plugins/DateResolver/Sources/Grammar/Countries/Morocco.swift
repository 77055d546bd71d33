/// Morocco, where its names differ from Egypt's.
enum Morocco {
    static let months = GrammarData.months([
        7: "يوليوز", 8: "غشت", 9: "شتنبر", 11: "نونبر", 12: "دجنبر",
    ])
}
