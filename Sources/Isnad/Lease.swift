/// A plugin's hold on the document it computes.
///
/// Work that takes longer than the coordinator's lease calls ``extend()`` from the thread that computes, so that a
/// plugin that hangs is found out.
public struct Lease: Sendable {
    private let onExtend: @Sendable () -> Void
    private let checkCancelled: @Sendable () -> Bool

    init(onExtend: @escaping @Sendable () -> Void = {}, isCancelled: @escaping @Sendable () -> Bool = { false }) {
        self.onExtend = onExtend
        checkCancelled = isCancelled
    }

    /// A lease that never ends, as in `--stdio` mode and in tests.
    public static let unbounded = Lease()

    /// Says that the work goes on. Cheap enough to call often.
    public func extend() { onExtend() }

    /// Whether nobody waits for the result any more.
    public var isCancelled: Bool { checkCancelled() }
}
