import Foundation

/// The JSON form of layers: UTF-8, keys sorted, no insignificant white space, so that equal layers have equal bytes.
public enum LayerCoding {
    /// The canonical bytes of a value.
    /// - Throws: `EncodingError` when a value has no JSON form (a NaN).
    public static func encode<T: Encodable>(_ value: T) throws -> [UInt8] {
        if let compact = value as? any CompactJSON {
            var bytes: [UInt8] = []
            compact.writeJSON(to: &bytes)
            return bytes
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }

    /// A value read back from JSON bytes.
    /// - Throws: `DecodingError`.
    public static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
        if let type = type as? any CanonicalJSON.Type, let value = type.init(canonical: bytes) as? T { return value }
        return try JSONDecoder().decode(type, from: Data(bytes))
    }
}
