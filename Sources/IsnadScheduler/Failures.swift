import IsnadWire

/// Whose fault it is: the document's, the worker's, or nobody's.
extension Scheduler {
    /// Tries again later, as often as the configuration allows; a durable group for ever.
    mutating func retry(_ lease: Delivery, reason: String, retryMilliseconds: Int64?, by session: SessionNumber) {
        let group = sessions[session]!.group
        documents[lease.document]!.stages[group].attempts += 1
        let attempts = documents[lease.document]!.stages[group].attempts
        if attempts >= configuration.attemptMax, lease.rejection == nil, !groups[group].isDurable {
            let reason = "\(attempts) attempts failed; the last: \(reason)"
            fail(lease, Rejection(code: .attemptsExhausted, reason: reason, plugin: lease.group), by: session)
        } else {
            avoid(session, for: lease.document, in: group)
            let wait = retryMilliseconds ?? configuration.retryMilliseconds << min(Int64(attempts) - 1, 16)
            move(lease.document, in: group, to: .delayed(until: now + min(max(0, wait), configuration.retryMillisecondsMax)))
        }
    }

    /// A document was in the hands of a worker that died or hung: it is delivered alone from now on.
    /// - Parameter alone: whether the worker held nothing else, not even a delivery whose lease was over.
    mutating func suspect(_ lease: Delivery, alone: Bool, reason: String) {
        let group = sessions[lease.session]!.group
        if alone { documents[lease.document]!.stages[group].deaths += 1 }
        documents[lease.document]!.stages[group].isSuspect = true
        let deaths = documents[lease.document]!.stages[group].deaths
        if deaths >= configuration.deathMax, lease.rejection == nil, !groups[group].isDurable {
            fail(lease, Rejection(code: .poison, reason: "\(deaths) workers in a row \(reason)", plugin: lease.group), by: nil)
        } else {
            queue(lease.document, in: group)
        }
    }

    /// A plugin has no layer for a document. It is kept back until the worker succeeds with another one.
    /// - Parameter session: who failed; `nil` when all who were given it died.
    mutating func fail(_ lease: Delivery, _ rejection: Rejection, by session: SessionNumber?) {
        let group = groupIndex[lease.group]!
        if groups[group].isRequired == false {
            move(lease.document, in: group, to: .done)
            return
        }
        move(lease.document, in: group, to: .held(rejection, by: session))
        if let session {
            sessions[session]!.held.append(lease.document)
            if !documents[lease.document]!.stages[group].failedBy.contains(session) { sessions[session]!.failureStreak += 1 }
            avoid(session, for: lease.document, in: group)
            let streak = sessions[session]!.failureStreak
            if sessions[session]!.isRetired {
                tryLast(lease.document, in: group)
            } else if streak >= configuration.failureStreakMax {
                retire(session, reason: "failed on \(streak) documents in a row; the last: \(rejection.reason)")
            }
        } else {
            groups[group].poisonStreak += 1
            if groups[group].poisonStreak >= configuration.failureStreakMax {
                for number in groups[group].held.all { tryLast(number, in: group) }
                pause(group, reason: "\(groups[group].poisonStreak) documents in a row ended every worker; the last: \(rejection.reason)")
            }
        }
    }

    /// A success shows that the failures before it were the documents' own.
    mutating func succeed(_ session: SessionNumber) {
        let group = sessions[session]!.group
        sessions[session]!.failureStreak = 0
        groups[group].poisonStreak = 0
        guard !groups[group].held.isEmpty, groups[group].isRequired != nil else { return }
        for number in groups[group].held.all {
            guard case .held(let rejection, let by) = documents[number]!.stages[group].phase, by == nil || by == session else { continue }
            conclude(number, in: group, rejection)
        }
    }

    /// Decides on what is held back where nothing else is left to learn from: another worker tries it, if there is one.
    mutating func settleHeld() {
        for group in groups.indices where groups[group].canSettle {
            for number in groups[group].held.all {
                guard case .held(let rejection, let session) = documents[number]!.stages[group].phase else { continue }
                let stage = documents[number]!.stages[group]
                if session != nil, stage.opinions < configuration.attemptMax, hasWorker(of: group, besides: stage.failedBy) {
                    documents[number]!.stages[group].opinions += 1
                    tryLast(number, in: group)
                } else {
                    conclude(number, in: group, rejection)
                }
            }
        }
    }

    private mutating func avoid(_ session: SessionNumber, for number: DocumentNumber, in group: GroupIndex) {
        let others = documents[number]!.stages[group].failedBy.filter { $0 != session }
        documents[number]!.stages[group].failedBy = others.suffix(configuration.attemptMax - 1) + [session]
    }

    /// The document itself is at fault.
    private mutating func conclude(_ number: DocumentNumber, in group: GroupIndex, _ rejection: Rejection) {
        if groups[group].isRequired == true { reject(number, rejection) } else { move(number, in: group, to: .done) }
    }

    /// Gives a worker nothing more; what it failed is tried by others.
    mutating func retire(_ session: SessionNumber, reason: String) {
        guard !sessions[session]!.isRetired else { return }
        sessions[session]!.isRetired = true
        list(session)
        let group = sessions[session]!.group
        for number in sessions[session]!.held { tryLast(number, in: group) }
        actions.append(.retire(session, reason: reason))
        groups[group].retiredFor = reason
        pauseIfNobodyIsFit(group)
    }

    /// What a bad worker made of a document counts no more.
    private mutating func tryLast(_ number: DocumentNumber, in group: GroupIndex) {
        documents[number]!.stages[group].attempts = 0
        documents[number]!.stages[group].deaths = 0
        move(number, in: group, to: .last)
    }

    mutating func pauseIfNobodyIsFit(_ group: GroupIndex) {
        guard let reason = groups[group].retiredFor, !groups[group].sessions.isEmpty,
              groups[group].sessions.allSatisfy({ sessions[$0]!.isRetired }) else { return }
        pause(group, reason: reason)
    }

    private mutating func pause(_ group: GroupIndex, reason: String) {
        guard groups[group].pausedFor == nil else { return }
        groups[group].pausedFor = reason
        actions.append(.pause(group: groups[group].name, reason: reason))
    }

    /// A new worker may have brought the cure.
    mutating func resume(_ group: GroupIndex) {
        guard groups[group].pausedFor != nil else { return }
        groups[group].pausedFor = nil
        groups[group].poisonStreak = 0
        actions.append(.resume(group: groups[group].name))
        touch(group)
    }
}
