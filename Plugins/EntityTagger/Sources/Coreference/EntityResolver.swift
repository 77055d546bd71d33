import ArabicText
import Corpus

/// Says which names of a document name the same thing, and by which name it goes.
struct EntityResolver {
    let text: TaggableText
    let names: [FoundName]

    func layer() -> EntityLayer {
        var layer = EntityLayer()
        var ids: [String: Int] = [:]
        for name in names {
            let surface = text.text[name.span]
            let key = name.type.rawValue + name.words.map(\.description).joined(separator: " ")
            let index = ids[key] ?? layer.entities.count
            if index == layer.entities.count {
                ids[key] = index
                layer.entities.append(Entity(id: "e\(index + 1)", name: surface, type: name.type))
            }
            layer.mentions.append(EntityMention(name.span, name.type, name: layer.entities[index].name, entity: layer.entities[index].id))
        }
        return layer
    }
}
