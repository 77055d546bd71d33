@testable import IsnadScheduler
import IsnadWire
import Testing

@Suite("A failure") struct FailureTests {
    @Test("that may pass is tried again, each time later")
    func retried() {
        let rig = Rig()
        let worker = rig.cleaner()
        rig.admit(1)
        for wait in [1_000, 2_000, 4_000] as [Int64] {
            rig.fail(rig.deliveries[0], .transientFailure)
            #expect(rig.deliveries.isEmpty)
            rig.pass(wait - 500, hearing: [worker])
            #expect(rig.deliveries.isEmpty)
            rig.pass(500, hearing: [worker])
            #expect(rig.delivered == [1])
        }
    }

    @Test("is tried again when the worker says, within reason", arguments: [(nil, 1_000), (5_000, 5_000), (0, 0), (-1, 0), (.max, 60_000), (.min, 0)] as [(Int64?, Int64)])
    func retryTime(_ asked: Int64?, _ wait: Int64) {
        let rig = Rig()
        _ = rig.cleaner()
        rig.admit(1)
        rig.fail(rig.deliveries[0], .transientFailure, retry: asked)
        let group = rig.scheduler.groups[rig.scheduler.groupIndex["cleaner"]!]
        #expect(group.delayed.first?.until == rig.now + wait)
    }

    @Test("that does not pass ends the attempts")
    func exhausted() {
        let rig = Rig()
        _ = rig.sink()
        let worker = rig.cleaner()
        rig.admit(1)
        for _ in 1...4 {
            rig.fail(rig.deliveries[0], .transientFailure, retry: 0)
            rig.pass(500, hearing: [worker])
        }
        rig.fail(rig.deliveries[0], .transientFailure)
        #expect(rig.rejected.map(\.code) == [.attemptsExhausted])
    }

    @Test("never exhausts a durable group")
    func durable() {
        let rig = Rig()
        let sink = rig.sink(reads: [])
        rig.admit(1)
        for attempt in 1...30 {
            #expect(rig.deliveries.map(\.attempt) == [attempt])
            rig.fail(rig.deliveries[0], .transientFailure, retry: 0)
            rig.pass(500, hearing: [sink])
        }
        rig.answer(rig.deliveries[0], layer: nil)
        #expect(rig.finished == [1])
    }

    @Test("is tried by another worker, if there is one")
    func another() {
        let rig = Rig()
        let first = rig.cleaner()
        rig.admit(1)
        let delivery = rig.deliveries[0]
        let second = rig.cleaner()
        rig.fail(delivery, .transientFailure, retry: 0)
        rig.pass(500, hearing: [first, second])
        #expect(rig.deliveries.map(\.session) == [second])
    }

    @Test("of the document rejects it, once another document shows that the worker can work")
    func documentFailure() {
        let rig = Rig()
        let sink = rig.sink()
        _ = rig.cleaner()
        rig.admit(1)
        let first = rig.deliveries[0]
        rig.admit(2)
        let second = rig.deliveries[0]
        rig.fail(first)
        #expect(rig.rejected.isEmpty)
        rig.answer(second)
        #expect(rig.rejected.map(\.code) == [.documentFailed])
        #expect(Set(rig.deliveries.map(\.document.rawValue)) == [1, 2])
        #expect(rig.deliveries.allSatisfy { $0.session == sink })
    }

    @Test("of the document rejects it when nothing else is there to learn from")
    func lastDocument() {
        let rig = Rig()
        _ = rig.sink()
        _ = rig.cleaner()
        rig.admit(1)
        rig.fail(rig.deliveries[0])
        #expect(rig.rejected.map(\.code) == [.documentFailed])
        rig.answer(rig.deliveries[0], layer: nil)
        #expect(rig.finished == [1])
    }

    @Test("of the document is looked at by a second worker before it is rejected for want of others")
    func secondOpinion() {
        let rig = Rig()
        _ = rig.sink()
        _ = rig.cleaner()
        rig.admit(1)
        let first = rig.deliveries[0]
        let second = rig.cleaner()
        rig.fail(first)
        #expect(rig.rejected.isEmpty)
        #expect(rig.deliveries.map(\.session) == [second])
        rig.fail(rig.deliveries[0])
        #expect(rig.rejected.count == 1)
    }

    @Test("is not the document's when its documents come one by one, too: the worker is retired")
    func trickle() {
        let rig = Rig { $0.failureStreakMax = 3 }
        _ = rig.sink()
        let worker = rig.cleaner()
        for number in 1...3 as ClosedRange<UInt64> {
            rig.admit(number)
            rig.fail(rig.deliveries[0])
        }
        #expect(rig.retired == [worker])
        #expect(rig.paused == ["cleaner"])
        #expect(rig.rejected.isEmpty)
    }

    @Test("on everything pauses the stage, and a new worker resumes it with nothing lost")
    func streak() {
        let rig = Rig()
        _ = rig.sink()
        let bad = rig.cleaner()
        for number in 1...30 as ClosedRange<UInt64> { rig.admit(number) }
        while let lease = rig.scheduler.leases.values.min(by: { $0.number < $1.number }), rig.status("cleaner").pausedFor == nil { rig.fail(lease) }
        #expect(rig.paused == ["cleaner"])
        #expect(rig.scheduler.documents.values.allSatisfy { $0.rejection == nil })
        for lease in rig.scheduler.leases.values { rig.fail(lease) }
        _ = rig.cleaner(documents: 100)
        #expect(rig.actions.contains(.resume(group: "cleaner")))
        #expect(rig.deliveries.count == 30)
        #expect(!rig.deliveries.contains { $0.session == bad })
        var layers = 0
        for delivery in rig.deliveries { layers += rig.answer(delivery).contains(.keepLayer(delivery.document, layer: "clean", plugin: "cleaner/1")) ? 1 : 0 }
        #expect(layers == 30)
    }

    @Test("on everything of one worker harms no document while another can do it")
    func blackHole() {
        let rig = Rig()
        _ = rig.sink()
        let bad = rig.cleaner(documents: 1)
        let good = rig.cleaner(documents: 1)
        for number in 1...40 as ClosedRange<UInt64> { rig.admit(number) }
        var turns = 0
        while rig.scheduler.documentsInFlight > 0, turns < 1_000 {
            turns += 1
            for lease in rig.scheduler.leases.values.sorted(by: { $0.number < $1.number }) {
                if lease.session == bad { rig.fail(lease) } else { rig.answer(lease, layer: lease.session == good ? "clean" : nil) }
                #expect(rig.rejected.isEmpty)
            }
        }
        #expect(rig.scheduler.documentsInFlight == 0)
    }

    @Test("of the configuration pauses the stage at once, and blames no document")
    func configuration() {
        let rig = Rig()
        let worker = rig.cleaner()
        rig.admit(1)
        rig.fail(rig.deliveries[0], .pluginUnusable)
        #expect(rig.retired == [worker])
        #expect(rig.paused == ["cleaner"])
        #expect(rig.status("cleaner").pausedFor == "because")
        _ = rig.cleaner()
        #expect(rig.delivered == [1])
        #expect(rig.status("cleaner").pausedFor == nil)
    }

    @Test("of one worker's configuration does not pause the others")
    func oneMisconfigured() {
        let rig = Rig()
        let bad = rig.cleaner(documents: 1)
        rig.admit(1)
        let delivery = rig.deliveries[0]
        let good = rig.cleaner(documents: 1)
        rig.fail(delivery, .pluginUnusable)
        #expect(rig.retired == [bad])
        #expect(rig.paused.isEmpty)
        #expect(rig.deliveries.map(\.session) == [good])
    }

    @Test("of a plugin that nobody waits for rejects nothing")
    func optional() {
        let rig = Rig()
        _ = rig.worker(rig.manifest("topics", writes: "topics"))
        rig.admit(1)
        let delivery = rig.deliveries[0]
        rig.fail(delivery)
        #expect(rig.rejected.isEmpty)
        _ = rig.sink(reads: [])
        #expect(rig.deliveries.map(\.rejection) == [nil])
    }

    @Test("to answer with the right layer is the worker's, and the document is tried again")
    func wrongLayer() {
        let rig = Rig()
        let first = rig.cleaner()
        rig.admit(1)
        let delivery = rig.deliveries[0]
        let second = rig.cleaner()
        rig.answer(delivery, layer: "moods")
        #expect(rig.code(of: delivery) == .some(.layerUnexpected))
        rig.pass(1_000, hearing: [first, second])
        #expect(rig.deliveries.map(\.session) == [second])
    }

    @Test("to read a document sends it to the durable groups, and to no other")
    func rejectedOnAdmission() {
        let rig = Rig()
        let sink = rig.sink(reads: ["clean"])
        _ = rig.cleaner()
        let rejection = Rejection(code: .inputEmpty, reason: "empty")
        rig.admit(1, rejection: rejection)
        #expect(rig.rejected == [rejection])
        #expect(rig.deliveries.map(\.session) == [sink])
        #expect(rig.deliveries[0].rejection == rejection)
        // Whatever it answers, a rejected document gets no layer.
        rig.answer(rig.deliveries[0], layer: "clean")
        #expect(rig.finished == [1])
        #expect(!rig.actions.contains { if case .keepLayer = $0 { true } else { false } })
    }

    @Test("takes a rejected document out of every other worker's hands")
    func withdrawn() {
        let rig = Rig()
        _ = rig.sink(reads: ["clean", "dates"])
        let dates = rig.worker(rig.manifest("dates", writes: "dates"))
        let cleaner = rig.cleaner()
        rig.admit(1)
        let leases = rig.scheduler.leases.values
        let cleaning = leases.first { $0.session == cleaner }!
        rig.fail(leases.first { $0.session == dates }!)
        #expect(rig.rejected.count == 1)
        #expect(rig.actions.contains(.cancel(cleaner, cleaning.number, reason: "the document is rejected")))
        rig.answer(cleaning)
        #expect(rig.code(of: cleaning) == .some(.deliveryStale))
    }
}
