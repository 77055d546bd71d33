import ArabicText
import Corpus

extension Reader {
    /// Finite verbs.
    mutating func readVerb(_ at: Int, _ form: VerbForm) -> Int? {
        let lemma = lemmas[form.lemma]
        let word = passage.words[at]
        let before = at > sentence.lowerBound ? passage.words[at - 1] : nil
        if form.hasObject, let next = readTopicObject(at, form, lemma) { return next }
        if form.hasObject, !lemma.takesObject, !(before.map { $0.stem == Key.what } ?? false) { return nil }
        // Between a verb and its content stand no further cues.
        if let last = found.last, found.count > firstOfSentence, last.kind == .finite, last.cue.upperBound <= at, at < last.contentStart, !last.isRelay { return nil }
        // `هل قال`, `لو قالت`: asked or supposed, not said.
        if let before, before.isWord, !word.hasConjunction, Key.unsaid.contains(before.stem) { return nil }
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
        if let frame, frame.quotation != nil, followsQuotation(at), !passage.isColon(frame.complementAt), !passage.isColon(frame.complementAt - 1), let next = readPostposed(at, form, lemma, overt: passage.isComma(at + 1) ? nil : passage.subject(after: at + 1, limit: frame.complementAt, bounded: true)) { return next }
        guard let frame else {
            return readBareVerb(at, form, lemma, cueStart: cueStart, denies: denies)
        }
        if frame.quotation != nil, !passage.isColon(frame.complementAt), !passage.isColon(frame.complementAt - 1), lemma.takesNoun,
           let next = readNoun(at, form, lemma, cueStart: cueStart, denies: denies, before: frame.complementAt) { return next }
        if lemma.needsHearsay, !(at + 1..<frame.complementAt).contains(where: { passage.words[$0].stem == lemma.hearsay }) { return nil }
        if at + 1 < frame.complementAt, Key.inIt.contains(passage.words[at + 1].token.key), !word.hasConjunction { return readInIt(at, form, lemma, frame) }
        if lemma.wordsOfPaper {
            // `جاء في بيان للوزارة أن`.
            guard at + 2 < sentence.upperBound, passage.words[at + 1].stem == Key.inside, !passage.words[at + 2].classes.isDisjoint(with: [.paper, .occasion]),
                  let paper = passage.nounPhrase(at: at + 2, limit: frame.complementAt, bounded: true) else { return nil }
            var frame = frame
            frame.cueEnd = at + 2
            return addVerb(at, form, lemma, frame, overt: paper, cueStart: cueStart, denies: denies)
        }
        let overt = passage.subject(after: frame.cueEnd, limit: frame.complementAt, bounded: !lemma.takesObject && passage.words[frame.complementAt].complementiser?.prefix != .and)
        if lemma.takesTwoObjects, let overt, let complementiser = passage.words[frame.complementAt].complementiser, complementiser.prefix == .by, complementiser.pronoun != nil {
            // `وصف الوزير القرار بأنه خطأ`: what is described is part of it.
            let described = passage.skipWedge(overt.range.upperBound, frame.complementAt)
            if described < frame.complementAt, passage.words[described].isWord, passage.words[described].preposition == nil, passage.words[described].classes.isDisjoint(with: [.preposition]) {
                var whole = frame
                whole.contentStart = described
                whole.isNominal = true
                return addVerb(at, form, lemma, whole, overt: overt, cueStart: cueStart, denies: denies)
            }
        }
        if lemma.isHomograph, lemma.quotesOnly, frame.complementAt - at > 4 { return nil }
        if lemma.isHomograph {
            let rest = (overt?.range.upperBound ?? at + 1)..<max(overt?.range.upperBound ?? at + 1, frame.complementAt)
            let isIndefinite = overt.map { passage.entityType($0.head) == nil && !passage.words[$0.head].hasArticle } ?? false
            guard isWedge(rest) || isIndefinite && rest.count <= 16 || lemma.takesObject && overt != nil && rest.count <= 8 else {
                noteRelay(at, form, lemma, overt)
                return nil
            }
            if lemma.isBetween, rest.isEmpty == false || overt != nil, (at + 1..<frame.complementAt).contains(where: { passage.words[$0].hasConjunction }) { return nil }
        }
        return addVerb(at, form, lemma, frame, overt: overt, cueStart: cueStart, denies: denies)
    }

    /// `نشر تدوينة قال فيها إن`, `في بيان جاء فيه أن`: said by whoever the paper is from, else whom the sentence is about.
    private mutating func readInIt(_ at: Int, _ form: VerbForm, _ lemma: Lemma, _ frame: Frame) -> Int? {
        guard isWedge(at + 2..<max(at + 2, frame.complementAt)) else { return nil }
        var end = at
        if end > sentence.lowerBound, passage.isComma(end - 1) { end -= 1 }
        var source: Attribution.Source?
        if let paper = passage.phrase(endingAt: end, from: sentence.lowerBound), paper.range.contains(where: { passage.words[$0].entity != nil }) { source = .phrase(paper) }
        let clause = here.last { found[$0].isOpen && found[$0].contentStart <= at }
        guard let source = source ?? participleSource(.unknown, at: at) else { return nil }
        if clause == nil { close(at: at, downTo: base == nil ? 0 : 1) }
        if passage.isColon(frame.complementAt) { usedColons.insert(frame.complementAt) }
        let isDirect = frame.quotation != nil
        let index = add(Attribution(
            kind: .finite, passage: number, cue: at..<at + 2, lemma: form.lemma, strength: lemma.strength, denies: lemma.strength == .denial,
            source: source, agreement: lemma.wordsOfPaper ? .unknown : form.agreement, clauseStart: at,
            content: isDirect ? [frame.contentStart..<frame.quotation!.inner.upperBound] : [frame.contentStart..<frame.contentStart],
            isOpen: !isDirect, parent: clause ?? base))
        remember(index, isOuter: clause == nil)
        return at + 2
    }

    /// `أما تسريب الأسئلة فنفاه المدير`: what the sentence is about is what the verb's pronoun stands for.
    private mutating func readTopicObject(_ at: Int, _ form: VerbForm, _ lemma: Lemma) -> Int? {
        guard lemma.takesNoun, let first = sentence.first, passage.words[first].stem == Key.asFor, passage.words[at].hasConjunction, passage.words[at].token.key[0] == "ف",
              found.count == firstOfSentence, passage.isEvent(first + 1), let overt = passage.subject(after: at + 1, limit: sentence.upperBound, bounded: false) else { return nil }
        let index = add(Attribution(
            kind: .finite, passage: number, cue: at..<at + 1, lemma: form.lemma, strength: lemma.strength, denies: lemma.strength == .denial,
            source: anaphoric(overt) ?? .phrase(overt), agreement: overt.agreement.merged(with: form.agreement), clauseStart: first,
            content: [first + 1..<passage.trimmed(first + 1, at)], isOpen: false, isNominal: true, parent: base))
        remember(index, isOuter: true)
        return overt.range.upperBound
    }

    /// A verb without clause or quotation after it: a verbal noun, or words before it.
    private mutating func readBareVerb(_ at: Int, _ form: VerbForm, _ lemma: Lemma, cueStart: Int, denies: Bool) -> Int? {
        if let next = readNoun(at, form, lemma, cueStart: cueStart, denies: denies, before: sentence.upperBound) { return next }
        let overt = passage.subject(after: at + 1, limit: sentence.upperBound, bounded: false)
        if let next = readPostposed(at, form, lemma, overt: overt) { return next }
        noteRelay(at, form, lemma, overt)
        if !lemma.isHomograph, !lemma.quotesOnly { turn(at, form) }
        if let overt, silentSpeaker == nil, overt.person != nil || overt.range.count == 1 && isPlainName(overt.head), !lemma.isHomograph || isAdjacent(overt, after: at + 1) && form.isPerfect {
            silentSpeaker = (overt, form.agreement)
        }
        return nil
    }

    /// A verbal noun as content: `نفى الوزير وقوع`, `الوزارة تنفي وقوع`.
    private mutating func readNoun(_ at: Int, _ form: VerbForm, _ lemma: Lemma, cueStart: Int, denies: Bool, before limit: Int) -> Int? {
        guard lemma.takesNoun || lemma.takesPreposedNoun || lemma.takesTwoObjects else { return nil }
        let preposed = passage.words[at].hasConjunction ? topicAsFor(before: at) : passage.subject(before: cueStart, agreement: form.agreement, in: sentence)
        if preposed != nil, let frame = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: at + 1, isPreposed: true, in: sentence), frame.contentStart < limit {
            return addVerb(at, form, lemma, frame, overt: nil, cueStart: cueStart, denies: denies)
        }
        if let overt = passage.subject(after: at + 1, limit: limit, bounded: false),
           let frame = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: overt.range.upperBound, in: sentence), frame.contentStart < limit {
            return addVerb(at, form, lemma, frame, overt: overt, cueStart: cueStart, denies: denies)
        }
        // Without a subject the noun may be one: `تعلن النتائج`.
        if form.isPerfect, open.isEmpty || goesOn(at, form), let frame = passage.nominalFrame(at: at, lemma: lemma, sourceEnd: at + 1, in: sentence), frame.contentStart < limit {
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
        if overt == nil || lemma.takesTwoObjects || lemma.takesNoun, preposed == nil, let topic = topicAsFor(before: at), topic.agreement.agrees(with: agreement) || topic.agreement.gender == agreement.gender { preposed = topic }
        if preposed == nil, let found = overt.flatMap({ isAdjacent($0, after: frame.cueEnd) ? nil : passage.subject(before: cueStart, agreement: agreement, in: sentence) }), !word.hasConjunction, !isRelative { preposed = found }
        // `إلى مصدر قال إن`: an indefinite noun's clause.
        if preposed == nil, overt == nil, !word.hasConjunction, !isRelative, !isPronoun, let before, passage.words[before].complementiser == nil, !passage.isComma(before), !passage.words[before].classes.contains(.opener),
           let phrase = passage.phrase(endingAt: cueStart, from: sentence.lowerBound), phrase.person == nil, passage.words[phrase.head].classes.contains(.unnamed), !passage.words[phrase.head].hasArticle,
           passage.words[phrase.head].entity == nil, phrase.agreement.agrees(with: agreement) { preposed = phrase }
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
        if clauseStart - 2 > sentence.lowerBound, passage.words[clauseStart - 1].complementiser != nil, isContrast(clauseStart - 2) || turnsInTime(clauseStart - 2) { clauseStart -= 2 }
        // Openers before the clause belong to none.
        while clauseStart > sentence.lowerBound, passage.words[clauseStart - 1].entity == nil, passage.words[clauseStart - 1].isWord,
              !passage.words[clauseStart - 1].classes.isDisjoint(with: [.opener, .auxiliary]), passage.words[clauseStart - 1].complementiser == nil { clauseStart -= 1 }

        if case .implicit = source, frame.isNominal, word.hasConjunction, !open.isEmpty, !goesOn(at, form) { return nil }
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
        var parent = holder ?? base
        let isDirect = frame.quotation != nil
        if let relay, let preposed, relay.particle < preposed.range.lowerBound, preposed.range.lowerBound - relay.particle <= 2, holder == nil {
            // `نسبت القناة الخبر إلى مصدر قال إن`: the channel's claim too.
            parent = add(Attribution(
                kind: .finite, passage: number, cue: relay.cue..<relay.cue + 1, lemma: relay.form.lemma, strength: lemmas[relay.form.lemma].strength, source: .phrase(relay.phrase),
                agreement: relay.phrase.agreement.merged(with: relay.form.agreement), clauseStart: relay.cue,
                content: isDirect ? [frame.contentStart..<frame.quotation!.inner.upperBound] : [frame.contentStart..<frame.contentStart],
                isOpen: !isDirect, parent: base))
        }
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

    /// Keeps who hands on what the source after the verb's preposition will say.
    private mutating func noteRelay(_ at: Int, _ form: VerbForm, _ lemma: Lemma, _ overt: NounPhrase?) {
        guard let hearsay = lemma.hearsay, hearsay != Key.from, let overt, isAdjacent(overt, after: at + 1) else { return }
        let reach = overt.range.upperBound..<max(overt.range.upperBound, min(sentence.upperBound, overt.range.upperBound + 4))
        guard let particle = reach.first(where: { passage.words[$0].stem == hearsay && passage.words[$0].entity == nil }) else { return }
        relay = (at, form, overt, particle)
    }

    private func isPlainName(_ index: Int) -> Bool {
        let word = passage.words[index]
        return word.isWord && word.classes.isEmpty && !word.hasArticle && word.preposition == nil && word.formCount == 0 && !passage.isEvent(index)
    }

    /// `…، قبل أن تقر الشركة بأن`: what came next, told by the narrator.
    private func turnsInTime(_ at: Int) -> Bool { at > sentence.lowerBound && Key.beforeSpeech.contains(passage.words[at].stem) && passage.isComma(at - 1) }

    /// `…، ونفى وقوع إصابات`: the speaker's next verb.
    private func goesOn(_ at: Int, _ form: VerbForm) -> Bool {
        guard let outer = open.first(where: { $0 != base }), passage.words[at].hasConjunction, at > sentence.lowerBound, passage.isComma(at - 1) else { return false }
        return found[outer].agreement.agrees(with: form.agreement)
    }

    private func isAdjacent(_ phrase: NounPhrase, after at: Int) -> Bool {
        (at..<max(at, phrase.range.lowerBound)).allSatisfy { passage.words[$0].date != nil || passage.words[$0].classes.contains(.adverb) || !passage.words[$0].isWord }
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
}
