import ArabicText
import Corpus

/// Says which names of a document name the same thing, and by which name it goes.
///
/// Longer forms found things first; a shorter form then joins the thing whose name holds it: a person by the last part
/// of the name before the first, the nearest before where two would do; an institution or place where its words stand in
/// the longer name in order. What the lists know as two things stays two.
struct EntityResolver {
    let text: TaggableText
    let names: [FoundName]
    let knowledge: Knowledge

    /// A thing, by the places of its forms.
    private struct Thing {
        var type: EntityType
        var forms: [Int]
        var reference: UInt32?
        var order: Int
    }

    func layer() -> EntityLayer {
        let forms = forms()
        var things: [Thing] = []
        var thingOfMention = [Int](repeating: 0, count: names.count)
        let order = forms.indices.sorted { (forms[$0].parts.count, forms[$1].mentions[0]) > (forms[$1].parts.count, forms[$0].mentions[0]) }
        for index in order {
            let form = forms[index]
            if form.type == .person, form.parts.count == 1 {
                joinShort(index, forms, &things, &thingOfMention)
            } else {
                let thing = things.indices.first { belongs(form, to: things[$0], forms) } ?? things.count
                add(index, form.mentions, to: thing, forms, &things, &thingOfMention)
            }
        }
        return layer(forms, things, thingOfMention)
    }

    /// The different forms, in order of their first mention.
    private func forms() -> [NameForm] {
        var forms: [NameForm] = []
        var places: [[WordKey]: [Int]] = [:]
        for (index, name) in names.enumerated() {
            if let place = places[name.words]?.first(where: { forms[$0].type == name.type }) {
                forms[place].mentions.append(index)
                continue
            }
            var form = NameForm(words: name.words, type: name.type, surface: surface(name), mentions: [index])
            form.parts = name.type == .person ? NameParts.parts(of: name.words.filter { !$0.isHash }) : NameForm.stems(of: name.words.filter { !$0.isHash })
            form.references = knowledge.entries(name.words, name.type)
            places[name.words, default: []].append(forms.count)
            forms.append(form)
        }
        return forms
    }

    /// A name's text with the article that `لل` swallowed and without line breaks.
    private func surface(_ name: FoundName) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.text.scalars[name.span.range] where !(scalar.properties.isWhitespace && scalars.last == " ") {
            scalars.append(scalar.properties.isWhitespace ? " " : scalar)
        }
        let first = text.tokens[name.tokens.lowerBound]
        let own = WordKey(text.text.scalars[name.span.start..<max(name.span.start, min(first.end, name.span.end))])
        let swallowed = own != name.words[0] && name.words[0].hasPrefix("ال") && own.hasPrefix("ل")
        return (swallowed ? "\u{627}" : "") + String(scalars)
    }

    // MARK: Joining

    /// Whether a form of several words names a thing that is already there.
    private func belongs(_ form: NameForm, to thing: Thing, _ forms: [NameForm]) -> Bool {
        guard thing.type == form.type else { return false }
        if let reference = thing.reference, !form.references.isEmpty {
            return form.references.contains(reference)
        }
        return thing.forms.contains { other in
            let full = forms[other]
            if form.type == .person { return isSamePerson(form.parts, full.parts) }
            if full.parts == form.parts { return true }
            guard full.parts.count > form.parts.count, form.references.isEmpty, !form.parts.isEmpty else { return false }
            if form.type == .location { return full.parts.starts(with: form.parts) || Array(full.parts.suffix(form.parts.count)) == form.parts }
            return NameForm.contains(full.parts, form.parts)
        }
    }

    /// Whether two names of two parts or more can be one person's: the first and the last part agree, and what the shorter
    /// one has besides stands in the longer.
    private func isSamePerson(_ left: [WordKey], _ right: [WordKey]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard let first = short.first, let last = short.last, short.count > 1 else { return false }
        if NameForm.contains(long.map(NameParts.bare), short.map(NameParts.bare)) { return true }
        guard isSameWord(first, long[0]), isSameWord(last, long[long.count - 1]) else { return false }
        return short.count < 3 || short.count == long.count && zip(short, long).allSatisfy(isSameWord)
    }

    /// Whether two parts are spellings of one. Two given names that the lists know are two.
    private func isSameWord(_ left: WordKey, _ right: WordKey) -> Bool {
        let a = NameParts.bare(left), b = NameParts.bare(right)
        if a == b { return true }
        guard min(a.count, b.count) >= 4, NameDistance.between(a, b) <= 0.10 else { return false }
        return knowledge.lexicon[left] & WordLexicon.anyGiven == 0 || knowledge.lexicon[right] & WordLexicon.anyGiven == 0
    }

    /// Joins each mention of a person's one-part name with the person it fits best.
    private func joinShort(_ index: Int, _ forms: [NameForm], _ things: inout [Thing], _ thingOfMention: inout [Int]) {
        let form = forms[index]
        var alone: [Int] = []
        for mention in form.mentions {
            var best: (thing: Int, score: Int, distance: Int)?
            for (thing, candidate) in things.enumerated() where candidate.type == .person {
                let score = candidate.forms.map { fit(form, forms[$0]) }.max() ?? 0
                guard score > 0 else { continue }
                let near = candidate.forms.flatMap { forms[$0].mentions }.map { $0 <= mention ? mention - $0 : 100_000 + $0 - mention }.min() ?? 0
                if best == nil || score > best!.score || (score == best!.score && near < best!.distance) { best = (thing, score, near) }
            }
            if let best {
                add(index, [mention], to: best.thing, forms, &things, &thingOfMention)
            } else {
                alone.append(mention)
            }
        }
        if !alone.isEmpty { add(index, alone, to: things.count, forms, &things, &thingOfMention) }
    }

    /// How well a one-part name fits a full one: by its last part, its first, another, each exactly or by its spelling.
    private func fit(_ form: NameForm, _ full: NameForm) -> Int {
        guard let part = form.parts.first else { return 0 }
        let bare = NameParts.bare(part)
        for (place, other) in full.parts.enumerated().reversed() {
            let rank = place == full.parts.count - 1 ? 6 : place == 0 ? 4 : 2
            if NameParts.bare(other) == bare { return rank }
        }
        if let last = full.parts.last, isSameWord(part, last) { return full.parts.count == 1 ? 1 : 5 }
        return full.parts.count > 1 && isSameWord(part, full.parts[0]) ? 3 : 0
    }

    private func add(_ index: Int, _ mentions: [Int], to thing: Int, _ forms: [NameForm], _ things: inout [Thing], _ thingOfMention: inout [Int]) {
        if thing == things.count { things.append(Thing(type: forms[index].type, forms: [], order: mentions[0])) }
        if !things[thing].forms.contains(index) { things[thing].forms.append(index) }
        things[thing].reference = things[thing].reference ?? forms[index].references.first
        things[thing].order = min(things[thing].order, mentions[0])
        for mention in mentions { thingOfMention[mention] = thing }
    }

    // MARK: The layer

    private func layer(_ forms: [NameForm], _ things: [Thing], _ thingOfMention: [Int]) -> EntityLayer {
        var layer = EntityLayer()
        let order = things.indices.sorted { things[$0].order < things[$1].order }
        var numbers = [Int](repeating: 0, count: things.count)
        for (number, place) in order.enumerated() {
            let thing = things[place]
            numbers[place] = number
            let full = thing.forms.max { left, right in
                let a = forms[left], b = forms[right]
                return (a.words.count, a.mentions.count, b.mentions[0]) < (b.words.count, b.mentions.count, a.mentions[0])
            }!
            let name = forms[full].surface
            let aliases = Set(thing.forms.map { forms[$0].surface }).subtracting([name]).sorted()
            var entity = Entity(id: "e\(number + 1)", name: name, type: thing.type, aliases: aliases)
            entity.reference = thing.reference.map { knowledge.references[Int($0 / 4)] }
            layer.entities.append(entity)
        }
        for (index, name) in names.enumerated() {
            let entity = layer.entities[numbers[thingOfMention[index]]]
            layer.mentions.append(EntityMention(name.span, name.type, name: entity.name, entity: entity.id))
        }
        return layer
    }
}
