public import IsnadWire

/// A look at the scheduler, sorted by name.
extension Scheduler {
    public struct GroupStatus: Hashable, Sendable {
        public var name: String
        public var isDurable: Bool
        public var writes: String?
        public var version: String?
        public var workers: Int
        public var waiting: Int
        public var ready: Int
        public var leased: Int
        public var pausedFor: String?
    }

    /// The manifests of the groups whose workers have come, sorted by plugin.
    public var manifests: [Manifest] {
        groups.compactMap(\.manifest).sorted { $0.plugin < $1.plugin }
    }

    /// Every group, with how many documents wait for layers, wait for a worker, and are with one.
    public var groupStatus: [GroupStatus] {
        groups.sorted { $0.name < $1.name }.map { group in
            let ready = group.ready.count + group.suspects.count + group.last.count + group.delayed.count + group.held.count
            return GroupStatus(
                name: group.name, isDurable: group.isDurable, writes: group.manifest?.writes, version: group.manifest?.version,
                workers: group.sessions.count, waiting: group.waitingCount, ready: ready, leased: group.leasedCount,
                pausedFor: group.pausedFor)
        }
    }
}
