import IsnadWire

/// Workers that come, give signs of life, and go.
extension Scheduler {
    /// Admits a worker to its plugin's group, or refuses it.
    mutating func join(_ number: SessionNumber, _ manifest: Manifest) {
        precondition(sessions[number] == nil, "a session number is used once")
        if let problem = problem(of: manifest) {
            actions.append(.refuse(number, problem.code, reason: problem.reason))
            return
        }
        let group = groupIndex[manifest.plugin] ?? addGroup(manifest.plugin)
        let before = groups[group].manifest
        groups[group].manifest = manifest
        groups[group].sessions.insert(number)
        sessions[number] = Session(group: group, lastHeard: now, lastPinged: now, lastProgress: now)
        expect(now + configuration.heartbeatMilliseconds)
        actions.append(.welcome(number))
        if before != manifest { reconsider(group) }
        resume(group)
    }

    private func problem(of manifest: Manifest) -> (code: ErrorCode, reason: String)? {
        if let reason = manifest.problem { return (.manifestInvalid, reason) }
        if sessions.count >= configuration.sessionCountMax { return (.busy, "\(sessions.count) workers have joined already") }
        if let known = groupIndex[manifest.plugin] {
            if let before = groups[known].manifest, before != manifest, !groups[known].sessions.isEmpty {
                return (.manifestConflict, "group \(manifest.plugin) runs version \(before.version) (reads \(before.reads), writes \(before.writes ?? "nothing")); stop its workers before starting another")
            }
        } else if groups.count >= configuration.groupCountMax {
            return (.limitExceeded, "\(groups.count) plugins are known already")
        }
        if let layer = manifest.writes,
           let other = groups.filter({ $0.name != manifest.plugin && $0.manifest?.writes == layer && !$0.sessions.isEmpty }).map(\.name).min() {
            return (.layerTaken, "layer \(layer) is written by \(other)")
        }
        return nil
    }

    mutating func addGroup(_ name: String) -> GroupIndex {
        var group = Group(name: name, isDurable: configuration.durableGroups.contains(name))
        for (number, document) in documents {
            let isOut = document.rejection != nil && !group.isDurable
            documents[number]!.stages.append(.init(phase: isOut ? .done : .waiting))
            if isOut { group.doneCount += 1 } else { group.waitingCount += 1 }
        }
        groups.append(group)
        groupIndex[name] = groups.count - 1
        return groups.count - 1
    }

    /// A group has another manifest than before: what its earlier version had not done is looked at anew, and so is what
    /// other groups may now be needed for.
    private mutating func reconsider(_ changed: GroupIndex) {
        findRequired()
        for number in documents.keys.sorted() {
            for group in groups.indices {
                let document = documents[number]!
                let isDone = document.stages[group].phase == .done
                if group == changed {
                    if isDone, groups[group].isDurable || document.rejection != nil { continue }
                    documents[number]!.stages[group] = .init(
                        phase: document.stages[group].phase, deliveries: document.stages[group].deliveries, isSuspect: document.stages[group].isSuspect)
                    move(number, in: group, to: .waiting)
                } else if isDone, document.rejection == nil, !groups[group].isDurable, groups[group].isRequired ?? true,
                          let written = groups[group].manifest?.writes, !document.layers.contains(written) {
                    move(number, in: group, to: .waiting)
                }
            }
            advance(number)
        }
    }

    /// Finds the groups that a durable one waits for, directly or not.
    private mutating func findRequired() {
        let durable = groups.filter(\.isDurable)
        guard durable.allSatisfy({ $0.manifest != nil }) else { return }
        var needed = Set(durable.flatMap { $0.manifest!.reads })
        var frontier = needed
        while !frontier.isEmpty {
            let more = Set(groups.compactMap(\.manifest).filter { $0.writes.map(frontier.contains) ?? false }.flatMap(\.reads))
            frontier = more.subtracting(needed)
            needed.formUnion(more)
        }
        for group in groups.indices {
            groups[group].isRequired = groups[group].isDurable || (groups[group].manifest?.writes.map(needed.contains) ?? false)
        }
    }

    mutating func hear(_ number: SessionNumber) {
        sessions[number]?.lastHeard = now
    }

    mutating func grant(_ number: SessionNumber, documents: Int, bytes: Int) {
        hear(number)
        guard let group = sessions[number]?.group else { return }
        sessions[number]!.documentsMax = min(max(0, documents), 1 << 20)
        sessions[number]!.bytesMax = max(0, bytes)
        list(number)
        touch(group)
    }

    /// The thread that computes says that it does: what waits behind the delivery is extended with it.
    mutating func extend(_ session: SessionNumber, _ delivery: DeliveryNumber) {
        guard leases[delivery]?.session == session else { return }
        sessions[session]!.lastProgress = now
        sessions[session]!.holding[delivery]!.since = now
        sessions[session]!.holding[delivery]!.answerCount = sessions[session]!.answerCount
    }

    /// Ends a session; what it held is delivered again.
    /// - Parameter blame: whether its documents are suspected of having ended it.
    mutating func leave(_ number: SessionNumber, reason: String, blame: Bool) {
        guard let session = sessions[number] else { return }
        actions.append(.end(number, reason: reason))
        let ended = session.holding.keys.sorted().compactMap { leases[$0] }
        for document in session.held { move(document, in: session.group, to: .last) }
        for lease in ended {
            if blame {
                suspect(lease, alone: session.holding.count == 1, reason: "ended while it worked on it (\(reason))")
            } else {
                queue(lease.document, in: session.group)
            }
        }
        if let slot = session.slot { groups[session.group].open.remove(slot) }
        if groups[session.group].emptying == number { groups[session.group].emptying = nil }
        groups[session.group].sessions.remove(number)
        sessions[number] = nil
        pauseIfNobodyIsFit(session.group)
        touch(session.group)
    }

    /// Takes back what never left.
    mutating func returnUndelivered(_ session: SessionNumber, _ delivery: DeliveryNumber) {
        guard let held = sessions[session]?.holding[delivery], let lease = leases[delivery] else { return }
        // It gets nothing more in the moments before its loss is reported.
        sessions[session]!.documentsMax = 0
        sessions[session]!.holding[delivery] = nil
        sessions[session]!.bytesHeld -= held.byteCount
        if sessions[session]!.holding.isEmpty { sessions[session]!.isAlone = false }
        list(session)
        queue(lease.document, in: sessions[session]!.group)
    }

    // MARK: Time

    /// Ends leases and sessions whose time is over, asks the silent for a sign of life, and brings delayed documents back.
    mutating func tick() {
        guard let due, due <= now else { return }
        self.due = nil
        for number in sessions.keys.sorted() { tick(number) }
        for group in groups.indices {
            while let first = groups[group].delayed.first, first.until <= now { queue(first.document, in: group) }
            if let first = groups[group].delayed.first { expect(first.until) }
        }
    }

    private mutating func tick(_ number: SessionNumber) {
        guard let session = sessions[number] else { return }
        let silenceEnd = session.lastHeard + configuration.silenceMillisecondsMax
        if silenceEnd <= now {
            leave(number, reason: "silent for \(configuration.silenceMillisecondsMax / 1000) s", blame: true)
            return
        }
        expect(silenceEnd)
        if session.lastPinged + configuration.heartbeatMilliseconds <= now {
            sessions[number]!.lastPinged = now
            actions.append(.ping(number))
        }
        expect(sessions[number]!.lastPinged + configuration.heartbeatMilliseconds)
        guard !session.holding.isEmpty, !session.isStalled else { return }
        let leaseEnd = session.lastProgress + configuration.leaseMilliseconds
        if leaseEnd <= now {
            stall(number)
        } else {
            expect(leaseEnd)
            forgo(number)
        }
    }

    /// A worker that is alive but has not answered in time loses its leases; nothing more goes to it until it has answered.
    private mutating func stall(_ number: SessionNumber) {
        let session = sessions[number]!
        sessions[number]!.isStalled = true
        list(number)
        let ended = session.holding.keys.sorted().compactMap { leases[$0] }
        for lease in ended {
            actions.append(.cancel(number, lease.number, reason: "the lease ended without an answer"))
            suspect(lease, alone: session.holding.count == 1, reason: "did not answer in time")
        }
    }

    /// A delivery that is older than a lease, while the worker has answered many that came later, is lost inside it.
    private mutating func forgo(_ number: SessionNumber) {
        let session = sessions[number]!
        let lost = session.holding.filter { _, held in
            held.since + configuration.leaseMilliseconds <= now && session.answerCount - held.answerCount > 2 * max(8, session.documentsMax)
        }
        for delivery in lost.keys.sorted() {
            guard let lease = leases[delivery] else { continue }
            actions.append(.cancel(number, delivery, reason: "\(session.answerCount) later deliveries were answered before it"))
            retry(lease, reason: "a worker lost the delivery", retryMilliseconds: nil, by: number)
        }
    }
}
