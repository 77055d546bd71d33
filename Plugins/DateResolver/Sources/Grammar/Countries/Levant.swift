/// Syria, Lebanon, Jordan, Palestine, Iraq.
enum Levant {
    static let months = GrammarData.months([
        1: "كانون الثاني,كانون ثاني,كانون ثان,كانون التاني,ك 2", 2: "شباط,أشباط", 3: "آذار", 4: "نيسان", 5: "أيار,ايار,آيار",
        6: "حزيران", 7: "تموز", 8: "آب", 9: "أيلول", 10: "تشرين الأول,تشرين أول,ت 1",
        11: "تشرين الثاني,تشرين ثاني,تشرين ثان,تشرين التاني,ت 2", 12: "كانون الأول,كانون أول,ك 1",
    ], ambiguous: [2, 4, 7, 8])  // a surname, Nissan, the god Tammuz, "father" and the town of Ibb
}
