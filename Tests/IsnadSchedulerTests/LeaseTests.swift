@testable import IsnadScheduler
import IsnadWire
import Testing

@Suite("A lease") struct LeaseTests {
    @Test("ends when the worker neither answers nor says that it computes, and the document goes to another")
    func ends() {
        let rig = Rig()
        let hanging = rig.cleaner()
        rig.admit(1)
        let lost = rig.deliveries[0]
        let other = rig.cleaner()
        rig.pass(29_000, hearing: [hanging, other])
        #expect(rig.deliveries.isEmpty)
        rig.pass(2_000, hearing: [hanging, other])
        #expect(rig.actions.contains(.cancel(hanging, lost.number, reason: "the lease ended without an answer")))
        #expect(rig.deliveries.map(\.session) == [other])
        #expect(rig.deliveries[0].attempt == 2)
    }

    @Test("is extended by the thread that computes, for what waits behind as well")
    func extended() {
        let rig = Rig()
        let worker = rig.cleaner()
        rig.admit(1)
        let delivery = rig.deliveries[0]
        rig.admit(2)
        for _ in 1...5 {
            rig.pass(20_000, hearing: [worker])
            rig.handle(.extend(worker, delivery.number))
        }
        #expect(rig.scheduler.leaseCount == 2)
        rig.answer(delivery)
        #expect(rig.code(of: delivery) == .some(nil))
    }

    @Test("that is over can't be extended")
    func notExtendedAfterItsEnd() {
        let rig = Rig()
        let worker = rig.cleaner()
        rig.admit(1)
        let delivery = rig.deliveries[0]
        rig.pass(31_000, hearing: [worker])
        rig.handle(.extend(worker, delivery.number))
        #expect(rig.scheduler.leaseCount == 0)
    }

    @Test("that is over fences its answer off")
    func fenced() {
        let rig = Rig()
        let late = rig.cleaner()
        rig.admit(1)
        let first = rig.deliveries[0]
        let other = rig.cleaner()
        rig.pass(31_000, hearing: [late, other])
        let second = rig.deliveries[0]
        rig.answer(first)
        #expect(rig.actions == [.acknowledge(late, first.number, .deliveryStale)])
        rig.answer(second)
        #expect(rig.actions.contains(.keepLayer(DocumentNumber(1), layer: "clean", plugin: "cleaner/1")))
        rig.answer(second)
        #expect(rig.actions == [.acknowledge(other, second.number, .deliveryStale)])
    }

    @Test("belongs to the session it was given to")
    func foreign() {
        let rig = Rig()
        _ = rig.cleaner()
        rig.admit(1)
        let delivery = rig.deliveries[0]
        let other = rig.cleaner()
        rig.handle(.result(other, delivery.number, layer: "clean", layerByteCount: 1))
        #expect(rig.actions == [.acknowledge(other, delivery.number, .deliveryStale)])
        rig.handle(.result(SessionNumber(99), delivery.number, layer: "clean", layerByteCount: 1))
        #expect(rig.actions == [.acknowledge(SessionNumber(99), delivery.number, .sessionUnknown)])
        #expect(rig.scheduler.leaseCount == 1)
    }

    @Test("of a worker that hangs leaves it without work until it has answered everything")
    func stalled() {
        let rig = Rig()
        let worker = rig.cleaner()
        rig.admit(1)
        let first = rig.deliveries[0]
        rig.admit(2)
        let second = rig.deliveries[0]
        rig.pass(31_000, hearing: [worker])
        #expect(rig.deliveries.isEmpty)
        rig.fail(second, .transientFailure)
        #expect(rig.deliveries.isEmpty)
        rig.fail(first, .transientFailure)
        #expect(rig.delivered == [1])
    }

    @Test("of a delivery that the worker lost ends, though it answers all others")
    func lostInside() {
        let rig = Rig { $0.documentsInFlightMax = 10_000 }
        let worker = rig.cleaner(documents: 4)
        rig.admit(1)
        let lost = rig.deliveries[0]
        var next: UInt64 = 2
        for _ in 1...40 {
            rig.pass(1_000, hearing: [worker])
            rig.admit(next)
            next += 1
            for delivery in rig.deliveries where delivery.document != lost.document { rig.answer(delivery) }
        }
        rig.pass(5_000, hearing: [worker])
        #expect(rig.scheduler.leases[lost.number] == nil)
        #expect(rig.scheduler.documents[lost.document]!.stages[rig.scheduler.groupIndex["cleaner"]!].attempts == 1)
    }

    @Test("does not end, nor does a session, because the coordinator itself was stopped or asleep")
    func coordinatorAway() {
        let rig = Rig()
        let worker = rig.cleaner()
        rig.admit(1)
        let delivery = rig.deliveries[0]
        rig.pass(1_000, hearing: [worker])
        rig.now = rig.now + 7_200_000
        rig.handle(.tick)
        #expect(rig.scheduler.sessions.count == 1)
        #expect(rig.scheduler.leaseCount == 1)
        rig.answer(delivery)
        #expect(rig.code(of: delivery) == .some(nil))
        #expect(rig.scheduler.nextDeadline! > rig.now)
    }

    @Test("numbers its delivery above every one of an earlier coordinator")
    func numbering() {
        var scheduler = Scheduler(firstDelivery: 1 << 32)
        let now = Instant(milliseconds: 0)
        _ = scheduler.handle(.hello(SessionNumber(1), Manifest(plugin: "cleaner", version: "1", writes: "clean")), at: now)
        _ = scheduler.handle(.credit(SessionNumber(1), documents: 1, bytes: 1), at: now)
        let actions = scheduler.handle(.admitted(DocumentNumber(1), byteCount: 1, layers: [], rejection: nil), at: now)
        guard case .deliver(let delivery)? = actions.first else { Issue.record("nothing was delivered"); return }
        #expect(delivery.number.rawValue == 1 << 32)
    }
}
