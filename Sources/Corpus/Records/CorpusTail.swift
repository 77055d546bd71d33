import Foundation

/// Reads the counts of an aggregate without reading the aggregate: they are its last member.
public enum CorpusTail {
    /// - Throws: ``CorpusRecordError`` when the file has none.
    public static func counts(of path: String) throws -> [String: Int] {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw CorpusRecordError(reason: "\(path) can't be read") }
        defer { try? handle.close() }
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: size > 4096 ? size - 4096 : 0)
        let tail = [UInt8](try handle.readToEnd() ?? Data())
        let marker = Array(",\n\"counts\":".utf8)
        guard let start = tail.indices.last(where: { tail[$0...].starts(with: marker) }) else {
            throw CorpusRecordError(reason: "\(path) has no counts")
        }
        let object = Array(tail[(start + marker.count)...].dropLast(2))
        return try JSONDecoder().decode([String: Int].self, from: Data(object))
    }
}
