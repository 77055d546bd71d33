import ArabicText
import Corpus

/// A token with what look-ups say of it.
struct Word {
    var token: Token
    /// The word without its proclitics and article, folded.
    var stem: WordKey
    /// Where the word begins after its proclitics.
    var start: Int
    var classes: WordClass = []
    var firstForm: Int32 = 0
    var formCount: UInt8 = 0
    /// One of its readings is a finite verb.
    var isFinite = false
    /// One of its readings is a participle.
    var isParticiple = false
    var phrase: PhraseCue?
    var complementiser: Complementiser?
    /// It begins with `و` or `ف`.
    var hasConjunction = false
    /// Its particles are guessed: nothing known remains without them.
    var isGuessed = false
    /// The preposition that is written onto it.
    var preposition: Unicode.Scalar?
    var hasArticle = false
    /// Index of the name it belongs to.
    var entity: Int?
    /// Index of the temporal expression it belongs to.
    var date: Int?

    var end: Int { token.end }
    var isWord: Bool { token.kind == .word }
    /// Its readings as a reporting verb.
    var forms: ArraySlice<VerbForm> { Lexicon.shared.forms[Int(firstForm)..<Int(firstForm) + Int(formCount)] }
}

/// The words of one content block, and the structure they show: quotations, sentences.
struct Passage {
    let text: ScalarText
    let span: Span
    let role: BlockRole
    let entities: [EntityMention]
    var words: [Word]
    var quotations: [Quotation] = []
    /// For each word the innermost quotation that holds it.
    var quotationAt: [Int?] = []
    /// For each mark the quotation that it opens, or closes.
    private var quotationByMark: [Int32] = []
    /// For each word whether it is quoted for what it says or how, rather than named.
    private(set) var isQuoted: [Bool] = []
    private var isSentenceStart: [Bool] = []
    var sentences: [Range<Int>] = []

    init(text: ScalarText, block: Block, tokens: [Token], entities: [EntityMention], dates: [DateMention], firstEntity: Int, firstDate: Int) {
        self.text = text
        span = block.span
        role = block.role
        self.entities = entities
        words = []
        words.reserveCapacity(tokens.count)
        var entity = firstEntity
        var date = firstDate
        for token in tokens where token.kind != .newline {
            while entity < entities.count, entities[entity].end <= token.start { entity += 1 }
            while date < dates.count, dates[date].end <= token.start { date += 1 }
            let inEntity = entity < entities.count && entities[entity].start < token.end ? entity : nil
            let inDate = date < dates.count && dates[date].start < token.end ? date : nil
            var word = Self.word(token, text, entity: inEntity, entityStart: inEntity.map { entities[$0].start }, date: inDate)
            if let inEntity, Self.isCommonNoun(word, entities[inEntity]) { word = Self.word(token, text, entity: nil, entityStart: nil, date: inDate) }
            words.append(word)
        }
        for index in words.indices where words[index].entity == nil && Key.orReplied.contains(words[index].token.key) {
            // `ورد النائب`, and the deputy replied, beside `ورد في البيان`, it came in the statement.
            guard index + 1 < words.count, words[index + 1].stem != Key.inside else { continue }
            words[index].detachConjunction(text)
        }
        quotations = Quotation.find(in: words, text)
        quotationAt = Quotation.innermost(quotations, count: words.count)
        sentences = Sentences.find(in: words, text, quotations)
        quotationByMark = [Int32](repeating: -1, count: words.count)
        isQuoted = [Bool](repeating: false, count: words.count)
        isSentenceStart = [Bool](repeating: false, count: words.count)
        for sentence in sentences { isSentenceStart[sentence.lowerBound] = true }
        for (index, quotation) in quotations.enumerated() {
            for mark in quotation.open { quotationByMark[mark] = Int32(index) }
            for mark in quotation.close { quotationByMark[mark] = Int32(index) }
            guard !isName(quotation), quotation.inner.count > 1 || isDistanced(quotation), quotation.isClosed || opensSpeech(quotation) else { continue }
            for word in quotation.inner { isQuoted[word] = true }
        }
    }

    /// A bare `وكالة` or `الصحيفة` that was marked is no name.
    private static func isCommonNoun(_ word: Word, _ mention: EntityMention) -> Bool {
        word.classes.contains(.outlet) && mention.end <= word.token.end && !mention.name.utf8.contains(0x20)
    }

    private static func word(_ token: Token, _ text: ScalarText, entity: Int?, entityStart: Int?, date: Int?) -> Word {
        var word = Word(token: token, stem: token.key, start: token.start, entity: entity, date: date)
        guard token.kind == .word else { return word }
        if let entityStart {
            var letters = text.scalars[token.start..<max(token.start, min(entityStart, token.end))].filter { !LetterFolding.isIgnored($0) }
            if let first = letters.first, first == "و" || first == "ف" {
                word.hasConjunction = true
                letters.removeFirst()
            }
            word.preposition = letters.last
            word.start = max(token.start, min(entityStart, token.end))
            word.stem = WordKey(text.scalars[word.start..<token.end])
            word.takeClasses(of: word.stem)
            return word
        }
        if token.key.count == 1 {
            // A particle parted from its word by a quotation mark: `لـ«الغد»`.
            if let letter = token.key[0], letter == "ل" || letter == "ب" || letter == "ك" { word.classes = .preposition }
            if let letter = token.key[0], letter == "و" || letter == "ف" { word.hasConjunction = true; word.classes = .opener }
            if word.classes != [] { return word }
        }
        word.complementiser = Complementiser.table[token.key]
        if word.complementiser != nil, text[token.start] == "آ" { word.complementiser = nil }
        word.analyse(text)
        return word
    }

    /// The scalar of a punctuation word.
    func mark(_ index: Int) -> Unicode.Scalar? {
        guard words.indices.contains(index), words[index].token.kind == .punctuation else { return nil }
        return text[words[index].token.start]
    }

    func isComma(_ index: Int) -> Bool {
        guard let mark = mark(index) else { return false }
        return mark == "،" || mark == "," || mark == "؛" || mark == ";"
    }

    func isColon(_ index: Int) -> Bool { mark(index) == ":" }

    /// The quotation that opens at a word.
    func quotation(openingAt index: Int) -> Quotation? {
        guard index >= 0, index < quotationByMark.count, quotationByMark[index] >= 0 else { return nil }
        let quotation = quotations[Int(quotationByMark[index])]
        return quotation.open.contains(index) ? quotation : nil
    }

    /// Where a clause begins at a word: with its preposition, without the `و` that joins a sentence to the one before.
    func clauseStart(_ index: Int) -> Int {
        let word = words[index]
        guard word.hasConjunction, !word.isGuessed || word.hasArticle || isSentenceStart[index] else { return word.token.start }
        return word.token.start(afterLetters: 1, in: text)
    }

    /// The quotation whose closing mark stands at a word.
    func quotation(closingAt index: Int) -> Quotation? {
        guard index >= 0, index < quotationByMark.count, quotationByMark[index] >= 0 else { return nil }
        let quotation = quotations[Int(quotationByMark[index])]
        return quotation.close.contains(index) ? quotation : nil
    }

    /// A single quoted word that is no name by its form: `«بالإجماع»`, unanimously.
    private func isDistanced(_ quotation: Quotation) -> Bool {
        guard let only = quotation.inner.first, words[only].isWord, words[only].entity == nil else { return false }
        let before = quotation.open.lowerBound - 1
        if before >= 0, !words[before].classes.isDisjoint(with: [.outlet, .body, .role]) { return false }
        let word = words[only]
        return word.preposition != nil || !word.hasArticle && (text.scalars[word.token.start..<word.end].contains("ة") || isEvent(only))
    }

    /// A mark after a colon that was never closed.
    private func opensSpeech(_ quotation: Quotation) -> Bool { isColon(quotation.open.lowerBound - 1) }

    /// The scalars of a run of words, from the first word's stem to the last word's end.
    func span(_ range: Range<Int>) -> Span {
        guard !range.isEmpty else { return Span(span.start, span.start) }
        return Span(words[range.lowerBound].start, words[range.upperBound - 1].end)
    }
}

extension Word {
    /// Finds the reading with the fewest proclitics that the lexicon knows.
    mutating func analyse(_ text: ScalarText) {
        let key = token.key
        // `وإلى`, and to, folds like `والي`, governor: the hamza below tells them apart.
        let isGovernor = key == Self.governor && !text.scalars[token.start..<token.end].contains("إ")
        if isGovernor || key != Self.governor, take(key, letters: 0, particle: nil, text) { return }
        var rest = key
        var letters = 0
        if let first = key[0], first == "و" || first == "ف", key.count > 2 {
            rest = key.dropFirst()
            letters = 1
            if take(rest, letters: 1, particle: nil, text) { return }
        }
        if let particle = rest[0], particle == "ب" || particle == "ك" || particle == "ل", rest.count > 2 {
            let stem = particle == "ل" && rest[1] == "ل" ? Proclitics.withArticle(rest.dropFirst(2)) : rest.dropFirst()
            if stem.count > 1, take(stem, letters: letters + 1, particle: particle, text) { return }
        }
        isGuessed = true
        analyseEnding(key, rest)
        guessProclitics(text)
    }

    private static let governor: WordKey = "والي"

    /// Takes what the lexicon says of the word without some particles.
    private mutating func take(_ key: WordKey, letters: Int, particle: Unicode.Scalar?, _ text: ScalarText) -> Bool {
        let entry = Lexicon.shared.entry(key)
        let bare = key.count > 3 && key[0] == "ا" && key[1] == "ل" ? Lexicon.shared.entry(key.dropFirst(2)) : nil
        guard entry != nil || bare != nil else { return false }
        if let entry {
            // A particle before a finite verb: `ليعلن`, to announce.
            if entry.formCount > 0, let particle {
                // `بقوله`, by his saying.
                let isMasdar = particle == "ب" && Lexicon.shared.forms[Int(entry.firstForm)..<Int(entry.firstForm) + Int(entry.formCount)].contains { $0.kind == .masdar }
                let isView = particle == "ب" && entry.phrase == .inTheViewOf
                guard isMasdar || isView || particle == "ل" && (key[0] == "ي" || key[0] == "ت") else { return false }
                if isView, !isMasdar {
                    phrase = .inTheViewOf
                    settle(letters, letters > 1, particle, key, text)
                    return true
                }
            }
            firstForm = entry.firstForm
            formCount = entry.formCount
            isFinite = entry.isFinite
            isParticiple = entry.isParticiple
            phrase = entry.phrase
            classes = entry.classes
        }
        if let bare {
            classes.formUnion(bare.classes.intersection(Self.withArticle))
            hasArticle = true
        }
        settle(letters, letters > (particle == nil ? 0 : 1), particle, key, text)
        settleSpelling(text, endsInAlif: entry?.endsInAlif ?? false)
        return true
    }

    private static let withArticle: WordClass = [.role, .unnamed, .body, .outlet, .paper, .occasion, .norm, .number, .time, .feminine, .masculine, .plural, .partitive, .honorific, .event, .adjective]

    private mutating func settle(_ letters: Int, _ conjunction: Bool, _ particle: Unicode.Scalar?, _ key: WordKey, _ text: ScalarText) {
        hasConjunction = conjunction
        preposition = particle
        start = letters == 0 ? token.start : token.start(afterLetters: letters, in: text)
        if particle == "ل", token.key[letters] == "ل", key[0] == "ا" { hasArticle = true }
        stem = hasArticle ? key.dropFirst(2) : key
    }

    /// The classes of a noun without its accusative ending or pronoun: `سكانا`, `متحدثها`.
    private mutating func analyseEnding(_ whole: WordKey, _ rest: WordKey) {
        for key in whole == rest ? [whole] : [whole, rest] {
            for ending in Key.nounEndings where key.count > ending.count + 2 && key.hasSuffix(ending) {
                let found = Lexicon.shared.classes(key.dropLast(ending.count)).intersection(Self.withArticle)
                if !found.isEmpty { classes.formUnion(found); return }
            }
        }
    }

    /// Words that only their letters before folding tell apart.
    private mutating func settleSpelling(_ text: ScalarText, endsInAlif: Bool) {
        guard endsInAlif || stem == Key.on || Key.isCalled.contains(stem) || stem == Self.imam || stem == Self.me else { return }
        let letters = text.scalars[start..<token.end].filter { !LetterFolding.isIgnored($0) }
        guard let first = letters.first, let last = letters.last else { return }
        // `نفي`, denial, beside `نفى`, denied.
        if endsInAlif, last == "ي" {
            formCount = 0
            isFinite = false
        }
        // `تدعى`, is called, beside `تدعي`, claims.
        if Key.isCalled.contains(stem), last == "ى" {
            formCount = 0
            isFinite = false
        }
        if stem == Key.on, last == "ي" { classes = [] }
        if stem == Self.imam { classes = first == "إ" ? .role : .preposition }
        if stem == Self.me, first == "آ" { classes = [] }
    }

    private static let imam: WordKey = "أمام"
    private static let me: WordKey = "أنا"

    /// An unknown word: what its letters alone show.
    private mutating func guessProclitics(_ text: ScalarText) {
        let key = token.key
        var letters = 0
        if let first = key[0], first == "و" || first == "ف", key.count >= 5 || (key[1] == "ا" && key[2] == "ل") { letters = 1 }
        let rest = key.dropFirst(letters)
        if letters == 1 { hasConjunction = true }
        if rest[0] == "ل", rest[1] == "ل", rest.count > 3 {
            settle(letters + 1, letters == 1, "ل", Proclitics.withArticle(rest.dropFirst(2)), text)
        } else if let first = rest[0], first == "ب" || first == "ك", rest[1] == "ا", rest[2] == "ل", rest.count > 4 {
            hasArticle = true
            settle(letters + 1, letters == 1, first, rest.dropFirst(), text)
        } else if rest[0] == "ل", rest.count >= 4, Media.isMedium(rest.dropFirst()) {
            // `لرويترز`, to Reuters.
            settle(letters + 1, letters == 1, "ل", rest.dropFirst(), text)
        } else if rest[0] == "ل", rest.count >= 6, VerbalNoun.isEvent(rest.dropFirst()) {
            // `لاستبدال`, for the replacement of.
            settle(letters + 1, letters == 1, "ل", rest.dropFirst(), text)
        } else if rest[0] == "ب", rest.count >= 5, VerbalNoun.isEvent(rest.dropFirst()) {
            // `باستخدام`, by the use of.
            settle(letters + 1, letters == 1, "ب", rest.dropFirst(), text)
        } else if rest[0] == "ب", rest.count >= 4, rest.hasSuffix("ه"), text.scalars[token.start..<token.end].contains("ة") {
            // `بحسرة`, with sorrow.
            settle(letters + 1, letters == 1, "ب", rest.dropFirst(), text)
        } else {
            hasArticle = rest[0] == "ا" && rest[1] == "ل" && rest.count > 3
            settle(letters, letters == 1, nil, rest, text)
        }
    }

    /// Takes the `و` off a word that is one of the tables with it too.
    mutating func detachConjunction(_ text: ScalarText) {
        classes = []
        _ = take(token.key.dropFirst(), letters: 1, particle: nil, text)
    }

    /// Takes a particle off an unknown word whose place asks for one.
    mutating func detach(_ particle: Unicode.Scalar, _ text: ScalarText) {
        preposition = particle
        start = token.start(afterLetters: 1, in: text)
        stem = token.key.dropFirst()
    }

    fileprivate mutating func takeClasses(of key: WordKey) {
        hasArticle = key[0] == "ا" && key[1] == "ل"
        classes = Lexicon.shared.classes(hasArticle ? key.dropFirst(2) : key).intersection([.body, .outlet, .paper, .feminine, .plural, .role])
    }
}
