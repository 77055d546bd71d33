import ArabicText
@testable import Cleaner
import Testing

@Suite("A paragraph's first word") struct OpeningTests {
    @Test("goes on from another paragraph", arguments: ["وقال", "ويستغرق", "وانتقد", "وقتل", "ووعد", "والناس", "وتبلغ", "فالخبر", "وخصصت"])
    func goesOn(_ word: String) {
        #expect(Openings.goesOn(WordKey(word)))
    }

    @Test("does not where the letter is its own", arguments: ["وزير", "وزارة", "وصل", "وصلت", "وافق", "وفاة", "وكالة", "ورشة", "وقعت", "واشنطن", "فاز", "في", "وحدة"])
    func isOwn(_ word: String) {
        #expect(!Openings.goesOn(WordKey(word)))
    }
}
