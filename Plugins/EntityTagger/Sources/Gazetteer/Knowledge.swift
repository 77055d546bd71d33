import ArabicText
import Corpus

/// What is known before any text is read: lists of names, of words in names, and of words that announce names.
struct Knowledge: Sendable {
    /// Phrases that are names; a value is four times the entry's index plus the type's place.
    var names: PhraseTrie
    /// Phrases of several words that announce names; a value is the trigger class.
    var triggers: PhraseTrie
    /// Flags of single words.
    var lexicon: WordLexicon
    /// Names of the trigger classes, in the order of their flags.
    var triggerClasses: [String]
    /// The reference of each entry, empty where the list gives none.
    var references: [String]
    /// The user's own names, as ``names``; their entries come after the others in ``references``.
    var userNames = PhraseTrie.empty

    static let empty = Knowledge(names: .empty, triggers: .empty, lexicon: WordLexicon([:]), triggerClasses: [], references: [])

    /// Adds the user's lists.
    mutating func add(user builder: KnowledgeBuilder) {
        let added = builder.build()
        let offset = UInt32(references.count * 4)
        references += added.references
        userNames = PhraseTrie(phrases: builder.phrases.map { ($0.words, $0.value + offset) })
    }

    /// The entries with a reference that a form of a type is, the user's first.
    func entries(_ words: [WordKey], _ type: EntityType) -> [UInt32] {
        [userNames, names].flatMap { trie -> [UInt32] in
            var node = PhraseTrie.root
            for word in words {
                guard let next = trie.child(of: node, word) else { return [] }
                node = next
            }
            return trie.values(at: node).filter { Int($0 & 3) == type.place && !references[Int($0 / 4)].isEmpty }
        }
    }

    /// The flag of a trigger class, 0 where no list has it.
    func flag(ofTrigger name: String) -> UInt32 {
        triggerClasses.firstIndex(of: name).map { WordLexicon.firstTrigger << UInt32($0) } ?? 0
    }
}

/// Collects the lists of names and builds a ``Knowledge``.
struct KnowledgeBuilder {
    private(set) var phrases: [(words: [WordKey], value: UInt32)] = []
    private var triggerPhrases: [(words: [WordKey], className: String)] = []
    private var flags: [WordKey: UInt32] = [:]
    private var wordTriggers: [(WordKey, String)] = []
    private var references: [String] = []
    /// Names to write into copies of training text, in the order of the lists.
    private(set) var substitutes = Substitutes()

    init() {}

    /// Adds a name under its canonical form and its aliases.
    mutating func add(name: String, type: EntityType, reference: String, aliases: [String]) {
        let value = UInt32(references.count * 4 + type.place)
        references.append(reference)
        for form in [name] + aliases {
            let words = Self.words(of: form)
            guard !words.isEmpty, words.count <= 12 else { continue }
            phrases.append((words, value))
            substitutes.add(name: form, type: type, wordCount: words.count)
            guard words.count > 1 || type == .person else { continue }
            for word in words where !word.isHash { flags[word, default: 0] |= Self.partFlags[type.place] }
        }
    }

    /// Adds flags to a word.
    mutating func add(word: String, flags added: UInt32) {
        let words = Self.words(of: word)
        if words.count == 1 {
            flags[words[0], default: 0] |= added
            substitutes.add(word: word, key: words[0], flags: added)
        } else if added & (WordLexicon.common | WordLexicon.homonym) == 0 {
            for word in words { flags[word, default: 0] |= added }
        }
    }

    /// Marks the listed names of one word that annotated text also has as plain words.
    mutating func learnHomonyms(_ documents: [GoldDocument]) {
        let listed = Set(phrases.filter { $0.words.count == 1 && $0.value & 3 != UInt32(EntityType.person.place) }.map { $0.words[0] })
        for document in documents {
            let text = TaggableText(document.text, sentences: document.sentences, lexicon: WordLexicon([:]))
            let tags = TrainingSet.tags(of: document, text)
            for (token, tag) in tags.enumerated() where tag == Tag.outside {
                let word = text.word(token)
                for candidate in word.candidates.prefix(2) where listed.contains(candidate.key) && (candidate.letterCount == 0 || candidate.key.hasPrefix("ال")) {
                    flags[candidate.key, default: 0] |= WordLexicon.homonym
                }
            }
        }
    }

    /// Adds a phrase that announces or surrounds names.
    mutating func add(trigger phrase: String, className: String) {
        let words = Self.words(of: phrase)
        if words.count == 1 {
            wordTriggers.append((words[0], className))
        } else if !words.isEmpty {
            triggerPhrases.append((words, className))
        }
    }

    func build() -> Knowledge {
        let classes = Array(Set(wordTriggers.map(\.1) + triggerPhrases.map(\.className)).sorted().prefix(WordLexicon.triggerClassMax))
        var flags = flags
        for (word, name) in wordTriggers {
            guard let index = classes.firstIndex(of: name) else { continue }
            flags[word, default: 0] |= WordLexicon.firstTrigger << UInt32(index)
        }
        let triggers = triggerPhrases.compactMap { phrase in
            classes.firstIndex(of: phrase.className).map { (words: phrase.words, value: UInt32($0)) }
        }
        return Knowledge(names: PhraseTrie(phrases: phrases), triggers: PhraseTrie(phrases: triggers),
                         lexicon: WordLexicon(flags), triggerClasses: classes, references: references)
    }

    private static let partFlags = [
        WordLexicon.personPart, WordLexicon.organizationPart, WordLexicon.locationPart, WordLexicon.miscellaneousPart,
    ]

    static func words(of phrase: String) -> [WordKey] {
        Tokenizer.tokens(of: ScalarText(phrase)).filter { $0.kind != .newline }.map(\.key)
    }
}
