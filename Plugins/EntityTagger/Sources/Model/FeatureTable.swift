/// The learned weights of features, found by the feature's hash.
///
/// An open-addressing table: the low half of the hash chooses the slot, the high half is its check.
struct FeatureTable: Sendable {
    /// High half of each slot's hash; 0 for an empty slot.
    private(set) var checks: [UInt32]
    /// Weights in units of ``unit``, ``Tag/count`` a slot.
    private(set) var weights: [Int8]

    /// What one step of a stored weight is worth.
    static let unit: Float = 1.0 / 32

    /// A table of features that are worth keeping.
    init(_ features: [(hash: UInt64, weights: ArraySlice<Float>)]) {
        let capacity = features.count * 6 / 5 + 16
        checks = [UInt32](repeating: 0, count: capacity)
        weights = [Int8](repeating: 0, count: capacity * Tag.count)
        for feature in features {
            var slot = Self.slot(feature.hash, capacity)
            while checks[slot] != 0 { slot = slot + 1 == capacity ? 0 : slot + 1 }
            checks[slot] = Self.check(feature.hash)
            for (tag, weight) in feature.weights.enumerated() {
                weights[slot * Tag.count + tag] = Int8(max(-127, min(127, (weight / Self.unit).rounded())))
            }
        }
    }

    /// A table as its arrays, which a file held.
    init?(checks: [UInt32], weights: [Int8]) {
        guard weights.count == checks.count * Tag.count, checks.contains(0) else { return nil }
        self.checks = checks
        self.weights = weights
    }

    @inline(__always)
    static func check(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash >> 32)) }

    /// Where the search for a hash begins: its low half scaled to the capacity.
    @inline(__always)
    private static func slot(_ hash: UInt64, _ capacity: Int) -> Int {
        // A shift binds more tightly than a product.
        Int(((hash & 0xFFFF_FFFF) &* UInt64(capacity)) >> 32)
    }

    /// Adds the weights of some features to the scores of one token, in units of ``unit``.
    @inline(__always)
    func add(_ features: [UInt64], to scores: UnsafeMutablePointer<Int32>) {
        let capacity = checks.count
        checks.withUnsafeBufferPointer { checks in
            weights.withUnsafeBufferPointer { weights in
                for hash in features {
                    let check = Self.check(hash)
                    var slot = Self.slot(hash, capacity)
                    while checks[slot] != 0 {
                        if checks[slot] == check {
                            let row = slot * Tag.count
                            for tag in 0..<Tag.count { scores[tag] += Int32(weights[row + tag]) }
                            break
                        }
                        slot = slot + 1 == capacity ? 0 : slot + 1
                    }
                }
            }
        }
    }
}
