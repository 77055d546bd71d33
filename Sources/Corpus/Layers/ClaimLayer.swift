/// The `claims` layer: each proposition of the text that is ascribed to someone.
public struct ClaimLayer: Layer, Equatable {
    public static let name = "claims"

    /// Every attribution, in order of its cue.
    public var claims: [Claim]

    public init(claims: [Claim] = []) {
        self.claims = claims
    }
}

/// One attribution: a source, the cue that ascribes, and the content ascribed.
public struct Claim: Codable, Hashable, Sendable {
    /// Unique in the document, such as `c1`.
    public var id: String
    public var source: ClaimSource
    /// The ascribing verb or phrase alone.
    public var cue: Span
    /// The ascribed proposition; more than one span where it is split.
    public var content: [Span]
    public var mode: ClaimMode
    public var polarity: ClaimPolarity
    /// How the cue commits its source.
    public var strength: ClaimStrength?
    /// The `id` of the claim whose content holds this one: the previous link of the chain of transmission.
    public var parent: String?
    /// Indices into the `dates` layer's mentions that stand inside the content.
    public var dates: [Int]?
    /// Indices into the `entities` layer's mentions that stand inside the content.
    public var entities: [Int]?

    public init(id: String, source: ClaimSource, cue: Span, content: [Span], mode: ClaimMode = .indirect,
                polarity: ClaimPolarity = .assert, strength: ClaimStrength? = nil, parent: String? = nil,
                dates: [Int]? = nil, entities: [Int]? = nil) {
        self.id = id
        self.source = source
        self.cue = cue
        self.content = content
        self.mode = mode
        self.polarity = polarity
        self.strength = strength
        self.parent = parent
        self.dates = dates
        self.entities = entities
    }
}

/// Who a claim is ascribed to.
public struct ClaimSource: Codable, Hashable, Sendable {
    /// Canonical name, or the noun phrase of an unnamed source.
    public var name: String
    /// Where its noun phrase stands; absent when the subject is implicit.
    public var start: Int?
    public var end: Int?
    /// `true` for a source that no one could name; absent otherwise.
    public var unnamed: Bool?
    /// How many an unnamed source says they are (`عشرة مصادر`, ten sources: 10).
    public var count: Int?
    /// The `id` of the entity it is.
    public var entity: String?

    public init(name: String, span: Span? = nil, unnamed: Bool? = nil, count: Int? = nil, entity: String? = nil) {
        self.name = name
        start = span?.start
        end = span?.end
        self.unnamed = unnamed
        self.count = count
        self.entity = entity
    }

    public var span: Span? {
        guard let start, let end else { return nil }
        return Span(start, end)
    }
}

/// How much of the content stands in quotation marks.
public enum ClaimMode: String, Codable, Sendable, CaseIterable {
    /// All of it.
    case direct
    /// None of it.
    case indirect
    /// Part of it.
    case mixed
}

/// Whether the source asserts or denies the content.
public enum ClaimPolarity: String, Codable, Sendable, CaseIterable {
    case assert, deny
}

/// What kind of commitment the cue expresses.
public enum ClaimStrength: String, Codable, Sendable, CaseIterable {
    case assertion, confirmation, revelation, belief, doubt, warning, denial
}
