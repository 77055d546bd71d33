/// What the bytes of an input are.
public enum InputKind: String, Sendable, CaseIterable {
    case plainText
    /// HTML, whole or broken.
    case page
}

/// Turns the bytes of an input into the raw text of a document.
public enum Intake {
    /// Reads one input.
    /// - Parameters:
    ///   - contentType: the value of a `Content-Type` header, for its `charset`.
    ///   - byteCountMax: larger inputs are refused.
    /// - Returns: the text; for a page its visible text, with the layer `markup`.
    /// - Throws: ``IntakeError``.
    public static func read(_ bytes: [UInt8], as kind: InputKind, contentType: String? = nil, byteCountMax: Int) throws(IntakeError) -> RawText {
        switch kind {
        case .plainText: try PlainText.read(bytes, contentType: contentType, byteCountMax: byteCountMax)
        case .page: try HTMLPage.read(bytes, contentType: contentType, byteCountMax: byteCountMax)
        }
    }

    /// Reads a page that is decoded already, such as the `html` member of a JSON line.
    /// - Throws: ``IntakeError``.
    public static func read(page: String) throws(IntakeError) -> RawText {
        var page = page
        let bytes = page.withUTF8 { Array($0) }
        return try HTMLPage.read(utf8: bytes, encoding: "utf-8")
    }

    /// The same in the form that JSON lines take; see `DocumentLine(parsing:makeText:)`.
    public static func makeText(_ page: String) throws -> (text: String, layers: [String: [UInt8]]) {
        let raw = try read(page: page)
        return (raw.text, raw.layers)
    }
}
