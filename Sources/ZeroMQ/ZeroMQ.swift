import CZeroMQ

/// Facts about the libzmq that this process runs with.
///
/// The type has the module's name; where `Context` or `Frame` clash with another module's,
/// write `ZeroMQ::Context` (a module selector).
public enum ZeroMQ {
    /// The version of the library loaded now, which may differ from the one compiled against.
    ///
    /// Source: zmq_version(3).
    public static var version: ZeroMQVersion {
        var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
        zmq_version(&major, &minor, &patch)
        return ZeroMQVersion(major: Int(major), minor: Int(minor), patch: Int(patch))
    }

    /// Whether CURVE encryption was built in. Without it, key pairs and CURVE options throw.
    ///
    /// Source: zmq_has(3), `"curve"`.
    public static var hasCurve: Bool { zmq_has("curve") == 1 }

    /// Whether `ipc://` endpoints work on this platform.
    ///
    /// Source: zmq_has(3), `"ipc"`.
    public static var hasIPC: Bool { zmq_has("ipc") == 1 }
}

/// The version of libzmq, ordered as versions are.
public struct ZeroMQVersion: Comparable, Hashable, Sendable, CustomStringConvertible {
    public let major: Int
    public let minor: Int
    public let patch: Int

    public init(major: Int, minor: Int, patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    /// For example `4.3.4`.
    public var description: String { "\(major).\(minor).\(patch)" }
}
