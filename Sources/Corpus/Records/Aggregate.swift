/// What no single document shows: the things, and the days, that several documents name.
///
/// Records are added in the order of their ids; the result depends on nothing but them.
public struct Aggregate {
    /// A thing named in one document or more.
    struct Thing {
        var type: EntityType
        var reference: String?
        /// How often each spelling of its name is canonical in a document.
        var names: [String: Int] = [:]
        var aliases: Set<String> = []
        var mentionCount = 0
        /// Documents that name it, in order, with its id there.
        var documents: [(document: String, entity: String)] = []
    }

    /// A temporal value and where it stands.
    struct Day {
        var type: DateType
        var mentions: [(document: String, mention: Int)] = []
    }

    private struct ThingKey: Hashable {
        var type: EntityType
        var name: String
    }

    private let rules: AggregateRules
    private var copies: [(document: String, original: String)] = []
    private var things: [ThingKey: Thing] = [:]
    private var days: [String: Day] = [:]
    private var counts: [String: Int] = ["documents": 0, "scalars": 0, "sentences": 0, "entityMentions": 0, "dateMentions": 0, "claims": 0, "chainedClaims": 0]

    public init(_ rules: AggregateRules) {
        self.rules = rules
    }

    /// Adds a record; ids must come in increasing order of their UTF-8.
    /// - Throws: `DecodingError` when one of the four standard layers is malformed.
    public mutating func add(_ record: CorpusRecord) throws {
        count("documents", 1)
        count("scalars", record.text.unicodeScalars.count)
        if let clean: CleanLayer = try record.layer() {
            count("sentences", clean.sentences.count)
            if let fingerprint = clean.fingerprint, let original = rules.original(fingerprint, record.id) { copies.append((record.id, original)) }
        }
        if let entities: EntityLayer = try record.layer() { add(entities, of: record.id) }
        if let dates: DateLayer = try record.layer() { add(dates, of: record.id) }
        if let claims: ClaimLayer = try record.layer() { add(claims) }
    }

    private mutating func add(_ layer: ClaimLayer) {
        count("claims", layer.claims.count)
        count("chainedClaims", layer.claims.count { $0.parent != nil })
    }

    private mutating func count(_ name: String, _ number: Int) {
        counts[name, default: 0] += number
    }

    private mutating func add(_ layer: EntityLayer, of document: String) {
        count("entityMentions", layer.mentions.count)
        let mentionCounts = Dictionary(grouping: layer.mentions.compactMap(\.entity)) { $0 }.mapValues(\.count)
        for entity in layer.entities {
            let key = ThingKey(type: entity.type, name: entity.reference ?? rules.nameKey(entity.name))
            var thing = things[key] ?? Thing(type: entity.type, reference: entity.reference)
            thing.names[entity.name, default: 0] += 1
            thing.aliases.formUnion(entity.aliases)
            thing.mentionCount += mentionCounts[entity.id] ?? 0
            thing.documents.append((document, entity.id))
            things[key] = thing
        }
    }

    private mutating func add(_ layer: DateLayer, of document: String) {
        count("dateMentions", layer.mentions.count)
        for (index, mention) in layer.mentions.enumerated() where mention.type == .date || mention.type == .time {
            guard mention.value.first?.isNumber == true else { continue }
            days[mention.value, default: Day(type: mention.type)].mentions.append((document, index))
        }
    }

    // MARK: JSON

    /// Counts over the whole corpus, as a JSON object.
    public func countsJSON(rejected: Int) -> [UInt8] {
        var all = counts
        all["people"] = things.values.count { $0.type == .person }
        all["organizations"] = things.values.count { $0.type == .organization }
        all["locations"] = things.values.count { $0.type == .location }
        all["otherNames"] = things.values.count { $0.type == .miscellaneous }
        all["dates"] = days.count
        all["rejected"] = rejected
        all["duplicates"] = copies.count
        var object = JSONObjectWriter()
        for (name, number) in all.sorted(by: { $0.key < $1.key }) { object.add(name, number) }
        return object.finished()
    }

    /// The things named, most documents first, as a JSON array.
    public var entitiesJSON: [UInt8] {
        let named = things.values.map { (name: Self.bestName($0.names), thing: $0) }
        let sorted = named.sorted { left, right in
            if left.thing.documents.count != right.thing.documents.count { return left.thing.documents.count > right.thing.documents.count }
            if left.thing.mentionCount != right.thing.mentionCount { return left.thing.mentionCount > right.thing.mentionCount }
            return (left.name, left.thing.type.rawValue, left.thing.reference ?? "") < (right.name, right.thing.type.rawValue, right.thing.reference ?? "")
        }
        return Self.array(sorted.map { name, thing in
            var object = JSONObjectWriter()
            object.add("name", name)
            object.add("type", thing.type.rawValue)
            object.add("reference", thing.reference)
            object.add("aliases", raw: Self.array(thing.aliases.union(thing.names.keys).subtracting([name]).sorted().map { RawJSON.quoted($0) }))
            object.add("mentions", thing.mentionCount)
            object.add("documents", raw: Self.array(thing.documents.map { document, entity in
                var place = JSONObjectWriter()
                place.add("document", document)
                place.add("entity", entity)
                return place.finished()
            }))
            return object.finished()
        })
    }

    /// The documents whose article another one has, too, with the first of those, as a JSON array in order of their ids.
    public var duplicatesJSON: [UInt8] {
        Self.array(copies.map { document, original in
            var object = JSONObjectWriter()
            object.add("document", document)
            object.add("duplicateOf", original)
            return object.finished()
        })
    }

    /// The days and times named, in order, as a JSON array.
    public var datesJSON: [UInt8] {
        Self.array(days.sorted { $0.key < $1.key }.map { value, day in
            var object = JSONObjectWriter()
            object.add("value", value)
            object.add("type", day.type.rawValue)
            object.add("mentions", raw: Self.array(day.mentions.map { document, mention in
                var place = JSONObjectWriter()
                place.add("document", document)
                place.add("mention", mention)
                return place.finished()
            }))
            return object.finished()
        })
    }

    /// The most frequent spelling, then the longest, then the first.
    private static func bestName(_ names: [String: Int]) -> String {
        names.max { left, right in
            (left.value, left.key.unicodeScalars.count, right.key) < (right.value, right.key.unicodeScalars.count, left.key)
        }?.key ?? ""
    }

    private static func array(_ elements: [[UInt8]]) -> [UInt8] {
        var out: [UInt8] = [UInt8(ascii: "[")]
        for (index, element) in elements.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            out += element
        }
        out.append(UInt8(ascii: "]"))
        return out
    }
}
