@testable import IsnadScheduler
import IsnadWire
import Testing

@Suite("A document in the hands of a worker that died") struct SuspectTests {
    @Test("is delivered alone, and nothing else with it, until the worker has answered")
    func alone() {
        let rig = Rig()
        let first = rig.cleaner()
        for number in 1...3 { rig.admit(UInt64(number)) }
        rig.handle(.lost(first, reason: "silent"))
        let second = rig.cleaner()
        #expect(rig.delivered == [1])
        rig.admit(4)
        #expect(rig.deliveries.isEmpty)
        rig.answer(rig.scheduler.leases.values.first!)
        #expect(rig.delivered == [2])
        rig.answer(rig.deliveries[0])
        #expect(rig.delivered == [3])
        rig.answer(rig.deliveries[0])
        #expect(rig.delivered == [4])
        #expect(rig.scheduler.sessions[second]!.holding.count == 1)
    }

    @Test("waits until a busy worker is empty, while others go on")
    func emptied() {
        let rig = Rig()
        let dying = rig.cleaner(documents: 1)
        rig.admit(1)
        let busy = [rig.cleaner(documents: 2), rig.cleaner(documents: 3)]
        for number in 2...5 { rig.admit(UInt64(number)) }
        rig.handle(.lost(dying, reason: "silent"))
        #expect(rig.deliveries.isEmpty)
        rig.admit(6)
        #expect(rig.deliveries.map(\.session) == [busy[1]])
        let held = rig.scheduler.leases.values.filter { $0.session == busy[0] }.sorted { $0.number < $1.number }
        rig.answer(held[0])
        #expect(rig.deliveries.isEmpty)
        rig.answer(held[1])
        #expect(rig.deliveries.map(\.session) == [busy[0]])
        #expect(rig.delivered == [1])
    }

    @Test("is rejected as poison once it was alone in the hands of three that died")
    func poison() {
        let rig = Rig()
        let sink = rig.sink()
        rig.admit(1)
        for death in 1...3 {
            let worker = rig.cleaner()
            #expect(rig.delivered == [1])
            rig.handle(.lost(worker, reason: "killed"))
            #expect(rig.rejected.count == (death == 3 ? 1 : 0))
        }
        #expect(rig.rejected.first?.code == .poison)
        #expect(rig.deliveries.map(\.session) == [sink])
        #expect(rig.deliveries[0].rejection?.code == .poison)
    }

    @Test("is rejected as poison when it makes three workers hang")
    func hangs() {
        let rig = Rig()
        let sink = rig.sink()
        rig.admit(1)
        var sessions = [sink]
        for _ in 1...3 {
            sessions.append(rig.cleaner())
            rig.pass(31_000, hearing: sessions)
        }
        #expect(rig.rejected.map(\.code) == [.poison])
    }

    @Test("is not blamed for what its neighbour did")
    func innocentNeighbours() {
        let rig = Rig()
        _ = rig.sink()
        for number in 1...5 { rig.admit(UInt64(number)) }
        // Document 3 kills whoever has it.
        var rejected: [Rejection] = []
        for _ in 1...8 {
            let worker = rig.cleaner()
            while let lease = rig.scheduler.leases.values.filter({ $0.session == worker }).min(by: { $0.number < $1.number }) {
                let kills = rig.scheduler.leases.values.contains { $0.session == worker && $0.document.rawValue == 3 }
                if kills { rig.handle(.lost(worker, reason: "killed")) } else { rig.answer(lease) }
                rejected += rig.rejected
                if kills { break }
            }
        }
        #expect(rejected.map(\.code) == [.poison])
        for (number, document) in rig.scheduler.documents {
            #expect((document.rejection != nil) == (number.rawValue == 3))
            #expect(document.layers == (number.rawValue == 3 ? [] : ["clean"]))
        }
    }

    @Test("is not alone beside a delivery whose lease was over")
    func staleCompany() {
        let rig = Rig()
        _ = rig.sink(reads: ["clean", "dates"])
        let dates = rig.worker(rig.manifest("dates", writes: "dates"))
        let cleaner = rig.cleaner()
        rig.admit(1)
        rig.admit(2)
        // The date resolver refuses the first; the cleaner still works on it when it dies.
        let leases = rig.scheduler.leases.values
        rig.answer(leases.first { $0.session == dates && $0.document.rawValue == 2 }!, layer: "dates")
        rig.fail(leases.first { $0.session == dates && $0.document.rawValue == 1 }!)
        #expect(rig.rejected.count == 1)
        rig.handle(.lost(cleaner, reason: "killed"))
        #expect(rig.scheduler.documents[DocumentNumber(2)]!.stages[rig.scheduler.groupIndex["cleaner"]!].deaths == 0)
    }

    @Test("is not blamed if it never reached the worker")
    func undelivered() {
        let rig = Rig()
        let cleaner = rig.cleaner()
        rig.admit(1)
        rig.handle(.undelivered(cleaner, rig.deliveries[0].number))
        rig.handle(.lost(cleaner, reason: "can't be reached"))
        let stage = rig.scheduler.documents[DocumentNumber(1)]!.stages[rig.scheduler.groupIndex["cleaner"]!]
        #expect(!stage.isSuspect && stage.deaths == 0)
        _ = rig.cleaner()
        #expect(rig.delivered == [1])
    }

    @Test("comes back without blame from one that says goodbye")
    func goodbye() {
        let rig = Rig()
        let leaving = rig.cleaner()
        rig.admit(1)
        rig.admit(2)
        rig.handle(.goodbye(leaving))
        _ = rig.cleaner()
        #expect(rig.delivered == [1, 2])
    }

    @Test("kills workers of a plugin that nobody waits for without leaving the corpus")
    func optionalPlugin() {
        let rig = Rig()
        _ = rig.sink(reads: [])
        rig.handle(.credit(SessionNumber(1), documents: 0, bytes: 0))
        rig.admit(1)
        for _ in 1...3 { rig.handle(.lost(rig.worker(rig.manifest("topics", writes: "topics")), reason: "killed")) }
        #expect(rig.rejected.isEmpty)
        rig.handle(.credit(SessionNumber(1), documents: 1, bytes: 1))
        #expect(rig.deliveries.map(\.rejection) == [nil])
    }

    @Test("pauses a plugin that dies of every document, instead of rejecting them all")
    func diesOfEverything() {
        let rig = Rig { $0.failureStreakMax = 4 }
        _ = rig.sink()
        for number in 1...10 { rig.admit(UInt64(number)) }
        var deaths = 0
        while rig.status("cleaner", isKnown: deaths > 0)?.pausedFor == nil, deaths < 100 {
            rig.handle(.lost(rig.cleaner(documents: 1), reason: "killed"))
            deaths += 1
        }
        #expect(deaths == 12)
        #expect(rig.scheduler.documents.values.allSatisfy { $0.rejection == nil })
        // A worker that can do it: what looked like poison is tried last.
        _ = rig.cleaner(documents: 1)
        #expect(rig.delivered == [5])
    }

    @Test("kills the workers of a durable group as often as it likes: it is never given up")
    func durable() {
        let rig = Rig()
        rig.admit(1, layers: ["clean"])
        for _ in 1...20 {
            let sink = rig.sink()
            #expect(rig.delivered == [1])
            rig.handle(.lost(sink, reason: "killed"))
        }
        #expect(rig.rejected.isEmpty)
    }
}

extension Rig {
    func status(_ group: String, isKnown: Bool) -> Scheduler.GroupStatus? { isKnown ? status(group) : nil }
}
