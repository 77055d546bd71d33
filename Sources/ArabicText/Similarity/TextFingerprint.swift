public import Corpus

/// What a text says in 64 numbers, so that copies of it are found without keeping the text.
///
/// The words of the content, folded as look-ups see them, are taken three at a time; each run of three falls by its hash
/// into one of 64 bins, which keeps the smallest it has seen (one-permutation MinHash). Two texts share about as large a
/// part of their bins as they share runs of words, whatever the order of their paragraphs, and whatever stands around
/// them on the page, because only content is looked at.
///
/// Source: P. Li, A. Owen, C. Zhang, "One Permutation Hashing", 2012.
public struct TextFingerprint: Hashable, Sendable {
    /// The number of bins.
    public static let binCount = 64
    /// Words in a run.
    public static let runLength = 3

    /// The smallest hash of each bin, its lowest 16 bits; 0 for an empty bin.
    public private(set) var bins: [UInt16]
    /// Runs of words counted.
    public private(set) var runCount = 0

    /// The fingerprint of some spans of a text.
    public init(of text: ScalarText, in spans: [Span]) {
        var builder = FingerprintBuilder()
        for span in spans {
            for token in Tokenizer.tokens(of: text, in: span) where token.kind == .word || token.kind == .number {
                builder.add(token.key)
            }
        }
        self = builder.finish()
    }

    init(bins: [UInt16], runCount: Int) {
        self.bins = bins
        self.runCount = runCount
    }

    /// Reads what ``description`` wrote.
    public init?(_ description: some StringProtocol) {
        let digits = Array(description.utf8)
        guard digits.count == Self.binCount * 4 else { return nil }
        var bins: [UInt16] = []
        for bin in 0..<Self.binCount {
            var value: UInt16 = 0
            for digit in digits[(bin * 4)..<(bin * 4 + 4)] {
                switch digit {
                case 0x30...0x39: value = value << 4 | UInt16(digit - 0x30)
                case 0x61...0x66: value = value << 4 | UInt16(digit - 0x57)
                default: return nil
                }
            }
            bins.append(value)
        }
        self.init(bins: bins, runCount: bins.count { $0 != 0 })
    }

    /// The share of bins, of those that either text fills, in which both have the same: 0 to 1.
    public func resemblance(to other: TextFingerprint) -> Double {
        var same = 0
        var filled = 0
        for (own, their) in zip(bins, other.bins) where own != 0 || their != 0 {
            filled += 1
            if own == their { same += 1 }
        }
        return filled == 0 ? 0 : Double(same) / Double(filled)
    }

    /// The resemblance from which two texts count as one document: a changed headline, a dropped paragraph or an
    /// agency's credit leave more than this; two accounts of one event, in their own words, leave hardly anything.
    public static let duplicateResemblance = 0.6

    /// Filled bins under which nothing is said: a few words are alike too easily.
    public static let filledBinMin = 12

    /// Whether the texts are copies of each other.
    public func isDuplicate(of other: TextFingerprint) -> Bool {
        bins.count { $0 != 0 } >= Self.filledBinMin && other.bins.count { $0 != 0 } >= Self.filledBinMin
            && resemblance(to: other) >= Self.duplicateResemblance
    }
}

extension TextFingerprint: CustomStringConvertible {
    /// 256 hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(Self.binCount * 4)
        for bin in bins {
            for shift in [12, 8, 4, 0] { out.append(digits[Int(bin >> UInt16(shift) & 0xF)]) }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// Takes the words of a text in turn and keeps the bins.
public struct FingerprintBuilder: Sendable {
    private var smallest = [UInt64](repeating: .max, count: TextFingerprint.binCount)
    private var previous: UInt64 = 0
    private var before: UInt64 = 0
    private var wordCount = 0

    public init() {}

    /// The next word.
    public mutating func add(_ key: WordKey) {
        let word = key.stableHash
        wordCount += 1
        if wordCount >= TextFingerprint.runLength {
            // The run's order counts; its place in the text does not.
            var hash = before &* 0x9E37_79B9_7F4A_7C15 ^ (previous &* 0xC2B2_AE3D_27D4_EB4F) ^ word
            hash ^= hash >> 32
            hash = hash &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
            let bin = Int(hash >> 58)
            let value = hash & 0x03FF_FFFF_FFFF_FFFF
            if value < smallest[bin] { smallest[bin] = value }
        }
        before = previous
        previous = word
    }

    /// The words and numbers among some tokens.
    public mutating func add(_ tokens: ArraySlice<Token>) {
        for token in tokens where token.kind == .word || token.kind == .number { add(token.key) }
    }

    /// The fingerprint of the words so far.
    public func finish() -> TextFingerprint {
        TextFingerprint(bins: smallest.map { value in
            guard value != .max else { return 0 }
            let low = UInt16(truncatingIfNeeded: value &* 0x9E37_79B9_7F4A_7C15 >> 40)
            return low == 0 ? 1 : low
        }, runCount: max(0, wordCount - TextFingerprint.runLength + 1))
    }
}
