import ArabicText

/// Phrases of words, found by walking word by word; each end of a phrase carries a list of values.
///
/// Edges live in one open-addressing table of (parent, word) hashes, so that a trie of a file is its arrays.
struct PhraseTrie: Sendable {
    /// Hash of the parent and the word, 0 for an empty slot.
    private(set) var edgeKeys: [UInt64]
    private(set) var edgeChildren: [UInt32]
    /// For each node, where its values begin; one more at the end.
    private(set) var valueStarts: [UInt32]
    private(set) var values: [UInt32]

    static let root: UInt32 = 0
    static let empty = PhraseTrie(phrases: [])

    /// A trie of phrases and their values.
    init(phrases: [(words: [WordKey], value: UInt32)]) {
        var children: [UInt64: UInt32] = [:]
        var nodeValues: [[UInt32]] = [[]]
        for phrase in phrases where !phrase.words.isEmpty {
            var node = Self.root
            for word in phrase.words {
                let key = Self.edge(node, word)
                if let child = children[key] {
                    node = child
                } else {
                    node = UInt32(nodeValues.count)
                    children[key] = node
                    nodeValues.append([])
                }
            }
            if !nodeValues[Int(node)].contains(phrase.value) { nodeValues[Int(node)].append(phrase.value) }
        }
        var capacity = 16
        while capacity * 2 < children.count * 3 { capacity *= 2 }
        edgeKeys = [UInt64](repeating: 0, count: capacity)
        edgeChildren = [UInt32](repeating: 0, count: capacity)
        for (key, child) in children.sorted(by: { $0.value < $1.value }) {
            var slot = Int(key & UInt64(capacity - 1))
            while edgeKeys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            edgeKeys[slot] = key
            edgeChildren[slot] = child
        }
        valueStarts = [0]
        values = []
        for list in nodeValues {
            values.append(contentsOf: list)
            valueStarts.append(UInt32(values.count))
        }
    }

    /// A trie as its arrays, which a file held.
    init?(edgeKeys: [UInt64], edgeChildren: [UInt32], valueStarts: [UInt32], values: [UInt32]) {
        let nodes = valueStarts.count - 1
        guard edgeKeys.count == edgeChildren.count, edgeKeys.count.nonzeroBitCount == 1, nodes >= 1,
              edgeKeys.contains(0), edgeChildren.allSatisfy({ $0 < nodes }), valueStarts.first == 0,
              valueStarts.last == UInt32(values.count), zip(valueStarts, valueStarts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { return nil }
        self.edgeKeys = edgeKeys
        self.edgeChildren = edgeChildren
        self.valueStarts = valueStarts
        self.values = values
    }

    /// The node after a word, or `nil` where no phrase goes on.
    @inline(__always)
    func child(of node: UInt32, _ word: WordKey) -> UInt32? {
        let key = Self.edge(node, word)
        let mask = edgeKeys.count - 1
        var slot = Int(key & UInt64(mask))
        while edgeKeys[slot] != 0 {
            if edgeKeys[slot] == key { return edgeChildren[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The values of the phrase that ends at a node; empty where none does.
    @inline(__always)
    func values(at node: UInt32) -> ArraySlice<UInt32> {
        values[Int(valueStarts[Int(node)])..<Int(valueStarts[Int(node) + 1])]
    }

    private static func edge(_ node: UInt32, _ word: WordKey) -> UInt64 {
        max(1, FeatureHash.of(UInt64(node) &+ 0x7E11, word.fingerprint))
    }
}
