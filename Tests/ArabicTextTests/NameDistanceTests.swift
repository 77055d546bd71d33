import ArabicText
import Testing

@Suite("Spellings of a name") struct NameDistanceTests {
    @Test("of one person are near", arguments: [("غوتيريش", "جوتيريش"), ("بيليني", "بيلليني"), ("سيرغي", "سيرجي"), ("هاينريش", "هينريش"), ("طومسون", "تومسون")])
    func near(_ left: String, _ right: String) {
        #expect(NameDistance.between(WordKey(left), WordKey(right)) <= 0.10)
    }

    @Test("of two people are far", arguments: [("سامر", "سالم"), ("ماجد", "ماهر"), ("حداد", "حماد"), ("قاسم", "باسم")])
    func far(_ left: String, _ right: String) {
        #expect(NameDistance.between(WordKey(left), WordKey(right)) > 0.10)
    }

    @Test("have parts without the filiation, and particles joined")
    func parts() {
        let parts = NameParts.parts(of: ["عبد", "الله", "بن", "سالم", "ابو", "زيد"].map { WordKey($0) })
        #expect(parts == ["عبدالله", "سالم", "ابوزيد"].map { WordKey($0) })
    }
}
