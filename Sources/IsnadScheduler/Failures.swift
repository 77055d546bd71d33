import IsnadWire

extension Scheduler {
    /// A worker could not do it.
    mutating func giveBack(_ session: SessionNumber, _ delivery: DeliveryNumber, _ code: ErrorCode, reason: String, retryMilliseconds: Int64?) {
        guard let name = sessions[session]?.group else {
            actions.append(.acknowledge(session, delivery, .sessionUnknown))
            return
        }
        guard let lease = release(session, delivery) else {
            actions.append(.acknowledge(session, delivery, .deliveryStale))
            dispatch(name)
            return
        }
        actions.append(.acknowledge(session, delivery, nil))
        let number = lease.document
        if code.errorClass == .configuration {
            queue(number, in: name, suspect: false)
            pause(name, reason: reason)
        } else if code.errorClass == .document, lease.rejection == nil {
            fail(lease, Rejection(code: code, reason: reason, plugin: name))
        } else {
            documents[number]!.groups[name]!.attempts += 1
            let attempts = documents[number]!.groups[name]!.attempts
            if attempts >= configuration.attemptMax, lease.rejection == nil, !groups[name]!.isDurable {
                fail(lease, Rejection(code: .attemptsExhausted, reason: "\(attempts) attempts failed; the last: \(reason)", plugin: name))
            } else {
                let wait = max(0, retryMilliseconds ?? configuration.retryMilliseconds)
                documents[number]!.groups[name]!.phase = .delayed(until: now + wait, suspect: false)
                groups[name]!.delayed.insert(number)
            }
        }
        dispatch(name)
    }

    /// A document was in the hands of a worker that died or hung: it is delivered alone from now on.
    mutating func suspect(_ lease: Delivery, alone: Bool, reason: String) {
        guard documents[lease.document] != nil else { return }
        if alone { documents[lease.document]!.groups[lease.group]!.deaths += 1 }
        let deaths = documents[lease.document]!.groups[lease.group]!.deaths
        if deaths >= configuration.deathMax, lease.rejection == nil, !groups[lease.group]!.isDurable {
            reject(lease.document, Rejection(code: .poison, reason: "\(deaths) workers in a row \(reason)", plugin: lease.group))
        } else {
            queue(lease.document, in: lease.group, suspect: true)
        }
    }

    /// A plugin has no layer for a document. It is kept back until the plugin succeeds on another one.
    mutating func fail(_ lease: Delivery, _ rejection: Rejection) {
        let name = lease.group
        guard isRequired(name) else {
            documents[lease.document]!.groups[name]!.phase = .done
            return
        }
        documents[lease.document]!.groups[name]!.phase = .held(rejection)
        groups[name]!.held.append(lease.document)
        if groups[name]!.held.count >= configuration.failureStreakMax {
            pause(name, reason: "failed on \(groups[name]!.held.count) documents in a row; the last: \(rejection.reason)")
        }
    }

    /// A success shows that the failures before it were the documents' own.
    mutating func succeed(_ name: String) {
        settleHeld(name, brokenBy: true)
    }

    /// Rejects the documents held back once the plugin is known to work, or nothing else is left to learn from.
    mutating func settleHeld(_ name: String, brokenBy success: Bool?) {
        guard let group = groups[name], !group.held.isEmpty, group.pausedFor == nil, success == true || group.isIdle else { return }
        groups[name]!.held = []
        for number in group.held {
            guard case .held(let rejection)? = documents[number]?.groups[name]?.phase else { continue }
            reject(number, rejection)
        }
    }

    /// Takes a document out of the pipeline and sends it to the durable groups as rejected.
    mutating func reject(_ number: DocumentNumber, _ rejection: Rejection) {
        let stages = documents[number]!.groups
        documents[number]!.groups = [:]
        documents[number]!.rejection = rejection
        withdraw(number, from: stages, reason: "the document is rejected")
        actions.append(.reject(number, rejection))
        advance(number)
    }

    /// Whether a durable group waits, directly or not, for what this group writes; yes while a durable group is not known yet.
    func isRequired(_ name: String) -> Bool {
        let durable = groups.values.filter(\.isDurable)
        if groups[name]!.isDurable || durable.contains(where: { $0.manifest == nil }) { return true }
        var needed = Set(durable.flatMap { $0.manifest!.reads })
        var frontier = needed
        while !frontier.isEmpty {
            let more = Set(groups.values.compactMap(\.manifest).filter { $0.writes.map(frontier.contains) ?? false }.flatMap(\.reads))
            frontier = more.subtracting(needed)
            needed.formUnion(more)
        }
        return groups[name]!.manifest?.writes.map(needed.contains) ?? false
    }

    mutating func pause(_ name: String, reason: String) {
        guard groups[name]!.pausedFor == nil else { return }
        groups[name]!.pausedFor = reason
        actions.append(.pause(group: name, reason: reason))
    }

    /// A new worker may have brought the cure: what was held back is tried again.
    mutating func resume(_ name: String) {
        guard groups[name]!.pausedFor != nil else { return }
        groups[name]!.pausedFor = nil
        let held = groups[name]!.held
        groups[name]!.held = []
        for number in held where documents[number] != nil { queue(number, in: name, suspect: false) }
        actions.append(.resume(group: name))
    }
}
