import ArabicText
import Corpus

/// What the lists and the layout say of each token, before any decision.
struct TokenFacts {
    /// Which gazetteer phrases of each type a token is, begins, or continues: three bits a type.
    private(set) var gazetteer: [UInt16]
    /// Lexicon flags of the token, with those of the trigger phrases it is part of.
    private(set) var flags: [UInt32]
    /// Place in a short quoted or bracketed piece: 0 outside, else 16 for brackets, plus its length to 7, 8 for its first token.
    private(set) var enclosure: [UInt8]
    /// How often the token's stem stands in the document, to 4.
    private(set) var frequency: [UInt8]
    /// Whether much of the document's talk is of matches: cities are clubs there.
    private(set) var isSports = false
    /// The tag that a name of the user's lists gives a token; `nil` without user lists.
    private(set) var userTags: [UInt8]?
    /// The names of the lists that stand in the text; they may overlap.
    private(set) var matches: [GazetteerMatch] = []

    static func single(_ type: Int) -> UInt16 { 1 << UInt16(3 * type) }
    static func begins(_ type: Int) -> UInt16 { 2 << UInt16(3 * type) }
    static func continues(_ type: Int) -> UInt16 { 4 << UInt16(3 * type) }

    init(_ text: TaggableText, _ knowledge: Knowledge) {
        let count = text.tokens.count
        gazetteer = [UInt16](repeating: 0, count: count)
        enclosure = [UInt8](repeating: 0, count: count)
        frequency = [UInt8](repeating: 0, count: count)
        flags = text.wordIndexes.map { text.words[$0].flags }
        for sentence in text.sentences {
            match(text, knowledge.names, sentence)
            announce(text, knowledge.triggers, sentence)
            if knowledge.userNames.values.count > 0 { matchUser(text, knowledge.userNames, sentence) }
            enclose(text, sentence)
        }
        countStems(text)
        let sports = knowledge.flag(ofTrigger: "sports")
        isSports = flags.count { $0 & sports != 0 } * 60 > flags.count
    }

    private mutating func match(_ text: TaggableText, _ names: PhraseTrie, _ sentence: Range<Int>) {
        var reach = sentence.lowerBound
        for start in sentence {
            guard let found = Self.longestMatch(text, names, start, sentence.upperBound) else { continue }
            // A name inside a longer one is not its own.
            if found.end <= reach { continue }
            reach = found.end
            matches.append(found)
            for value in found.values {
                let type = Int(value & 3)
                if found.end == start + 1 {
                    gazetteer[start] |= Self.single(type)
                } else {
                    gazetteer[start] |= Self.begins(type)
                    for token in start + 1..<found.end { gazetteer[token] |= Self.continues(type) }
                }
            }
        }
    }

    private mutating func matchUser(_ text: TaggableText, _ names: PhraseTrie, _ sentence: Range<Int>) {
        var tags = userTags ?? [UInt8](repeating: Tag.outside, count: text.tokens.count)
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            guard let found = Self.longestMatch(text, names, token, sentence.upperBound), let value = found.values.first else {
                token += 1
                continue
            }
            let type = EntityType.ordered[Int(value & 3)]
            matches.append(found)
            for inner in found.start..<found.end { tags[inner] = inner == found.start ? Tag.begin(type) : Tag.inside(type) }
            token = found.end
        }
        userTags = tags
    }

    /// The longest listed phrase that begins with a word or with what remains without its particles.
    static func longestMatch(_ text: TaggableText, _ names: PhraseTrie, _ start: Int, _ limit: Int) -> GazetteerMatch? {
        let word = text.word(start)
        var best: GazetteerMatch?
        for place in 0..<max(1, word.candidates.count) {
            let key = word.candidates.isEmpty ? word.key : word.candidates[place].key
            guard var node = names.child(of: PhraseTrie.root, key) else { continue }
            var end = start + 1
            while true {
                let values = names.values(at: node)
                if !values.isEmpty, end > (best?.end ?? start) {
                    best = GazetteerMatch(start: start, end: end, candidate: place, values: values)
                }
                guard end < limit, let next = names.child(of: node, text.word(end).key) else { break }
                node = next
                end += 1
            }
        }
        return best
    }

    private mutating func announce(_ text: TaggableText, _ triggers: PhraseTrie, _ sentence: Range<Int>) {
        for start in sentence {
            guard let found = Self.longestMatch(text, triggers, start, sentence.upperBound) else { continue }
            for value in found.values {
                for token in start..<found.end { flags[token] |= WordLexicon.firstTrigger << value }
            }
        }
    }

    private mutating func enclose(_ text: TaggableText, _ sentence: Range<Int>) {
        var open: (at: Int, bracket: Bool)?
        for token in sentence where text.tokens[token].kind == .punctuation {
            switch PunctuationClass(rawValue: text.word(token).hash) {
            case .quote:
                if let opened = open, !opened.bracket {
                    mark(opened.at, token, 0)
                    open = nil
                } else {
                    open = (token, false)
                }
            case .open: open = (token, true)
            case .close:
                if let opened = open, opened.bracket { mark(opened.at, token, 16) }
                open = nil
            default: break
            }
        }
    }

    private mutating func mark(_ open: Int, _ close: Int, _ kind: UInt8) {
        let length = close - open - 1
        guard length > 0, length <= 7 else { return }
        for token in open + 1..<close {
            enclosure[token] = kind + UInt8(length) + (token == open + 1 ? 8 : 0)
        }
    }

    private mutating func countStems(_ text: TaggableText) {
        var counts: [UInt64: UInt8] = [:]
        for index in text.wordIndexes {
            let stem = text.words[index].stemHash
            counts[stem] = min(4, (counts[stem] ?? 0) + 1)
        }
        for (token, index) in text.wordIndexes.enumerated() { frequency[token] = counts[text.words[index].stemHash]! }
    }
}

/// A listed name found in the text.
struct GazetteerMatch {
    /// The tokens it covers.
    var start: Int
    var end: Int
    /// Which of the first word's ``TaggableText/Word/candidates`` it begins with.
    var candidate: Int
    /// The entries: four times the index plus the type's place.
    var values: ArraySlice<UInt32>
}
