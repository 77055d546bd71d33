import Foundation
import IsnadScheduler
import IsnadWire
import ZeroMQ

/// Who is at the other end of the work socket: routing ids to sessions and back.
struct Peers {
    struct Peer {
        var routingId: Frame
        var worker: String
        var manifest: Manifest
    }

    private(set) var bySession: [SessionNumber: Peer] = [:]
    private var byRoutingId: [[UInt8]: SessionNumber] = [:]
    private var last: UInt64 = 0

    func session(of routingId: Frame) -> SessionNumber? { byRoutingId[routingId.bytes] }

    /// The session of another connection of the same worker process, which is over when that says HELLO again.
    func session(ofWorker name: String) -> SessionNumber? {
        bySession.first { $0.value.worker == name }?.key
    }

    mutating func add(_ routingId: Frame, _ hello: Message.Hello) -> SessionNumber {
        last += 1
        let session = SessionNumber(last)
        let own = routingId.detached()
        bySession[session] = Peer(routingId: own, worker: hello.worker, manifest: hello.manifest)
        byRoutingId[own.bytes] = session
        return session
    }

    mutating func remove(_ session: SessionNumber) -> Peer? {
        guard let peer = bySession.removeValue(forKey: session) else { return nil }
        if byRoutingId[peer.routingId.bytes] == session { byRoutingId[peer.routingId.bytes] = nil }
        return peer
    }

    /// Sessions in order of arrival.
    var sessions: [SessionNumber] { bySession.keys.sorted() }
}
