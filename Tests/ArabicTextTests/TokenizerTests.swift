import ArabicText
import Corpus
import Testing

@Suite("Tokens") struct TokenizerTests {
    private func pieces(_ text: String) -> [String] {
        let text = ScalarText(text)
        return Tokenizer.tokens(of: text).map { text[$0.span] }
    }

    @Test("are words, numbers and single marks", arguments: [
        ("قال: \"نعم\"، ثم مضى.", ["قال", ":", "\"", "نعم", "\"", "،", "ثم", "مضى", "."]),
        ("١٤٤٥هـ و8h30", ["١٤٤٥", "هـ", "و", "8", "h", "30"]),
        ("شخصيًا  \u{200F}هنا", ["شخصيًا", "هنا"]),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("", []),
    ])
    func pieces(_ text: String, _ expected: [String]) {
        #expect(pieces(text) == expected)
    }

    @Test("keep offsets in scalars behind emoji and combining marks")
    func offsets() {
        let text = ScalarText("👩‍👧 مُحَمَّد")
        let token = Tokenizer.tokens(of: text).last!
        #expect(text[token.span] == "مُحَمَّد")
        #expect(token.span.end == text.count)
    }

    @Test("give proclitics their candidates", arguments: [
        ("وبالقاهرة", ["وبالقاهرة", "بالقاهرة", "القاهرة"]), ("للكرملين", ["للكرملين", "الكرملين"]),
        ("ولبنان", ["ولبنان", "لبنان", "بنان"]), ("في", ["في"]),
    ])
    func proclitics(_ word: String, _ expected: [String]) {
        #expect(Proclitics.candidates(of: WordKey(word)).map(\.key) == expected.map { WordKey($0) })
    }

    @Test("are cut behind a proclitic and its diacritics")
    func afterProclitic() {
        let text = ScalarText("وَلِبَشّار")
        let token = Tokenizer.tokens(of: text)[0]
        #expect(text[Span(token.start(afterLetters: 2, in: text), token.end)] == "بَشّار")
    }
}
