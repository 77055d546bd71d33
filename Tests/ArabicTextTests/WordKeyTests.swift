import ArabicText
import Testing

@Suite("Word keys") struct WordKeyTests {
    @Test("make the spellings of one word equal", arguments: [
        ("إِيرَان", "ايران"), ("القـــاهرة", "القاهره"), ("مُستشفى", "مستشفي"), ("أ\u{200F}حمد", "احمد"), ("٢٠٢٤", "2024"),
        ("CNN", "cnn"), ("۱۹", "19"),
    ])
    func spellings(_ one: String, _ other: String) {
        #expect(WordKey(one) == WordKey(other))
    }

    @Test("keep different words apart", arguments: [("علم", "عمل"), ("قال", "قا"), ("", "ا"), ("Москва", "Киев")])
    func different(_ one: String, _ other: String) {
        #expect(WordKey(one) != WordKey(other))
    }

    @Test("slice like a string", arguments: ["و", "قال", "المستشف", "وبالمستشفيات", "استخداماتهمالطويل"])
    func slices(_ word: String) {
        let key = WordKey(word)
        let letters = Array(word.unicodeScalars)
        #expect(key.count == letters.count)
        for n in 0...letters.count {
            #expect(key.dropFirst(n).letters == Array(letters.dropFirst(n)))
            #expect(key.prefix(n).letters == Array(letters.prefix(n)))
            #expect(key.suffix(n).letters == Array(letters.suffix(n)))
            #expect(key.dropLast(n).letters == Array(letters.dropLast(n)))
            #expect(key.hasPrefix(key.prefix(n)) && key.hasSuffix(key.suffix(n)))
        }
    }

    @Test("of long and foreign words can be looked up but not spelled", arguments: ["ااااااااااااااااااااااااا", "Ελλάδα"])
    func hashes(_ word: String) {
        #expect(WordKey(word).isHash)
        #expect(WordKey(word) == WordKey(word))
        #expect(WordKey(word).letters.isEmpty)
    }
}
