/// Writes a JSON object member by member, in the order given, so that equal values have equal bytes.
public struct JSONObjectWriter {
    private var bytes: [UInt8] = []

    public init(reserving byteCount: Int = 256) {
        bytes.reserveCapacity(byteCount)
    }

    /// Adds a member whose value is JSON already.
    public mutating func add(_ key: String, raw value: some Collection<UInt8>) {
        bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
        bytes += RawJSON.quoted(key)
        bytes.append(UInt8(ascii: ":"))
        bytes += value
    }

    /// Adds a string; nothing for `nil`.
    public mutating func add(_ key: String, _ value: String?) {
        if let value { add(key, raw: RawJSON.quoted(value)) }
    }

    /// Adds an integer.
    public mutating func add(_ key: String, _ value: Int) {
        add(key, raw: Array(String(value).utf8))
    }

    /// Adds an object of raw values, sorted by key.
    public mutating func add(_ key: String, object: [String: [UInt8]]) {
        var inner = JSONObjectWriter()
        for (name, value) in object.sorted(by: { $0.key < $1.key }) { inner.add(name, raw: value) }
        add(key, raw: inner.finished())
    }

    /// The object's bytes if nothing more were added.
    var bytesIfFinished: [UInt8] { bytes.isEmpty ? Array("{}".utf8) : bytes + [UInt8(ascii: "}")] }

    /// The object's bytes.
    public consuming func finished() -> [UInt8] {
        bytesIfFinished
    }
}
