import ArabicText
import Corpus

/// Reads a document's passages in order and keeps who spoke.
struct Reader {
    var found: [Attribution] = []
    var memory = SpeakerMemory()

    /// The passage being read, and its place among those read.
    var passage: Passage
    var number = 0
    var sentence: Range<Int> = 0..<0
    /// Attributions whose content is open, outermost first.
    var open: [Int] = []
    /// An opening `وفقا ل` that holds the whole sentence.
    var base: Int?
    /// The first attribution of this sentence.
    var firstOfSentence = 0
    /// Colons that already belong to a verb.
    var usedColons: Set<Int> = []
    /// An attribution of a clause before its main clause, whose subject may still come.
    var waiting: Int?
    /// An attribution in a clause that opens the sentence before its main clause.
    var subordinate: Int?
    /// The subject of a reporting verb without content in this sentence: `كشف المدير تفاصيل`.
    var silentSpeaker: (phrase: NounPhrase, agreement: Agreement)?
    /// A verb that hands on what the source after its preposition will say: `نسبت القناة الخبر إلى مصدر`.
    var relay: (cue: Int, form: VerbForm, phrase: NounPhrase, particle: Int)?
    /// The attributions of this sentence.
    var here: Range<Int> { firstOfSentence..<found.count }
    var lemmas: [Lemma] { Lexicon.shared.lemmas }

    init(passage: Passage) { self.passage = passage }

    mutating func read(_ passage: Passage, number: Int) {
        self.passage = passage
        self.number = number
        usedColons = []
        for range in passage.sentences {
            sentence = range
            open = []
            base = nil
            firstOfSentence = found.count
            silentSpeaker = nil
            waiting = nil
            relay = nil
            subordinate = nil
            var at = range.lowerBound
            while at < range.upperBound {
                at = max(at + 1, step(at))
            }
            close(at: range.upperBound, downTo: 0)
            memory.endSentence(topic: firstOfSentence == found.count ? topicOfSentence() : nil, passage: number)
        }
    }

    /// `أما الوزارة فتؤكد`: the topic of a main clause that begins with `ف`.
    func topicAsFor(before at: Int) -> NounPhrase? {
        guard let first = sentence.first, first + 1 < at, passage.words[first].stem == Key.asFor, passage.words[at].hasConjunction, passage.words[at].token.key[0] == "ف",
              !(first + 1..<at).contains(where: { passage.words[$0].token.key[0] == "ف" && passage.words[$0].hasConjunction }) else { return nil }
        return passage.nounPhrase(at: first + 1, limit: at, bounded: true)
    }

    /// Looks for a cue at a word.
    /// - Returns: where to go on.
    private mutating func step(_ at: Int) -> Int {
        let word = passage.words[at]
        if word.token.kind == .punctuation {
            if passage.isColon(at), !usedColons.contains(at) { readColon(at) }
            return at + 1
        }
        guard word.isWord, word.entity == nil, word.date == nil, !word.hasArticle || word.phrase != nil else { return at + 1 }
        if let phrase = word.phrase, let next = readPhrase(at, phrase) { return next }
        guard word.formCount > 0 else { return at + 1 }
        for form in word.forms {
            let next: Int? = switch form.kind {
            case .finite: readVerb(at, form)
            case .participle: readParticiple(at, form)
            case .masdar: readMasdar(at, form)
            }
            if let next { return next }
        }
        return at + 1
    }

    /// Adds an attribution and opens its content.
    mutating func add(_ attribution: Attribution) -> Int {
        found.append(attribution)
        let index = found.count - 1
        if attribution.isOpen { open.append(index) }
        return index
    }

    /// Ends the contents that are open above a level.
    mutating func close(at end: Int, downTo level: Int) {
        while open.count > level {
            let index = open.removeLast()
            let last = found[index].content.count - 1
            guard last >= 0 else { continue }
            let start = found[index].content[last].lowerBound
            let scope = passage.contentEnd(from: start, limit: mainClause(after: start, before: max(start, end)), isNominal: found[index].isNominal)
            found[index].content[last] = start..<max(start, scope)
            found[index].isOpen = false
        }
    }

    /// `أما فلان الذي قال إن …، فقد …`: the main clause after a content in its topic.
    func mainClause(after start: Int, before end: Int) -> Int {
        guard let first = sentence.first, start < end, passage.words[first].stem == Key.asFor else { return end }
        return (start + 1..<end).first { index in
            passage.isComma(index - 1) && passage.words[index].isWord && passage.words[index].token.key[0] == "ف" && (passage.words[index].hasConjunction || passage.words[index].token.key == Key.already)
        } ?? end
    }

    private func topicOfSentence() -> (NounPhrase, Int)? {
        if let silentSpeaker { return (silentSpeaker.phrase, number) }
        guard let first = sentence.first, passage.words[first].isWord else { return nil }
        guard let phrase = passage.topic(in: sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + 14), agreement: .unknown), phrase.person != nil else { return nil }
        return (phrase, number)
    }
}
