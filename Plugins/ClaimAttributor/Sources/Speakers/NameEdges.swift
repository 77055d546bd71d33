import ArabicText
import Corpus

/// Takes a reporting verb off the edge of a person's name: names are marked by their shape, and a verb beside one is
/// easily marked with it (`سامي الحلبي ترى`, `يشير الحلبي`).
enum NameEdges {
    static func trimmed(_ layer: EntityLayer, _ text: ScalarText) -> EntityLayer {
        var layer = layer
        for index in layer.mentions.indices where layer.mentions[index].type == .person || layer.mentions[index].type == .organization {
            let span = layer.mentions[index].span
            guard span.start >= 0, span.start < span.end, span.end <= text.count else { continue }
            let words = Tokenizer.tokens(of: text, in: span).filter { $0.kind == .word }
            guard words.count >= 2, let first = words.first, let last = words.last else { continue }
            let isPerson = layer.mentions[index].type == .person
            if isPerson, isVerb(first.key, leads: true) || toThem.contains(first.key) {
                layer.mentions[index].start = words[1].start
            } else if words.count >= 3, isPerson && isVerb(last.key, leads: false) || isParticiple(last.key) {
                layer.mentions[index].end = words[words.count - 2].end
            } else {
                continue
            }
            let whole = text[span]
            if layer.mentions[index].name == whole { layer.mentions[index].name = text[layer.mentions[index].span] }
        }
        return layer
    }

    /// Whether a word is a finite verb and no name: with its `و`, of a weak end, or an imperfect.
    private static func isVerb(_ key: WordKey, leads: Bool) -> Bool {
        guard !names.contains(key) else { return false }
        if leads, key[0] == "و" || key[0] == "ف", key.count >= 4, isFinite(key.dropFirst()), !names.contains(key.dropFirst()) { return true }
        guard isFinite(key) else { return false }
        return key[0] == "ي" || key[0] == "ت" || !leads && key[key.count - 1] == "ي" || strong.contains(key)
    }

    /// `قناة الوادي ساخرا`: an indefinite participle ends no name.
    private static func isParticiple(_ key: WordKey) -> Bool {
        key[key.count - 1] == "ا" && Lexicon.shared.entry(key).map { $0.isParticiple && !$0.isFinite && $0.classes.isDisjoint(with: WordClass.nominal) } ?? false
    }

    /// To us, to him, to her, to them: between a verb and its subject
    private static let toThem: Set<WordKey> = ["لنا", "له", "لها", "لهم", "لي"]

    private static func isFinite(_ key: WordKey) -> Bool { Lexicon.shared.entry(key)?.isFinite ?? false }

    /// People's names that are verbs too: Yazid, Yahya, Taher and their like.
    private static let names: Set<WordKey> = ["يزيد", "تقي", "تميم", "يعقوب", "يحيي", "ينال", "يسري", "يسر", "تالي", "وعد", "وجد", "وصف", "ورد"]
    /// said, affirmed, added, explained, announced, denied, wrote
    private static let strong: Set<WordKey> = [
        "قال", "قالت", "أكد", "أكدت", "أضاف", "أضافت", "أوضح", "أوضحت", "أعلن", "أعلنت", "نفى", "نفت", "رأى", "رأت", "أشار", "أشارت", "كتب", "كتبت", "اعتبر", "اعتبرت", "حذر", "حذرت", "صرح", "صرحت", "أفاد", "أفادت", "ذكر", "ذكرت", "كشف", "كشفت",
    ]
}
