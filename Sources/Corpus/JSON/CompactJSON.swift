/// A value that writes its canonical JSON itself, because there is much of it and a general encoder is slow.
///
/// The bytes must be those that ``LayerCoding`` would make: keys sorted, no white space, absent values left out.
public protocol CompactJSON: Encodable {
    /// Appends the value to some JSON.
    func writeJSON(to out: inout [UInt8])
}

/// Writes one JSON object member by member; the caller gives the keys in order.
public struct ObjectWriter {
    public private(set) var bytes: [UInt8] = [0x7B]

    public init() {}

    /// A member whose value the closure appends.
    public mutating func member(_ key: StaticString, _ value: (inout [UInt8]) -> Void) {
        if bytes.count > 1 { bytes.append(0x2C) }
        bytes.append(0x22)
        key.withUTF8Buffer { bytes += $0 }
        bytes.append(0x22)
        bytes.append(0x3A)
        value(&bytes)
    }

    /// A text; nothing where there is none.
    public mutating func member(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        member(key) { $0 += RawJSON.quoted(value) }
    }

    /// An array of what the closure appends for each element.
    public mutating func array<Element>(_ key: StaticString, _ elements: [Element], _ write: (Element, inout [UInt8]) -> Void) {
        member(key) { out in
            out.append(0x5B)
            for (index, element) in elements.enumerated() {
                if index > 0 { out.append(0x2C) }
                write(element, &out)
            }
            out.append(0x5D)
        }
    }

    /// The finished object.
    public consuming func finish() -> [UInt8] {
        bytes.append(0x7D)
        return bytes
    }

    /// Appends a number that is not negative.
    public static func append(_ number: Int, to out: inout [UInt8]) {
        if number < 10 { return out.append(UInt8(0x30 + number)) }
        append(number / 10, to: &out)
        out.append(UInt8(0x30 + number % 10))
    }

    /// Appends ASCII.
    public static func append(_ text: StaticString, to out: inout [UInt8]) {
        text.withUTF8Buffer { out += $0 }
    }
}
