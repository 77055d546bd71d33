import ArabicText
import Corpus

extension Reader {
    /// Finite verbs.
    mutating func readVerb(_ at: Int, _ form: VerbForm) -> Int? {
        let lemma = lemmas[form.lemma]
        let word = passage.words[at]
        let before = at > sentence.lowerBound ? passage.words[at - 1] : nil
        if form.hasObject, !lemma.takesObject, !(before.map { $0.stem == Key.what } ?? false) { return nil }
        // Between a verb and its content stand no further cues.
        if let last = found.last, found.count > firstOfSentence, last.kind == .finite, last.cue.upperBound <= at, at < last.contentStart, !last.isRelay { return nil }
        // Scripture and proverbs are no speakers of the news.
        if at + 1 < sentence.upperBound, Key.noSpeakers.contains(passage.words[at + 1].stem), passage.words[at + 1].entity == nil { return nil }
        var cueStart = at
        var denies = lemma.strength == .denial || lemma.rulesOut || lemma.doubts
        if let before, before.isWord, before.entity == nil, before.classes.contains(.negation), !word.hasConjunction, before.stem != Key.other {
            // `لا يرى أن` does not see that; a denied denial asserts; `لم يعلن` says nothing.
            if before.stem == Key.what {} else if lemma.rulesOut { denies = false } else if lemma.strength == .belief, !lemma.knows, !form.isPerfect, before.stem == Key.no {
                denies = true
                cueStart = at - 1
            } else { return nil }
        }
        // `أن يعلن` asks for the announcement or tells its time.
        if let before, before.complementiser != nil, before.complementiser?.pronoun == nil, !form.isPerfect, !word.hasConjunction {
            guard at - 2 >= sentence.lowerBound, Key.beforeSpeech.contains(passage.words[at - 2].stem) else { return nil }
        }
        let frame = passage.frame(at: at, lemma: lemma, in: sentence)
        // `"…"، يقول الطبيب، "…"`: the quotation after it only goes on.
        if let frame, frame.quotation != nil, followsQuotation(at), !passage.isColon(frame.complementAt), !passage.isColon(frame.complementAt - 1), let next = readPostposed(at, form, lemma, overt: passage.subject(after: at + 1, limit: frame.complementAt, bounded: true)) { return next }
        guard let frame else {
            return readBareVerb(at, form, lemma, cueStart: cueStart, denies: denies)
        }
        if frame.quotation != nil, !passage.isColon(frame.complementAt), !passage.isColon(frame.complementAt - 1), lemma.takesNoun,
           let next = readNoun(at, form, lemma, cueStart: cueStart, denies: denies, before: frame.complementAt) { return next }
        if lemma.needsHearsay, !(at + 1..<frame.complementAt).contains(where: { passage.words[$0].stem == lemma.hearsay }) { return nil }
        if lemma.wordsOfPaper {
            // `جاء في بيان للوزارة أن`.
            guard at + 2 < sentence.upperBound, passage.words[at + 1].stem == Key.inside, !passage.words[at + 2].classes.isDisjoint(with: [.paper, .occasion]),
                  let paper = passage.nounPhrase(at: at + 2, limit: frame.complementAt, bounded: true) else { return nil }
            var frame = frame
            frame.cueEnd = at + 2
            return addVerb(at, form, lemma, frame, overt: paper, cueStart: cueStart, denies: denies)
        }
        let overt = passage.subject(after: frame.cueEnd, limit: frame.complementAt, bounded: !lemma.takesObject && passage.words[frame.complementAt].complementiser?.prefix != .and)
        if lemma.isHomograph {
            let rest = (overt?.range.upperBound ?? at + 1)..<max(overt?.range.upperBound ?? at + 1, frame.complementAt)
            let isIndefinite = overt.map { passage.entityType($0.head) == nil && !passage.words[$0.head].hasArticle } ?? false
            guard isWedge(rest) || isIndefinite && rest.count <= 16 || lemma.takesObject && overt != nil && rest.count <= 8 else { return nil }
            if lemma.isBetween, rest.isEmpty == false || overt != nil, (at + 1..<frame.complementAt).contains(where: { passage.words[$0].hasConjunction }) { return nil }
        }
        return addVerb(at, form, lemma, frame, overt: overt, cueStart: cueStart, denies: denies)
    }

    private func followsQuotation(_ at: Int) -> Bool {
        var before = at - 1
        if before > sentence.lowerBound, passage.words[before].stem == Key.thus { before -= 1 }
        if before > sentence.lowerBound, passage.isComma(before) { before -= 1 }
        return passage.quotations.contains { $0.close.contains(before) && !passage.isName($0) }
    }

    /// A verb without clause or quotation after it: a verbal noun, or words before it.
    private mutating func readBareVerb(_ at: Int, _ form: VerbForm, _ lemma: Lemma, cueStart: Int, denies: Bool) -> Int? {
        if let next = readNoun(at, form, lemma, cueStart: cueStart, denies: denies, before: sentence.upperBound) { return next }
        let overt = passage.subject(after: at + 1, limit: sentence.upperBound, bounded: false)
        if let next = readPostposed(at, form, lemma, overt: overt) { return next }
        turn(at, form)
        if let overt, silentSpeaker == nil, overt.person != nil, !lemma.isHomograph { silentSpeaker = (overt, form.agreement) }
        return nil
    }

    /// `لكن مسؤولا نفى ذلك`: another's verb without content ends what the first one says.
    private mutating func turn(_ at: Int, _ form: VerbForm) {
        guard !open.isEmpty, open.last != base, let subject = passage.subject(before: at, agreement: form.agreement, in: sentence) else { return }
        var start = subject.range.lowerBound
        guard start - 1 > sentence.lowerBound, start > found[open.last!].contentStart else { return }
        if passage.words[start - 1].complementiser != nil { start -= 1 }
        guard isContrast(start - 1) else { return }
        close(at: start - 1, downTo: base == nil ? 0 : 1)
    }

    /// A verbal noun as content: `نفى الوزير وقوع`, `الوزارة تنفي وقوع`.
    private mutating func readNoun(_ at: Int, _ form: VerbForm, _ lemma: Lemma, cueStart: Int, denies: Bool, before limit: Int) -> Int? {
        guard lemma.takesNoun || lemma.takesPreposedNoun || lemma.takesTwoObjects else { return nil }
        let preposed = passage.words[at].hasConjunction ? nil : passage.subject(before: cueStart, agreement: form.agreement, in: sentence)
        if preposed != nil, let frame = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: at + 1, in: sentence), frame.contentStart < limit {
            return addVerb(at, form, lemma, frame, overt: nil, cueStart: cueStart, denies: denies)
        }
        if let overt = passage.subject(after: at + 1, limit: limit, bounded: false),
           let frame = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: overt.range.upperBound, in: sentence), frame.contentStart < limit {
            return addVerb(at, form, lemma, frame, overt: overt, cueStart: cueStart, denies: denies)
        }
        // Without a subject the noun may be one: `تعلن النتائج`.
        if form.isPerfect, open.isEmpty, let frame = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: at + 1, in: sentence), frame.contentStart < limit {
            return addVerb(at, form, lemma, frame, overt: nil, cueStart: cueStart, denies: denies)
        }
        return nil
    }

    private mutating func addVerb(_ at: Int, _ form: VerbForm, _ lemma: Lemma, _ frame: Frame, overt: NounPhrase?, cueStart: Int, denies: Bool) -> Int? {
        let word = passage.words[at]
        let before = at > sentence.lowerBound ? at - 1 : nil
        var preposed: NounPhrase?
        var clauseStart = cueStart
        var source: Attribution.Source
        var agreement = form.agreement
        let isRelative = before.map { passage.words[$0].classes.contains(.relative) && passage.words[$0].entity == nil } ?? false
        // `أنه أبلغ الإدارة`: the pronoun is the subject, what follows the object.
        var complementiserAt = cueStart - 1
        while complementiserAt > sentence.lowerBound, passage.words[complementiserAt].classes.contains(.negation), passage.words[complementiserAt].complementiser == nil { complementiserAt -= 1 }
        let isPronoun = complementiserAt >= sentence.lowerBound && passage.words[complementiserAt].complementiser?.pronoun?.agrees(with: agreement) == true && !word.hasConjunction
        if overt == nil || lemma.takesObject, !word.hasConjunction, !isRelative, !isPronoun { preposed = passage.subject(before: cueStart, agreement: agreement, in: sentence) }
        if preposed == nil, let found = overt.flatMap({ isAdjacent($0, after: frame.cueEnd) ? nil : passage.subject(before: cueStart, agreement: agreement, in: sentence) }), !word.hasConjunction, !isRelative { preposed = found }
        let overt = preposed != nil || isPronoun && lemma.takesObject ? nil : overt
        if let preposed {
            source = .phrase(preposed)
            clauseStart = preposed.range.lowerBound
        } else if let overt {
            source = anaphoric(overt) ?? epithet(overt) ?? .phrase(overt)
            agreement = overt.agreement.merged(with: agreement)
        } else if isRelative {
            var end = before!
            if end > sentence.lowerBound, passage.isComma(end - 1) { end -= 1 }
            preposed = passage.phrase(endingAt: end, from: sentence.lowerBound)
            guard let preposed else { return nil }
            source = .phrase(preposed)
        } else {
            source = .implicit(agreement)
        }
        // `لم يكن أحد يتوقع`: nobody did.
        if clauseStart - 2 >= sentence.lowerBound, passage.words[clauseStart - 1].classes.contains(.auxiliary), passage.words[clauseStart - 2].classes.contains(.negation), passage.words[clauseStart - 1].entity == nil { return nil }
        if clauseStart - 2 > sentence.lowerBound, passage.words[clauseStart - 1].complementiser != nil, isContrast(clauseStart - 2) { clauseStart -= 2 }
        // Openers before the clause belong to none.
        while clauseStart > sentence.lowerBound, passage.words[clauseStart - 1].entity == nil, passage.words[clauseStart - 1].isWord,
              !passage.words[clauseStart - 1].classes.isDisjoint(with: [.opener, .auxiliary]), passage.words[clauseStart - 1].complementiser == nil { clauseStart -= 1 }

        if case .implicit = source, frame.isNominal, word.hasConjunction, !open.isEmpty { return nil }
        let holder = holder(of: at, clauseStart: clauseStart, hasOvert: overt != nil, preposed: preposed, agreement: agreement, isRelative: isRelative)
        if case .implicit = source {
            guard let resolved = resolve(agreement, at: at, holder: holder, lemma: lemma, form: form) else { return nil }
            source = resolved
        }
        if let holder {
            close(at: clauseStart, downTo: (open.lastIndex(of: holder) ?? -1) + 1)
        } else {
            close(at: clauseStart, downTo: base == nil ? 0 : 1)
        }
        if passage.isColon(frame.complementAt) { usedColons.insert(frame.complementAt) }
        let parent = holder ?? base
        let isDirect = frame.quotation != nil
        let index = add(Attribution(
            kind: .finite, passage: number, cue: cueStart..<frame.cueEnd, lemma: form.lemma, strength: lemma.strength, denies: denies,
            source: source, agreement: agreement, clauseStart: clauseStart,
            content: isDirect ? [frame.contentStart..<frame.quotation!.inner.upperBound] : [frame.contentStart..<frame.contentStart],
            isOpen: !isDirect, isNominal: frame.isNominal, parent: parent))
        remember(index, isOuter: holder == nil)
        if case .phrase(let phrase) = source, overt != nil, holder == nil, let waiting, found[waiting].agreement.agrees(with: agreement) {
            // `وإذ لفت إلى …، اعتبر النائب`: the subject comes with the main verb.
            found[waiting].source = .phrase(phrase)
        }
        waiting = nil
        if index == firstOfSentence, clauseStart <= sentence.lowerBound + 1, Key.fronted.contains(passage.words[clauseStart].stem) { subordinate = index }
        if overt == nil, preposed == nil, index == firstOfSentence, let opener = before, Key.fronted.contains(passage.words[opener].stem) { waiting = index }
        readHearsay(at, lemma, frame, overt: overt, index: index)
        return max(frame.cueEnd, min(frame.contentStart, (overt?.range.upperBound ?? frame.cueEnd)))
    }

    private func isAdjacent(_ phrase: NounPhrase, after at: Int) -> Bool {
        (at..<max(at, phrase.range.lowerBound)).allSatisfy { passage.words[$0].date != nil || passage.words[$0].classes.contains(.adverb) || !passage.words[$0].isWord }
    }

    /// `الفنان اللبناني` after a speaker who was given no title: the same person by another word.
    private func epithet(_ phrase: NounPhrase) -> Attribution.Source? {
        let head = passage.words[phrase.head]
        guard phrase.person == nil, head.hasArticle, head.classes.contains(.role), head.entity == nil, phrase.range.count <= 2,
              phrase.range.dropFirst().allSatisfy({ passage.isAdjective($0) && passage.words[$0].entity == nil }),
              let speaker = memory.speakers.last, speaker.isNamed, speaker.nouns.isEmpty, number - speaker.passage <= 1,
              speaker.agreement.agrees(with: passage.isFeminine(phrase.head) ? .feminine(.singular) : .masculine(.singular)) else { return nil }
        return .anaphor(phrase, speaker.attribution)
    }

    /// The person named last in this passage.
    private func lastMentioned(before at: Int) -> NounPhrase? {
        guard let index = (0..<at).last(where: { passage.entityType($0) == .person && passage.words[$0].isWord }) else { return nil }
        var start = index
        while start > 0, passage.words[start - 1].entity == passage.words[index].entity { start -= 1 }
        return passage.nounPhrase(at: start, limit: index + 1, prefixed: true)
    }

    /// `يقول الرجل`: whoever spoke last.
    func anaphoric(_ phrase: NounPhrase) -> Attribution.Source? {
        let head = passage.words[phrase.head]
        if phrase.person == nil, phrase.range.count <= 2, head.hasArticle, head.entity == nil, phrase.range.count == 1 || Key.same.contains(passage.words[phrase.range.upperBound - 1].stem),
           let speaker = memory.last(calledBy: head.stem) { return .anaphor(phrase, speaker.attribution) }
        if head.classes.contains(.anaphor), !head.hasArticle, phrase.range.count == 1, Key.pronounEndings.contains(where: head.stem.hasSuffix) {
            // `معاليه`, his excellency.
            if let speaker = memory.topic.map({ _ in Optional<SpeakerMemory.Speaker>.none }) ?? memory.lastPerson(agreeing: .unknown) { return .anaphor(phrase, speaker.attribution) }
            if let topic = memory.topic, topic.passage == number { return .phrase(topic.phrase) }
        }
        guard phrase.person == nil, phrase.range.count <= 2, head.classes.isDisjoint(with: [.role]) || Key.generics.contains(head.stem),
              Lexicon.shared.classes(Proclitics.withArticle(head.stem)).contains(.anaphor), head.hasArticle else { return nil }
        let gender: Agreement = passage.isFeminine(phrase.head) ? .feminine(.singular) : .masculine(.singular)
        if head.classes.isDisjoint(with: [.unnamed]) || head.stem == Key.man || head.stem == Key.youth, let mentioned = lastMentioned(before: phrase.range.lowerBound) { return .phrase(mentioned) }
        guard let speaker = memory.lastPerson(agreeing: head.classes.contains(.unnamed) && head.stem == Key.source ? .unknown : gender) else { return nil }
        return .anaphor(phrase, speaker.attribution)
    }

    /// The open attribution whose content holds a new verb, or `nil` when the verb stands beside it.
    private func holder(of at: Int, clauseStart: Int, hasOvert: Bool, preposed: NounPhrase?, agreement: Agreement, isRelative: Bool) -> Int? {
        // Inside a quotation that someone says.
        if let inside = found.indices.reversed().first(where: { index in
            index >= firstOfSentence && !found[index].isOpen && found[index].content.contains { $0.contains(at) }
        }) { return inside }
        guard let top = open.last, top != base else { return nil }
        let word = passage.words[at]
        // A partial quotation inside the content keeps what it holds.
        if let quotation = passage.quotationAt[at], passage.quotations[quotation].open.lowerBound >= found[top].contentStart - 2, passage.quotations[quotation].inner.count > 6 { return top }
        let holders = open.filter { $0 != base && found[$0].contentStart <= at }
        guard let innermost = holders.last else { return nil }
        if innermost == waiting || innermost == subordinate, hasOvert, passage.isComma(clauseStart - 1) { return nil }
        if clauseStart <= found[innermost].contentStart { return innermost }
        if isRelative { return innermost }
        let before = passage.words[clauseStart - 1]
        if word.hasConjunction, preposed == nil {
            if hasOvert { return nil }
            let outer = holders[0]
            return found[outer].agreement.agrees(with: agreement) ? nil : innermost
        }
        let opener = passage.words[clauseStart]
        if before.complementiser != nil { return innermost }
        if isContrast(clauseStart), passage.words[clauseStart + 1].complementiser != nil { return nil }
        if opener.isWord, opener.entity == nil, opener.classes.contains(.opener) || opener.classes.contains(.resuming) {
            return Key.reasons.contains(opener.stem) ? innermost : nil
        }
        if isContrast(clauseStart - 1) { return nil }
        return innermost
    }

    /// `غير أن`, `إلا أن`: the narrator turns to someone else.
    private func isContrast(_ at: Int) -> Bool {
        guard at >= sentence.lowerBound, at < passage.words.count else { return false }
        return Key.contrasts.contains(passage.words[at].stem)
    }

    /// Whom a verb without a subject means.
    func resolve(_ agreement: Agreement, at: Int, holder: Int?, lemma: Lemma?, form: VerbForm?) -> Attribution.Source? {
        let word = passage.words[at]
        if let holder { return .sameAs(holder) }
        if let lemma, lemma.canBeImpersonal, let form, !form.isPerfect, agreement == .masculine(.singular), found.count == firstOfSentence {
            // `يذكر أن` opens what the narrator recalls.
            let before = at > sentence.lowerBound ? passage.words[at - 1] : nil
            if before == nil || !before!.isWord || before!.classes.contains(.opener) { return nil }
        }
        for index in found.indices.reversed() where index >= firstOfSentence && found[index].parent == base && index != base && !found[index].isRelay {
            if found[index].agreement.agrees(with: agreement) || agreement.number == .plural && found[index].agreement.number != .plural { return .sameAs(index) }
        }
        if let silentSpeaker, silentSpeaker.agreement.agrees(with: agreement) { return .phrase(silentSpeaker.phrase) }
        if word.hasConjunction || at == sentence.lowerBound || passage.isComma(at - 1) || passage.words[at - 1].entity == nil && (!passage.words[at - 1].classes.contains(.opener) || Key.butHe.contains(passage.words[at - 1].stem)) {
            if let topic = passage.topic(in: sentence.lowerBound..<at, agreement: agreement) { return .phrase(topic) }
        }
        if let first = sentence.first, !Key.fronted.contains(passage.words[first].stem), passage.words[first].stem != Key.asFor, let subject = firstSubject(before: at, agreement: agreement) { return .phrase(subject) }
        if let topic = memory.topic, topic.passage == number, topic.phrase.agreement.agrees(with: agreement) { return .phrase(topic.phrase) }
        if let speaker = memory.last(agreeing: agreement, in: number) { return .sameAs(speaker.attribution) }
        return .implicit(agreement)
    }

    mutating func remember(_ index: Int, isOuter: Bool) {
        guard isOuter else { return }
        let attribution = found[index]
        var agreement = attribution.agreement
        var isPerson = false
        var isNamed = false
        var nouns: [WordKey] = []
        switch attribution.source {
        case .phrase(let phrase):
            isNamed = phrase.person != nil
            isPerson = phrase.person != nil || !passage.words[phrase.head].classes.isDisjoint(with: [.role, .honorific, .unnamed])
            nouns = phrase.range.filter { $0 == phrase.head && passage.words[$0].entity == nil || passage.words[$0].classes.contains(.role) && passage.words[$0].entity == nil }.map { passage.words[$0].stem }
            if agreement == .unknown { agreement = phrase.agreement }
        case .sameAs(let other), .anaphor(_, let other):
            let speaker = memory.speakers.last { $0.attribution == other }
            isPerson = speaker?.isPerson ?? false
            isNamed = speaker?.isNamed ?? false
            nouns = speaker?.nouns ?? []
        case .implicit: return
        }
        memory.spoke(SpeakerMemory.Speaker(attribution: index, agreement: agreement, isPerson: isPerson, isNamed: isNamed, passage: number, nouns: nouns))
    }

    /// `نقلت الصحيفة عن الحارس أن`, `علمت الجريدة من مصدر أن`: one more link, under the same content.
    private mutating func readHearsay(_ at: Int, _ lemma: Lemma, _ frame: Frame, overt: NounPhrase?, index: Int) {
        let particle: WordKey
        guard let from = lemma.hearsay else { return }
        particle = from
        guard let cue = (at + 1..<frame.complementAt).first(where: { passage.words[$0].stem == particle && passage.words[$0].entity == nil }) else { return }
        guard let phrase = passage.nounPhrase(at: cue + 1, limit: frame.complementAt, bounded: true) else { return }
        if (cue + 1..<frame.complementAt).contains(where: { passage.words[$0].forms.contains { $0.kind == .masdar } }) { return }
        var inner = found[index]
        inner.cue = cue..<cue + 1
        inner.source = .phrase(phrase)
        inner.agreement = phrase.agreement
        inner.parent = index
        inner.kind = .phrase
        inner.lemma = nil
        inner.denies = false
        found.append(inner)
        if inner.isOpen { open.append(found.count - 1) }
    }

    /// Whether words between a source and the content say only when, where or to whom.
    func isWedge(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count <= 24 else { return range.isEmpty }
        let word = passage.words[first]
        if !word.isWord || word.date != nil || word.preposition != nil { return true }
        return !word.classes.isDisjoint(with: [.preposition, .adverb, .relative, .pronoun, .time, .opener, .verb, .negation])
    }

    /// `"…"، قال الوزير` and `…، تقول المديرة`.
    private mutating func readPostposed(_ at: Int, _ form: VerbForm, _ lemma: Lemma, overt: NounPhrase?) -> Int? {
        let word = passage.words[at]
        guard !word.hasConjunction, at > sentence.lowerBound, form.kind == .finite else { return nil }
        var before = at - 1
        while before > sentence.lowerBound, Key.asOrThus.contains(passage.words[before].stem) { before -= 1 }
        let isAs = passage.words[at - 1].stem == Key.as_
        let comma = passage.isComma(before)
        let last = comma ? before - 1 : before
        let quotation = passage.quotations.first { $0.close.contains(last) || $0.isClosed && $0.close.upperBound - 1 == last }
        let end = overt?.range.upperBound ?? at + 1
        let limit = sentence.upperBound
        let stops = end >= limit || !passage.words[end].isWord || passage.words[end].date != nil || passage.words[end].classes.contains(.preposition) || passage.words[end].preposition != nil || passage.words[end].classes.contains(.relative) || passage.words[end].hasConjunction
        guard stops, overt != nil || passage.words[at + 1 < limit ? at + 1 : at].isWord == false else { return nil }
        var content: [Range<Int>] = []
        if let quotation, !passage.isName(quotation) {
            content = [quotation.inner]
            // The rest of a split quotation.
            var next = end
            if next < limit, passage.isComma(next) { next += 1 }
            if next < passage.words.count, let rest = passage.quotation(openingAt: next), !passage.isName(rest) { content.append(rest.inner) }
        } else if comma || isAs, open.isEmpty, !lemma.isHomograph, !lemma.quotesOnly, last - sentence.lowerBound >= 2 {
            content = [sentence.lowerBound..<(comma ? before : at - 1)]
        } else {
            return nil
        }
        guard !content.isEmpty, !content[0].isEmpty else { return nil }
        var source: Attribution.Source = .implicit(form.agreement)
        if let overt { source = anaphoric(overt) ?? .phrase(overt) } else if let resolved = resolve(form.agreement, at: at, holder: nil, lemma: lemma, form: form) { source = resolved }
        let index = add(Attribution(
            kind: .finite, passage: number, cue: at..<at + 1, lemma: form.lemma, strength: lemma.strength, denies: lemma.strength == .denial,
            source: source, agreement: form.agreement, clauseStart: at, content: content, isOpen: false, parent: base))
        remember(index, isOuter: true)
        return end
    }
}
