@testable import IsnadScheduler
import IsnadWire

/// A worker's process in the simulated world: what the SDK does, and everything that can go wrong with it.
struct SimulatedWorker {
    let stage: Stage
    var temper: Temper
    var version = 1
    /// Counts lives and stays: what was planned for an earlier one does not happen any more.
    var epoch = 0
    var isAlive = false
    var session: SessionNumber?
    /// Its messages are lost, and those to it.
    var isCut = false
    /// It hangs on something, and goes on to answer pings.
    var isHung = false
    var queue: [Delivery] = []
    var computing: Delivery?

    mutating func forget() {
        epoch += 1
        session = nil
        isCut = false
        isHung = false
        queue = []
        computing = nil
    }
}
