import Foundation
import Synchronization

/// Keeps a second coordinator away from an `ipc` endpoint, which libzmq would let it take over, or from a state folder.
final class EndpointLock: Sendable {
    private let descriptor: Int32

    struct Taken: Error, CustomStringConvertible {
        var path: String
        var description: String { "another coordinator uses \(path); stop it, or choose another endpoint or state folder" }
    }

    /// - Throws: ``Taken``, or `POSIXError` when the lock file can't be made.
    init(path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Taken(path: path)
        }
    }

    /// A lock beside an `ipc` socket; other transports refuse a second bind themselves.
    convenience init?(endpoint: String) throws {
        guard endpoint.hasPrefix("ipc://") else { return nil }
        try self.init(path: endpoint.dropFirst("ipc://".count) + ".lock")
    }

    deinit { close(descriptor) }
}

/// A wish to finish, set on one thread and read on another.
final class FinishFlag: Sendable {
    private let value = Atomic<Bool>(false)
    func set() { value.store(true, ordering: .releasing) }
    var isSet: Bool { value.load(ordering: .acquiring) }
}
