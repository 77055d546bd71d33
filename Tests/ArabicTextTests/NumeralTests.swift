import ArabicText
import Testing

@Suite("Numerals") struct NumeralTests {
    @Test("in words have their value", arguments: [
        ("واحد", 1), ("إحدى عشرة", 11), ("اثنا عشر", 12), ("اثنتي عشرة", 12), ("ثماني", 8), ("ثمانٍ", 8), ("خمسة وعشرين", 25),
        ("ست و ستون", 66), ("مائة", 100), ("مئة وسبعة وسبعين", 177), ("ثلاثمائة", 300), ("ثلاث مئة", 300), ("ألف وتسعمئة وسبعة وستين", 1967),
        ("ألفين وأربعة وعشرين", 2024), ("أربعة وعشرين وألفين", 2024), ("ألفان", 2000), ("خمسة آلاف", 5000), ("عشرين ألف", 20000),
        ("مئة ألف", 100_000), ("ثلاثة ملايين", 3_000_000), ("مليونين وخمسمئة ألف", 2_500_000), ("الألفان والواحد والعشرون", 2021),
        ("اثْنَيْنِ وثَلاثِينَ", 32), ("اطنعش", 12), ("ألف وسبعمائة وتسعة وثمانين", 1789),
    ])
    func words(_ text: String, _ expected: Int) {
        #expect(numeralValue(of: text) == expected)
    }

    @Test("in digits have their value", arguments: [
        ("٢٠٢٤", 2_024_000), ("۱۹", 19000), ("3.5", 3500), ("١٠٠٬٠٠٠٫٠", 100_000_000), ("100 000", 100_000_000), ("1,250", 1_250_000),
        ("20 ألف", 20_000_000), ("123.45", 123_450), ("100.564", 100_564),
    ])
    func digits(_ text: String, _ expected: Int) {
        let tokens = Tokenizer.tokens(of: ScalarText(text))
        let numeral = NumeralReader.numeral(in: tokens, at: 0)
        #expect(numeral?.thousandths == expected)
        #expect(numeral?.end == tokens.count)
    }

    @Test("that are ordinals say so", arguments: [
        ("الأول", 1, false), ("الأولى", 1, true), ("الحادي عشر", 11, false), ("الحادية عشرة", 11, true), ("الثانية عشر", 12, true),
        ("الثالث والعشرين", 23, false), ("الحادي والثلاثون", 31, false), ("ثالث", 3, false),
    ])
    func ordinals(_ text: String, _ value: Int, _ feminine: Bool) throws {
        let tokens = Tokenizer.tokens(of: ScalarText(text))
        let numeral = try #require(NumeralReader.numeral(in: tokens, at: 0))
        #expect(numeral.kind == .ordinal && numeral.integer == value && numeral.isFeminine == feminine && numeral.end == tokens.count)
    }

    @Test("stand apart where they are not one number", arguments: ["ثلاثة وخمسة", "عشرة وعشرين", "خمسة ستة", "ثلاثون وأربعون", "3 4"])
    func apart(_ text: String) {
        #expect(numeralValue(of: text) == nil)
    }

    @Test("written in words are read back", arguments: NumeralWriter.Gender.allCases, NumeralWriter.Case.allCases)
    func roundTrip(_ gender: NumeralWriter.Gender, _ grammaticalCase: NumeralWriter.Case) throws {
        for value in Array(1...3000) + [9999, 10_000, 11_000, 25_417, 100_000, 200_001, 317_842, 999_999] {
            let words = try #require(NumeralWriter.cardinal(value, counting: gender, in: grammaticalCase))
            #expect(numeralValue(of: words) == value, "\(words)")
        }
        for value in 1...99 {
            let words = try #require(NumeralWriter.ordinal(value, gender, in: grammaticalCase))
            #expect(numeralValue(of: words) == value, "\(words)")
        }
    }

    @Test("begin behind proclitics")
    func proclitics() {
        let tokens = Tokenizer.tokens(of: ScalarText("للخامسة وبثلاثين"))
        #expect(NumeralReader.numeral(in: tokens, at: 0, afterLetters: 1)?.integer == 5)
        #expect(NumeralReader.numeral(in: tokens, at: 1, afterLetters: 2)?.integer == 30)
    }
}
