import ArabicText
import Corpus

/// Whom a verb without a subject, or a noun that points back, means.
extension Reader {
    /// `الفنان اللبناني` after a speaker who was given no title: the same person by another word.
    func epithet(_ phrase: NounPhrase) -> Attribution.Source? {
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

    /// Whom a verb without a subject means.
    func resolve(_ agreement: Agreement, at: Int, holder: Int?, lemma: Lemma?, form: VerbForm?) -> Attribution.Source? {
        let word = passage.words[at]
        if let holder { return .sameAs(holder) }
        if let lemma, lemma.canBeImpersonal, let form, !form.isPerfect, agreement == .masculine(.singular), found.count == firstOfSentence {
            // `يذكر أن` opens what the narrator recalls.
            let before = at > sentence.lowerBound ? passage.words[at - 1] : nil
            if before == nil || !before!.isWord || before!.classes.contains(.opener) { return nil }
        }
        for index in here.reversed() where found[index].parent == base && index != base && !found[index].isRelay {
            if found[index].agreement.agrees(with: agreement) || agreement.number == .plural && found[index].agreement.number != .plural { return .sameAs(index) }
        }
        if let silentSpeaker, silentSpeaker.agreement.agrees(with: agreement) { return .phrase(silentSpeaker.phrase) }
        if word.hasConjunction || at == sentence.lowerBound || passage.isComma(at - 1) || passage.words[at - 1].entity == nil && (!passage.words[at - 1].classes.contains(.opener) || Key.butHe.contains(passage.words[at - 1].stem)) {
            if let topic = passage.topic(in: sentence.lowerBound..<at, agreement: agreement) { return .phrase(topic) }
        }
        if let first = sentence.first, !Key.fronted.contains(passage.words[first].stem), passage.words[first].stem != Key.asFor, let subject = firstSubject(before: at, agreement: agreement) { return .phrase(subject) }
        if let topic = memory.topic, topic.passage == number, topic.phrase.agreement.agrees(with: agreement) { return .phrase(topic.phrase) }
        if let speaker = memory.last(agreeing: agreement, in: number, isPerfect: form?.isPerfect) { return .sameAs(speaker.attribution) }
        return .implicit(agreement)
    }

    private func tense(of attribution: Attribution) -> Bool? {
        guard attribution.kind == .finite, let cue = attribution.cue.first(where: { passage.words[$0].isFinite }) else { return nil }
        return passage.words[cue].forms.first { $0.lemma == attribution.lemma && $0.kind == .finite }?.isPerfect
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
        memory.spoke(SpeakerMemory.Speaker(attribution: index, agreement: agreement, isPerson: isPerson, isNamed: isNamed, passage: number, isPerfect: tense(of: attribution), nouns: nouns))
    }
}
