import CSodium

/// SHA-256 of bytes, as 64 lower-case hexadecimal digits.
///
/// Source: crypto_hash_sha256(3) of libsodium.
public func sha256Hex(_ bytes: some Collection<UInt8>) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    let contiguous = ContiguousArray(bytes)
    contiguous.withUnsafeBufferPointer { source in
        _ = crypto_hash_sha256(&digest, source.baseAddress, UInt64(source.count))
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
