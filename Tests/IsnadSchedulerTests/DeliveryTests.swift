@testable import IsnadScheduler
import IsnadWire
import Testing

@Suite("Documents are delivered") struct DeliveryTests {
    @Test("to a plugin as soon as the layers it reads are there, and no sooner")
    func readiness() {
        let rig = Rig()
        let tagger = rig.worker(rig.manifest("tagger", reads: ["clean"], writes: "entities"))
        let claims = rig.worker(rig.manifest("claims", reads: ["clean", "entities", "dates"], writes: "claims"))
        let dates = rig.worker(rig.manifest("dates", reads: ["clean"], writes: "dates"))
        _ = rig.cleaner()
        rig.admit(1)
        #expect(rig.deliveries.map(\.group) == ["cleaner"])
        rig.answer(rig.deliveries[0])
        #expect(Set(rig.deliveries.map(\.session)) == [tagger, dates])
        #expect(rig.deliveries.allSatisfy { $0.layers == ["clean"] })
        let both = rig.deliveries
        rig.answer(both.first { $0.session == tagger }!, layer: "entities")
        #expect(rig.deliveries.isEmpty)
        rig.answer(both.first { $0.session == dates }!, layer: "dates")
        #expect(rig.deliveries.map(\.session) == [claims])
        #expect(rig.deliveries[0].layers == ["clean", "entities", "dates"])
    }

    @Test("to one member of each group, the one that holds the least")
    func groups() {
        let rig = Rig()
        let first = rig.cleaner()
        let second = rig.cleaner()
        for number in 1...4 { rig.admit(UInt64(number)) }
        let holding = rig.scheduler.sessions.mapValues(\.holding.count)
        #expect(holding[first] == 2 && holding[second] == 2)
    }

    @Test("to a worker that comes later")
    func lateWorker() {
        let rig = Rig()
        rig.admit(1)
        rig.admit(2)
        #expect(rig.deliveries.isEmpty)
        _ = rig.cleaner()
        #expect(rig.delivered == [1, 2])
    }

    @Test("to no plugin whose layer they bring along")
    func layerBroughtAlong() {
        let rig = Rig()
        _ = rig.cleaner()
        let sink = rig.sink()
        rig.admit(1, layers: ["clean"])
        #expect(rig.deliveries.map(\.session) == [sink])
    }

    @Test("with a layer that a plugin only wants if they brought it, whatever the order of events")
    func wants() {
        let rig = Rig()
        _ = rig.cleaner()
        rig.admit(1)
        rig.admit(2, layers: ["clean"])
        let cleaning = rig.scheduler.leases.values.first!
        rig.answer(cleaning)
        _ = rig.worker(rig.manifest("topics", wants: ["clean"], writes: "topics"))
        let layers = Dictionary(uniqueKeysWithValues: rig.deliveries.map { ($0.document.rawValue, $0.layers) })
        #expect(layers == [1: [], 2: ["clean"]])
    }

    @Test("no more of them than credit was granted for")
    func creditInDocuments() {
        let rig = Rig()
        let worker = rig.cleaner(documents: 2)
        for number in 1...3 { rig.admit(UInt64(number)) }
        #expect(rig.scheduler.leaseCount == 2)
        rig.handle(.credit(worker, documents: 3, bytes: 1 << 20))
        #expect(rig.delivered == [3])
        rig.handle(.credit(worker, documents: 0, bytes: 0))
        rig.answer(rig.scheduler.leases.values.min { $0.number < $1.number }!)
        rig.admit(4)
        #expect(rig.deliveries.isEmpty)
    }

    @Test("no more bytes than credit was granted for, but any one to a worker that holds nothing")
    func creditInBytes() {
        let rig = Rig()
        _ = rig.cleaner(bytes: 250)
        rig.admit(1, bytes: 1000)
        #expect(rig.delivered == [1])
        let large = rig.deliveries[0]
        rig.admit(2)
        #expect(rig.deliveries.isEmpty)
        rig.answer(large)
        #expect(rig.delivered == [2])
        rig.admit(3)
        #expect(rig.delivered == [3])
        rig.admit(4)
        #expect(rig.deliveries.isEmpty)
    }

    @Test("oldest first")
    func order() {
        let rig = Rig()
        for number in [3, 1, 2] as [UInt64] { rig.admit(number) }
        _ = rig.cleaner()
        #expect(rig.delivered == [1, 2, 3])
    }

    @Test("not while draining")
    func drain() {
        let rig = Rig()
        _ = rig.cleaner(documents: 1)
        rig.admit(1)
        let delivery = rig.deliveries[0]
        rig.admit(2)
        rig.handle(.drain)
        rig.answer(delivery)
        #expect(rig.deliveries.isEmpty)
        #expect(rig.code(of: delivery) == .some(nil))
        #expect(rig.scheduler.room == (0, 0))
    }

    @Test("and end when every durable group has acknowledged them")
    func ends() {
        let rig = Rig { $0.durableGroups = ["sink", "archive"] }
        let sink = rig.worker(rig.manifest("sink", writes: nil))
        rig.admit(1)
        let first = rig.deliveries[0]
        #expect(first.session == sink)
        rig.answer(first, layer: nil)
        #expect(rig.finished.isEmpty)
        _ = rig.worker(rig.manifest("archive", writes: nil))
        rig.answer(rig.deliveries[0], layer: nil)
        #expect(rig.finished == [1])
        #expect(rig.scheduler.documentsInFlight == 0)
    }

    @Test("and end though the layer of a durable plugin was there when it came")
    func durableLayerBroughtAlong() {
        let rig = Rig { $0.durableGroups = ["sink", "topics"] }
        _ = rig.worker(rig.manifest("sink", writes: nil))
        rig.admit(1, layers: ["topics"])
        rig.answer(rig.deliveries[0], layer: nil)
        #expect(rig.finished.isEmpty)
        _ = rig.worker(rig.manifest("topics", writes: "topics"))
        #expect(rig.scheduler.documentsInFlight == 0)
    }

    @Test("and taken back from a plugin that nobody waits for when they end")
    func cancelledAtTheEnd() {
        let rig = Rig()
        let topics = rig.worker(rig.manifest("topics", writes: "topics"))
        rig.admit(1)
        let slow = rig.deliveries[0]
        _ = rig.sink(reads: [])
        rig.answer(rig.deliveries[0], layer: nil)
        #expect(rig.actions.contains(.cancel(topics, slow.number, reason: "the document is finished")))
        rig.answer(slow, layer: "topics")
        #expect(rig.code(of: slow) == .some(.deliveryStale))
    }

    @Test("within the bounds of documents and bytes in flight")
    func room() {
        let rig = Rig {
            $0.documentsInFlightMax = 2
            $0.bytesInFlightMax = 1000
        }
        #expect(rig.scheduler.room == (2, 1000))
        rig.admit(1, bytes: 300)
        #expect(rig.scheduler.room == (1, 700))
        _ = rig.cleaner()
        rig.answer(rig.deliveries[0], bytes: 50)
        #expect(rig.scheduler.room == (1, 650))
        rig.admit(2, bytes: 900)
        #expect(rig.scheduler.room == (0, 0))
    }
}
