import ArabicText
import Corpus

/// One form of one or more names of a document: the same words, the same type.
struct NameForm {
    var words: [WordKey]
    var type: EntityType
    /// The form as it first stands in the text, without particles.
    var surface: String
    /// Places in the list of names, in order.
    var mentions: [Int]
    /// What the lists call it; empty where they don't.
    var references: [UInt32] = []
    /// The words as they are compared.
    var parts: [WordKey] = []

    /// The words of an institution or place without articles and the `ل` between them.
    static func stems(of words: [WordKey]) -> [WordKey] {
        words.map { word in
            if word.hasPrefix("لل"), word.count > 4 { return word.dropFirst(2) }
            if word.hasPrefix("وال"), word.count > 5 { return word.dropFirst(3) }
            return NameParts.bare(word)
        }
    }

    /// Whether some words stand in others, in their order.
    static func contains(_ long: [WordKey], _ short: [WordKey]) -> Bool {
        var next = 0
        for word in long where next < short.count && word == short[next] { next += 1 }
        return next == short.count
    }
}
