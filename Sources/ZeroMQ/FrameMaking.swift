import CZeroMQ

extension Frame {
    /// From this many bytes on, ``init(_:)-([UInt8])`` shares an array instead of copying it.
    public static let adoptedByteCountMin = 2048

    /// An empty frame.
    public init() {
        self.init(filled: .make(zmq_msg_init))
    }

    /// A frame of these bytes.
    ///
    /// ``adoptedByteCountMin`` bytes or more are not copied: the frame keeps the array until the last peer's
    /// copy is sent. Changing your array meanwhile is safe: it copies itself first.
    public init(_ bytes: [UInt8]) {
        guard bytes.count >= Self.adoptedByteCountMin else {
            self = bytes.withUnsafeBytes { Frame(copying: $0) }
            return
        }
        let owner = ArrayOwner(bytes)
        self.init(unsafeBytes: owner.unsafeBytes, keptAliveBy: owner)
    }

    /// A frame of a copy of these bytes.
    public init(copying bytes: UnsafeRawBufferPointer) {
        self.init(byteCount: bytes.count) { $0.copyMemory(from: bytes) }
    }

    /// A frame of a text's UTF-8, copied.
    public init(_ text: String.UTF8View) {
        let fast = text.withContiguousStorageIfAvailable { Frame(copying: UnsafeRawBufferPointer($0)) }
        self = fast ?? Frame(Array(text))
    }

    /// A frame of a text's UTF-8, copied.
    public init(_ text: String) {
        self.init(text.utf8)
    }

    /// A frame written in place: one allocation, no copy.
    /// - Parameters:
    ///   - byteCount: the frame's size.
    ///   - write: must write every byte; what it leaves out is whatever the memory held.
    public init<Failure: Error>(
        byteCount: Int, initializingWith write: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(byteCount >= 0, "a frame cannot have \(byteCount) bytes")
        let storage = FrameStorage.make { zmq_msg_init_size($0, byteCount) }
        try write(UnsafeMutableRawBufferPointer(start: zmq_msg_data(storage.message), count: byteCount))
        self.init(filled: storage)
    }

    /// A frame of memory that somebody else owns, such as a mapped file; not copied.
    /// - Parameters:
    ///   - bytes: must stay where they are, unchanged, as long as `owner` lives.
    ///   - owner: released exactly once, when the last copy of the frame here and in libzmq's queues is gone, on
    ///     whatever thread that is. It must not wait, and must not hold a socket or the context.
    ///
    /// Source: zmq_msg_init_data(3).
    public init(unsafeBytes bytes: UnsafeRawBufferPointer, keptAliveBy owner: some AnyObject & Sendable) {
        let retained = Unmanaged<AnyObject>.passRetained(owner).toOpaque()
        // libzmq takes a mutable pointer but writes to no body that it sends.
        let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        self.init(
            filled: .make {
                zmq_msg_init_data(
                    $0, start, bytes.count, { _, owner in Unmanaged<AnyObject>.fromOpaque(owner!).release() }, retained)
            })
    }
}

/// Keeps an array as long as libzmq uses its bytes.
private final class ArrayOwner: Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Outlives its closure on this rule: the elements of an array sit in one native heap buffer, which stays in
    /// place while it is referenced and not written to; `bytes` is that reference, and is never written to.
    var unsafeBytes: UnsafeRawBufferPointer {
        bytes.withUnsafeBytes { $0 }
    }
}
