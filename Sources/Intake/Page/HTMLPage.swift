import Corpus

/// Bytes of an HTML page to its visible text and the layer `markup`.
enum HTMLPage {
    static func read(_ bytes: [UInt8], contentType: String?, byteCountMax: Int) throws(IntakeError) -> RawText {
        guard bytes.count <= byteCountMax else { throw .tooLarge(byteCount: bytes.count, limit: byteCountMax) }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        let declared = ContentType.charset(contentType) ?? MetaCharset.find(in: bytes)
        let decoded = try TextDecoding.decode(bytes, declared: declared)
        var text = decoded.text
        return try read(utf8: text.withUTF8 { Array($0) }, encoding: decoded.encoding)
    }

    /// - Parameter utf8: well-formed UTF-8.
    static func read(utf8: [UInt8], encoding: String) throws(IntakeError) -> RawText {
        guard utf8.count < Int32.max else { throw .tooLarge(byteCount: utf8.count, limit: Int(Int32.max)) }
        // The parser takes a NUL for the end.
        let bytes = utf8.contains(0) ? utf8.map { $0 == 0 ? 0x20 : $0 } : utf8
        var builder = PageBuilder()
        guard HTMLEvents.parse(bytes, into: &builder) else { throw .markup }
        let (text, layer) = builder.finish()
        guard !text.isEmpty else { throw .empty }
        guard let encoded = try? LayerCoding.encode(layer) else { throw .markup }
        return RawText(text: text, layers: [MarkupLayer.name: encoded], encoding: encoding)
    }
}

/// The charset that a page's `meta` elements declare.
enum MetaCharset {
    /// How far into the page browsers look, and some.
    static let byteCountMax = 4096

    static func find(in bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(byteCountMax).map { $0 < 0x80 ? $0 | (($0 >= 0x41 && $0 <= 0x5A) ? 0x20 : 0) : 0x3F }
        let key = Array("charset".utf8)
        var at = 0
        while at + key.count < head.count {
            guard head[at] == key[0], head[at..<(at + key.count)].elementsEqual(key) else {
                at += 1
                continue
            }
            at += key.count
            let value = head[at...].drop { $0 == 0x20 || $0 == 0x3D || $0 == 0x22 || $0 == 0x27 }
                .prefix { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F }
            if let encoding = TextEncoding(label: String(decoding: value, as: UTF8.self)) { return encoding }
        }
        return nil
    }
}
