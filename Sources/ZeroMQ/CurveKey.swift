import CZeroMQ

/// The public half of a CURVE key pair: 32 bytes, or 40 characters of ``Z85``.
///
/// Source: zmq_curve(7).
public struct CurvePublicKey: Hashable, Sendable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    static let byteCount = 32

    /// - Parameter bytes: exactly 32, or the result is `nil`.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// - Parameter text: exactly 40 characters of Z85, as in key files and the ZAP protocol, or the result is `nil`.
    public init?(z85 text: String) {
        guard let bytes = Z85.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// The public key that belongs to a secret one.
    /// - Throws: ``ZeroMQError``: `notSupported` without CURVE.
    ///
    /// Source: zmq_curve_public(3).
    public init(of secretKey: CurveSecretKey) throws(ZeroMQError) {
        var text = [CChar](repeating: 0, count: 41)
        try check(zmq_curve_public(&text, secretKey.z85), "zmq_curve_public")
        self = Self(z85: textBeforeZero(text))!
    }

    /// 40 characters.
    public var z85: String { Z85.encode(bytes)! }

    /// The same as ``z85``.
    public var description: String { z85 }

    /// Whether it is one of the two keys printed in zmq_curve(7), whose secret halves everybody knows.
    public var isPublished: Bool {
        z85 == "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID" || z85 == "rq:rM>}U?@Lns47E1%kR.o@n%FcmmsL/@{H8]yf7"
    }
}

/// The secret half of a CURVE key pair. Printing it does not show it.
///
/// Source: zmq_curve(7).
public struct CurveSecretKey: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// 32 bytes; not erased from memory when dropped.
    public let bytes: [UInt8]

    /// - Parameter bytes: exactly 32, or the result is `nil`.
    public init?(bytes: [UInt8]) {
        guard bytes.count == CurvePublicKey.byteCount else { return nil }
        self.bytes = bytes
    }

    /// - Parameter text: exactly 40 characters of Z85, or the result is `nil`.
    public init?(z85 text: String) {
        guard let bytes = Z85.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    /// 40 characters: for a key file that nobody else can read.
    public var z85: String { Z85.encode(bytes)! }

    public var description: String { "CurveSecretKey(hidden)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A CURVE identity.
public struct CurveKeyPair: Hashable, Sendable {
    public let publicKey: CurvePublicKey
    public let secretKey: CurveSecretKey

    /// The pair of a secret key read from a file.
    /// - Throws: ``ZeroMQError``: `notSupported` without CURVE.
    public init(secretKey: CurveSecretKey) throws(ZeroMQError) {
        self.publicKey = try CurvePublicKey(of: secretKey)
        self.secretKey = secretKey
    }

    private init(publicKey: CurvePublicKey, secretKey: CurveSecretKey) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// A new random pair.
    /// - Throws: ``ZeroMQError``: `notSupported` without CURVE.
    ///
    /// Source: zmq_curve_keypair(3).
    public static func generate() throws(ZeroMQError) -> CurveKeyPair {
        var publicText = [CChar](repeating: 0, count: 41)
        var secretText = [CChar](repeating: 0, count: 41)
        try check(zmq_curve_keypair(&publicText, &secretText), "zmq_curve_keypair")
        return CurveKeyPair(
            publicKey: CurvePublicKey(z85: textBeforeZero(publicText))!,
            secretKey: CurveSecretKey(z85: textBeforeZero(secretText))!)
    }
}

private func textBeforeZero(_ text: [CChar]) -> String {
    String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
