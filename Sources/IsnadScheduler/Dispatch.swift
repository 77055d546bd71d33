import IsnadWire

extension Scheduler {
    /// Hands a group's documents to its workers as far as their credit reaches.
    mutating func dispatch(_ group: GroupIndex) {
        guard !isDraining, groups[group].manifest != nil, groups[group].pausedFor == nil else { return }
        while true {
            dispatchSuspects(group)
            if let number = groups[group].last.first, isTurnOfLast(group), documents[number]!.stages[group].isSuspect {
                move(number, in: group, to: .suspect)
            } else if let (number, session) = nextPair(of: group) {
                groups[group].turn &+= 1
                deliver(number, to: session, of: group)
            } else {
                return
            }
        }
    }

    /// What is tried last has one turn in sixteen while there is something else, so that a stream can't starve it.
    private func isTurnOfLast(_ group: GroupIndex) -> Bool {
        !groups[group].last.isEmpty && (groups[group].ready.isEmpty || groups[group].turn % 16 == 15)
    }

    /// The next document that a worker can take, and the worker. Only what waits for another worker than those that
    /// failed on it is overtaken, by a few.
    private func nextPair(of group: GroupIndex) -> (DocumentNumber, SessionNumber)? {
        guard !groups[group].open.isEmpty else { return nil }
        let queue = isTurnOfLast(group) ? groups[group].last : groups[group].ready
        for number in queue.all.prefix(8) {
            if let session = freest(of: group, for: number) { return (number, session) }
            if documents[number]!.stages[group].failedBy.isEmpty { return nil }
        }
        return nil
    }

    /// A suspect goes to a session that holds nothing else, and gets nothing else until it has answered.
    private mutating func dispatchSuspects(_ group: GroupIndex) {
        while let number = groups[group].suspects.first {
            guard let spare = spare(of: group) else { break }
            if groups[group].emptying == spare { setEmptying(nil, of: group) }
            sessions[spare]!.isAlone = true
            deliver(number, to: spare, of: group)
        }
        if groups[group].suspects.isEmpty {
            setEmptying(nil, of: group)
        } else if groups[group].emptying == nil {
            // Nobody is free: the one that holds the least gets nothing more until it has answered.
            let candidates = groups[group].sessions.filter { sessions[$0]!.isUsable && !sessions[$0]!.isAlone }
            setEmptying(candidates.min { (sessions[$0]!.holding.count, $0) < (sessions[$1]!.holding.count, $1) }, of: group)
        }
    }

    /// A session that holds nothing.
    private func spare(of group: GroupIndex) -> SessionNumber? {
        if let emptied = groups[group].emptying, sessions[emptied]!.holding.isEmpty { return emptied }
        return groups[group].open.first.flatMap { $0.holdingCount == 0 ? $0.session : nil }
    }

    private mutating func setEmptying(_ session: SessionNumber?, of group: GroupIndex) {
        let before = groups[group].emptying
        guard before != session else { return }
        groups[group].emptying = session
        for number in [before, session] { if let number { list(number) } }
    }

    /// The session with credit that holds the least; one that has failed on the document only where there is no other.
    private func freest(of group: GroupIndex, for number: DocumentNumber) -> SessionNumber? {
        let byteCount = documents[number]!.byteCount
        var excluded = documents[number]!.stages[group].failedBy
        if !excluded.isEmpty, !hasWorker(of: group, besides: excluded) { excluded = [] }
        return groups[group].open.all.first {
            sessions[$0.session]!.hasRoom(forBytes: byteCount) && !excluded.contains($0.session)
        }?.session
    }

    /// Whether a group has a worker fit for work that is none of these.
    func hasWorker(of group: GroupIndex, besides excluded: [SessionNumber]) -> Bool {
        groups[group].sessions.contains { sessions[$0]!.isUsable && !excluded.contains($0) }
    }

    /// Puts a session into its group's list of open ones, moves it there, or takes it out.
    mutating func list(_ number: SessionNumber) {
        guard let session = sessions[number] else { return }
        if !session.isUsable, groups[session.group].emptying == number {
            groups[session.group].emptying = nil
            touch(session.group)
        }
        let isOpen = session.isUsable && !session.isAlone && session.holding.count < session.documentsMax
            && groups[session.group].emptying != number
        let slot = isOpen ? Group.Slot(holdingCount: session.holding.count, session: number) : nil
        guard slot != session.slot else { return }
        if let before = session.slot { groups[session.group].open.remove(before) }
        if let slot { groups[session.group].open.insert(slot) }
        sessions[number]!.slot = slot
    }

    private mutating func deliver(_ number: DocumentNumber, to session: SessionNumber, of group: GroupIndex) {
        let document = documents[number]!
        let manifest = groups[group].manifest!
        lastDelivery += 1
        let delivery = Delivery(
            number: DeliveryNumber(lastDelivery), document: number, session: session, group: groups[group].name,
            attempt: document.stages[group].deliveries + 1,
            layers: document.rejection == nil ? manifest.reads + manifest.wants.filter(document.layersOnAdmission.contains) : [],
            rejection: document.rejection, deadline: onCoordinatorClock(now + configuration.leaseMilliseconds))
        if sessions[session]!.holding.isEmpty { sessions[session]!.lastProgress = now }
        sessions[session]!.holding[delivery.number] = .init(
            byteCount: document.byteCount, since: now, answerCount: sessions[session]!.answerCount)
        sessions[session]!.bytesHeld += document.byteCount
        list(session)
        leases[delivery.number] = delivery
        move(number, in: group, to: .leased(delivery.number))
        documents[number]!.stages[group].deliveries += 1
        expect(now + configuration.leaseMilliseconds)
        actions.append(.deliver(delivery))
    }
}
