import ArabicText
import Corpus

/// Whether a block is worth reading: most paragraphs without cues are told by their words alone.
enum Screening {
    static func mayHoldCue(_ tokens: [Token], _ text: ScalarText, _ role: BlockRole) -> Bool {
        let lexicon = Lexicon.shared
        for (index, token) in tokens.enumerated() {
            if token.kind == .punctuation {
                if role != .body || index < 14, text[token.start] == ":" { return true }
                continue
            }
            guard token.kind == .word else { continue }
            var key = token.key
            if isCue(key, lexicon) { return true }
            if let first = key[0], first == "و" || first == "ف" {
                key = key.dropFirst()
                if isCue(key, lexicon) { return true }
            }
            if let first = key[0], first == "ل" || first == "ب", isCue(key.dropFirst(), lexicon) { return true }
        }
        return false
    }

    private static func isCue(_ key: WordKey, _ lexicon: Lexicon) -> Bool {
        guard let entry = lexicon.entry(key) else { return false }
        return entry.formCount > 0 || entry.phrase != nil
    }
}
