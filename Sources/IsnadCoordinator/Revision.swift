import IsnadWire

/// Which layers of a finished document are still what the plugins of today would write.
struct Revision {
    /// The layers that stay, with who wrote them.
    var kept: [String: String]

    /// - Parameters:
    ///   - recorded: which plugin and version wrote each layer.
    ///   - manifests: the plugins of today.
    ///   - durable: the groups that must have every document.
    /// - Returns: `nil` when nothing is stale.
    init?(recorded: [String: String], manifests: [Manifest], durable: Set<String>) {
        let writers = Dictionary(manifests.compactMap { manifest in manifest.writes.map { ($0, manifest) } }) { first, _ in first }
        var needed = Set(manifests.filter { durable.contains($0.plugin) }.flatMap(\.reads))
        var frontier = needed
        while !frontier.isEmpty {
            frontier = Set(frontier.compactMap { writers[$0] }.flatMap(\.reads)).subtracting(needed)
            needed.formUnion(frontier)
        }
        var stale = Set(needed.filter { layer in writers[layer].map { recorded[layer] != $0.provenance } ?? false })
        guard !stale.isEmpty else { return nil }
        // What was made from a stale layer is stale.
        while true {
            let more = Set(recorded.keys.filter { layer in
                !stale.contains(layer) && (writers[layer].map { !stale.isDisjoint(with: $0.reads + $0.wants) } ?? false)
            })
            if more.isEmpty { break }
            stale.formUnion(more)
        }
        kept = recorded.filter { !stale.contains($0.key) }
    }
}
