import ArabicText
import Corpus

/// A name found in a text.
struct FoundName {
    /// The tokens it covers, the first with its particles.
    var tokens: Range<Int>
    var span: Span
    var type: EntityType
    /// The folded words of the name, without particles.
    var words: [WordKey]
}

/// Turns tags into names: takes particles off their fronts, and trims what is no part of a name.
struct NameReader {
    let text: TaggableText
    let facts: TokenFacts
    let model: TagModel

    func names(_ tags: [UInt8]) -> [FoundName] {
        var found: [FoundName] = []
        for sentence in text.sentences {
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                guard let type = Tag.type(tags[token]) else {
                    token += 1
                    continue
                }
                var end = token + 1
                while end < sentence.upperBound, Tag.isInside(tags[end]) { end += 1 }
                if let name = name(token..<end, type, sentence, tags) { found.append(name) }
                token = end
            }
        }
        return found
    }

    private func name(_ tagged: Range<Int>, _ type: EntityType, _ sentence: Range<Int>, _ tags: [UInt8]) -> FoundName? {
        var tokens = tagged
        while let first = tokens.first, isEdgeMark(first, opening: true) { tokens = first + 1..<tokens.upperBound }
        while let last = tokens.last, isEdgeMark(last, opening: false) { tokens = tokens.lowerBound..<last }
        tokens = trimmed(tokens, type)
        guard let first = tokens.first, let last = tokens.last, !isDate(tokens) else { return nil }
        let word = text.word(first)
        let place = word.candidates.count > 1 ? candidate(first, tokens, type, sentence, tags) : 0
        let letters = word.candidates.isEmpty ? 0 : word.candidates[place].letterCount
        let start = text.tokens[first].start(afterLetters: letters, in: text.text)
        let span = Span(start, text.tokens[last].end)
        guard span.start < span.end, tokens.contains(where: { text.tokens[$0].kind == .word }) else { return nil }
        var words = tokens.map { text.word($0).key }
        if !word.candidates.isEmpty { words[0] = word.candidates[place].key }
        return FoundName(tokens: tokens, span: span, type: type, words: words)
    }

    /// A name without the administrative noun or title before it and the nationality after it, unless the lists have it so.
    private func trimmed(_ tagged: Range<Int>, _ type: EntityType) -> Range<Int> {
        var tokens = tagged
        let before = type == .location ? model.knowledge.flag(ofTrigger: "loc-admin") : type == .person ? model.knowledge.flag(ofTrigger: "title") : 0
        while tokens.count > 1, facts.flags[tokens.lowerBound] & before != 0, facts.flags[tokens.lowerBound] & WordLexicon.anyGiven == 0 {
            let rest = tokens.lowerBound + 1..<tokens.upperBound
            if isListed(tokens), !(Self.administrative.contains(text.word(tokens.lowerBound).stem) && isListed(rest)) { break }
            tokens = rest
        }
        // The day of an event that stands after its place is no part of the place.
        while tokens.count > 2, Self.weekdays.contains(text.word(tokens.upperBound - 1).key), !isListed(tokens) {
            tokens = tokens.lowerBound..<tokens.upperBound - 1
        }
        let nationality = model.knowledge.flag(ofTrigger: "nationality")
        if tokens.count > 1, facts.flags[tokens.upperBound - 1] & nationality != 0, !isListed(tokens), type == .location || tokens.count == 2,
           isListed(tokens.lowerBound..<tokens.upperBound - 1) {
            tokens = tokens.lowerBound..<tokens.upperBound - 1
        }
        return tokens
    }

    /// city, governorate, province, town, village, district, sub-district, directorate
    private static let administrative: Set<WordKey> = ["مدينة", "محافظة", "ولاية", "بلدة", "قرية", "قضاء", "ناحية", "مديرية"]
    private static let weekdays: Set<WordKey> = ["السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"]

    /// Whether some tokens are nothing but a day, numbers and a month.
    private func isDate(_ tokens: Range<Int>) -> Bool {
        tokens.contains { text.tokens[$0].kind == .number } && tokens.allSatisfy { token in
            let word = text.word(token)
            return word.kind == .number || word.stem == "يوم" || Self.weekdays.contains(word.stem) || HeadRules.months.contains(word.stem)
        }
    }

    /// Whether the lists have a phrase, with or without particles before it.
    private func isListed(_ tokens: Range<Int>) -> Bool {
        TokenFacts.longestMatch(text, model.knowledge.names, tokens.lowerBound, tokens.upperBound)?.end == tokens.upperBound
    }

    private func isEdgeMark(_ token: Int, opening: Bool) -> Bool {
        guard text.tokens[token].kind == .punctuation else { return false }
        switch PunctuationClass(rawValue: text.word(token).hash) {
        case .close: return opening
        case .stop: return opening
        default: return true
        }
    }

    /// Which of the first word's candidates the name begins with.
    private func candidate(_ first: Int, _ tokens: Range<Int>, _ type: EntityType, _ sentence: Range<Int>, _ tags: [UInt8]) -> Int {
        let word = text.word(first)
        let chooser = ParticleChooser(text: text, facts: facts)
        var best = 0
        var bestScore = Int32.min
        var features: [UInt64] = []
        var scores = [Int32](repeating: 0, count: Tag.count)
        for place in word.candidates.indices {
            features.removeAll(keepingCapacity: true)
            chooser.features(of: place, first, type, length: tokens.count, sentence, tags, into: &features)
            for tag in scores.indices { scores[tag] = 0 }
            scores.withUnsafeMutableBufferPointer { model.table.add(features, to: $0.baseAddress!) }
            if scores[0] > bestScore {
                bestScore = scores[0]
                best = place
            }
        }
        return best
    }
}
