import IsnadWire

/// What always holds between two events. Slow: for tests, and for debug builds that want to be sure.
extension Scheduler {
    /// The first broken invariant, in words; `nil` while all hold.
    package func brokenInvariant() -> String? {
        if !touched.isEmpty { return "groups \(touched) were left to be looked at" }
        let byteCount = documents.values.reduce(0) { $0 + $1.byteCount }
        if byteCount != bytesInFlight { return "\(bytesInFlight) bytes counted in flight, the documents have \(byteCount)" }
        if leases.count != groups.reduce(0, { $0 + $1.leasedCount }) { return "\(leases.count) leases, but the groups count others" }
        if heldCount != groups.reduce(0, { $0 + $1.held.count }) { return "\(heldCount) documents are counted as held back" }
        for group in groups.indices { if let broken = brokenInvariant(ofGroup: group) { return "group \(groups[group].name): \(broken)" } }
        for (number, session) in sessions { if let broken = brokenInvariant(of: session, number) { return "session \(number.rawValue): \(broken)" } }
        for (number, document) in documents {
            if document.stages.count != groups.count { return "document \(number.rawValue) has \(document.stages.count) stages" }
            if isAcknowledged(number) { return "document \(number.rawValue) is done and in flight" }
            for group in groups.indices {
                if let broken = brokenInvariant(of: document, number, in: group) { return "document \(number.rawValue) in \(groups[group].name): \(broken)" }
            }
        }
        return nil
    }

    private func brokenInvariant(ofGroup index: GroupIndex) -> String? {
        let group = groups[index]
        let queued = group.ready.count + group.suspects.count + group.last.count + group.delayed.count + group.held.count
        if queued + group.waitingCount + group.leasedCount + group.doneCount != documents.count { return "its counts do not add up" }
        let open = group.sessions.compactMap { sessions[$0]?.slot }.sorted()
        if open != Array(group.open.all) { return "its list of open sessions is not what its sessions say" }
        if let emptying = group.emptying {
            guard let session = sessions[emptying], session.isUsable, !session.isAlone else { return "it empties a session of no use" }
        }
        if let first = group.delayed.first, due.map({ $0 > first.until }) ?? true { return "nobody looks at its delayed documents" }
        guard !isDraining, group.pausedFor == nil, group.manifest != nil else { return nil }
        if group.canSettle { return "it holds documents back for ever" }
        if !group.suspects.isEmpty {
            if group.open.first?.holdingCount == 0 { return "a suspect waits beside a free worker" }
            if group.emptying == nil, group.sessions.contains(where: { sessions[$0]!.isUsable && !sessions[$0]!.isAlone }) { return "no worker is emptied for a suspect" }
        }
        if let first = group.ready.first, documents[first]!.stages[index].failedBy.isEmpty,
           group.open.all.contains(where: { sessions[$0.session]!.hasRoom(forBytes: documents[first]!.byteCount) }) {
            return "document \(first.rawValue) waits beside a worker with credit"
        }
        return nil
    }

    private func brokenInvariant(of session: Session, _ number: SessionNumber) -> String? {
        if !groups[session.group].sessions.contains(number) { return "its group does not know it" }
        if session.bytesHeld != session.holding.values.reduce(0, { $0 + $1.byteCount }) { return "its bytes are counted wrongly" }
        if session.slot != nil, !session.isUsable || session.isAlone || session.holding.count >= session.documentsMax { return "it is open without credit" }
        if session.slot == nil, session.isUsable, !session.isAlone, session.holding.count < session.documentsMax,
           groups[session.group].emptying != number { return "it has credit and is not open" }
        if let slot = session.slot, slot.holdingCount != session.holding.count { return "its place in the list is wrong" }
        if session.isAlone, session.holding.count != 1 { return "it is alone with \(session.holding.count) deliveries" }
        if session.isStalled, session.holding.keys.contains(where: { leases[$0] != nil }) { return "it is stalled with live leases" }
        if session.failureStreak >= configuration.failureStreakMax, !session.isRetired { return "it fails at everything and goes on" }
        guard let due else { return "nobody listens for it" }
        if due > session.lastHeard + configuration.silenceMillisecondsMax || due > session.lastPinged + configuration.heartbeatMilliseconds {
            return "nobody notices its silence"
        }
        if !session.holding.isEmpty, !session.isStalled, due > session.lastProgress + configuration.leaseMilliseconds { return "nobody notices the end of its leases" }
        return nil
    }

    private func brokenInvariant(of document: DocumentState, _ number: DocumentNumber, in index: GroupIndex) -> String? {
        let group = groups[index]
        let stage = document.stages[index]
        if document.rejection != nil, !group.isDurable, stage.phase != .done { return "it is rejected and \(stage.phase)" }
        let isReadable = group.manifest != nil && (document.rejection != nil || group.reads(document.layers))
        switch stage.phase {
        case .waiting: return isReadable ? "it waits with all its layers" : nil
        case .ready: return isReadable && !stage.isSuspect ? nil : "it is ready too early"
        case .suspect: return isReadable && stage.isSuspect ? nil : "it is suspect without cause"
        case .last, .delayed: return isReadable ? nil : "it is tried again too early"
        case .held(_, let session):
            if group.isDurable, document.rejection != nil { return "a durable group holds a rejected document back" }
            guard let session else { return nil }
            return sessions[session]?.held.contains(number) ?? false ? nil : "it is held back by nobody"
        case .leased(let delivery):
            guard let lease = leases[delivery] else { return "its lease is not known" }
            if lease.document != number || lease.group != group.name { return "its lease is another document's" }
            guard let session = sessions[lease.session], session.holding[delivery] != nil else { return "its lease is held by nobody" }
            if stage.isSuspect, !session.isAlone { return "a suspect has company" }
            return nil
        case .done: return nil
        }
    }
}
