/// The parts of a person's name, as names are compared.
public enum NameParts {
    private static let joined: Set<WordKey> = ["عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ال", "ولد", "ذو", "بو", "ايت", "ود", "بني", "باي"]
    private static let spelled: [WordKey: WordKey] = ["ابن": "بن", "ابي": "ابو", "ابا": "ابو"]
    private static let silent: Set<WordKey> = ["بن", "بنت", "ولد"]

    /// The words of a name with those joined that make one part: `عبد` with what follows, `أبو`, `آل`, `بن` and the like.
    ///
    /// `ابن` and `بن`, `أبي` and `أبو` are made one, and `عبدالله` is the same as `عبد الله`.
    public static func parts(of words: [WordKey]) -> [WordKey] {
        var parts: [WordKey] = []
        var index = 0
        while index < words.count {
            let word = spelled[words[index]] ?? words[index]
            if joined.contains(word), index + 1 < words.count {
                // The filiation itself is left out: some desks write it, some don't.
                parts.append(silent.contains(word) ? words[index + 1] : WordKey(word.description + words[index + 1].description))
                index += 2
            } else {
                parts.append(word)
                index += 1
            }
        }
        return parts
    }

    /// A part without its article, which desks write or leave out: `الحويطات` and `حويطات`.
    public static func bare(_ part: WordKey) -> WordKey {
        part.hasPrefix("ال") && part.count > 4 ? part.dropFirst(2) : part
    }
}
