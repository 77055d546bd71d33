import Foundation

/// Lines of a file descriptor, one at a time, each of bounded length.
public struct LineReader: ~Copyable {
    private let descriptor: Int32
    private let byteCountMax: Int
    private var buffer: [UInt8] = []
    private var head = 0
    private var scanned = 0
    private var isAtEnd = false

    /// A reader that borrows a descriptor; the caller closes it.
    /// - Parameter byteCountMax: the longest line, in bytes without its line break.
    public init(descriptor: Int32, byteCountMax: Int) {
        self.descriptor = descriptor
        self.byteCountMax = byteCountMax
    }

    /// One line as it was read.
    public enum Line: Sendable, Equatable {
        /// The bytes without `\n` or `\r\n`.
        case bytes([UInt8])
        /// A line past the bound, whose bytes were skipped.
        case tooLong
    }

    /// The next line, waiting for it if need be; `nil` at the end.
    /// - Throws: `POSIXError` when reading fails.
    public mutating func next() throws -> Line? {
        var isTooLong = false
        while true {
            if let newline = buffer[scanned...].firstIndex(of: 0x0A) {
                var line = Array(buffer[head..<newline])
                head = newline + 1
                scanned = head
                if line.last == 0x0D { line.removeLast() }
                return isTooLong || line.count > byteCountMax ? .tooLong : .bytes(line)
            }
            buffer.removeSubrange(..<head)
            head = 0
            if buffer.count > byteCountMax {
                isTooLong = true
                buffer.removeAll()
            }
            scanned = buffer.count
            if isAtEnd {
                defer { (buffer, scanned) = ([], 0) }
                if isTooLong { return .tooLong }
                return buffer.isEmpty ? nil : .bytes(buffer)
            }
            try fill()
        }
    }

    private mutating func fill() throws {
        let chunk = 1 << 16
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { target, count in
            var result: Int
            repeat { result = read(descriptor, target.baseAddress, chunk) } while result < 0 && errno == EINTR
            if result < 0 { failure = errno }
            count = max(0, result)
        }
        if failure != 0 { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        isAtEnd = bytes.isEmpty
        buffer += bytes
    }
}
