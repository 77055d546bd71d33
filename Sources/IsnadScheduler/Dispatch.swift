import IsnadWire

extension Scheduler {
    /// Hands a group's documents to its workers as far as their credit reaches.
    mutating func dispatch(_ name: String) {
        defer { settleHeld(name, brokenBy: nil) }
        guard !isDraining, let group = groups[name], group.manifest != nil, group.pausedFor == nil else { return }
        dispatchSuspect(name)
        while let number = groups[name]!.ready.first {
            guard let session = freest(of: name, forBytes: documents[number]!.byteCount) else { return }
            _ = groups[name]!.ready.popFirst()
            deliver(number, to: session, of: name)
        }
    }

    /// A suspect goes to a session that holds nothing else, and gets nothing else until it has answered.
    private mutating func dispatchSuspect(_ name: String) {
        guard let suspect = groups[name]!.suspects.first else { return }
        if groups[name]!.quarantine == nil {
            groups[name]!.quarantine = groups[name]!.sessions.sorted()
                .filter { sessions[$0]!.documentsMax > 0 && !sessions[$0]!.isStalled }
                .min { sessions[$0]!.holding.count < sessions[$1]!.holding.count }
        }
        guard let session = groups[name]!.quarantine, sessions[session]!.holding.isEmpty, sessions[session]!.documentsMax > 0 else { return }
        _ = groups[name]!.suspects.popFirst()
        deliver(suspect, to: session, of: name)
    }

    /// The session with credit that holds the least.
    private func freest(of name: String, forBytes byteCount: Int) -> SessionNumber? {
        let group = groups[name]!
        var best: (session: SessionNumber, count: Int)?
        for session in group.sessions where session != group.quarantine && sessions[session]!.hasCredit(forBytes: byteCount) {
            let count = sessions[session]!.holding.count
            if best == nil || (count, session) < (best!.count, best!.session) { best = (session, count) }
        }
        return best?.session
    }

    private mutating func deliver(_ number: DocumentNumber, to session: SessionNumber, of name: String) {
        let document = documents[number]!
        let manifest = groups[name]!.manifest!
        lastDelivery += 1
        let delivery = Delivery(
            number: DeliveryNumber(lastDelivery), document: number, session: session, group: name,
            attempt: document.groups[name]!.deliveries + 1,
            layers: document.rejection == nil ? manifest.reads + manifest.wants.filter(document.layers.contains) : [],
            rejection: document.rejection, deadline: now + configuration.leaseMilliseconds)
        if sessions[session]!.holding.isEmpty { sessions[session]!.lastProgress = now }
        sessions[session]!.holding[delivery.number] = document.byteCount
        sessions[session]!.bytesHeld += document.byteCount
        leases[delivery.number] = delivery
        groups[name]!.leasedCount += 1
        documents[number]!.groups[name]!.phase = .leased(delivery.number)
        documents[number]!.groups[name]!.deliveries += 1
        actions.append(.deliver(delivery))
    }

    // MARK: Time

    /// Ends leases and sessions whose time is over, asks the silent for a sign of life, and brings delayed documents back.
    mutating func tick() {
        for number in sessions.keys.sorted() {
            guard let session = sessions[number] else { continue }
            if session.lastHeard + configuration.silenceMillisecondsMax <= now {
                leave(number, reason: "silent for \(configuration.silenceMillisecondsMax / 1000) s", blame: true)
                continue
            }
            if session.lastPinged + configuration.heartbeatMilliseconds <= now {
                sessions[number]!.lastPinged = now
                actions.append(.ping(number))
            }
            if !session.holding.isEmpty, !session.isStalled, session.lastProgress + configuration.leaseMilliseconds <= now {
                stall(number)
            }
        }
        for name in groups.keys.sorted() {
            let due = groups[name]!.delayed.filter { isDue($0, in: name) }.sorted()
            for number in due { bringBack(number, in: name) }
            if !due.isEmpty { dispatch(name) }
        }
    }

    private func isDue(_ number: DocumentNumber, in name: String) -> Bool {
        if case .delayed(let until, _)? = documents[number]?.groups[name]?.phase { return until <= now }
        return false
    }

    private mutating func bringBack(_ number: DocumentNumber, in name: String) {
        guard case .delayed(_, let suspect)? = documents[number]?.groups[name]?.phase else { return }
        groups[name]!.delayed.remove(number)
        queue(number, in: name, suspect: suspect)
    }

    /// Makes a document wait for its next delivery to a group.
    mutating func queue(_ number: DocumentNumber, in name: String, suspect: Bool) {
        documents[number]!.groups[name]!.phase = suspect ? .suspect : .ready
        if suspect { groups[name]!.suspects.insert(number) } else { groups[name]!.ready.insert(number) }
    }

    /// A worker that is alive but has not answered in time loses its leases; nothing more goes to it until it answers.
    private mutating func stall(_ number: SessionNumber) {
        sessions[number]!.isStalled = true
        let name = sessions[number]!.group
        if groups[name]!.quarantine == number { groups[name]!.quarantine = nil }
        let ended = sessions[number]!.holding.keys.sorted().compactMap { leases[$0] }
        for lease in ended {
            leases[lease.number] = nil
            groups[name]!.leasedCount -= 1
            actions.append(.cancel(number, lease.number, reason: "the lease ended without an answer"))
        }
        for lease in ended { suspect(lease, alone: ended.count == 1, reason: "did not answer in time") }
        dispatch(name)
    }

    // MARK: Sessions

    /// Admits a worker to its plugin's group, or refuses it.
    mutating func join(_ number: SessionNumber, _ manifest: Manifest) {
        precondition(sessions[number] == nil, "a session number is used once")
        if let problem = problem(of: manifest) {
            actions.append(.refuse(number, problem.code, reason: problem.reason))
            return
        }
        let name = manifest.plugin
        var group = groups[name] ?? Group(name: name, isDurable: false)
        let isNew = group.manifest != manifest
        group.manifest = manifest
        group.sessions.insert(number)
        groups[name] = group
        sessions[number] = Session(group: name, lastHeard: now, lastPinged: now, lastProgress: now)
        actions.append(.welcome(number))
        resume(name)
        if isNew { for document in documents.keys.sorted() { advance(document) } }
    }

    private func problem(of manifest: Manifest) -> (code: ErrorCode, reason: String)? {
        if let reason = manifest.problem { return (.manifestInvalid, reason) }
        if let known = groups[manifest.plugin], let before = known.manifest, before != manifest, !known.sessions.isEmpty {
            return (.manifestConflict, "group \(manifest.plugin) runs version \(before.version) (reads \(before.reads), writes \(before.writes ?? "nothing")); stop its workers before starting another")
        }
        if let layer = manifest.writes,
           let other = groups.values.filter({ $0.name != manifest.plugin && $0.manifest?.writes == layer && !$0.sessions.isEmpty }).map(\.name).min() {
            return (.layerTaken, "layer \(layer) is written by \(other)")
        }
        return nil
    }

    /// Ends a session; what it held is delivered again.
    /// - Parameter blame: whether its documents are suspected of having ended it.
    mutating func leave(_ number: SessionNumber, reason: String, blame: Bool) {
        guard let session = sessions.removeValue(forKey: number) else { return }
        let name = session.group
        groups[name]!.sessions.remove(number)
        if groups[name]!.quarantine == number { groups[name]!.quarantine = nil }
        actions.append(.end(number, reason: reason))
        let ended = session.holding.keys.sorted().compactMap { leases[$0] }
        for lease in ended {
            leases[lease.number] = nil
            groups[name]!.leasedCount -= 1
        }
        for lease in ended {
            if blame {
                suspect(lease, alone: ended.count == 1, reason: "ended while it worked on it (\(reason))")
            } else {
                queue(lease.document, in: name, suspect: false)
            }
        }
        dispatch(name)
    }
}
