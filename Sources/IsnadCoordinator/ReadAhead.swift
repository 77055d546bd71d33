import Foundation
import Intake
import Ledger
import Synchronization
import ZeroMQ

/// Reads the files of a run on a thread of its own, only as far ahead as the loop takes them.
final class ReadAhead: Sendable {
    private struct State {
        var queue: [Incoming] = []
        var bytesQueued = 0
        var filesRead = 0
        var isExhausted = false
        var isStopped = false
    }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let inputs: InputList
    private let sizeLimit: Int
    /// Signalled when documents wait.
    let wakeUp: WakeUp

    static let queueCountMax = 64
    static let queueBytesMax = 32 << 20

    init(_ inputs: InputList, sizeLimit: Int) throws {
        self.inputs = inputs
        self.sizeLimit = sizeLimit
        wakeUp = try WakeUp()
        Thread.detachNewThread { [self] in read() }
    }

    /// Files in all, files read so far, and whether everything was taken.
    var progress: (files: Int, filesRead: Int, isExhausted: Bool) {
        state.withLock { (inputs.files.count, $0.filesRead, $0.isExhausted && $0.queue.isEmpty) }
    }

    /// Takes waiting documents while there is room for them.
    func take(documents: Int, bytes: Int) -> [Incoming] {
        let taken = state.withLock { state in
            var taken: [Incoming] = []
            var left = bytes
            while taken.count < documents, let next = state.queue.first, taken.isEmpty ? left > 0 : next.byteCount <= left {
                left -= next.byteCount
                state.bytesQueued -= next.byteCount
                taken.append(state.queue.removeFirst())
            }
            return taken
        }
        for _ in taken { room.signal() }
        return taken
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }

    // MARK: The reading side

    private func read() {
        var reader = InputReader(inputs, sizeLimit: sizeLimit)
        while let input = reader.next() {
            let filesRead = reader.filesRead
            guard put(Incoming(input)) else { return }
            state.withLock { $0.filesRead = filesRead }
        }
        let filesRead = reader.filesRead
        state.withLock { state in
            state.filesRead = filesRead
            state.isExhausted = true
        }
        wakeUp.signal()
    }

    /// - Returns: `false` when the reader was stopped.
    private func put(_ incoming: Incoming) -> Bool {
        while true {
            let (isStopped, isFull) = state.withLock { state in
                let isFull = state.queue.count >= Self.queueCountMax
                    || (!state.queue.isEmpty && state.bytesQueued + incoming.byteCount > Self.queueBytesMax)
                if !isFull {
                    state.queue.append(incoming)
                    state.bytesQueued += incoming.byteCount
                }
                return (state.isStopped, isFull)
            }
            if isStopped { return false }
            if !isFull {
                wakeUp.signal()
                return true
            }
            room.wait()
        }
    }
}
