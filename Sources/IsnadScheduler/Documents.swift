import IsnadWire

/// A document's way through the groups.
extension Scheduler {
    mutating func admit(_ number: DocumentNumber, byteCount: Int, layers: Set<String>, rejection: Rejection?) {
        precondition(documents[number] == nil, "a document is admitted once")
        documents[number] = DocumentState(
            byteCount: byteCount, layers: layers, layersOnAdmission: layers,
            stages: Array(repeating: .init(), count: groups.count))
        bytesInFlight += byteCount
        for group in groups.indices { groups[group].waitingCount += 1 }
        if let rejection { reject(number, rejection) } else { advance(number) }
    }

    /// Puts a document into the queue of every group that can have it now.
    /// - Parameter layer: the only one that is new; `nil` when anything may be.
    mutating func advance(_ number: DocumentNumber, new layer: String? = nil) {
        for group in groups.indices {
            guard let document = documents[number], document.stages[group].phase == .waiting, let manifest = groups[group].manifest else { continue }
            if document.rejection == nil {
                if let written = manifest.writes, document.layers.contains(written) {
                    move(number, in: group, to: .done)
                    continue
                }
                if let layer, !manifest.reads.contains(layer) { continue }
                guard groups[group].reads(document.layers) else { continue }
            }
            queue(number, in: group)
        }
        finishIfAcknowledged(number)
    }

    /// Makes a document wait for its next delivery to a group.
    mutating func queue(_ number: DocumentNumber, in group: GroupIndex) {
        move(number, in: group, to: documents[number]!.stages[group].isSuspect ? .suspect : .ready)
    }

    /// The only place where a phase changes, so that queues and counts follow.
    mutating func move(_ number: DocumentNumber, in group: GroupIndex, to phase: DocumentState.Phase) {
        leavePhase(number, in: group)
        documents[number]!.stages[group].phase = phase
        switch phase {
        case .waiting: groups[group].waitingCount += 1
        case .ready: groups[group].ready.insert(number)
        case .suspect: groups[group].suspects.insert(number)
        case .last: groups[group].last.insert(number)
        case .delayed(let until):
            groups[group].delayed.insert(.init(until: until, document: number))
            expect(until)
        case .leased: groups[group].leasedCount += 1
        case .held:
            groups[group].held.insert(number)
            heldCount += 1
        case .done: groups[group].doneCount += 1
        }
        touch(group)
    }

    private mutating func leavePhase(_ number: DocumentNumber, in group: GroupIndex) {
        switch documents[number]!.stages[group].phase {
        case .waiting: groups[group].waitingCount -= 1
        case .ready: groups[group].ready.remove(number)
        case .suspect: groups[group].suspects.remove(number)
        case .last: groups[group].last.remove(number)
        case .delayed(let until): groups[group].delayed.remove(.init(until: until, document: number))
        case .leased(let delivery):
            leases[delivery] = nil
            groups[group].leasedCount -= 1
        case .held(_, let session):
            groups[group].held.remove(number)
            heldCount -= 1
            if let session { sessions[session]?.held.removeAll { $0 == number } }
        case .done: groups[group].doneCount -= 1
        }
    }

    /// Tells the worker that holds a document, if one does, that nobody waits for it any more.
    private mutating func cancel(_ number: DocumentNumber, in group: GroupIndex, reason: String) {
        guard case .leased(let delivery) = documents[number]!.stages[group].phase else { return }
        actions.append(.cancel(leases[delivery]!.session, delivery, reason: reason))
    }

    // MARK: Layers

    /// Adds a layer; other groups that would write the same one are done with the document.
    mutating func add(_ layer: String, byteCount: Int, to number: DocumentNumber, by group: GroupIndex) {
        documents[number]!.layers.insert(layer)
        documents[number]!.byteCount += byteCount
        bytesInFlight += byteCount
        actions.append(.keepLayer(number, layer: layer, plugin: groups[group].manifest!.provenance))
        for other in groups.indices where other != group && groups[other].manifest?.writes == layer {
            if documents[number]!.stages[other].phase == .done { continue }
            cancel(number, in: other, reason: "another worker wrote layer \(layer)")
            move(number, in: other, to: .done)
        }
        advance(number, new: layer)
    }

    // MARK: Ends

    func isAcknowledged(_ number: DocumentNumber) -> Bool {
        guard let document = documents[number] else { return false }
        return groups.indices.allSatisfy { !groups[$0].isDurable || document.stages[$0].phase == .done }
    }

    mutating func finishIfAcknowledged(_ number: DocumentNumber) {
        guard isAcknowledged(number) else { return }
        for group in groups.indices {
            cancel(number, in: group, reason: "the document is finished")
            leavePhase(number, in: group)
            touch(group)
        }
        bytesInFlight -= documents.removeValue(forKey: number)!.byteCount
        actions.append(.finish(number))
    }

    /// Takes a document out of the pipeline and sends it to the durable groups as rejected.
    mutating func reject(_ number: DocumentNumber, _ rejection: Rejection) {
        documents[number]!.rejection = rejection
        for group in groups.indices {
            cancel(number, in: group, reason: "the document is rejected")
            move(number, in: group, to: groups[group].isDurable ? .waiting : .done)
            documents[number]!.stages[group].isSuspect = false
        }
        actions.append(.reject(number, rejection))
        advance(number)
    }
}
