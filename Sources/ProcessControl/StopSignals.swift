import Foundation
import Synchronization

/// SIGINT and SIGTERM, and the end of a supervising parent, told to a loop.
///
/// The signals are blocked in every thread and taken by one that waits for them, so no code runs in a signal handler.
/// Make it before any other thread. A second signal ends the process at once.
public final class StopSignals: Sendable {
    private let stopped = Atomic<Bool>(false)
    private let onStop: @Sendable () -> Void

    /// - Parameters:
    ///   - watchingStandardInput: whether the end of standard input stops, too: a supervisor holds its other end, so
    ///     that nothing outlives it, however it ends.
    ///   - onByte: called for every byte that the supervisor writes there, on a thread of its own.
    ///   - onStop: called once, on a thread of its own; wakes the loop.
    public init(watchingStandardInput: Bool = false, onByte: @escaping @Sendable (UInt8) -> Void = { _ in },
                onStop: @escaping @Sendable () -> Void) {
        self.onStop = onStop
        signal(SIGPIPE, SIG_IGN)
        pthread_sigmask(SIG_BLOCK, [Self.awaited], nil)
        Thread.detachNewThread { [self] in
            var awaited = Self.awaited
            var received: Int32 = 0
            while true {
                guard sigwait(&awaited, &received) == 0 else { continue }
                if !stop() { _exit(130) }
            }
        }
        if watchingStandardInput {
            Thread.detachNewThread { [self] in
                Self.readInput(onByte)
                _ = stop()
                // A process that does not manage to stop must not stay behind.
                sleep(Self.orphanSecondsMax)
                _exit(75)
            }
        }
    }

    /// How long a process may outlive its supervisor.
    static let orphanSecondsMax: UInt32 = 10

    /// Whether it was told to stop.
    public var isStopped: Bool { stopped.load(ordering: .acquiring) }

    private static var awaited: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        return signals
    }

    private static func readInput(_ onByte: (UInt8) -> Void) {
        var byte: UInt8 = 0
        while true {
            let got = read(STDIN_FILENO, &byte, 1)
            if got == 1 { onByte(byte) }
            if got == 0 || (got < 0 && errno != EINTR) { return }
        }
    }

    /// - Returns: whether this was the first time.
    private func stop() -> Bool {
        guard !stopped.exchange(true, ordering: .acquiringAndReleasing) else { return false }
        onStop()
        return true
    }
}
