import ArabicText

/// Who has spoken so far, and who was last spoken of: whom a verb without a subject can mean.
struct SpeakerMemory {
    struct Speaker {
        var attribution: Int
        var agreement: Agreement
        var isPerson: Bool
        /// A person whose name the text gives.
        var isNamed: Bool
        var passage: Int
        /// It spoke in the perfect: an interview's present tense goes on with whom it began with.
        var isPerfect: Bool?
        /// The noun that heads its phrase, and the titles in it.
        var nouns: [WordKey] = []
    }

    private(set) var speakers: [Speaker] = []
    /// The person whom the sentence before is about, when it ascribes nothing.
    private(set) var topic: (phrase: NounPhrase, passage: Int)?
    static let speakerMax = 64

    mutating func spoke(_ speaker: Speaker) {
        speakers.append(speaker)
        if speakers.count > Self.speakerMax { speakers.removeFirst(Self.speakerMax / 2) }
        topic = nil
    }

    mutating func endSentence(topic: (NounPhrase, Int)?, passage: Int) {
        self.topic = topic.map { (phrase: $0.0, passage: $0.1) }
    }

    /// The last speaker introduced by a noun: `مصدر أمني` for `المصدر نفسه`.
    func last(calledBy noun: WordKey) -> Speaker? { speakers.last { $0.nouns.contains(noun) } }

    /// The last person or unnamed source who agrees.
    func lastPerson(agreeing agreement: Agreement) -> Speaker? {
        speakers.last { $0.isPerson && $0.agreement.agrees(with: agreement) }
    }

    /// The last speaker who agrees with a verb. A new paragraph rather goes on with a person than with a body.
    func last(agreeing agreement: Agreement, in passage: Int, isPerfect: Bool? = nil) -> Speaker? {
        let fitting = speakers.reversed().filter { $0.agreement.agrees(with: agreement) }
        guard let last = fitting.first else { return nil }
        if let isPerfect, let before = last.isPerfect, before != isPerfect, !last.isPerson, agreement.number == .singular,
           let person = fitting.first(where: { $0.isPerson && $0.isPerfect == isPerfect && $0.agreement.gender == agreement.gender }) { return person }
        if last.passage != passage, !last.isPerson, agreement.gender != .feminine, agreement.number == .singular,
           let person = fitting.first(where: { $0.isPerson }), fitting.filter({ $0.isPerson }).count > 1 {
            return person
        }
        return last
    }
}
