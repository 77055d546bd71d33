import CZeroMQ

// Who is talked to: routing, publishing, security.

extension SocketOption where Value == Bool {
    /// Queue only for peers that are connected; off by default.
    public static var immediate: Self { Self(ZMQ_IMMEDIATE, "ZMQ_IMMEDIATE", .flag) }

    /// IPv6 beside IPv4; off by default.
    public static var ipv6: Self { Self(ZMQ_IPV6, "ZMQ_IPV6", .flag) }

    /// ROUTER: an unknown routing id throws `hostUnreachable` and a full queue blocks; off by default, both drop
    /// silently. Set only.
    public static var routerMandatory: Self { Self(ZMQ_ROUTER_MANDATORY, "ZMQ_ROUTER_MANDATORY", .flag) }

    /// ROUTER: a second peer of the same routing id replaces the first; off by default, the second is ignored silently.
    /// Set only.
    public static var routerHandover: Self { Self(ZMQ_ROUTER_HANDOVER, "ZMQ_ROUTER_HANDOVER", .flag) }

    /// XPUB: pass on every subscription, not only new prefixes; off by default. Set only.
    public static var xpubVerbose: Self { Self(ZMQ_XPUB_VERBOSE, "ZMQ_XPUB_VERBOSE", .flag) }

    /// XPUB: pass on every subscription and every end of one; off by default. Set only.
    public static var xpubVerboser: Self { Self(ZMQ_XPUB_VERBOSER, "ZMQ_XPUB_VERBOSER", .flag) }

    /// PUB, XPUB: would-block at the high-water mark instead of dropping; off by default. Set only.
    public static var xpubNoDrop: Self { Self(ZMQ_XPUB_NODROP, "ZMQ_XPUB_NODROP", .flag) }

    /// Refuse peers when no ZAP handler answers for ``zapDomain``; off by default, which lets everybody in
    /// (libzmq#2711).
    ///
    /// Declared in libzmq's draft header only, but stable builds obey it.
    public static var zapEnforceDomain: Self { Self(ZMQ_ZAP_ENFORCE_DOMAIN, "ZMQ_ZAP_ENFORCE_DOMAIN", .flag) }

    /// This end is the CURVE server, whatever binds or connects; off by default.
    public static var curveServer: Self { Self(ZMQ_CURVE_SERVER, "ZMQ_CURVE_SERVER", .flag) }
}

extension SocketOption where Value == [UInt8] {
    /// The id a ROUTER peer knows this socket by: 1–255 bytes, the first not 0. By default the ROUTER chooses.
    public static var routingId: Self { Self(ZMQ_ROUTING_ID, "ZMQ_ROUTING_ID", .bytes) }

    /// ROUTER, STREAM: the id of the peer connected to next. Set only.
    public static var connectRoutingId: Self { Self(ZMQ_CONNECT_ROUTING_ID, "ZMQ_CONNECT_ROUTING_ID", .bytes) }

    static var subscribe: Self { Self(ZMQ_SUBSCRIBE, "ZMQ_SUBSCRIBE", .bytes) }
    static var unsubscribe: Self { Self(ZMQ_UNSUBSCRIBE, "ZMQ_UNSUBSCRIBE", .bytes) }
}

extension SocketOption where Value == String {
    /// The name under which a ZAP handler (RFC 27, bound to `inproc://zeromq.zap.01`) is asked about each peer.
    /// Empty, the default, asks nobody for NULL security. Bind the handler before this socket.
    public static var zapDomain: Self { Self(ZMQ_ZAP_DOMAIN, "ZMQ_ZAP_DOMAIN", .text) }

    static var lastEndpoint: Self { Self(ZMQ_LAST_ENDPOINT, "ZMQ_LAST_ENDPOINT", .text) }
}

extension SocketOption where Value == CurvePublicKey {
    /// This end's own public key.
    public static var curvePublicKey: Self { Self(ZMQ_CURVE_PUBLICKEY, "ZMQ_CURVE_PUBLICKEY", .publicKey) }

    /// On a client: the public key of the server it accepts.
    public static var curveServerKey: Self { Self(ZMQ_CURVE_SERVERKEY, "ZMQ_CURVE_SERVERKEY", .publicKey) }
}

extension SocketOption where Value == CurveSecretKey {
    /// This end's own secret key.
    public static var curveSecretKey: Self { Self(ZMQ_CURVE_SECRETKEY, "ZMQ_CURVE_SECRETKEY", .secretKey) }
}

extension OptionCoding where Value == CurvePublicKey {
    static let publicKey = OptionCoding(
        byteCountMax: CurvePublicKey.byteCount, encode: { $0.bytes }, decode: { CurvePublicKey(bytes: $0) })
}

extension OptionCoding where Value == CurveSecretKey {
    static let secretKey = OptionCoding(
        byteCountMax: CurvePublicKey.byteCount, encode: { $0.bytes }, decode: { CurveSecretKey(bytes: $0) })
}

extension Socket {
    /// Encrypts as a CURVE server. Any client that knows the server's public key comes in, unless a ZAP handler
    /// (``SocketOption/zapDomain``) says no.
    ///
    /// Source: zmq_curve(7).
    public func useCurve(asServer keys: CurveKeyPair) throws(ZeroMQError) {
        try set(.curveServer, to: true)
        try set(.curveSecretKey, to: keys.secretKey)
    }

    /// Encrypts as a CURVE client, which accepts only this server.
    ///
    /// Source: zmq_curve(7).
    public func useCurve(asClient keys: CurveKeyPair, server: CurvePublicKey) throws(ZeroMQError) {
        try set(.curveServerKey, to: server)
        try set(.curvePublicKey, to: keys.publicKey)
        try set(.curveSecretKey, to: keys.secretKey)
    }
}
