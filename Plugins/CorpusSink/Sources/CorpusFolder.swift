import Foundation

/// The output folder, held by one sink at a time.
final class CorpusFolder: Sendable {
    private let folder: String
    private let lock: Int32

    /// Makes the folder if it is missing, and locks it.
    /// - Throws: ``CorpusFolderError``.
    init(_ folder: String) throws {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CorpusFolderError(reason: "the folder \(folder) can't be made: \((error as NSError).localizedDescription)")
        }
        lock = open("\(folder)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw CorpusFolderError(reason: "the folder \(folder) is not writable: \(String(cString: strerror(errno)))") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw CorpusFolderError(reason: "another sink writes to \(folder); stop it, or choose another folder")
        }
    }

    deinit { close(lock) }

    func path(of name: String) -> String { "\(folder)/\(name)" }
}

/// Why the corpus can't be written.
struct CorpusFolderError: Error, Equatable, CustomStringConvertible {
    var reason: String
    var description: String { reason }
}
