import ArabicText
import Corpus

/// The language of some spans of a text, by script, by letters that one language alone writes, and by function words.
enum LanguageGuess {
    /// Words looked at; more say nothing new.
    static let wordCountMax = 300

    private static let latinWords: [(String, Set<WordKey>)] = [
        ("en", ["the", "of", "and", "to", "in", "is", "that", "for", "was", "with", "on", "by", "has", "from"]),
        ("fr", ["le", "la", "les", "des", "et", "du", "une", "est", "dans", "pour", "que", "qui", "sur", "au"]),
        ("de", ["der", "die", "und", "das", "den", "von", "mit", "ist", "des", "ein", "eine", "nicht"]),
        ("es", ["el", "los", "las", "y", "en", "que", "una", "del", "por", "con", "para", "se"]),
        ("tr", ["ve", "bir", "bu", "de", "da", "icin", "ile", "olarak", "daha"]),
        ("sv", ["och", "att", "det", "som", "en", "av", "till", "med", "inte"]),
    ]
    // And, from, that, was, this, with, to: Persian, Urdu, Central Kurdish, Arabic.
    private static let arabicScriptWords: [(String, Set<WordKey>)] = [
        ("ar", ["في", "من", "على", "إلى", "أن", "التي", "الذي", "عن", "مع", "هذا", "كان", "بعد", "ما", "لا", "قال"]),
        ("fa", ["که", "این", "است", "را", "با", "برای", "آن", "های", "شد", "می", "کرد", "خود", "از"]),
        ("ur", ["کے", "کی", "میں", "ہے", "سے", "کو", "نے", "اور", "کا", "ہیں", "پر"]),
        ("ckb", ["لە", "بە", "کە", "بۆ", "ئەو", "ئەم", "لەگەڵ", "بوو", "دا"]),
    ]

    /// - Returns: a BCP 47 code; `und` where there are words but nothing decides; `nil` without words.
    static func language(of spans: [Span], in page: PageText) -> String? {
        if isPlainlyArabic(spans, page) { return "ar" }
        var arabic = 0
        var latin = 0
        var other = 0
        var scores: [String: Int] = [:]
        var marks: [String: Int] = [:]
        var seen = 0
        var token = 0
        for span in spans {
            while token < page.tokens.count, page.tokens[token].start < span.start { token += 1 }
            while token < page.tokens.count, page.tokens[token].end <= span.end, seen < wordCountMax {
                let current = page.tokens[token]
                token += 1
                guard current.kind == .word else { continue }
                seen += 1
                let first = page.text[current.start].value
                switch first {
                case 0x600..<0x780, 0xFB50..<0xFE00, 0xFE70..<0xFF00:
                    arabic += 1
                    for (code, words) in arabicScriptWords where words.contains(current.key) { scores[code, default: 0] += 1 }
                    for at in current.start..<current.end { Self.mark(page.text[at].value, &marks) }
                case 0x41..<0x250:
                    latin += 1
                    for (code, words) in latinWords where words.contains(current.key) { scores[code, default: 0] += 1 }
                default: other += 1
                }
            }
        }
        guard seen > 0 else { return nil }
        if arabic >= latin, arabic >= other { return arabicScript(words: arabic, scores, marks) }
        guard latin >= other else { return "und" }
        return best(latinWords.map(\.0), scores) ?? "und"
    }

    /// Words that settle it when one in twelve of them is a function word of Arabic.
    private static let sampleCount = 60

    private static func isPlainlyArabic(_ spans: [Span], _ page: PageText) -> Bool {
        guard let first = spans.first else { return false }
        var seen = 0
        var function = 0
        for (index, token) in page.tokens.enumerated() where token.kind == .word && token.start >= first.start {
            seen += 1
            if page.traits[index].contains(.function) { function += 1 }
            if seen == sampleCount { break }
        }
        return seen == sampleCount && function * 12 >= seen
    }

    private static func mark(_ value: UInt32, _ marks: inout [String: Int]) {
        switch value {
        case 0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x6CC: marks["fa", default: 0] += 1  // peh, tcheh, jeh, gaf, keheh, farsi yeh
        case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2: marks["ur", default: 0] += 1  // tteh, ddal, rreh, noon ghunna, heh doachashmee, heh goal, yeh barree
        case 0x695, 0x6B5, 0x6C6, 0x6CE, 0x6D5: marks["ckb", default: 0] += 1  // reh and lam with v, oe, yeh with v, ae
        case 0x629, 0x643, 0x649, 0x64A: marks["ar", default: 0] += 1  // teh marbuta, kaf, alef maksura, yeh
        default: break
        }
    }

    private static func arabicScript(words: Int, _ scores: [String: Int], _ marks: [String: Int]) -> String {
        if marks["ckb", default: 0] * 3 > words { return "ckb" }
        if marks["ur", default: 0] * 4 > words { return "ur" }
        if marks["fa", default: 0] > marks["ar", default: 0] { return "fa" }
        return best(["ar", "fa"], scores) ?? "ar"
    }

    private static func best(_ codes: [String], _ scores: [String: Int]) -> String? {
        var top: String?
        for code in codes where scores[code, default: 0] > (top.map { scores[$0, default: 0] } ?? 0) { top = code }
        return top
    }
}
