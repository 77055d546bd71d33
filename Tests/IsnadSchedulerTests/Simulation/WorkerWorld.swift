@testable import IsnadScheduler
import IsnadWire

/// What workers do, well or badly.
extension World {
    mutating func workerHappens(_ happening: Happening) {
        switch happening {
        case .start(let worker, let epoch):
            guard workers[worker].epoch == epoch, !workers[worker].isAlive else { return }
            workers[worker].isAlive = true
            workers[worker].version = versions[workers[worker].stage.rawValue]
            timeline.plan(.hello(worker: worker, epoch: epoch), at: time + delay())
        case .rejoin(let worker, let epoch):
            guard workers[worker].epoch == epoch, workers[worker].isAlive, !workers[worker].isHung else { return }
            workers[worker].forget()
            timeline.plan(.hello(worker: worker, epoch: workers[worker].epoch), at: time + delay())
        case .task(let delivery, let worker, let epoch):
            guard workers[worker].epoch == epoch else { return }
            workers[worker].queue.append(delivery)
            compute(worker)
        case .cancel(let delivery, let worker, let epoch):
            guard workers[worker].epoch == epoch else { return }
            cancel(delivery, worker)
        case .extend(let delivery, let worker, let epoch):
            guard workers[worker].epoch == epoch, workers[worker].computing?.number == delivery.number, let session = workers[worker].session else { return }
            send(.extend(session, delivery.number), from: worker)
        case .computed(let delivery, let worker, let epoch):
            guard workers[worker].epoch == epoch, workers[worker].computing?.number == delivery.number else { return }
            workers[worker].computing = nil
            answer(delivery, worker)
            compute(worker)
        case .die(let worker, let epoch):
            guard workers[worker].epoch == epoch, workers[worker].isAlive else { return }
            end(worker, startsAgainAfter: dice.roll(500...3_000))
        default: preconditionFailure("not a worker's doing")
        }
    }

    private mutating func compute(_ worker: Int) {
        guard workers[worker].isAlive, !workers[worker].isHung, workers[worker].computing == nil, !workers[worker].queue.isEmpty else { return }
        // Some plugins work in an order of their own.
        let delivery = workers[worker].queue.remove(at: dice.happens(10) ? dice.roll(0...workers[worker].queue.count - 1) : 0)
        workers[worker].computing = delivery
        let lease = Int(scenario.configuration.leaseMilliseconds)
        let isSlow = !isCalm && dice.happens(workers[worker].temper.slow)
        let duration = Int64(isSlow ? dice.roll(lease...3 * lease) : dice.roll(1...dice.roll(2...lease / 4)))
        let epoch = workers[worker].epoch
        if isSlow {
            // It says in time that it goes on, whatever the network makes of it.
            for moment in stride(from: Int64(lease / 4), to: duration, by: lease / 4) {
                timeline.plan(.extend(delivery, worker: worker, epoch: epoch), at: time + moment)
            }
        }
        timeline.plan(.computed(delivery, worker: worker, epoch: epoch), at: time + duration)
    }

    /// Whether a fault may strike this plugin once more without an innocent document looking guilty.
    mutating func mayBlame(_ stage: Stage) -> Bool {
        guard blameLeft[stage.rawValue] > 0 else { return false }
        blameLeft[stage.rawValue] -= 1
        return true
    }

    private mutating func mayFail(_ delivery: Delivery, _ stage: Stage) -> Bool {
        if scenario.isWild || stage == .sink { return true }
        let key = Int(delivery.document.rawValue) * 6 + stage.rawValue
        let left = attemptsLeft[key] ?? scenario.configuration.attemptMax - 1
        attemptsLeft[key] = max(0, left - 1)
        return left > 0
    }

    /// What becomes of a document that was computed.
    private mutating func answer(_ delivery: Delivery, _ worker: Int) {
        let stage = workers[worker].stage
        let temper = workers[worker].temper
        guard let session = workers[worker].session else { return }
        if delivery.rejection == nil {
            switch scenario.natures[Int(delivery.document.rawValue)].vice(at: stage) {
            case .poison: return end(worker, startsAgainAfter: dice.roll(500...5_000))
            case .hangs: return hang(worker, delivery)
            case .fails: return send(.failure(session, delivery.number, .documentFailed, reason: "not for me", retryMilliseconds: nil), from: worker)
            case .none: break
            }
            switch temper.flaw {
            case .failsAlways: return send(.failure(session, delivery.number, .documentFailed, reason: "nothing is for me", retryMilliseconds: nil), from: worker)
            case .wrongLayerAlways: return send(.result(session, delivery.number, layer: "moods", layerByteCount: 1), from: worker)
            case .unusable: return send(.failure(session, delivery.number, .pluginUnusable, reason: "no model", retryMilliseconds: nil), from: worker)
            case .none: break
            }
        }
        let result = Event.result(session, delivery.number, layer: delivery.rejection == nil ? stage.layer : nil, layerByteCount: dice.roll(0...300))
        if isCalm { return send(result, from: worker) }
        if dice.happens(temper.crash), mayBlame(stage) { return end(worker, startsAgainAfter: dice.roll(500...20_000)) }
        if dice.happens(temper.hang), mayBlame(stage) { return hang(worker, delivery) }
        if dice.happens(temper.cut), mayBlame(stage) { return cut(worker) }
        if dice.happens(temper.late), mayBlame(stage) {
            return send(result, from: worker, after: scenario.configuration.leaseMilliseconds * Int64(dice.roll(1...3)))
        }
        if dice.happens(temper.swallow), mayFail(delivery, stage), mayBlame(stage) { return }
        if dice.happens(temper.goodbye) {
            send(.goodbye(session), from: worker)
            return end(worker, startsAgainAfter: dice.roll(10...10_000))
        }
        if dice.happens(temper.wrongLayer), mayFail(delivery, stage) {
            return send(.result(session, delivery.number, layer: stage == .sink ? "clean" : nil, layerByteCount: 5), from: worker)
        }
        if dice.happens(temper.transient), mayFail(delivery, stage) {
            let retry: Int64? = dice.happens(50) ? nil : [0, -5, 700, .max, .min][dice.roll(0...4)]
            return send(.failure(session, delivery.number, .transientFailure, reason: "not now", retryMilliseconds: retry), from: worker)
        }
        send(result, from: worker)
        if dice.happens(temper.duplicate) { send(result, from: worker, after: Int64(dice.roll(0...5_000))) }
    }

    private mutating func hang(_ worker: Int, _ delivery: Delivery) {
        workers[worker].isHung = true
        workers[worker].computing = delivery
    }

    private mutating func cut(_ worker: Int) {
        workers[worker].isCut = true
        let silence = Int(scenario.configuration.silenceMillisecondsMax)
        timeline.plan(.rejoin(worker: worker, epoch: workers[worker].epoch), at: time + Int64(dice.roll(100...2 * silence)))
    }

    /// The lease of something it holds is over. Every delivery is answered once, a cancelled one too.
    private mutating func cancel(_ delivery: DeliveryNumber, _ worker: Int) {
        if let place = workers[worker].queue.firstIndex(where: { $0.number == delivery }) {
            workers[worker].queue.remove(at: place)
            guard let session = workers[worker].session else { return }
            send(.failure(session, delivery, .transientFailure, reason: "cancelled", retryMilliseconds: nil), from: worker)
        } else if workers[worker].isHung, workers[worker].computing?.number == delivery, isCalm || dice.happens(80) {
            // Only the end of the process ends a computation that hangs; some never see that.
            timeline.plan(.die(worker: worker, epoch: workers[worker].epoch), at: time + 5_000)
        }
    }

    /// The end of a process.
    mutating func end(_ worker: Int, startsAgainAfter milliseconds: Int) {
        workers[worker].forget()
        workers[worker].isAlive = false
        timeline.plan(.start(worker: worker, epoch: workers[worker].epoch), at: time + Int64(milliseconds))
    }
}
