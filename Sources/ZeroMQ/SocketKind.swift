import CZeroMQ

extension Socket {
    /// What a socket does with messages and peers.
    ///
    /// Source: zmq_socket(3).
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// Addresses each peer by its routing id, the first frame.
        case router
        /// Spreads over its peers in turn, receives fairly from all.
        case dealer
        /// Publishes; cannot receive. Drops for slow peers.
        case pub
        /// Receives what it subscribed to; cannot send.
        case sub
        /// Publishes, and receives subscriptions as messages: byte 1 (subscribe) or 0, then the prefix.
        case xpub
        /// Like SUB, with subscriptions sent as messages.
        case xsub
        /// One peer only.
        case pair
        /// Spreads over its peers; cannot receive.
        case push
        /// Receives fairly from all; cannot send.
        case pull
        /// Asks, then waits for the answer.
        case req
        /// Answers the last request.
        case rep
        /// Raw TCP peers: a routing id, then bytes.
        case stream
    }
}

extension Socket.Kind {
    var code: Int32 {
        switch self {
        case .router: ZMQ_ROUTER
        case .dealer: ZMQ_DEALER
        case .pub: ZMQ_PUB
        case .sub: ZMQ_SUB
        case .xpub: ZMQ_XPUB
        case .xsub: ZMQ_XSUB
        case .pair: ZMQ_PAIR
        case .push: ZMQ_PUSH
        case .pull: ZMQ_PULL
        case .req: ZMQ_REQ
        case .rep: ZMQ_REP
        case .stream: ZMQ_STREAM
        }
    }

    /// Whether libzmq, after losing the peer in mid-message, drops the rest of that message up to its last frame.
    var dropsRestOfMessage: Bool {
        switch self {
        case .dealer, .push, .req: true
        case .router, .pub, .sub, .xpub, .xsub, .pair, .pull, .rep, .stream: false
        }
    }
}
