/// The `entities` layer: the names in the content blocks, and the things they name.
public struct EntityLayer: Layer, Equatable {
    public static let name = "entities"

    /// Every name, in order of the text; none overlaps another.
    public var mentions: [EntityMention]
    /// The things named, in order of their first mention.
    public var entities: [Entity]

    public init(mentions: [EntityMention] = [], entities: [Entity] = []) {
        self.mentions = mentions
        self.entities = entities
    }
}

/// One name in the text.
public struct EntityMention: Codable, Hashable, Sendable {
    public var start: Int
    public var end: Int
    public var type: EntityType
    /// The fullest form of this name in the document, without proclitics.
    public var name: String
    /// The `id` of the ``Entity`` it names.
    public var entity: String?

    public init(_ span: Span, _ type: EntityType, name: String, entity: String? = nil) {
        start = span.start
        end = span.end
        self.type = type
        self.name = name
        self.entity = entity
    }

    public var span: Span { Span(start, end) }
}

/// A thing that the document names once or more.
public struct Entity: Codable, Hashable, Sendable {
    /// Unique in the document, such as `e1`.
    public var id: String
    /// Its canonical name.
    public var name: String
    public var type: EntityType
    /// Its other forms in the document, sorted.
    public var aliases: [String]
    /// An identifier from a gazetteer, such as `city/damascus`.
    public var reference: String?

    public init(id: String, name: String, type: EntityType, aliases: [String] = [], reference: String? = nil) {
        self.id = id
        self.name = name
        self.type = type
        self.aliases = aliases
        self.reference = reference
    }
}

/// The kinds of named things.
public enum EntityType: String, Codable, Sendable, CaseIterable {
    case person = "PER"
    case organization = "ORG"
    case location = "LOC"
    /// Events, works, prizes, laws, languages.
    case miscellaneous = "MISC"
}
