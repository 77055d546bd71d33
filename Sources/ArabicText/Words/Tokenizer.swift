public import Corpus

/// Cuts a text into ``Token``s, in one pass.
///
/// White space is no token. Letters and digits that touch (`1445هـ`, `8h30`) are separate tokens, told by
/// ``Token/followsSpace``. Proclitics stay on their word; see ``Proclitics``.
public enum Tokenizer {
    /// The tokens of a whole text.
    public static func tokens(of text: ScalarText) -> [Token] {
        tokens(of: text, in: Span(0, text.count))
    }

    /// The tokens of a part of a text, with offsets into the whole.
    public static func tokens(of text: ScalarText, in span: Span) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(span.count / 5 + 1)
        text.scalars.withUnsafeBufferPointer { scalars in
            ScalarClass.table.withUnsafeBufferPointer { classes in
                LetterFolding.table.withUnsafeBufferPointer { folding in
                    scan(scalars, span, classes, folding, into: &tokens)
                }
            }
        }
        return tokens
    }

    private static func scan(_ scalars: UnsafeBufferPointer<Unicode.Scalar>, _ span: Span,
                             _ classes: UnsafeBufferPointer<ScalarClass>, _ folding: UnsafeBufferPointer<UInt8>,
                             into tokens: inout [Token]) {
        var at = span.start
        var followsSpace = false
        while at < span.end {
            let start = at
            let kind: Token.Kind
            switch ScalarClass.of(scalars[at], classes) {
            case .space, .mark:
                followsSpace = followsSpace || ScalarClass.of(scalars[at], classes) == .space
                at += 1
                continue
            case .letter:
                kind = .word
                at = end(of: .letter, from: at, scalars, span.end, classes)
            case .digit:
                kind = .number
                at = end(of: .digit, from: at, scalars, span.end, classes)
            case .newline:
                kind = .newline
                at += 1
                if scalars[start] == "\r", at < span.end, scalars[at] == "\n" { at += 1 }
            case .other:
                kind = .punctuation
                at += 1
            }
            let key = kind == .newline ? .empty : WordKey(UnsafeBufferPointer(rebasing: scalars[start..<at]), table: folding)
            tokens.append(Token(kind: kind, followsSpace: followsSpace, start: start, end: at, key: key))
            followsSpace = false
        }
    }

    /// The end of a run of one class; marks inside it belong to it, directional marks at its end do not.
    private static func end(of wanted: ScalarClass, from start: Int, _ scalars: UnsafeBufferPointer<Unicode.Scalar>,
                            _ limit: Int, _ classes: UnsafeBufferPointer<ScalarClass>) -> Int {
        var at = start
        var end = start
        while at < limit {
            let found = ScalarClass.of(scalars[at], classes)
            guard found == wanted || found == .mark else { break }
            at += 1
            if found == wanted || (wanted == .letter && !isInvisible(scalars[at - 1])) { end = at }
        }
        return end
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x2000 || scalar.value == 0x61C || scalar.value == 0xAD
    }
}

/// What a scalar is to the tokenizer.
enum ScalarClass: UInt8 {
    case other, letter, digit, mark, space, newline

    /// Classes of the scalars below U+0700.
    static let table: [ScalarClass] = (0..<0x700).map { value in
        Unicode.Scalar(UInt32(value)).map(classify) ?? .other
    }

    @inline(__always)
    static func of(_ scalar: Unicode.Scalar, _ table: UnsafeBufferPointer<ScalarClass>) -> ScalarClass {
        scalar.value < 0x700 ? table[Int(scalar.value)] : classify(scalar)
    }

    /// The class of one scalar.
    static func of(_ scalar: Unicode.Scalar) -> ScalarClass {
        scalar.value < 0x700 ? table[Int(scalar.value)] : classify(scalar)
    }

    private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
        switch scalar.value {
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return .newline
        case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: return .digit
        default: break
        }
        if LetterFolding.isIgnored(scalar) { return .mark }
        let properties = scalar.properties
        if properties.isWhitespace { return .space }
        if properties.isAlphabetic { return .letter }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .decimalNumber: return .letter
        default: return .other
        }
    }
}
