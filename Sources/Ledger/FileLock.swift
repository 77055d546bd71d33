import Foundation

/// Keeps a second coordinator away from an `ipc` endpoint, which libzmq would let it take over, or from a state folder.
package final class FileLock: Sendable {
    private let descriptor: Int32

    package struct Taken: Error, CustomStringConvertible {
        package var path: String
        package var description: String { "another coordinator uses \(path); stop it, or choose another endpoint or state folder" }
    }

    /// - Throws: ``Taken``, or `POSIXError` when the lock file can't be made.
    package init(path: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw Taken(path: path)
        }
    }

    /// A lock beside an `ipc` socket; other transports refuse a second bind themselves.
    package convenience init?(endpoint: String) throws {
        guard endpoint.hasPrefix("ipc://") else { return nil }
        try self.init(path: endpoint.dropFirst("ipc://".count) + ".lock")
    }

    deinit { close(descriptor) }
}
