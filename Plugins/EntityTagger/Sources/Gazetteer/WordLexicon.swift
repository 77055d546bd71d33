import ArabicText

/// What is known of single words: a set of flags for each.
struct WordLexicon: Sendable {
    private(set) var keys: [UInt64]
    private(set) var flags: [UInt32]

    static let maleName: UInt32 = 1
    static let femaleName: UInt32 = 2
    static let familyName: UInt32 = 4
    static let common: UInt32 = 8
    static let homonym: UInt32 = 16
    static let personPart: UInt32 = 32
    static let organizationPart: UInt32 = 64
    static let locationPart: UInt32 = 128
    static let miscellaneousPart: UInt32 = 256
    /// Flags of trigger classes begin here; see ``Knowledge/triggerClasses``.
    static let firstTrigger: UInt32 = 512
    static let triggerClassMax = 22
    static let anyGiven = maleName | femaleName
    static let names = maleName | femaleName | familyName | personPart | organizationPart | locationPart | miscellaneousPart

    init(_ words: [WordKey: UInt32]) {
        var capacity = 16
        while capacity * 2 < words.count * 3 { capacity *= 2 }
        keys = [UInt64](repeating: 0, count: capacity)
        flags = [UInt32](repeating: 0, count: capacity)
        for (key, value) in words.map({ (max(1, $0.key.fingerprint), $0.value) }).sorted(by: { $0.0 < $1.0 }) {
            var slot = Int(key & UInt64(capacity - 1))
            while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = key
            flags[slot] = value
        }
    }

    /// A lexicon as its arrays, which a file held.
    init?(keys: [UInt64], flags: [UInt32]) {
        guard keys.count == flags.count, keys.count.nonzeroBitCount == 1, keys.contains(0) else { return nil }
        self.keys = keys
        self.flags = flags
    }

    /// The flags of a word; 0 for one that is not listed.
    @inline(__always)
    subscript(_ word: WordKey) -> UInt32 {
        let key = max(1, word.fingerprint)
        let mask = keys.count - 1
        var slot = Int(key & UInt64(mask))
        while keys[slot] != 0 {
            if keys[slot] == key { return flags[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }
}
