import CZeroMQ

extension Socket {
    /// Sends one message, whole or not at all. The frames can be sent again: nothing is copied or used up.
    /// - Parameters:
    ///   - frames: at least one; a ROUTER's first is the peer's routing id.
    ///   - wait: whether to wait for room or a peer, at most ``SocketOption/sendTimeout``. An event loop never waits.
    /// - Returns: `false` when there was no room or no peer: nothing was sent. `true` when libzmq has it in its
    ///   queue, which does not mean that a peer has it.
    /// - Throws: ``ZeroMQError``: `hostUnreachable` from a mandatory ROUTER, `terminated`, `wrongState`,
    ///   `notSupported`.
    ///
    /// A PUSH or ROUTER whose peer goes away in mid-message loses that message as if it had been on its way.
    /// A signal does not interrupt the wait; it starts the timeout again.
    ///
    /// Source: zmq_msg_send(3), `ZMQ_SNDMORE`, `ZMQ_DONTWAIT`.
    public func send(_ frames: [Frame], wait: Bool = false) throws(ZeroMQError) -> Bool {
        precondition(!frames.isEmpty, "a message has at least one frame")
        let pointer = try handle.opened(for: "zmq_msg_send")
        while true {
            switch try trySending(frames, wait: wait, to: pointer) {
            case .sent: return true
            case .wouldBlock: return false
            case .peerLost: if !wait { return false }
            }
        }
    }

    private enum Attempt {
        case sent
        case wouldBlock
        /// The peer went away in mid-message, and libzmq took the frames back.
        case peerLost
    }

    private func trySending(
        _ frames: [Frame], wait: Bool, to pointer: UnsafeMutableRawPointer
    ) throws(ZeroMQError) -> Attempt {
        let last = frames.count - 1
        for (index, frame) in frames.enumerated() {
            let more = index == last ? 0 : ZMQ_SNDMORE
            // High-water marks count whole messages: after the first frame there is room, or no peer any more.
            let flags = index == 0 && wait ? more : more | ZMQ_DONTWAIT
            if try Self.send(frame, flags, to: pointer) { continue }
            if index == 0 { return .wouldBlock }
            if kind.dropsRestOfMessage {
                // libzmq now swallows frames up to a last one; give it those of this message, not of the next.
                for index in frames.indices[(index + 1)...] {
                    _ = try Self.send(frames[index], (index == last ? 0 : ZMQ_SNDMORE) | ZMQ_DONTWAIT, to: pointer)
                }
            }
            return .peerLost
        }
        return .sent
    }

    /// - Returns: `false` on would-block.
    private static func send(
        _ frame: Frame, _ flags: Int32, to pointer: UnsafeMutableRawPointer
    ) throws(ZeroMQError) -> Bool {
        // Sending uses up a zmq_msg_t, so send a counted reference to the body.
        var copy = zmq_msg_t()
        zmq_msg_init(&copy)
        zmq_msg_copy(&copy, frame.storage.message)
        withExtendedLifetime(frame) {}
        while zmq_msg_send(&copy, pointer, flags) == -1 {
            let code = zmq_errno()
            if code == EINTR { continue }
            zmq_msg_close(&copy)
            if code == EAGAIN { return false }
            throw ZeroMQError(.init(rawValue: code), operation: "zmq_msg_send")
        }
        return true
    }
}
