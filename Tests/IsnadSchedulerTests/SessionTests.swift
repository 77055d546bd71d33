@testable import IsnadScheduler
import IsnadWire
import Testing

@Suite("A worker that says HELLO") struct SessionTests {
    private func refusal(_ rig: Rig, _ manifest: Manifest) -> ErrorCode? {
        for case .refuse(_, let code, _) in rig.handle(.hello(SessionNumber(1_000), manifest)) { return code }
        return nil
    }

    @Test("is refused with a manifest that can't work", arguments: [
        Manifest(plugin: "", version: "1", writes: "clean"),
        Manifest(plugin: "Cleaner", version: "1", writes: "clean"),
        Manifest(plugin: "cleaner", version: "", writes: "clean"),
        Manifest(plugin: "cleaner", version: "1", reads: ["clean"], writes: "clean"),
        Manifest(plugin: "cleaner", version: "1", reads: ["a", "a"], writes: "clean"),
    ])
    func invalid(_ manifest: Manifest) {
        let rig = Rig()
        #expect(refusal(rig, manifest) == .manifestInvalid)
        #expect(rig.scheduler.sessions.isEmpty)
    }

    @Test("is refused in another version than its group runs, until the group is empty")
    func version() {
        let rig = Rig()
        let old = rig.cleaner()
        let new = rig.manifest("cleaner", writes: "clean", version: "2")
        #expect(refusal(rig, new) == .manifestConflict)
        rig.handle(.goodbye(old))
        rig.admit(1)
        _ = rig.worker(new)
        #expect(rig.delivered == [1])
    }

    @Test("is refused a layer that another plugin writes")
    func layerTaken() {
        let rig = Rig()
        let cleaner = rig.cleaner()
        let other = rig.manifest("scrubber", writes: "clean")
        #expect(refusal(rig, other) == .layerTaken)
        rig.handle(.goodbye(cleaner))
        #expect(refusal(rig, other) == nil)
    }

    @Test("is refused when there are too many already")
    func bounds() {
        let rig = Rig {
            $0.sessionCountMax = 2
            $0.groupCountMax = 2
        }
        _ = rig.cleaner()
        #expect(refusal(rig, rig.manifest("topics", writes: "topics")) == .limitExceeded)
        _ = rig.cleaner()
        #expect(refusal(rig, rig.manifest("cleaner", writes: "clean")) == .busy)
    }

    @Test("in a version that reads other layers gets only what is ready for it")
    func otherReads() {
        let rig = Rig()
        let old = rig.worker(rig.manifest("dates", writes: "dates"), documents: 0)
        rig.admit(1)
        rig.admit(2, layers: ["clean"])
        #expect(rig.status("dates").ready == 2)
        rig.handle(.goodbye(old))
        _ = rig.worker(rig.manifest("dates", reads: ["clean"], writes: "dates", version: "2"))
        #expect(rig.delivered == [2])
        #expect(rig.status("dates").waiting == 1)
    }

    @Test("in a version that writes another layer does what the earlier one did not")
    func otherWrites() {
        let rig = Rig()
        let old = rig.worker(rig.manifest("dates", writes: "dates"))
        rig.admit(1)
        rig.answer(rig.deliveries[0], layer: "dates")
        rig.handle(.goodbye(old))
        _ = rig.worker(rig.manifest("dates", writes: "times", version: "2"))
        #expect(rig.delivered == [1])
    }

    @Test("after another plugin wrote its layer does not write it again")
    func sameLayer() {
        let rig = Rig()
        let cleaner = rig.worker(rig.manifest("cleaner", writes: "clean"), documents: 0)
        rig.admit(1)
        rig.handle(.goodbye(cleaner))
        let scrubber = rig.worker(rig.manifest("scrubber", writes: "clean"))
        rig.answer(rig.deliveries[0])
        rig.handle(.goodbye(scrubber))
        _ = rig.cleaner()
        #expect(rig.deliveries.isEmpty)
    }

    @Test("makes a plugin needed again that failed while nobody waited for it")
    func neededLater() {
        let rig = Rig()
        let sink = rig.sink(reads: ["clean"])
        _ = rig.worker(rig.manifest("topics", writes: "topics"), documents: 1)
        rig.admit(1)
        rig.fail(rig.deliveries[0])
        #expect(rig.rejected.isEmpty)
        rig.handle(.goodbye(sink))
        rig.actions(of: .hello(SessionNumber(77), rig.manifest("sink", reads: ["topics"], writes: nil, version: "2")))
        #expect(rig.deliveries.map(\.group) == ["topics"])
    }

    @Test("is asked for signs of life, and ended when it gives none")
    func silence() {
        let rig = Rig()
        let worker = rig.cleaner()
        let actions = rig.pass(19_500)
        #expect(actions.filter { $0 == .ping(worker) }.count == 3)
        #expect(rig.scheduler.sessions.count == 1)
        rig.pass(1_000)
        #expect(rig.actions.contains(.end(worker, reason: "silent for 20 s")))
        #expect(rig.scheduler.nextDeadline == nil)
    }

    @Test("and is heard stays", arguments: [10, 100])
    func heard(_ seconds: Int64) {
        let rig = Rig()
        let worker = rig.cleaner()
        rig.pass(seconds * 1000, hearing: [worker])
        #expect(rig.scheduler.sessions.count == 1)
    }

    @Test("is counted in the status with what waits for it")
    func status() {
        let rig = Rig()
        _ = rig.cleaner(documents: 1)
        for number in 1...3 as ClosedRange<UInt64> { rig.admit(number) }
        let status = rig.status("cleaner")
        #expect(status.workers == 1 && status.leased == 1 && status.ready == 2 && status.waiting == 0)
        #expect(rig.status("sink").waiting == 3)
        #expect(rig.scheduler.groupStatus.map(\.name) == ["cleaner", "sink"])
    }

    @Test("may say anything: garbage changes nothing")
    func garbage() {
        let rig = Rig()
        let worker = rig.cleaner(documents: .max, bytes: .max)
        rig.admit(1)
        for session in [worker, SessionNumber(0), SessionNumber(.max)] {
            rig.handle(.result(session, DeliveryNumber(.max), layer: "clean", layerByteCount: 1))
            rig.handle(.failure(session, DeliveryNumber(0), ErrorCode(rawValue: -7), reason: "", retryMilliseconds: .min))
            rig.handle(.extend(session, DeliveryNumber(99)))
            rig.handle(.undelivered(session, DeliveryNumber(99)))
            rig.handle(.credit(session, documents: .min, bytes: .min))
            rig.handle(.credit(session, documents: .max, bytes: .max))
        }
        rig.handle(.goodbye(SessionNumber(500)))
        rig.handle(.lost(SessionNumber(500), reason: ""))
        #expect(rig.scheduler.leaseCount == 1)
    }
}

extension Rig {
    func actions(of event: Event) { handle(event) }
}

@Suite("A sorted queue") struct SortedQueueTests {
    @Test("gives back in order what was put in, whatever was taken out between")
    func order() {
        var dice = Dice(seed: 7)
        var queue = SortedQueue<Int>()
        var model: Set<Int> = []
        for _ in 1...5_000 {
            let number = dice.roll(0...300)
            switch dice.roll(0...3) {
            case 0, 1:
                queue.insert(number)
                model.insert(number)
            case 2:
                queue.remove(number)
                model.remove(number)
            default:
                #expect(queue.first == model.min())
                if let first = queue.first {
                    queue.removeFirst()
                    model.remove(first)
                }
            }
            #expect(queue.count == model.count)
        }
        #expect(Array(queue.all) == model.sorted())
    }
}
