/// The one-letter particles that Arabic writes onto the next word: `و` and, `ف` so, `ب` by, `ك` as, `ل` to, `س` will.
///
/// Whether a letter is a particle or the word's own cannot be told from the word alone; these functions list what is
/// possible, and a lexicon or the context chooses.
public enum Proclitics {
    /// The ways to take particles off a word's front, shortest strip first, the word itself at the head.
    ///
    /// `وبالقاهرة` gives itself, `بالقاهرة`, `القاهرة`. The article `ال` stays; in `لل…` (to the) what remains begins
    /// with the second lam, and ``Stripped/key`` has the article restored.
    public static func candidates(of key: WordKey) -> [Stripped] {
        var candidates = [Stripped(key: key, letterCount: 0)]
        var rest = key
        var count = 0
        if let first = rest[0], first == "و" || first == "ف", rest.count > 2 {
            rest = rest.dropFirst()
            count += 1
            candidates.append(Stripped(key: rest, letterCount: count))
        }
        guard let first = rest[0], rest.count > 2 else { return candidates }
        if first == "ل", rest[1] == "ل" {
            candidates.append(Stripped(key: Self.withArticle(rest.dropFirst(2)), letterCount: count + 1))
        } else if first == "ب" || first == "ك" || first == "ل" || first == "س" {
            candidates.append(Stripped(key: rest.dropFirst(), letterCount: count + 1))
        }
        return candidates
    }

    /// A word without some particles.
    public struct Stripped: Hashable, Sendable {
        /// The folded rest.
        public var key: WordKey
        /// How many letters were taken off; diacritics do not count. See ``Token/start(afterLetters:in:)``.
        public var letterCount: Int
    }

    /// The key with `ال` before it.
    public static func withArticle(_ key: WordKey) -> WordKey {
        WordKey("ال" + key.description)
    }
}

extension Token {
    /// The offset of the scalar after the first `n` letters of the token, past the diacritics on them.
    public func start(afterLetters n: Int, in text: ScalarText) -> Int {
        var left = n
        var at = start
        while at < end, left > 0 || LetterFolding.isIgnored(text[at]) {
            if !LetterFolding.isIgnored(text[at]) { left -= 1 }
            at += 1
        }
        return at
    }
}
