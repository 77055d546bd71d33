import ArabicText

/// The grammar's words, by their first word.
struct Lexicon: Sendable {
    /// A phrase and one thing it can mean.
    struct Phrase: Sendable {
        /// The words after the first.
        var rest: [WordKey]
        var sense: Sense
    }

    struct Entry: Sendable {
        var kinds: Kinds
        /// Longest first.
        var phrases: [Phrase]
    }

    static let shared = Lexicon(GrammarData.all)

    private var indices: [WordKey: Int32] = [:]
    private(set) var entries: [Entry] = []

    init(_ data: [WordList]) {
        for list in data {
            for phrase in list.phrases { add(phrase, list.sense) }
        }
        for key in NumberWord.keys { add([key], .number) }
        for index in entries.indices { entries[index].phrases.sort { $0.rest.count > $1.rest.count } }
    }

    private mutating func add(_ words: [WordKey], _ sense: Sense) {
        guard let first = words.first else { return }
        let phrase = Phrase(rest: Array(words.dropFirst()), sense: sense)
        if let index = indices[first] {
            entries[Int(index)].kinds.insert(sense.kind)
            entries[Int(index)].phrases.append(phrase)
        } else {
            indices[first] = Int32(entries.count)
            entries.append(Entry(kinds: sense.kind, phrases: [phrase]))
        }
    }

    /// The entry of a word without proclitics, or -1.
    func index(of key: WordKey) -> Int32 { indices[key] ?? -1 }
}

/// Phrases of one meaning, written as the grammar's files write them: a comma between, spaces inside.
struct WordList: Sendable {
    var sense: Sense
    var phrases: [[WordKey]]

    /// - Parameter phrases: parted by ASCII commas; white space around them does not count.
    init(_ sense: Sense, _ phrases: String) {
        self.sense = sense
        self.phrases = phrases.split(separator: ",").map { phrase in
            phrase.split(separator: " ").map { WordKey($0) }
        }
    }
}

/// All the grammar's data. A new country's file is named here.
enum GrammarData {
    static let all: [WordList] =
        [Egypt.months, Levant.months, Algeria.months, Morocco.months, Mauritania.months, Libya.months, Hijri.months,
         CalendarWords.all, DeicticWords.all, ClockWords.all, FunctionWords.all, TenseWords.all, TrapWords.all].flatMap { $0 }

    /// The months of one country: twelve lists of spellings, separated by commas.
    static func months(_ names: [Int: String], in calendar: CalendarSystem = .gregorian,
                       ambiguous: Set<Int> = [], rare: Bool = false) -> [WordList] {
        names.sorted { $0.key < $1.key }.map { number, spellings in
            let strength: MonthName.Strength = rare ? .rare : ambiguous.contains(number) ? .ambiguous : .plain
            return WordList(.month(MonthName(calendar: calendar, number: number, strength: strength)), spellings)
        }
    }
}
