import ArabicText
import Corpus

extension Reader {
    /// `وفقا ل`, `بحسب`, `نقلا عن`, `على حد قول`, `حسبما أعلنت`.
    mutating func readPhrase(_ at: Int, _ phrase: PhraseCue) -> Int? {
        let words = passage.words
        var cue = at..<at + 1
        var sourceAt = at + 1
        var prefixed = false
        var pronoun: Agreement?
        guard at + 1 < sentence.upperBound else { return nil }
        switch phrase {
        case .accordingTo:
            let next = words[at + 1]
            if next.stem == Key.to, next.entity == nil {
                sourceAt = at + 2
            } else if next.token.key == Key.forTo {
                sourceAt = at + 2
            } else if let meant = Self.pronounAfterTo[next.token.key] {
                pronoun = meant
                sourceAt = at + 2
            } else if next.token.key == Key.toWhat, let verb = finite(after: at + 2) {
                cue = at..<verb + 1
                sourceAt = verb + 1
            } else if next.preposition == "ل" {
                prefixed = true
            } else if next.isGuessed, next.token.key[0] == "ل", next.token.key.count > 3 {
                // An unknown name: `وفقا لصقر`.
                passage.words[at + 1].detach("ل", passage.text)
                prefixed = true
            } else {
                return nil
            }
        case .asSaidBy:
            guard !words[at].hasArticle else { return nil }
            if words[at + 1].stem == Key.what, let verb = finite(after: at + 2) {
                cue = at..<verb + 1
                sourceAt = verb + 1
                // `بحسب ما ورد في المحضر`.
                if sourceAt < sentence.upperBound, words[sourceAt].stem == Key.inside, words[verb].forms.contains(where: { lemmas[$0.lemma].wordsOfPaper }) {
                    cue = at..<sourceAt + 1
                    sourceAt += 1
                }
            } else if let said = Self.saidNouns[words[at + 1].stem], words[at + 1].entity == nil {
                cue = at..<at + 2
                sourceAt = at + 2
                pronoun = said
            } else if at + 2 < sentence.upperBound, Self.wordNouns.contains(words[at + 1].stem), words[at + 1].entity == nil {
                cue = at..<at + 2
                sourceAt = at + 2
            }
        case .asVerb:
            guard let verb = finite(after: at + 1) else { return nil }
            cue = at..<verb + 1
            sourceAt = verb + 1
        case .passedOn:
            guard words[at + 1].stem == Key.about else { return nil }
            cue = at..<at + 2
            sourceAt = at + 2
        case .inTheWordsOf:
            guard at > sentence.lowerBound, words[at - 1].stem == Key.on, words[at - 1].entity == nil else { return nil }
            if let said = Self.saidNouns[words[at + 1].stem] { pronoun = said } else { guard Self.wordNouns.contains(words[at + 1].stem) else { return nil } }
            cue = at - 1..<at + 2
            sourceAt = at + 2
        case .nounOfSaying:
            guard words[at].preposition == "ب" || isRenewed(at) else { return nil }
            if let last = found.last, found.count > firstOfSentence, last.kind == .finite, last.cue.upperBound <= at, at < last.contentStart { return at + 1 }
            let lemma = words[at].stem == Key.said || words[at].token.key.hasSuffix(Key.theSaying) ? "قال" : (words[at].token.key.hasSuffix(Key.thePointing) ? "أشار" : "أكد")
            guard let index = lemmas.firstIndex(where: { $0.name == lemma }) else { return nil }
            return readSayingNoun(at, lemma: index, agreement: .unknown)
        case .amountingTo:
            return nil
        }
        let noun: NounPhrase?
        var anaphor: Attribution.Source?
        if pronoun != nil {
            noun = nil
        } else {
            // Past an adverb between verb and subject.
            noun = cue.last.map { words[$0].isFinite } ?? false ? passage.subject(after: sourceAt, limit: sentence.upperBound, bounded: false) : passage.nounPhrase(at: sourceAt, limit: sentence.upperBound, prefixed: prefixed)
            guard let noun, speaks(noun, verbal: cue.count > 1) else { return nil }
            anaphor = anaphoric(noun)
        }
        let end = place(cue, noun, anaphor: anaphor, pronoun: pronoun, sourceEnd: noun?.range.upperBound ?? sourceAt, isHearsay: phrase == .passedOn)
        if end != nil, let noun { readHearsay(after: noun, cue: cue) }
        return end
    }

    /// `وفق ما نقلت الوكالة عن شاهد`: one more link, under the same content.
    private mutating func readHearsay(after noun: NounPhrase, cue: Range<Int>) {
        let particle = noun.range.upperBound
        guard let verb = cue.last, passage.words[verb].forms.contains(where: { lemmas[$0.lemma].name == "نقل" }), particle + 1 < sentence.upperBound, passage.words[particle].stem == Key.about,
              let outer = found.lastIndex(where: { $0.cue == cue && $0.passage == number }), let phrase = passage.nounPhrase(at: particle + 1, limit: sentence.upperBound) else { return }
        var inner = found[outer]
        inner.cue = particle..<particle + 1
        inner.source = .phrase(phrase)
        inner.agreement = phrase.agreement
        inner.parent = outer
        inner.isRelay = false
        found.append(inner)
        if inner.isOpen { open.append(found.count - 1) }
    }

    private static let pronounAfterTo: [WordKey: Agreement] = ["له": .masculine(.singular), "لها": .feminine(.singular), "لهم": .masculine(.plural), "لهما": Agreement(gender: .unknown, number: .dual)]
    private static let wordNouns: Set<WordKey> = ["قول", "تعبير", "وصف", "زعم", "رواية", "افادة", "تصريح", "تصريحات", "كلام", "تاكيد", "رأي", "تقدير", "تقديرات"]
    private static let saidNouns: [WordKey: Agreement] = {
        var nouns: [WordKey: Agreement] = [:]
        for noun in ["قول", "تعبير", "وصف", "زعم", "كلام", "رأي", "تقدير", "روايت", "تصريحات"] {
            for (pronoun, agreement) in VerbForms.pronouns { nouns[WordKey(noun + pronoun)] = agreement }
        }
        return nouns
    }()

    /// `جدد الوزير التأكيد على أن`, renewed the affirmation that.
    private func isRenewed(_ at: Int) -> Bool {
        (max(sentence.lowerBound, at - 8)..<at).contains { Key.renewals.contains(passage.words[$0].stem) }
    }

    private func finite(after at: Int) -> Int? {
        guard at < sentence.upperBound, passage.words[at].isFinite, passage.words[at].entity == nil else { return nil }
        return at
    }

    /// Whether a phrase names someone or something that says things, rather than a rule or a need.
    private func speaks(_ phrase: NounPhrase, verbal: Bool) -> Bool {
        if phrase.person != nil || verbal { return true }
        let head = passage.words[phrase.head]
        if let type = passage.entityType(phrase.head) { return type != .location || true }
        if head.classes.contains(.norm), head.classes.isDisjoint(with: [.paper, .unnamed, .role]) { return false }
        if head.classes.contains(.norm), head.classes.contains(.paper), !head.hasArticle { return phrase.range.count > 1 }
        if !head.classes.isDisjoint(with: WordClass.nominal) { return true }
        // A name nobody marked.
        if head.isWord, head.classes.isEmpty, !head.hasArticle, phrase.range.count <= 3, !passage.isEvent(phrase.head), phrase.range.upperBound >= sentence.upperBound || !passage.words[phrase.range.upperBound].isWord { return true }
        if Key.humanPlurals.contains(where: head.stem.hasSuffix), head.stem.count > 4 { return true }
        return phrase.range.contains { passage.words[$0].entity != nil }
    }

    /// Which side of the phrase its content is on.
    private mutating func place(_ cue: Range<Int>, _ noun: NounPhrase?, anaphor: Attribution.Source?, pronoun: Agreement?, sourceEnd: Int, isHearsay: Bool) -> Int? {
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
            var start = next
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
    private func isRelayed(after at: Int) -> Bool { at < passage.words.count && passage.words[at].isFinite }

    /// Whether nothing but openers stands before the phrase in its clause.
    private func leads(_ at: Int) -> Bool {
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
        let outer = found.indices.first { $0 >= firstOfSentence && found[$0].parent == base && $0 != base && !found[$0].isRelay }
        if let outer, found[outer].kind != .phrase || found[outer].isOpen {
            let last = open.last ?? found.indices.last { $0 >= firstOfSentence && found[$0].parent == base } ?? outer
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
        var start = clauseStart(before: end, from: sentence.lowerBound)
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
    private func continues(_ at: Int) -> Bool {
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

    /// `«الأرصاد»: …`: a body by a word of its name.
    private func nickname(before at: Int) -> NounPhrase? {
        guard passage.role != .body, let quotation = passage.quotation(openingAt: sentence.lowerBound), quotation.close.upperBound == at else { return nil }
        return passage.nounPhrase(at: sentence.lowerBound, limit: at)
    }

    /// `الوزير لـ«الغد»: …`: with whom it was said to.
    private func addressing(before at: Int) -> NounPhrase? {
        guard let phrase = passage.nounPhrase(at: sentence.lowerBound, limit: at), phrase.range.upperBound < at, isWedge(phrase.range.upperBound..<at),
              !(phrase.range.upperBound..<at).contains(where: { passage.words[$0].isFinite && passage.words[$0].entity == nil || passage.words[$0].complementiser != nil }) else { return nil }
        return phrase
    }

    /// `فلان: …` in a headline, or at the head of a line.
    mutating func readColon(_ at: Int) {
        guard open.isEmpty, at + 1 < sentence.upperBound, at > sentence.lowerBound else { return }
        if passage.words[at - 1].token.kind == .number { return }
        let isHeadline = passage.role != .body
        guard let phrase = passage.subject(before: at, agreement: .unknown, in: sentence) ?? addressing(before: at) ?? nickname(before: at), phrase.range.count <= 14 else { return }
        let start = phrase.range.lowerBound
        if !isHeadline, start > 1 || start == 1 && passage.words[0].isWord { return }
        if start > sentence.lowerBound, !passage.words[start].hasConjunction, passage.words[start - 1].isWord || passage.isColon(start - 1) { return }
        let head = passage.words[phrase.head]
        let type = passage.entityType(phrase.head)
        let isSpeaker = phrase.person != nil || type == nil && isHeadline && passage.quotation(openingAt: phrase.range.lowerBound) != nil || type == .organization || type == nil && !head.classes.isDisjoint(with: [.role, .unnamed, .body])
            || type == nil && head.classes.contains(.paper) && (phrase.range.count > 1 || Key.headlinePapers.contains(head.stem))
        guard isSpeaker, head.classes.isDisjoint(with: [.occasion]) || phrase.person != nil || type != nil else { return }
        if !isHeadline, phrase.person == nil { return }
        let next = at + 1
        let quotation = passage.quotation(openingAt: next)
        usedColons.insert(at)
        close(at: start, downTo: 0)
        let content = quotation.map { $0.inner } ?? next..<next
        guard quotation == nil || quotation!.inner.count > 1 else { return }
        let index = add(Attribution(
            kind: .colon, passage: number, cue: at..<at + 1, lemma: nil, strength: .assertion, source: .phrase(phrase), agreement: phrase.agreement,
            clauseStart: start, content: [content], isOpen: quotation == nil))
        remember(index, isOuter: true)
    }
}
