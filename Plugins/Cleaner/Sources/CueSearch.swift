import ArabicText
import Corpus

extension PageText {
    /// Finds the page cues of a line: the strongest decides, all are noted.
    func findCues(_ line: inout PageLine) {
        let table = PageCues.byFirstWord
        var position = 0
        var opening = true
        var counted = -1
        for index in line.tokens {
            let token = tokens[index]
            guard token.kind == .word else {
                if token.kind == .number { position += 1 }
                continue
            }
            defer {
                position += 1
                opening = false
            }
            guard traits[index].contains(.opensCue), let candidates = table[token.key] else { continue }
            for cue in candidates where opening || !cue.isOpening {
                guard let end = match(cue, at: index, in: line) else { continue }
                if cue.kind != .byline, cue.kind != .caption, index >= counted {
                    line.cueCount += 1
                    counted = end
                }
                line.cueKinds |= 1 << UInt16(cue.kind.rawValue)
                let strength = strength(of: cue, end: end, opening: opening, line)
                if strength > line.cueStrength || (strength == line.cueStrength && cue.words.count > line.cueWords) {
                    line.cue = cue.kind
                    line.cueStrength = strength
                    line.cueWords = cue.words.count
                }
            }
        }
    }

    /// The token after the phrase, if it stands here; punctuation may stand inside.
    private func match(_ cue: PageCue, at index: Int, in line: PageLine) -> Int? {
        var at = index + 1
        for word in cue.words.dropFirst() {
            while at < line.tokens.upperBound, tokens[at].kind == .punctuation { at += 1 }
            guard at < line.tokens.upperBound, tokens[at].key == word else { return nil }
            at += 1
        }
        return at
    }

    /// A phrase says most when it is the whole line or is set off; a verb that begins a long sentence says little.
    private func strength(of cue: PageCue, end: Int, opening: Bool, _ line: PageLine) -> Float {
        let rest = line.wordsAndNumbers - cue.words.count
        if rest <= 0 { return 1 }
        if opening, cue.words.count == 1, end + 1 < line.tokens.upperBound, tokens[end].kind == .word, text[tokens[end + 1].start] == ":",
            cue.kind == .widget || cue.kind == .listHead { return 0.9 }
        let isSetOff = end < line.tokens.upperBound && tokens[end].kind == .punctuation && isSetting(text[tokens[end].start])
        if opening, isSetOff { return 0.95 }
        if !cue.isOpening {
            if rest <= 10 { return 0.9 }
            return cue.words.count >= 2 ? 0.7 : 0.25
        }
        if cue.words.count >= 2 { return rest <= 3 ? 0.9 : rest <= 12 ? 0.75 : 0.4 }
        // Many of these words are also nouns and verbs of the language: watch, a witness.
        if cue.kind == .seeAlso { return 0.1 }
        return rest <= 1 ? 0.8 : rest <= 3 ? 0.6 : rest <= 8 ? 0.35 : 0.1
    }

    private func isSetting(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ":", "|", "-", "\u{2013}", "\u{2014}", ">", "\u{BB}", ".", "\u{2026}", "/", "(", "#", "\u{61F}", "*", "\u{2022}", "<", "\u{AB}", "\u{AC}": true
        default: false
        }
    }
}
