import Corpus
import Foundation
import IsnadScheduler
import IsnadWire
import Ledger
import Logging
import ZeroMQ

extension Coordinator {
    /// Does what the scheduler decided.
    /// - Parameter layer: the body of the RESULT just handled.
    func carryOut(_ action: Action, layer: Frame?) throws {
        switch action {
        case .welcome(let session):
            guard let peer = peers.bySession[session] else { return }
            log.info("\(peer.worker) joined")
            send(.welcome(.init(
                protocol: .current, session: "\(session.rawValue)", heartbeatMilliseconds: settings.scheduler.heartbeatMilliseconds,
                leaseMilliseconds: settings.scheduler.leaseMilliseconds, layerByteCountMax: WireLimits.bodyByteCountMax)), to: session)
            if draining != nil { send(.drain(.init(reason: "the coordinator is ending")), to: session) }
            events.publish(EventTopic.worker("joined", peer.manifest.plugin)) { $0.plugin = peer.manifest.provenance }
        case .refuse(let session, let code, let reason):
            log.warning("refused \(peers.bySession[session]?.worker ?? "a worker"): \(reason)")
            send(.reject(.init(code: code, reason: reason)), to: session)
            _ = peers.remove(session)
        case .deliver(let delivery):
            let task = store.task(delivery)
            figures.groups[delivery.group, default: .init()].delivered += 1
            if delivery.attempt > 1 { figures.groups[delivery.group, default: .init()].redelivered += 1 }
            send(.task(task.header), bodies: task.bodies, to: delivery.session, delivery: delivery.number)
        case .keepLayer(let number, let name, let plugin):
            guard let layer, let item = store[number] else { return }
            store.keep(layer, named: name, by: plugin, of: number)
            events.publish(EventTopic.layer(name, of: item.id), bodies: [layer, item.text]) { header in
                header.document = item.id
                header.uri = item.uri
                header.layer = name
                header.plugin = plugin
            }
        case .acknowledge(let session, let delivery, let code):
            if code == nil, let plugin = peers.bySession[session]?.manifest.plugin { figures.groups[plugin, default: .init()].answered += 1 }
            send(.acknowledge(.init(delivery: delivery.rawValue, code: code)), to: session)
        case .cancel(let session, let delivery, let reason):
            send(.cancel(.init(delivery: delivery.rawValue, reason: reason)), to: session)
        case .ping(let session):
            send(.ping(.init(token: UInt64(now.milliseconds))), to: session)
        case .end(let session, let reason):
            guard let peer = peers.remove(session) else { return }
            log.info("\(peer.worker) left: \(reason)")
            events.publish(EventTopic.worker("left", peer.manifest.plugin)) { header in
                header.plugin = peer.manifest.provenance
                header.reason = reason
            }
        case .reject(let number, let rejection):
            guard let item = store[number] else { return }
            store.reject(number, rejection)
            if let plugin = rejection.plugin { figures.groups[plugin, default: .init()].failed += 1 }
            log.warning("\(item.id) is rejected: \(rejection.reason)")
            events.publish(EventTopic.document("rejected", item.id)) { header in
                header.document = item.id
                header.uri = item.uri
                header.code = rejection.code
                header.reason = rejection.reason
            }
        case .finish(let number):
            guard let item = store.remove(number) else { return }
            try ledger.finish(number, rejection: item.rejection, plugins: item.plugins)
            if item.rejection == nil { figures.done += 1 } else { figures.rejected += 1 }
            events.publish(EventTopic.document("done", item.id)) { header in
                header.document = item.id
                header.uri = item.uri
            }
        case .retire(let session, let reason):
            guard let peer = peers.bySession[session] else { return }
            log.error("\(peer.worker) gets no more work: \(reason); restart it when it can do it")
            events.publish(EventTopic.worker("retired", peer.manifest.plugin)) { header in
                header.plugin = peer.manifest.provenance
                header.reason = reason
            }
        case .pause(let group, let reason):
            log.error("\(group) is paused: \(reason); start a worker that can do it to go on")
            events.publish(EventTopic.worker("paused", group)) { header in
                header.plugin = group
                header.reason = reason
            }
        case .resume(let group):
            log.info("\(group) goes on")
        }
    }

    // MARK: Receiving

    /// Takes a bounded number of messages, so that the rest of the loop has its turn.
    func receiveAll() throws {
        let limits = MessageLimits(frameCountMax: WireLimits.frameCountMax + 1, byteCountMax: 4 * WireLimits.bodyByteCountMax)
        for _ in 0..<256 {
            do {
                guard let frames = try work.receive(limits: limits) else { return }
                try receive(frames)
            } catch ReceiveError.oversized(let message) {
                log.warning("\(message)")
                if let peer = message.first { reply(.error(.init(code: .limitExceeded, reason: message.description)), to: peer) }
            }
        }
    }

    private func receive(_ frames: [Frame]) throws {
        let peer = frames[0]
        guard frames.count >= 3 else {
            reply(.error(.init(code: .envelopeMalformed, reason: "a message has at least an envelope and a header frame")), to: peer)
            return
        }
        do {
            let message = try WireCodec.decode(envelope: frames[1].bytes, header: frames[2].bytes, bodyCount: frames.count - 3)
            try handle(message, bodies: Array(frames[3...]), from: peer)
        } catch let error as WireError {
            log.warning("a message could not be used: \(error)")
            let refusal = Message.Refusal(code: error.code, reason: error.reason)
            reply(error.code == .versionRefused ? .reject(refusal) : .error(refusal), to: peer)
        }
    }

    private func handle(_ message: Message, bodies: [Frame], from peer: Frame) throws {
        switch message {
        case .hello(let hello): return try greet(hello, peer)
        case .submit(let submit): return submitted(submit, bodies, peer)
        case .status(let request):
            let body = Frame([UInt8](try JSONEncoder().encode(statusReport())))
            return reply(.report(request), bodies: [body], to: peer)
        case .ping(let ping): return reply(.pong(ping), to: peer)
        default: break
        }
        guard let session = peers.session(of: peer) else {
            return reply(.error(.init(code: .sessionUnknown, reason: "say HELLO first")), to: peer)
        }
        switch message {
        case .credit(let credit): try perform(.credit(session, documents: credit.documents, bytes: credit.bytes))
        case .result(let result) where (result.layer == nil) != bodies.isEmpty:
            let reason = "a RESULT has one body if it names a layer, and none otherwise"
            try perform(.failure(session, DeliveryNumber(result.delivery), .layerInvalid, reason: reason, retryMilliseconds: nil))
        case .result(let result):
            try perform(.result(session, DeliveryNumber(result.delivery), layer: result.layer, layerByteCount: bodies.first?.count ?? 0), layer: bodies.first)
        case .failure(let failure):
            try perform(.failure(session, DeliveryNumber(failure.delivery), failure.code, reason: failure.reason, retryMilliseconds: failure.retryMilliseconds))
        case .extend(let extend): try perform(.extend(session, DeliveryNumber(extend.delivery)))
        case .pong: try perform(.heard(session))
        case .goodbye: try perform(.goodbye(session))
        default:
            try perform(.heard(session))
            send(.error(.init(code: .messageUnexpected, reason: "a worker does not send this message")), to: session)
        }
    }

    private func greet(_ hello: Message.Hello, _ peer: Frame) throws {
        guard ProtocolVersion.current.agreed(with: hello.protocol) != nil else {
            let reason = "the worker speaks protocol \(hello.protocol), the coordinator \(ProtocolVersion.current)"
            return reply(.reject(.init(code: .versionRefused, reason: reason)), to: peer)
        }
        // The same connection or process saying HELLO again has forgotten what it held.
        for earlier in [peers.session(of: peer), peers.session(ofWorker: hello.worker)] {
            if let earlier { try perform(.goodbye(earlier)) }
        }
        let session = peers.add(peer, hello)
        try perform(.hello(session, hello.manifest))
    }

    private func submitted(_ submit: Message.Submit, _ bodies: [Frame], _ client: Frame) {
        func refuse(_ code: ErrorCode, _ reason: String) {
            reply(.admitted(.init(request: submit.request, code: code, reason: reason)), to: client)
        }
        guard draining == nil else { return refuse(.draining, "the coordinator is stopping") }
        guard submissions.count < 4096 else { return refuse(.busy, "4096 submitted documents wait already; send fewer at once") }
        guard bodies.count == submit.layers.count + 1 else { return refuse(.limitExceeded, "a text and \(submit.layers.count) layers were announced, \(bodies.count) bodies came") }
        guard let text = bodies[0].string else { return refuse(.inputNotText, "the text is not UTF-8") }
        guard text.utf8.count <= settings.sizeLimit else { return refuse(.inputTooLarge, "the text has \(text.utf8.count) bytes; the limit is \(settings.sizeLimit)") }
        guard text.utf8.contains(where: { $0 > 0x20 }) else { return refuse(.inputEmpty, "the text is empty") }
        var document = Document(id: submit.document, uri: submit.uri, published: submit.published, text: text)
        for (name, body) in zip(submit.layers, bodies[1...]) { document.layers[name] = body.bytes }
        let incoming = Incoming(document)
        if let rejection = incoming.rejection { return refuse(rejection.code, rejection.reason) }
        submissions.append(Submission(client: client.detached(), request: submit.request, incoming: incoming))
    }

    func statusReport() -> StatusReport {
        let progress = reader.progress
        return StatusReport(
            coordinator: settings.endpoint, uptimeSeconds: uptimeSeconds,
            documents: .init(admitted: figures.admitted, inFlight: scheduler.documentsInFlight, done: figures.done,
                             rejected: figures.rejected, skipped: figures.skipped),
            inputs: .init(files: progress.files, filesRead: progress.filesRead, exhausted: progress.isExhausted),
            groups: scheduler.groupStatus.map { group in
                let counts = figures.groups[group.name] ?? .init()
                return .init(plugin: group.name, version: group.version, writes: group.writes, durable: group.isDurable,
                             workers: group.workers, waiting: group.waiting, ready: group.ready, leased: group.leased,
                             delivered: counts.delivered, answered: counts.answered, redelivered: counts.redelivered,
                             failed: counts.failed, pausedFor: group.pausedFor)
            },
            finishing: isFinishing)
    }
}
