import CZeroMQ

// Queues, sizes and waits of one socket.

extension SocketOption where Value == Int {
    /// Messages queued for each peer before sending would block or drops; 1,000 by default, 0 without limit.
    /// Approximate: up to 90 % lower.
    public static var sendHighWaterMark: Self { Self(ZMQ_SNDHWM, "ZMQ_SNDHWM", .count) }

    /// Messages queued from each peer before it is made to wait; 1,000 by default, 0 without limit.
    ///
    /// It counts whole messages: frames of an unfinished one are not limited.
    public static var receiveHighWaterMark: Self { Self(ZMQ_RCVHWM, "ZMQ_RCVHWM", .count) }

    /// Connections that may wait to be accepted; 100 by default.
    public static var backlog: Self { Self(ZMQ_BACKLOG, "ZMQ_BACKLOG", .count) }
}

extension SocketOption where Value == Int? {
    /// Bytes of one *frame* from a peer; a larger one disconnects it. `nil`, the default, is without limit.
    public static var maxMessageSize: Self { Self(ZMQ_MAXMSGSIZE, "ZMQ_MAXMSGSIZE", .byteCountOrUnlimited) }

    /// Unanswered TCP probes before a connection counts as dead; `nil` leaves it to the system.
    public static var tcpKeepaliveCount: Self { Self(ZMQ_TCP_KEEPALIVE_CNT, "ZMQ_TCP_KEEPALIVE_CNT", .countOrSystem) }
}

extension SocketOption where Value == Duration? {
    /// How long a closed socket goes on sending, and the context waits for it. Zero by default here; `nil` is for ever.
    public static var linger: Self { Self(ZMQ_LINGER, "ZMQ_LINGER", .millisecondsOrNone) }

    /// How long a waiting send waits; `nil`, the default, is for ever.
    public static var sendTimeout: Self { Self(ZMQ_SNDTIMEO, "ZMQ_SNDTIMEO", .millisecondsOrNone) }

    /// How long a waiting receive waits; `nil`, the default, is for ever.
    public static var receiveTimeout: Self { Self(ZMQ_RCVTIMEO, "ZMQ_RCVTIMEO", .millisecondsOrNone) }

    /// Pause before connecting again; 100 ms by default, `nil` never connects again.
    public static var reconnectInterval: Self { Self(ZMQ_RECONNECT_IVL, "ZMQ_RECONNECT_IVL", .millisecondsOrNone) }

    /// Silence after a ping that disconnects; `nil`, the default, is ``heartbeatInterval`` (and cannot be set back).
    /// Only a whole frame counts as a sign of life, so leave time for the largest.
    public static var heartbeatTimeout: Self {
        Self(ZMQ_HEARTBEAT_TIMEOUT, "ZMQ_HEARTBEAT_TIMEOUT", .millisecondsOrNone)
    }

    /// Quiet time before TCP probes, in whole seconds; `nil` leaves it to the system.
    public static var tcpKeepaliveIdle: Self { Self(ZMQ_TCP_KEEPALIVE_IDLE, "ZMQ_TCP_KEEPALIVE_IDLE", .secondsOrNone) }

    /// Time between TCP probes, in whole seconds; `nil` leaves it to the system.
    public static var tcpKeepaliveInterval: Self {
        Self(ZMQ_TCP_KEEPALIVE_INTVL, "ZMQ_TCP_KEEPALIVE_INTVL", .secondsOrNone)
    }
}

extension SocketOption where Value == Duration {
    /// The pause doubles up to this; zero, the default, keeps it at ``reconnectInterval``.
    public static var reconnectIntervalMax: Self {
        Self(ZMQ_RECONNECT_IVL_MAX, "ZMQ_RECONNECT_IVL_MAX", .milliseconds())
    }

    /// Time between ZMTP pings; zero, the default, is off. Pings run in libzmq's thread: they prove the link, not
    /// the process.
    public static var heartbeatInterval: Self { Self(ZMQ_HEARTBEAT_IVL, "ZMQ_HEARTBEAT_IVL", .milliseconds()) }

    /// What the *peer* is told to take as silence; in tenths of a second, at most 65.5 s, beyond which libzmq wraps
    /// around (libzmq#4226) and this throws.
    public static var heartbeatTimeToLive: Self {
        Self(ZMQ_HEARTBEAT_TTL, "ZMQ_HEARTBEAT_TTL", .milliseconds(max: 65_500))
    }

    /// Time for the ZMTP handshake before a peer is dropped; 30 s by default, zero is without limit.
    public static var handshakeInterval: Self { Self(ZMQ_HANDSHAKE_IVL, "ZMQ_HANDSHAKE_IVL", .milliseconds()) }

    /// Time for connecting before the attempt is given up and repeated; zero, the default, leaves it to the system.
    public static var connectTimeout: Self { Self(ZMQ_CONNECT_TIMEOUT, "ZMQ_CONNECT_TIMEOUT", .milliseconds()) }
}

extension SocketOption where Value == Bool? {
    /// TCP probes on quiet connections; `nil`, the default, leaves it to the system.
    public static var tcpKeepalive: Self { Self(ZMQ_TCP_KEEPALIVE, "ZMQ_TCP_KEEPALIVE", .flagOrSystem) }
}
