import IsnadWire

/// What workers answer.
extension Scheduler {
    /// Takes a delivery out of a session's hands.
    /// - Returns: its lease, if that is still live; its end is up to the caller, who moves the document on.
    mutating func release(_ session: SessionNumber, _ delivery: DeliveryNumber) -> Delivery? {
        if let held = sessions[session]?.holding.removeValue(forKey: delivery) {
            sessions[session]!.bytesHeld -= held.byteCount
            sessions[session]!.lastProgress = now
            sessions[session]!.answerCount += 1
            if sessions[session]!.holding.isEmpty {
                // Not before: the answer may be that a cancelled delivery was dropped behind one that still hangs.
                sessions[session]!.isStalled = false
                sessions[session]!.isAlone = false
            }
            list(session)
            touch(sessions[session]!.group)
        }
        guard let lease = leases[delivery], lease.session == session else {
            actions.append(.acknowledge(session, delivery, sessions[session] == nil ? .sessionUnknown : .deliveryStale))
            return nil
        }
        documents[lease.document]!.stages[sessions[session]!.group].isSuspect = false
        documents[lease.document]!.stages[sessions[session]!.group].deaths = 0
        return lease
    }

    /// A worker's RESULT.
    mutating func take(_ session: SessionNumber, _ delivery: DeliveryNumber, layer: String?, layerByteCount: Int) {
        guard let lease = release(session, delivery) else { return }
        let group = sessions[session]!.group
        let number = lease.document
        guard lease.rejection != nil || layer == groups[group].manifest!.writes else {
            actions.append(.acknowledge(session, delivery, .layerUnexpected))
            retry(lease, reason: "the worker answered with layer \(layer ?? "none")", retryMilliseconds: nil, by: session)
            return
        }
        actions.append(.acknowledge(session, delivery, nil))
        move(number, in: group, to: .done)
        // That it can store a rejected document says nothing of the work it is there for.
        if lease.rejection == nil { succeed(session) }
        if let layer, lease.rejection == nil { add(layer, byteCount: max(0, layerByteCount), to: number, by: group) }
        finishIfAcknowledged(number)
    }

    /// A worker's FAILURE.
    mutating func giveBack(_ session: SessionNumber, _ delivery: DeliveryNumber, _ code: ErrorCode, reason: String, retryMilliseconds: Int64?) {
        guard let lease = release(session, delivery) else { return }
        let group = sessions[session]!.group
        actions.append(.acknowledge(session, delivery, nil))
        if code.errorClass == .configuration {
            queue(lease.document, in: group)
            retire(session, reason: reason)
        } else if code.errorClass == .document, lease.rejection == nil {
            fail(lease, Rejection(code: code, reason: reason, plugin: lease.group), by: session)
        } else {
            retry(lease, reason: reason, retryMilliseconds: retryMilliseconds, by: session)
        }
    }
}
