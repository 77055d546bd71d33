/// Libya from 1986 to 2011. The names are common words, so that they count between a day and a year only.
enum Libya {
    static let months = GrammarData.months([
        1: "أي النار", 2: "النوار", 3: "الربيع", 4: "الطير", 5: "الماء", 6: "الصيف", 7: "ناصر", 8: "هانيبال",
        9: "الفاتح", 10: "التمور", 11: "الحرث", 12: "الكانون",
    ], rare: true)
}
