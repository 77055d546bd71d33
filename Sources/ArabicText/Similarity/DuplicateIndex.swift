/// Finds, among fingerprints already seen, the one a new text is a copy of.
///
/// Bins are taken four at a time as bands; two texts that agree on a whole band are compared in full. Copies that
/// resemble each other by 0.8 share one of the sixteen bands nearly always, by 0.6 nine times in ten; the earliest copy
/// added is the original.
public struct DuplicateIndex: Sendable {
    private var bands: [UInt64: [Int32]] = [:]
    private var fingerprints: [TextFingerprint] = []
    private var identifiers: [String] = []

    /// Bins in a band.
    static let bandLength = 4
    /// Documents kept under one band; more would be a page's furniture, not an article.
    static let bandCountMax = 64

    public init() {}

    /// Adds a document.
    /// - Returns: the identifier of the first document added before it that it is a copy of, or `nil`.
    public mutating func add(_ fingerprint: TextFingerprint, identifier: String) -> String? {
        let number = Int32(fingerprints.count)
        fingerprints.append(fingerprint)
        identifiers.append(identifier)
        var original: Int32?
        for key in Self.bandKeys(fingerprint) {
            for candidate in bands[key] ?? [] where candidate < (original ?? .max) && fingerprints[Int(candidate)].isDuplicate(of: fingerprint) {
                original = candidate
            }
            if bands[key, default: []].count < Self.bandCountMax { bands[key, default: []].append(number) }
        }
        return original.map { identifiers[Int($0)] }
    }

    private static func bandKeys(_ fingerprint: TextFingerprint) -> [UInt64] {
        var keys: [UInt64] = []
        var at = 0
        while at < TextFingerprint.binCount {
            var key: UInt64 = 0
            var filled = 0
            for bin in fingerprint.bins[at..<(at + bandLength)] {
                key = key << 16 | UInt64(bin)
                if bin != 0 { filled += 1 }
            }
            // A band of four bins fills the key; its place goes in by a turn of the bits.
            if filled >= 2 { keys.append((key ^ UInt64(at) &* 0x9E37_79B9_7F4A_7C15)) }
            at += bandLength
        }
        return keys
    }
}
