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
        case .onTheTongueOf:
            guard at > sentence.lowerBound, words[at - 1].stem == Key.on, words[at - 1].entity == nil, !words[at].hasArticle,
                  leads(at - 1) || passage.isComma(at - 2) else { return nil }
            cue = at - 1..<at + 1
        case .inTheViewOf:
            // `في رأي الخبير، …`, `برأي الخبير`; an aside of the kind leads its clause.
            guard !words[at].hasArticle else { return nil }
            if words[at].preposition != "ب" {
                guard at > sentence.lowerBound, words[at - 1].stem == Key.inside, words[at - 1].entity == nil else { return nil }
                cue = at - 1..<at + 1
            }
            guard leads(cue.lowerBound) || cue.lowerBound > sentence.lowerBound && passage.isComma(cue.lowerBound - 1) else { return nil }
            if let meant = Self.saidNouns[words[at].stem] ?? Self.viewPronouns[words[at].stem] { pronoun = meant }
        case .fromTheViewOf:
            guard at > sentence.lowerBound, words[at - 1].stem == Key.from, words[at - 1].entity == nil, !words[at].hasArticle else { return nil }
            sourceAt = words[at].phrase == .fromTheViewOf && words[at + 1].phrase == .inTheViewOf && !words[at + 1].hasArticle && words[at + 1].entity == nil ? at + 2 : at + 1
            cue = at - 1..<sourceAt
            if sourceAt == at + 2, let meant = Self.viewPronouns[words[at + 1].token.key] { pronoun = meant }
            guard sourceAt < sentence.upperBound, leads(at - 1) || passage.isComma(at - 2) else { return nil }
        case .nounOfSaying:
            guard words[at].preposition == "ب" || isRenewed(at) else { return nil }
            if let last = found.last, found.count > firstOfSentence, last.kind == .finite, last.cue.upperBound <= at, at < last.contentStart { return at + 1 }
            let lemma = words[at].stem == Key.said || words[at].token.key.hasSuffix(Key.theSaying) ? "قال" : (words[at].token.key.hasSuffix(Key.thePointing) ? "أشار" : "أكد")
            guard let index = lemmas.firstIndex(where: { $0.name == lemma }) else { return nil }
            return readSayingNoun(at, lemma: index, agreement: .unknown)
        case .nounOfDenial:
            return readIssuedNoun(at)
        case .amountingTo:
            return nil
        }
        let noun: NounPhrase?
        var anaphor: Attribution.Source?
        if pronoun != nil {
            noun = nil
        } else {
            // Past an adverb between verb and subject.
            // `حسب ما أسر به مصدر`.
            if cue.last.map({ words[$0].isFinite }) ?? false, sourceAt < sentence.upperBound, Key.byIt.contains(words[sourceAt].token.key) || Key.inIt.contains(words[sourceAt].token.key) {
                cue = cue.lowerBound..<sourceAt + 1
                sourceAt += 1
            }
            noun = words[cue.upperBound - 1].isFinite || Key.byIt.contains(words[cue.upperBound - 1].token.key) || Key.inIt.contains(words[cue.upperBound - 1].token.key) ? passage.subject(after: sourceAt, limit: sentence.upperBound, bounded: false) : passage.nounPhrase(at: sourceAt, limit: sentence.upperBound, prefixed: prefixed)
            guard let noun, speaks(noun, verbal: cue.count > 1) else { return nil }
            anaphor = anaphoric(noun)
        }
        let end = place(cue, noun, anaphor: anaphor, pronoun: pronoun, sourceEnd: noun?.range.upperBound ?? sourceAt, isHearsay: phrase == .passedOn || phrase == .onTheTongueOf || phrase == .accordingTo && isDrawnOn(cue))
        if end != nil, let noun { readHearsay(after: noun, cue: cue) }
        return end
    }

    /// `صدر عن الوزارة نفي لوقوع إصابات`, `جاء من الشركة تأكيد أن`.
    private mutating func readIssuedNoun(_ at: Int) -> Int? {
        let word = passage.words[at]
        guard !word.hasArticle, word.preposition == nil, !word.hasConjunction, passage.text[word.end - 1] != "ى",
              let particle = (max(sentence.lowerBound, at - 14)..<at).last(where: { [Key.about, Key.from].contains(passage.words[$0].stem) && passage.words[$0].entity == nil }),
              (sentence.lowerBound..<particle).contains(where: { Key.comesFrom.contains(passage.words[$0].stem) }),
              let phrase = passage.nounPhrase(at: particle + 1, limit: at, bounded: true), isWedge(phrase.range.upperBound..<at), at + 2 < sentence.upperBound else { return nil }
        let next = passage.words[at + 1]
        var start = at + 1
        var isNominal = true
        if next.complementiser != nil {
            start = at + 2
            isNominal = false
        } else {
            guard next.preposition == "ل" || next.token.key == Key.forTo, next.entity == nil else { return nil }
            if next.token.key == Key.forTo { start += 1 }
            guard passage.isEvent(start) || next.isGuessed || next.classes.isEmpty else { return nil }
        }
        let denies = !word.token.key.hasSuffix(Key.affirmation)
        close(at: at, downTo: base == nil ? 0 : 1)
        let index = add(Attribution(
            kind: .masdar, passage: number, cue: at..<at + 1, lemma: nil, strength: denies ? .denial : .confirmation, denies: denies, source: .phrase(phrase),
            agreement: phrase.agreement, clauseStart: at, content: [start..<start], isOpen: true, isNominal: isNominal, parent: base))
        remember(index, isOuter: true)
        return start
    }

    /// `وفق ما نقلت الوكالة عن شاهد`: one more link, under the same content.
    private mutating func readHearsay(after noun: NounPhrase, cue: Range<Int>) {
        let particle = noun.range.upperBound
        guard let verb = cue.last, particle + 1 < sentence.upperBound, passage.words[particle].entity == nil,
              passage.words[verb].forms.contains(where: { lemmas[$0.lemma].hearsay == passage.words[particle].stem }),
              let outer = here.last(where: { found[$0].cue == cue }), let phrase = passage.nounPhrase(at: particle + 1, limit: sentence.upperBound) else { return }
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

    /// `استنادا إلى`, based on: rather where the speaker has it from.
    private func isDrawnOn(_ cue: Range<Int>) -> Bool { passage.words[cue.lowerBound].stem == Key.basedOn }

    private static let viewPronouns: [WordKey: Agreement] = ["نظره": .masculine(.singular), "نظرها": .feminine(.singular), "نظرهم": .masculine(.plural)]

    private static let wordNouns: Set<WordKey> = ["قول", "تعبير", "وصف", "زعم", "مزاعم", "ادعاء", "ادعاءات", "شهادة", "اعتراف", "اعترافات", "تاكيدات", "توصيف", "رواية", "افادة", "تصريح", "تصريحات", "كلام", "تاكيد", "رأي", "تقدير", "تقديرات"]

    private static let saidNouns: [WordKey: Agreement] = {
        var nouns: [WordKey: Agreement] = [:]
        for noun in ["قول", "تعبير", "وصف", "زعم", "كلام", "رأي", "تقدير", "روايت", "تصريحات"] {
            for (pronoun, agreement) in VerbForms.pronouns { nouns[WordKey(noun + pronoun)] = agreement }
        }
        return nouns
    }()

    /// `جدد الوزير التأكيد على أن`, renewed the affirmation that.
    func isRenewed(_ at: Int) -> Bool {
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
        if head.isWord, Media.isMedium(head.hasArticle ? Proclitics.withArticle(head.stem) : head.stem) { return true }
        // A name nobody marked.
        if head.isWord, head.classes.isEmpty, !head.hasArticle, phrase.range.count <= 3, !passage.isEvent(phrase.head), phrase.range.upperBound >= sentence.upperBound || !passage.words[phrase.range.upperBound].isWord { return true }
        if Key.humanPlurals.contains(where: head.stem.hasSuffix), head.stem.count > 4 { return true }
        return phrase.range.contains { passage.words[$0].entity != nil }
    }
}
