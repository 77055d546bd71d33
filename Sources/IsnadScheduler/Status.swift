import IsnadWire

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

    /// Every group, with how many documents wait for layers, wait for a worker, and are with one.
    public var groupStatus: [GroupStatus] {
        groups.keys.sorted().map { name in
            let group = groups[name]!
            let ready = group.ready.count + group.suspects.count + group.delayed.count + group.held.count
            let waiting = documents.values.count { document in
                switch document.groups[name]?.phase ?? .waiting {
                case .waiting: document.rejection == nil || group.isDurable
                default: false
                }
            }
            return GroupStatus(name: name, isDurable: group.isDurable, writes: group.manifest?.writes, version: group.manifest?.version,
                               workers: group.sessions.count, waiting: waiting, ready: ready, leased: group.leasedCount,
                               pausedFor: group.pausedFor)
        }
    }
}
