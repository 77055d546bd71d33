import ArabicText
import Corpus

/// Which side of `وفقا ل` and its like the content is on, and what it passes on.
extension Reader {
    /// Which side of the phrase its content is on.
    mutating func place(_ cue: Range<Int>, _ noun: NounPhrase?, anaphor: Attribution.Source?, pronoun: Agreement?, sourceEnd: Int, isHearsay: Bool) -> Int? {
        let words = passage.words
        var source: Attribution.Source = anaphor ?? noun.map { .phrase($0) } ?? .implicit(pronoun ?? .unknown)
        // `…، على حد تعبيره`: the speaker's own words, said before.
        if noun == nil, let last = found.indices.last, last >= firstOfSentence, !leads(cue.lowerBound) {
            close(at: cue.lowerBound, downTo: base == nil ? 0 : 1)
            return sourceEnd
        }
        if noun == nil, let resolved = resolve(pronoun ?? .unknown, at: cue.lowerBound, holder: nil, lemma: nil, form: nil) { source = resolved }
        let agreement = noun?.agreement ?? pronoun ?? .unknown
        var attribution = Attribution(kind: .phrase, passage: number, cue: cue, lemma: nil, strength: .assertion, source: source, agreement: agreement, clauseStart: cue.lowerBound, content: [], isOpen: false)

        // Between a verb and its content: a link in the middle.
        if let verb = open.last, found[verb].contentStart > cue.lowerBound {
            return placeInside(verb, attribution, sourceEnd: sourceEnd, isHearsay: isHearsay)
        }
        if let verb = found.indices.last, verb >= firstOfSentence, !found[verb].isOpen, found[verb].contentStart > cue.lowerBound, found[verb].cue.lowerBound < cue.lowerBound {
            return placeInside(verb, attribution, sourceEnd: sourceEnd, isHearsay: isHearsay)
        }

        var next = sourceEnd
        // A relative clause after the source: `وفق مصدر طلب عدم ذكر اسمه،`.
        if next < sentence.upperBound, words[next].isWord, words[next].complementiser == nil,
           let comma = (next..<min(sentence.upperBound, next + 16)).first(where: { passage.isComma($0) }) { next = comma }
        if leads(cue.lowerBound) {
            var start = afterAside(next)
            if start < sentence.upperBound, passage.isComma(start) { start += 1 }
            if start < sentence.upperBound, passage.isColon(start) { usedColons.insert(start); start += 1 }
            if start < sentence.upperBound, let complementiser = words[start].complementiser, complementiser.prefix != .and { start += 1 }
            if start < sentence.upperBound, words[start].token.key == Key.already { start += 1 }
            guard start < sentence.upperBound else { return nil }
            attribution.content = [start..<start]
            attribution.isOpen = true
            attribution.parent = base
            close(at: cue.lowerBound, downTo: 0)
            let index = add(attribution)
            if base == nil { base = index }
            remember(index, isOuter: !isRelayed(after: start))
            return start
        }
        return placeAfter(attribution, next: next, isHearsay: isHearsay)
    }

    /// Whether a reporting verb follows at once, so that the phrase only passes it on.
    private func isRelayed(after at: Int) -> Bool {
        at < passage.words.count && passage.words[at].isFinite && passage.words[at].forms.contains { !lemmas[$0.lemma].isHomograph }
    }

    /// Past `، التي راقبت الاقتراع،` between the source and the clause it says.
    private func afterAside(_ at: Int) -> Int {
        let limit = min(sentence.upperBound, at + 32)
        guard at + 1 < limit, passage.isComma(at) else { return at }
        if let main = (at + 1..<limit).first(where: { passage.isComma($0 - 1) && Key.soThat.contains(passage.words[$0].token.key) }) { return main - 1 }
        let word = passage.words[at + 1]
        guard word.isWord, word.entity == nil, word.classes.contains(.relative) else { return at }
        return (at + 1..<limit).first { passage.isComma($0) && passage.quotationAt[$0] == nil } ?? at
    }

    /// Whether nothing but openers stands before the phrase in its clause.
    func leads(_ at: Int) -> Bool {
        var before = at - 1
        while before >= sentence.lowerBound {
            let word = passage.words[before]
            if passage.isComma(before) {
                // `في المقابل، وبحسب …`: a short adverbial.
                guard before - sentence.lowerBound <= 3, open.isEmpty else { return false }
                return !(sentence.lowerBound..<before).contains { passage.words[$0].isFinite } && (passage.words[sentence.lowerBound].classes.contains(.preposition) || passage.words[sentence.lowerBound].classes.contains(.resuming))
            }
            guard word.isWord, word.entity == nil, !word.classes.isDisjoint(with: [.opener, .resuming]) else { return false }
            before -= 1
        }
        return true
    }

    private mutating func placeInside(_ verb: Int, _ template: Attribution, sourceEnd: Int, isHearsay: Bool) -> Int? {
        var attribution = template
        if isHearsay {
            attribution.content = found[verb].content
            attribution.isOpen = found[verb].isOpen
            attribution.isNominal = found[verb].isNominal
            attribution.parent = verb
            _ = add(attribution)
            return sourceEnd
        }
        // The report around the phrase is what it passes on: its part before, and the rest with the content.
        var before = attribution.cue.lowerBound
        if before > found[verb].clauseStart, passage.isComma(before - 1) { before -= 1 }
        var after = sourceEnd
        if after < sentence.upperBound, passage.isComma(after) { after += 1 }
        attribution.content = [found[verb].clauseStart..<before, after..<(found[verb].isOpen ? after : found[verb].content.last!.upperBound)]
        attribution.isOpen = found[verb].isOpen
        attribution.isRelay = true
        attribution.parent = base
        found.append(attribution)
        let index = found.count - 1
        found[verb].parent = index
        // It is the outer one: it stays open below the verb it passes on.
        if attribution.isOpen { open.insert(index, at: max(0, open.count - 1)) }
        if base == nil { base = index }
        return sourceEnd
    }

    /// A phrase after what it ascribes.
    private mutating func placeAfter(_ template: Attribution, next: Int, isHearsay: Bool) -> Int? {
        var attribution = template
        let words = passage.words
        var end = attribution.cue.lowerBound
        if end > sentence.lowerBound, passage.isComma(end - 1) { end -= 1 }
        let outer = here.first { found[$0].parent == base && $0 != base && !found[$0].isRelay }
        if let outer, found[outer].kind != .phrase || found[outer].isOpen {
            let last = open.last ?? here.last { found[$0].parent == base } ?? outer
            if isHearsay {
                let contents = found[last].content.enumerated().map { $0.offset == found[last].content.count - 1 && found[last].isOpen ? $0.element.lowerBound..<end : $0.element }
                attribution.content = contents
                attribution.parent = last
            } else if isMedium(attribution.source) {
                attribution.content = [found[outer].clauseStart..<end]
                attribution.isRelay = true
                close(at: end, downTo: base == nil ? 0 : 1)
                let index = add(attribution)
                for other in firstOfSentence..<index where found[other].parent == base && other != base { found[other].parent = index }
                found[index].parent = base
                return next
            } else {
                // Someone else's word inside what the first one says.
                guard let start = found[last].content.last?.lowerBound, start < end else { return nil }
                attribution.content = [clauseStart(before: end, from: start)..<end]
                attribution.parent = attribution.content[0].lowerBound == start || found[last].isOpen ? last : base
            }
            close(at: end, downTo: base == nil ? 0 : 1)
            _ = add(attribution)
            return next
        }
        var start = mainClause(after: sentence.lowerBound, before: clauseStart(before: end, from: sentence.lowerBound) == sentence.lowerBound ? end : sentence.lowerBound)
        if start == end || start == sentence.lowerBound { start = clauseStart(before: end, from: sentence.lowerBound) }
        if start < end, words[start].hasConjunction == false, words[start].complementiser != nil { start += 1 }
        guard end > start else { return nil }
        attribution.content = [start..<end]
        attribution.parent = base
        // What follows a second comma and goes on with the clause is part of it.
        if next < sentence.upperBound, passage.isComma(next), next + 1 < sentence.upperBound, continues(next + 1) {
            attribution.content.append(next + 1..<next + 1)
            attribution.isOpen = true
        }
        let index = add(attribution)
        remember(index, isOuter: true)
        return next
    }

    /// The start of the last clause before a phrase: after `فيما` or `بينما`, else the sentence's.
    private func clauseStart(before end: Int, from lower: Int) -> Int {
        var at = end - 1
        while at > lower {
            if passage.quotationAt[at] == nil, passage.words[at].isWord, passage.isComma(at - 1), Key.lastClause.contains(passage.words[at].stem) { return at + 1 }
            at -= 1
        }
        return lower
    }

    /// Whether the words after a closing comma belong to the clause before the phrase.
    func continues(_ at: Int) -> Bool {
        let word = passage.words[at]
        if !word.isWord { return passage.quotation(openingAt: at) != nil }
        if word.hasConjunction || word.isParticiple || word.complementiser != nil { return false }
        return word.classes.isDisjoint(with: [.opener, .act, .resuming]) || word.classes.contains(.preposition)
    }

    private func isMedium(_ source: Attribution.Source) -> Bool {
        let phrase: NounPhrase
        switch source {
        case .phrase(let found), .anaphor(let found, _): phrase = found
        default: return false
        }
        guard phrase.person == nil else { return false }
        let head = passage.words[phrase.head]
        if phrase.range.contains(where: { !passage.words[$0].classes.isDisjoint(with: [.outlet]) }) { return true }
        return head.entity != nil && entityNameIsMedium(head)
    }

    private func entityNameIsMedium(_ head: Word) -> Bool {
        guard let index = head.entity else { return false }
        return Media.isMedium(passage.entities[index].name)
    }
}
