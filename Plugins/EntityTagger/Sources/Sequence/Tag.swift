import Corpus

/// What one word is to a name: outside of it, its beginning, or inside it.
enum Tag {
    /// Number of tags: `O`, and `B` and `I` of each type.
    static let count = 9
    static let outside: UInt8 = 0

    static func begin(_ type: EntityType) -> UInt8 { UInt8(1 + 2 * type.place) }
    static func inside(_ type: EntityType) -> UInt8 { UInt8(2 + 2 * type.place) }

    static func isBegin(_ tag: UInt8) -> Bool { tag & 1 == 1 }
    static func isInside(_ tag: UInt8) -> Bool { tag != 0 && tag & 1 == 0 }
    /// The type of a name's tag.
    static func type(_ tag: UInt8) -> EntityType? { tag == 0 ? nil : EntityType.ordered[Int(tag - 1) / 2] }

    /// Whether a tag may stand after another; `nil` is a sentence's start.
    static func allows(_ previous: UInt8?, _ next: UInt8) -> Bool {
        guard isInside(next) else { return true }
        guard let previous, previous != outside else { return false }
        return (previous - 1) / 2 == (next - 1) / 2
    }

    /// The tag as CoNLL files spell it.
    static func name(_ tag: UInt8) -> String {
        guard let type = type(tag) else { return "O" }
        return (isBegin(tag) ? "B-" : "I-") + type.rawValue
    }

    /// The tag that a CoNLL file spells.
    static func named(_ name: some StringProtocol) -> UInt8? {
        if name == "O" { return outside }
        guard let type = EntityType(rawValue: String(name.dropFirst(2))) else { return nil }
        return name.hasPrefix("B-") ? begin(type) : name.hasPrefix("I-") ? inside(type) : nil
    }
}

extension EntityType {
    /// The types in the order of their tags.
    static let ordered: [EntityType] = [.person, .organization, .location, .miscellaneous]

    var place: Int {
        switch self {
        case .person: 0
        case .organization: 1
        case .location: 2
        case .miscellaneous: 3
        }
    }
}
