import Foundation
import IsnadWire
import Synchronization
import ZeroMQ

/// The thread that computes, beside the one that talks to the coordinator.
///
/// Jobs wait in a queue that the granted credit bounds; outcomes wait in one that the jobs bound.
final class ComputeThread: Sendable {
    private struct State {
        var jobs: [Job] = []
        var outcomes: [Outcome] = []
        var cancelled: Set<UInt64> = []
        var epoch = 0
        var current: [UInt64] = []
        var isEnding = false
        var mustFinish = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)
    private let computation: any Computation
    /// Signalled when an outcome waits.
    let wakeUp: WakeUp

    init(_ computation: any Computation) throws {
        self.computation = computation
        wakeUp = try WakeUp()
        let thread = Thread { [self] in run() }
        thread.name = "compute"
        thread.stackSize = 16 << 20
        thread.start()
    }

    // MARK: The loop's side

    /// Puts jobs into the queue.
    func add(_ job: Job) {
        state.withLock { $0.jobs.append(job) }
        arrivals.signal()
    }

    /// Takes what has been computed.
    func takeOutcomes() -> [Outcome] {
        state.withLock { state in
            defer { state.outcomes.removeAll(keepingCapacity: true) }
            return state.outcomes
        }
    }

    /// Drops every waiting job; those that are computed belong to an earlier epoch.
    func reset(epoch: Int) {
        state.withLock { state in
            state.jobs = []
            state.cancelled = []
            state.epoch = epoch
        }
    }

    /// What a cancelled delivery was doing.
    enum Cancelled {
        /// It waited, and was dropped.
        case dropped
        /// It is being computed, and was told that it is of no more use.
        case computing
        /// Its outcome is there already, or it never was.
        case over
    }

    /// Drops a waiting job, or marks a computed one as of no more use.
    func cancel(_ delivery: UInt64) -> Cancelled {
        state.withLock { state in
            if let place = state.jobs.firstIndex(where: { $0.header.delivery == delivery }) {
                state.jobs.remove(at: place)
                return .dropped
            }
            guard state.current.contains(delivery) else { return .over }
            state.cancelled.insert(delivery)
            return .computing
        }
    }

    /// Whether a delivery is being computed right now.
    func isComputing(_ delivery: UInt64) -> Bool {
        state.withLock { $0.current.contains(delivery) }
    }

    /// Whether anything waits or is being computed.
    var isBusy: Bool { state.withLock { !$0.jobs.isEmpty || !$0.current.isEmpty || !$0.outcomes.isEmpty } }

    /// Lets the thread end after what it computes; waiting jobs are dropped when `droppingJobs`.
    func end(droppingJobs: Bool, finish: Bool) {
        state.withLock { state in
            if droppingJobs { state.jobs = [] }
            state.isEnding = true
            state.mustFinish = finish
        }
        arrivals.signal()
    }

    // MARK: The computing side

    private func run() {
        var hasIdled = false
        while true {
            if arrivals.wait(timeout: .now() + .seconds(1)) == .timedOut, !hasIdled {
                hasIdled = true
                attempt { try computation.idle() }
                continue
            }
            let (jobs, isEnding, mustFinish) = state.withLock { state in
                let jobs = Array(state.jobs.prefix(computation.batchCountMax))
                state.jobs.removeFirst(jobs.count)
                state.current = jobs.map(\.header.delivery)
                return (jobs, state.isEnding && jobs.isEmpty, state.mustFinish)
            }
            if !jobs.isEmpty {
                hasIdled = false
                computation.perform(jobs, lease: lease, post: post)
                state.withLock { state in
                    state.cancelled.subtract(state.current)
                    state.current = []
                }
                wakeUp.signal()
            } else if isEnding {
                if mustFinish { attempt { try computation.finish() } }
                post(.finished)
                return
            }
            // The signal to end may have been used up while jobs were left.
            if state.withLock({ $0.isEnding }) { arrivals.signal() }
        }
    }

    private func attempt(_ body: () throws -> Void) {
        do { try body() } catch { post(.fatal("\(error)")) }
    }

    private func post(_ outcome: Outcome) {
        state.withLock { $0.outcomes.append(outcome) }
        wakeUp.signal()
    }

    private func lease(for job: Job) -> Lease {
        Lease(
            onExtend: { [self] in
                let isFirst = state.withLock { state in
                    let waiting = state.outcomes.contains { if case .extend = $0 { true } else { false } }
                    if !waiting { state.outcomes.append(.extend(epoch: job.epoch, delivery: job.header.delivery)) }
                    return !waiting
                }
                if isFirst { wakeUp.signal() }
            },
            isCancelled: { [self] in
                state.withLock { $0.epoch != job.epoch || $0.cancelled.contains(job.header.delivery) }
            })
    }
}
