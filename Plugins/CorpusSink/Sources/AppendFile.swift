import Corpus
import Foundation

/// A file that grows by whole lines, each durable before it counts.
struct AppendFile: ~Copyable {
    private let path: String
    private var descriptor: Int32
    private(set) var byteCount: Int
    private var buffer: [UInt8] = []

    /// Opens a file and cuts off a last line that a crash left unfinished.
    /// - Parameter check: whether a line is whole; given each line with its offset, in order.
    init(_ path: String, check: (_ line: [UInt8], _ offset: Int) -> Bool) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CorpusFolderError(reason: "\(path) can't be written: \(String(cString: strerror(errno)))") }
        let byteCount: Int
        do {
            byteCount = try Self.wholeLinesEnd(of: descriptor, path, check)
            guard ftruncate(descriptor, off_t(byteCount)) == 0 else {
                throw CorpusFolderError(reason: "\(path) can't be written: \(String(cString: strerror(errno)))")
            }
        } catch {
            close(descriptor)
            throw error
        }
        self.byteCount = byteCount
        self.path = path
        self.descriptor = descriptor
    }

    private static func wholeLinesEnd(of descriptor: Int32, _ path: String, _ check: ([UInt8], Int) -> Bool) throws -> Int {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        lseek(descriptor, 0, SEEK_SET)
        var reader = LineReader(descriptor: descriptor, byteCountMax: Int.max)
        var offset = 0
        while case .bytes(let line)? = try reader.next() {
            let end = offset + line.count + 1
            if end > size { break }
            guard check(line, offset) else {
                // Only the last line can be torn; an earlier one that can't be read is damage, and is not cut off.
                if end == size { break }
                throw CorpusFolderError(reason: "\(path) is damaged at byte \(offset); run `isnad verify`, or choose another folder")
            }
            offset = end
        }
        return offset
    }

    deinit { close(descriptor) }

    /// Adds a line to the next flush.
    /// - Returns: the offset where it will stand.
    mutating func add(_ line: [UInt8]) -> Int {
        let offset = byteCount + buffer.count
        buffer += line
        buffer.append(0x0A)
        return offset
    }

    /// Writes and syncs what was added. When this throws, the file is as it was, and what was added is forgotten.
    mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        defer { buffer.removeAll(keepingCapacity: true) }
        var written = 0
        while written < buffer.count {
            let got = buffer[written...].withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(byteCount + written)) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { try giveUp(errno) }
            written += got
        }
        guard fdatasync(descriptor) == 0 else { try giveUp(errno) }
        byteCount += buffer.count
    }

    /// Writes the file anew with the lines that are to stay, and puts it in its place at once.
    mutating func rewrite(keeping isKept: ([UInt8]) -> Bool) throws {
        let temporary = path + ".writing"
        unlink(temporary)
        var copy = try AppendFile(temporary) { _, _ in true }
        lseek(descriptor, 0, SEEK_SET)
        var reader = LineReader(descriptor: descriptor, byteCountMax: Int.max)
        while case .bytes(let line)? = try reader.next() {
            if isKept(line) { _ = copy.add(line) }
        }
        try copy.flush()
        guard rename(temporary, path) == 0 else { throw CorpusFolderError(reason: "\(path) can't be written: \(String(cString: strerror(errno)))") }
        swap(&descriptor, &copy.descriptor)
        byteCount = copy.byteCount
    }

    private func giveUp(_ code: Int32) throws -> Never {
        _ = ftruncate(descriptor, off_t(byteCount))
        throw CorpusFolderError(reason: "\(path) can't be written: \(String(cString: strerror(code)))")
    }

    /// Reads bytes that were flushed.
    func read(offset: Int, count: Int) throws -> [UInt8] {
        var done = 0
        var bytes = [UInt8](repeating: 0, count: count)
        while done < count {
            let got = bytes[done...].withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(offset + done)) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw CorpusFolderError(reason: "\(path) ends before byte \(offset + count)") }
            done += got
        }
        return bytes
    }
}
