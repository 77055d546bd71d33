import Foundation

/// The lines that others append to a file, from its end on.
struct GrowingLines {
    private let path: String
    private var offset: UInt64

    init(_ path: String) {
        self.path = path
        offset = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64) ?? 0
    }

    /// The whole lines added since the last call.
    mutating func next() -> [ArraySlice<UInt8>] {
        guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? handle.close() }
        guard (try? handle.seek(toOffset: offset)) != nil, let data = try? handle.readToEnd(), let end = data.lastIndex(of: 0x0A) else { return [] }
        let whole = [UInt8](data[...end])
        offset += UInt64(whole.count)
        return whole.split(separator: 0x0A)
    }
}
