/// A word as look-ups see it: up to 18 folded letters packed into 16 bytes.
///
/// Two spellings that ``LetterFolding`` makes one have equal keys. Taking letters off either end is a shift, so
/// proclitics and endings are tried without allocating. A longer word, or one of another script, keeps a 63-bit hash in
/// place of its letters: it can be looked up but has no letters.
///
///     WordKey("الأُولى") == WordKey("الاولي")   // true
public struct WordKey: Hashable, Sendable {
    // Nine letters of seven bits each, first letter on top; the top bit of `high` marks a hash.
    private var high: UInt64
    private var low: UInt64

    /// The most letters a key can spell.
    public static let lengthMax = 18

    /// The key of no letters.
    public static let empty = WordKey(high: 0, low: 0)

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The key of a word.
    public init(_ word: some StringProtocol) {
        self.init(Array(word.unicodeScalars)[...])
    }

    /// The key of the word that some scalars spell.
    public init(_ scalars: ArraySlice<Unicode.Scalar>) {
        self = scalars.withUnsafeBufferPointer { scalars in
            LetterFolding.table.withUnsafeBufferPointer { WordKey(scalars, table: $0) }
        }
    }

    init(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, table: UnsafeBufferPointer<UInt8>) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var count = 0
        for scalar in scalars {
            let code = LetterFolding.code(of: scalar, table: table)
            if code == LetterFolding.ignored { continue }
            guard code != LetterFolding.foreign, count < Self.lengthMax else {
                self = Self.hashed(scalars, table: table)
                return
            }
            if count < 9 {
                high |= UInt64(code) << UInt64(7 * (8 - count))
            } else {
                low |= UInt64(code) << UInt64(7 * (17 - count))
            }
            count += 1
        }
        self.init(high: high, low: low)
    }

    private static func hashed(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, table: UnsafeBufferPointer<UInt8>) -> WordKey {
        // FNV-1a over the folded letters.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for scalar in scalars {
            let code = LetterFolding.code(of: scalar, table: table)
            if code == LetterFolding.ignored { continue }
            let value = code == LetterFolding.foreign ? UInt64(scalar.properties.lowercaseMapping.unicodeScalars.first!.value) + 256 : UInt64(code)
            hash = (hash ^ value) &* 0x100_0000_01b3
        }
        return WordKey(high: 1 << 63, low: hash)
    }

    /// Whether the key stands for a word without spelling it.
    public var isHash: Bool { high >> 63 == 1 }
    /// A hash that is the same in every process.
    @inline(__always)
    public var stableHash: UInt64 {
        var hash = (high ^ (low &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        return hash &* 0xC4CE_B9FE_1A85_EC53
    }

    /// Whether the key has no letters.
    public var isEmpty: Bool { high == 0 && low == 0 }

    /// A 64-bit hash of the key that never changes, for tables kept in files.
    public var fingerprint: UInt64 {
        // The finalizer of MurmurHash3 over both halves.
        var hash = (high &* 0x9E37_79B9_7F4A_7C15) ^ low
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ (hash >> 33)
    }

    /// Number of letters; 0 for a hash.
    public var count: Int {
        if isHash { return 0 }
        if low != 0 { return 18 - low.trailingZeroBitCount / 7 }
        return high == 0 ? 0 : 9 - high.trailingZeroBitCount / 7
    }

    /// The folded letters; none for a hash.
    public var letters: [Unicode.Scalar] { (0..<count).map { LetterFolding.letter(code(at: $0)) } }

    /// The folded letter at a place, or `nil` past the end.
    public subscript(index: Int) -> Unicode.Scalar? {
        guard !isHash, index >= 0, index < Self.lengthMax else { return nil }
        let code = code(at: index)
        return code == 0 ? nil : LetterFolding.letter(code)
    }

    @inline(__always)
    func code(at index: Int) -> UInt8 {
        let word = index < 9 ? high >> UInt64(7 * (8 - index)) : low >> UInt64(7 * (17 - index))
        return UInt8(word & 0x7F)
    }

    /// The key without its first `n` letters; a hash stays as it is.
    public func dropFirst(_ n: Int = 1) -> WordKey {
        guard !isHash, n > 0 else { return self }
        if n >= 18 { return .empty }
        if n >= 9 { return WordKey(high: (low << UInt64(7 * (n - 9))) & Self.mask, low: 0) }
        let shift = UInt64(7 * n)
        return WordKey(high: ((high << shift) & Self.mask) | (low >> (63 - shift)), low: (low << shift) & Self.mask)
    }

    /// The first `n` letters; a hash stays as it is.
    public func prefix(_ n: Int) -> WordKey {
        guard !isHash, n < 18 else { return self }
        if n <= 0 { return .empty }
        if n <= 9 { return WordKey(high: high & (Self.mask << UInt64(7 * (9 - n))) & Self.mask, low: 0) }
        return WordKey(high: high, low: low & (Self.mask << UInt64(7 * (18 - n))) & Self.mask)
    }

    /// The key without its last `n` letters; a hash stays as it is.
    public func dropLast(_ n: Int = 1) -> WordKey { isHash ? self : prefix(max(0, count - n)) }

    /// The last `n` letters; a hash stays as it is.
    public func suffix(_ n: Int) -> WordKey { isHash ? self : dropFirst(max(0, count - n)) }

    /// Whether the key begins with the letters of another.
    public func hasPrefix(_ other: WordKey) -> Bool {
        !isHash && !other.isHash && prefix(other.count) == other
    }

    /// Whether the key ends with the letters of another.
    public func hasSuffix(_ other: WordKey) -> Bool {
        !isHash && !other.isHash && count >= other.count && suffix(other.count) == other
    }

    private static let mask: UInt64 = (1 << 63) - 1
}

extension WordKey: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension WordKey: CustomStringConvertible {
    public var description: String {
        isHash ? "#\(String(low, radix: 16))" : String(String.UnicodeScalarView(letters))
    }
}
