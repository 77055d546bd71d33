/// Egypt, Sudan, the Gulf, Yemen, the United Nations.
enum Egypt {
    static let months = GrammarData.months([
        1: "يناير", 2: "فبراير", 4: "أبريل,إبريل", 5: "مايو", 6: "يونيو,يونيه,يونية",
        7: "يوليو,يوليه,يولية", 8: "أغسطس", 9: "سبتمبر", 10: "أكتوبر", 11: "نوفمبر", 12: "ديسمبر",
    ]) + GrammarData.months([3: "مارس"], ambiguous: [3])  // also "he practised"
}
