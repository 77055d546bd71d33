import ArabicText
import Corpus

extension Reader {
    /// `مضيفا أن`: said by whoever the sentence is about, never by the nearest noun.
    mutating func readParticiple(_ at: Int, _ form: VerbForm) -> Int? {
        let lemma = lemmas[form.lemma]
        let word = passage.words[at]
        guard at > sentence.lowerBound, word.preposition == nil else { return nil }
        // `أردف ضاحكا: «…»`: the verb before has the quotation.
        if let last = found.last, found.count > firstOfSentence, last.kind == .finite, last.cue.upperBound <= at, at < last.contentStart { return nil }
        let before = passage.words[at - 1]
        let afterComma = passage.isComma(at - 1)
        if !afterComma {
            // A noun of the same form: `كاتبة`, a writer.
            guard word.classes.isDisjoint(with: WordClass.nominal) || before.isFinite else { return nil }
            guard before.preposition == nil, !before.classes.contains(.preposition) else { return nil }
        }
        let frame: Frame
        if let found = passage.frame(at: at, lemma: lemma, in: sentence) {
            guard isWedge(at + 1..<max(at + 1, found.complementAt)) || found.complementAt <= found.cueEnd else {
                guard lemma.takesObject else { return nil }
                return addParticiple(at, form, lemma, found)
            }
            frame = found
        } else if afterComma, let found = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: at + 1, in: sentence) {
            frame = found
        } else {
            return nil
        }
        return addParticiple(at, form, lemma, frame)
    }

    private mutating func addParticiple(_ at: Int, _ form: VerbForm, _ lemma: Lemma, _ frame: Frame) -> Int? {
        var clauseStart = at
        if clauseStart > sentence.lowerBound, passage.isComma(clauseStart - 1) { clauseStart -= 1 }
        // Inside a quotation it stays inside.
        if passage.quotationAt[at] != nil, here.contains(where: { !found[$0].isOpen && found[$0].content.contains { $0.contains(at) } }) { return nil }
        guard let source = participleSource(form.agreement, at: at) else { return nil }
        close(at: clauseStart, downTo: base == nil ? 0 : 1)
        if passage.isColon(frame.complementAt) { usedColons.insert(frame.complementAt) }
        let isDirect = frame.quotation != nil
        let index = add(Attribution(
            kind: .participle, passage: number, cue: at..<frame.cueEnd, lemma: form.lemma, strength: lemma.strength,
            denies: lemma.strength == .denial || lemma.rulesOut, source: source, agreement: form.agreement, clauseStart: clauseStart,
            content: isDirect ? [frame.contentStart..<frame.quotation!.inner.upperBound] : [frame.contentStart..<frame.contentStart],
            isOpen: !isDirect, isNominal: frame.isNominal, parent: base))
        remember(index, isOuter: true)
        return frame.cueEnd
    }

    func participleSource(_ agreement: Agreement, at: Int) -> Attribution.Source? {
        for index in here.reversed() where found[index].parent == base && index != base && !found[index].isRelay {
            if found[index].agreement.gender == .unknown || agreement.gender == .unknown || found[index].agreement.gender == agreement.gender { return .sameAs(index) }
        }
        if let silentSpeaker, silentSpeaker.agreement.agrees(with: agreement) { return .phrase(silentSpeaker.phrase) }
        // `اتهم اللجنة بالمماطلة، مؤكدا`: without a subject, what stands after the verb is its object.
        if accuses(before: at), let speaker = memory.last(agreeing: agreement, in: number) { return .sameAs(speaker.attribution) }
        // A whole sentence said before: `وصف ما رآه قائلا`.
        if let topic = passage.topic(in: sentence.lowerBound..<at, agreement: agreement) { return .phrase(topic) }
        if let subject = firstSubject(before: at, agreement: agreement) { return .phrase(subject) }
        if let last = here.last(where: { found[$0].parent == base && $0 != base }) { return .sameAs(last) }
        if let speaker = memory.last(agreeing: agreement, in: number) { return .sameAs(speaker.attribution) }
        return .implicit(agreement)
    }

    /// Whether the sentence begins with a verb and an object before its `ب`: `تتهم اللجنة بالمماطلة`.
    private func accuses(before at: Int) -> Bool {
        let first = sentence.lowerBound
        guard first + 2 < at, passage.words[first].isFinite, passage.words[first].forms.contains(where: { lemmas[$0.lemma].takesObject && lemmas[$0.lemma].takesBy }),
              let phrase = passage.nounPhrase(at: first + 1, limit: at), phrase.person == nil else { return false }
        return (first + 2..<min(at, first + 9)).contains { passage.words[$0].preposition == "ب" && passage.words[$0].entity == nil }
    }

    /// A body that the sentence's first verb may have for a subject: `أصدرت الوزارة بيانا`.
    func firstSubject(before at: Int, agreement: Agreement) -> NounPhrase? {
        // Further in it is rather an object; a feminine verb tells.
        let reach = agreement.gender == .feminine ? 10 : 3
        for index in sentence.lowerBound..<min(at, sentence.lowerBound + reach) {
            let word = passage.words[index]
            guard word.isWord, word.preposition == nil, word.date == nil else { continue }
            let governed = index > sentence.lowerBound && passage.words[index - 1].classes.contains(.preposition)
            let isBody = word.entity != nil ? passage.entityType(index) == .organization : !word.classes.isDisjoint(with: [.body, .unnamed, .outlet])
            if isBody, !governed, let phrase = passage.nounPhrase(at: index, limit: at), phrase.agreement.agrees(with: agreement) { return phrase }
        }
        return nil
    }

    /// `نقلت الوكالة عن الحارس قوله إن`, `في قوله إن`.
    mutating func readMasdar(_ at: Int, _ form: VerbForm) -> Int? {
        let lemma = lemmas[form.lemma]
        let word = passage.words[at]
        // Its content is that of the verb before it.
        if let outer = open.last ?? found.indices.last, outer >= firstOfSentence, found[outer].contentStart > at, found[outer].cue.upperBound <= at {
            guard let particle = (found[outer].cue.upperBound..<at).reversed().first(where: { Key.fromOrTo.contains(passage.words[$0].stem) && passage.words[$0].entity == nil }),
                  let phrase = passage.nounPhrase(at: particle + 1, limit: at, bounded: true) else { return nil }
            var inner = found[outer]
            inner.kind = .masdar
            inner.cue = at..<at + 1
            inner.source = .phrase(phrase)
            inner.agreement = form.agreement
            inner.parent = outer
            inner.lemma = form.lemma
            inner.strength = lemma.strength
            inner.denies = false
            found.append(inner)
            if inner.isOpen { open.append(found.count - 1) }
            remember(found.count - 1, isOuter: true)
            return at + 1
        }
        guard word.preposition == "ب" || at > sentence.lowerBound && passage.words[at - 1].stem == Key.inside || isRenewed(at) else { return nil }
        return readSayingNoun(at, lemma: form.lemma, agreement: form.agreement)
    }

    /// `اكتفى بالقول إن`, `رد بالإشارة إلى مشاركة`.
    mutating func readSayingNoun(_ at: Int, lemma index: Int, agreement: Agreement) -> Int? {
        let lemma = lemmas[index]
        let frame: Frame
        if let found = passage.frame(at: at, lemma: lemma, in: sentence), isWedge(at + 1..<max(at + 1, found.complementAt)) {
            frame = found
        } else if let found = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: at + 1, in: sentence) {
            frame = found
        } else {
            return nil
        }
        guard let source = participleSource(agreement, at: at) else { return nil }
        close(at: at, downTo: base == nil ? 0 : 1)
        let isDirect = frame.quotation != nil
        let added = add(Attribution(
            kind: .masdar, passage: number, cue: at..<frame.cueEnd, lemma: index, strength: lemma.strength, denies: lemma.strength == .denial,
            source: source, agreement: agreement, clauseStart: at,
            content: isDirect ? [frame.contentStart..<frame.quotation!.inner.upperBound] : [frame.contentStart..<frame.contentStart],
            isOpen: !isDirect, isNominal: frame.isNominal, parent: base))
        remember(added, isOuter: true)
        return frame.cueEnd
    }
}
