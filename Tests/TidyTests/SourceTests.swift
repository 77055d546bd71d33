import Testing

@Suite("Source files") struct SourceTests {
    private static let lineCountMax = 800

    @Test("tell one story each: none is longer than 800 lines")
    func length() {
        for folder in ["Sources", "Plugins"] {
            for file in Checkout.files(under: folder, extensions: ["swift", "c", "h", "py"]) {
                let count = Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
                #expect(count <= Self.lineCountMax, "\(file)")
            }
        }
    }

    @Test("are ASCII outside literals and comments", arguments: ["Sources", "Plugins", "Tests"])
    func ascii(_ folder: String) {
        for file in Checkout.files(under: folder, extensions: ["swift"]) {
            let code = CodeOnly.of(Checkout.text(file))
            let foreign = code.unicodeScalars.first { !$0.isASCII }
            #expect(foreign == nil, "\(file) has U+\(String(foreign?.value ?? 0, radix: 16)) in its code")
        }
    }

    @Test("lose their literals and comments before they are looked at", arguments: [
        ("let a = \"كتاب\" // كتاب", "let a =  "), ("f(\"a\\(g(\"ب\") + 1)ج\") + 2", "f(g() + 1) + 2"), ("#\"a\"ب\"# + x", " + x"), ("/* ا /* ب */ ج */y", "y"),
        ("\"\"\"\n  ا \"ب\" \\(c)\n  \"\"\"; z", "c; z"), ("\"\\\"ا\"z", "z"), ("#\"\\#(d) \\(ا)\"#", "d"),
    ])
    func codeOnly(_ source: String, _ expected: String) {
        #expect(CodeOnly.of(source) == expected)
    }
}

/// Swift source without its comments and string literals; what is interpolated stays.
struct CodeOnly {
    private let source: [Unicode.Scalar]
    private var at = 0
    private var code = String.UnicodeScalarView()

    static func of(_ source: String) -> String {
        var reader = CodeOnly(source: Array(source.unicodeScalars))
        reader.readCode(closing: false)
        return String(reader.code)
    }

    private init(source: [Unicode.Scalar]) { self.source = source }

    private func has(_ text: String, at place: Int? = nil) -> Bool {
        source[min(place ?? at, source.count)...].starts(with: text.unicodeScalars)
    }

    /// Reads to the end, or to the parenthesis that closes an interpolation.
    private mutating func readCode(closing: Bool) {
        var depth = 0
        while at < source.count {
            if has("//") {
                while at < source.count, source[at] != "\n" { at += 1 }
            } else if has("/*") {
                skipComment()
            } else if let hashes = literalStart {
                readLiteral(hashes)
            } else {
                if closing, source[at] == ")", depth == 0 {
                    at += 1
                    return
                }
                if source[at] == "(" { depth += 1 } else if source[at] == ")" { depth -= 1 }
                code.append(source[at])
                at += 1
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if has("/*") { (depth, at) = (depth + 1, at + 2) } else if has("*/") { (depth, at) = (depth - 1, at + 2) } else { at += 1 }
        } while depth > 0 && at < source.count
    }

    /// The number signs before a quotation mark here; `nil` when no literal begins.
    private var literalStart: Int? {
        var end = at
        while end < source.count, source[end] == "#" { end += 1 }
        return end < source.count && source[end] == "\"" ? end - at : nil
    }

    private mutating func readLiteral(_ hashes: Int) {
        at += hashes
        let quotes = has("\"\"\"") ? "\"\"\"" : "\""
        let (end, escape) = (quotes + String(repeating: "#", count: hashes), "\\" + String(repeating: "#", count: hashes))
        at += quotes.count
        while at < source.count {
            if has(end) {
                at += end.count
                return
            }
            if has(escape) {
                at += escape.count
                if has("(") {
                    at += 1
                    readCode(closing: true)
                } else { at += 1 }
            } else { at += 1 }
        }
    }
}
