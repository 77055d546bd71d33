/// Gives each word a number from 0 in the order of first appearance, and finds it again fast.
///
/// The dictionary of hot loops: one probe of a flat table, no hashing of bytes.
public struct WordNumbers: Sendable {
    private var keys: [WordKey] = []
    /// Number plus one; 0 where free.
    private var slots: [Int32]
    private var mask: Int

    /// - Parameter capacity: words expected; more are taken too.
    public init(capacity: Int = 16) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        mask = size - 1
        keys.reserveCapacity(capacity)
    }

    /// The number of distinct words.
    public var count: Int { keys.count }

    /// The word's number, or -1 for a word that has none.
    public func number(of key: WordKey) -> Int32 {
        slots.withUnsafeBufferPointer { slots in keys.withUnsafeBufferPointer { Self.find(key, slots, $0, mask).number } }
    }

    /// The word's number, a new one for a new word.
    public mutating func add(_ key: WordKey) -> Int32 {
        let found = slots.withUnsafeBufferPointer { slots in keys.withUnsafeBufferPointer { Self.find(key, slots, $0, mask) } }
        if found.number >= 0 { return found.number }
        keys.append(key)
        slots[found.slot] = Int32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return Int32(keys.count - 1)
    }

    /// The numbers of many tokens' words; -1 for other tokens and for words that have none.
    public func numbers(of tokens: [Token]) -> [Int32] {
        slots.withUnsafeBufferPointer { slots in
            keys.withUnsafeBufferPointer { keys in
                tokens.map { $0.kind == .word ? Self.find($0.key, slots, keys, mask).number : -1 }
            }
        }
    }

    @inline(__always)
    private static func find(_ key: WordKey, _ slots: UnsafeBufferPointer<Int32>, _ keys: UnsafeBufferPointer<WordKey>, _ mask: Int) -> (number: Int32, slot: Int) {
        var slot = Int(truncatingIfNeeded: key.stableHash) & mask
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if keys[Int(number)] == key { return (number, slot) }
            slot = (slot + 1) & mask
        }
        return (-1, slot)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        mask = slots.count - 1
        for (number, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: key.stableHash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number + 1)
        }
    }
}
