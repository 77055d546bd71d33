import CZeroMQ

/// A refusal by libzmq: which call, about what, and why.
///
/// "Would block" is never one of these: it is `false` or `nil` from the call itself.
public struct ZeroMQError: Error, Hashable, Sendable {
    /// The reason, an `errno` of the system or one of libzmq's own.
    public let code: Code

    /// The libzmq function that refused, for example `zmq_bind`.
    public let operation: String

    /// What it was asked about: an endpoint or an option's name.
    public let subject: String?

    public init(_ code: Code, operation: String, subject: String? = nil) {
        self.code = code
        self.operation = operation
        self.subject = subject
    }

    /// An error number, as zmq_errno(3) returns it.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: Int32
        public init(rawValue: Int32) { self.rawValue = rawValue }

        /// `EACCES`: not permitted (a port below 1024, a folder not writable).
        public static let accessDenied = Code(rawValue: EACCES)
        /// `EADDRINUSE`: another process is bound there.
        public static let addressInUse = Code(rawValue: EADDRINUSE)
        /// `EADDRNOTAVAIL`: this machine has no such address.
        public static let addressNotAvailable = Code(rawValue: EADDRNOTAVAIL)
        /// `ECONNREFUSED`: nothing is bound to that `inproc` name.
        public static let connectionRefused = Code(rawValue: ECONNREFUSED)
        /// `EHOSTUNREACH`: a mandatory ROUTER knows no peer of that routing id.
        public static let hostUnreachable = Code(rawValue: EHOSTUNREACH)
        /// `EINVAL`: malformed endpoint, option, value or key.
        public static let invalid = Code(rawValue: EINVAL)
        /// `EMFILE`: the context has no socket left, or the process no file descriptor.
        public static let tooManySockets = Code(rawValue: EMFILE)
        /// `EMTHREAD`: the context has no I/O thread.
        public static let noThread = Code(rawValue: EMTHREAD)
        /// `ENAMETOOLONG`: an `ipc` path beyond what the system allows (107 bytes on Linux).
        public static let nameTooLong = Code(rawValue: ENAMETOOLONG)
        /// `ENOCOMPATPROTO`: that transport does not carry this kind of socket.
        public static let incompatibleKind = Code(rawValue: ENOCOMPATPROTO)
        /// `ENODEV`: no network interface of that name.
        public static let noDevice = Code(rawValue: ENODEV)
        /// `ENOENT`: no folder for an `ipc` path, or nothing bound or connected to take back.
        public static let notFound = Code(rawValue: ENOENT)
        /// `ENOTSOCK`: the socket was closed.
        public static let socketClosed = Code(rawValue: ENOTSOCK)
        /// `ENOTSUP`: this kind of socket does not do that, or CURVE is not built in.
        public static let notSupported = Code(rawValue: ENOTSUP)
        /// `EPROTONOSUPPORT`: libzmq was built without that transport.
        public static let protocolNotSupported = Code(rawValue: EPROTONOSUPPORT)
        /// `ETERM`: the context was shut down.
        public static let terminated = Code(rawValue: ETERM)
        /// `EFSM`: not this socket's turn (REQ and REP alternate).
        public static let wrongState = Code(rawValue: EFSM)
    }
}

extension ZeroMQError: CustomStringConvertible {
    /// Reason, place and remedy on one line.
    public var description: String {
        let place = subject.map { "\(operation) \($0)" } ?? operation
        let reason = String(cString: zmq_strerror(code.rawValue))
        return code.remedy.map { "\(place): \(reason); \($0)" } ?? "\(place): \(reason)"
    }
}

extension ZeroMQError.Code {
    /// What to do about it, where one answer fits nearly always.
    fileprivate var remedy: String? {
        switch self {
        case .accessDenied: "use a port above 1023, or a folder this user can write to"
        case .addressInUse: "another process is bound there: stop it or choose another endpoint"
        case .addressNotAvailable: "bind to an address of this machine, or to tcp://*:PORT"
        case .connectionRefused: "bind the inproc endpoint before connecting to it"
        case .hostUnreachable: "the peer has gone or never connected: drop its routing id"
        case .invalid: "check the spelling of the endpoint, or the range of the value"
        case .tooManySockets: "close sockets, raise maxSockets, or raise the limit of open files"
        case .noThread: "create the context with at least one I/O thread"
        case .nameTooLong: "shorten the ipc path"
        case .incompatibleKind: "use another transport for this kind of socket"
        case .noDevice: "name an interface or an address of this machine"
        case .notFound: "create the folder of the ipc path, or name an endpoint that is in use"
        case .socketClosed: "this socket was dropped; do not poll it any more"
        case .notSupported: "this kind of socket or this build of libzmq does not do that"
        case .protocolNotSupported: "use a transport of this build of libzmq (tcp, ipc, inproc)"
        case .terminated: "the context was shut down: close the socket"
        case .wrongState: "send and receive in turn, or use DEALER and ROUTER"
        default: nil
        }
    }
}

/// Turns libzmq's "-1 and errno" into a throw.
func check(_ result: Int32, _ operation: String, _ subject: String? = nil) throws(ZeroMQError) {
    if result == -1 { throw lastError(operation, subject) }
}

/// The error of the libzmq call just made by this thread.
func lastError(_ operation: String, _ subject: String? = nil) -> ZeroMQError {
    ZeroMQError(.init(rawValue: zmq_errno()), operation: operation, subject: subject)
}
