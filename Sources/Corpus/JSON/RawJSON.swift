/// JSON text taken apart without building a tree: members are found by byte range, so that a layer travels as it was written.
///
/// Strict RFC 8259 over UTF-8: no comments, no trailing commas, no duplicate check, at most ``depthMax`` levels.
public struct RawJSON {
    /// The deepest nesting accepted.
    public static let depthMax = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int
    private var depth = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int = 0) {
        self.bytes = bytes
        self.at = at
    }

    /// One member of an object.
    public struct Member {
        public var key: String
        /// Where the value stands in the bytes given.
        public var value: Range<Int>
    }

    /// The members of the object that the bytes spell, in their order; every value is checked to be JSON.
    /// - Throws: ``JSONError``, with the byte offset where reading stopped.
    public static func members(of bytes: [UInt8]) throws(JSONError) -> [Member] {
        try read(bytes) { scanner throws(JSONError) in
            var members: [Member] = []
            scanner.skipSpace()
            try scanner.object { key, value in members.append(Member(key: key, value: value)) }
            try scanner.end()
            return members
        }
    }

    /// The elements of the array that the bytes spell, by byte range.
    /// - Throws: ``JSONError``.
    public static func elements(of bytes: [UInt8]) throws(JSONError) -> [Range<Int>] {
        try read(bytes) { scanner throws(JSONError) in
            var elements: [Range<Int>] = []
            scanner.skipSpace()
            try scanner.array { elements.append($0) }
            try scanner.end()
            return elements
        }
    }

    /// The string that the bytes spell.
    /// - Throws: ``JSONError`` when they are no JSON string, no UTF-8, or escape half of a surrogate pair.
    public static func string(_ bytes: [UInt8]) throws(JSONError) -> String {
        try read(bytes) { scanner throws(JSONError) in
            scanner.skipSpace()
            let value = try scanner.decodedString()
            try scanner.end()
            return value
        }
    }

    /// The same JSON without white space between its parts.
    /// - Throws: ``JSONError`` when the bytes are not one JSON value.
    public static func compacted(_ bytes: [UInt8]) throws(JSONError) -> [UInt8] {
        try read(bytes) { scanner throws(JSONError) in
            scanner.skipSpace()
            try scanner.value()
            try scanner.end()
        }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var inString = false
        var escaped = false
        for byte in bytes {
            if inString {
                out.append(byte)
                if escaped { escaped = false } else if byte == UInt8(ascii: "\\") { escaped = true } else if byte == UInt8(ascii: "\"") { inString = false }
            } else if !isSpace(byte) {
                out.append(byte)
                inString = byte == UInt8(ascii: "\"")
            }
        }
        return out
    }

    /// A string as JSON: quotes, backslashes and control characters escaped, everything else as it stands.
    public static func quoted(_ string: String) -> [UInt8] {
        var string = string
        return string.withUTF8 { bytes in
            var out: [UInt8] = [UInt8(ascii: "\"")]
            out.reserveCapacity(bytes.count + bytes.count / 32 + 16)
            // Runs without anything to escape are copied whole.
            var run = 0
            for (at, byte) in bytes.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                out += bytes[run..<at]
                run = at + 1
                escape(byte, into: &out)
            }
            out += bytes[run...]
            out.append(UInt8(ascii: "\""))
            return out
        }
    }

    private static func escape(_ byte: UInt8, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: out.append(UInt8(ascii: "n"))
        case 0x0D: out.append(UInt8(ascii: "r"))
        case 0x09: out.append(UInt8(ascii: "t"))
        case 0..<0x20:
            let hex = Array("0123456789abcdef".utf8)
            out += [UInt8(ascii: "u"), 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        default: out.append(byte)
        }
    }

    private static func read<T>(_ bytes: [UInt8], _ body: (inout RawJSON) throws(JSONError) -> T) throws(JSONError) -> T {
        // `withUnsafeBufferPointer` rethrows any error as the type the closure declares.
        try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
            var scanner = RawJSON(buffer)
            return try body(&scanner)
        }
    }

    // MARK: Scanning

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func failure(_ expected: String) -> JSONError { JSONError(offset: at, expected: expected) }

    private mutating func skipSpace() {
        while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    }

    private mutating func end() throws(JSONError) {
        skipSpace()
        if at < bytes.count { throw failure("the end") }
    }

    private mutating func take(_ byte: UInt8, _ name: String) throws(JSONError) {
        guard next == byte else { throw failure(name) }
        at += 1
    }

    private mutating func value() throws(JSONError) {
        switch next {
        case UInt8(ascii: "{"): try object { _, _ in }
        case UInt8(ascii: "["): try array { _ in }
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    private mutating func object(_ member: (String, Range<Int>) -> Void) throws(JSONError) {
        try take(UInt8(ascii: "{"), "an object")
        try nest()
        skipSpace()
        if next != UInt8(ascii: "}") {
            while true {
                skipSpace()
                let key = try decodedString()
                skipSpace()
                try take(UInt8(ascii: ":"), "a colon")
                skipSpace()
                let start = at
                try value()
                member(key, start..<at)
                skipSpace()
                guard next == UInt8(ascii: ",") else { break }
                at += 1
            }
        }
        try take(UInt8(ascii: "}"), "a comma or the object's end")
        depth -= 1
    }

    private mutating func array(_ element: (Range<Int>) -> Void) throws(JSONError) {
        try take(UInt8(ascii: "["), "an array")
        try nest()
        skipSpace()
        if next != UInt8(ascii: "]") {
            while true {
                skipSpace()
                let start = at
                try value()
                element(start..<at)
                skipSpace()
                guard next == UInt8(ascii: ",") else { break }
                at += 1
            }
        }
        try take(UInt8(ascii: "]"), "a comma or the array's end")
        depth -= 1
    }

    private mutating func nest() throws(JSONError) {
        depth += 1
        if depth > Self.depthMax { throw failure("at most \(Self.depthMax) levels of nesting") }
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            try take(word.utf8Start[index], "\(word)")
        }
    }

    private mutating func number() throws(JSONError) {
        if next == UInt8(ascii: "-") { at += 1 }
        if next == UInt8(ascii: "0") { at += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            at += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            at += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
            try digits()
        }
    }

    private mutating func digits() throws(JSONError) {
        guard let first = next, (0x30...0x39).contains(first) else { throw failure("a value") }
        while let digit = next, (0x30...0x39).contains(digit) { at += 1 }
    }

    /// Goes past a string and says whether it holds an escape.
    @discardableResult
    private mutating func skipString() throws(JSONError) -> Bool {
        try take(UInt8(ascii: "\""), "a string")
        var hasEscape = false
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return hasEscape
            case UInt8(ascii: "\\"):
                hasEscape = true
                guard let escape = next, Self.isEscape(escape) else { throw failure("an escape") }
                at += 1
                if escape == UInt8(ascii: "u") { _ = try hexUnit() }
            case 0..<0x20: throw JSONError(offset: at - 1, expected: "no control character in a string")
            default: break
            }
        }
        throw failure("the string's end")
    }

    private static func isEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
             UInt8(ascii: "t"), UInt8(ascii: "u"): true
        default: false
        }
    }

    private mutating func hexUnit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next else { throw failure("four hexadecimal digits") }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: throw failure("four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(digit)
            at += 1
        }
        return unit
    }

    private mutating func decodedString() throws(JSONError) -> String {
        let start = at
        let hasEscape = try skipString()
        let content = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<(at - 1)])
        if !hasEscape {
            guard let string = String(validating: content, as: UTF8.self) else { throw JSONError(offset: start, expected: "UTF-8") }
            return string
        }
        let end = at
        at = start + 1
        var out: [UInt8] = []
        out.reserveCapacity(end - start)
        while at < end - 1 {
            var run = at
            while run < end - 1, bytes[run] != UInt8(ascii: "\\") { run += 1 }
            out += bytes[at..<run]
            at = run
            if at < end - 1 {
                at += 1
                try unescape(into: &out)
            }
        }
        at = end
        guard let string = String(validating: out, as: UTF8.self) else { throw JSONError(offset: start, expected: "UTF-8") }
        return string
    }

    private mutating func unescape(into out: inout [UInt8]) throws(JSONError) {
        let escape = bytes[at]
        at += 1
        switch escape {
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"):
            var value = UInt32(try hexUnit())
            if (0xD800..<0xDC00).contains(value) {
                guard next == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") else { throw failure("the second half of a surrogate pair") }
                at += 2
                let low = UInt32(try hexUnit())
                guard (0xDC00..<0xE000).contains(low) else { throw failure("the second half of a surrogate pair") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else { throw failure("the first half of a surrogate pair") }
            out.append(contentsOf: Array(String(scalar).utf8))
        default: out.append(escape)
        }
    }
}

/// JSON that could not be read.
public struct JSONError: Error, Hashable, CustomStringConvertible {
    /// Byte offset where reading stopped.
    public var offset: Int
    /// What should have stood there.
    public var expected: String

    public var description: String { "malformed JSON at byte \(offset): expected \(expected)" }
}
