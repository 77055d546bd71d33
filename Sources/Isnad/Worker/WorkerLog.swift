import Foundation

/// What a worker says to people, on standard error, a line at a time.
struct WorkerLog: Sendable {
    let plugin: String

    func say(_ message: String) {
        FileHandle.standardError.write(Data("\(plugin): \(message)\n".utf8))
    }
}
