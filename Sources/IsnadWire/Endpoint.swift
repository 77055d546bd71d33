/// Where sockets meet: `tcp://host:port` or `ipc://path`.
public enum Endpoint {
    /// The event endpoint that belongs to a work endpoint: the next port, or the path with `.events`.
    /// - Returns: `nil` when none follows from it.
    public static func events(for endpoint: String) -> String? {
        if endpoint.hasPrefix("ipc://") { return endpoint + ".events" }
        guard let (colon, port) = port(of: endpoint), port < UInt16.max else { return nil }
        return "\(endpoint[...colon])\(port + 1)"
    }

    /// What is wrong with an endpoint, in a sentence; `nil` when it can be tried.
    public static func problem(with endpoint: String) -> String? {
        if endpoint.hasPrefix("ipc://") {
            let byteCount = endpoint.utf8.count - "ipc://".utf8.count
            return (1...100).contains(byteCount) ? nil : "an ipc path has 1 to 100 bytes, not \(byteCount)"
        }
        if endpoint.hasPrefix("tcp://") {
            return port(of: endpoint) == nil ? "\(endpoint) lacks a port, as in tcp://127.0.0.1:5570" : nil
        }
        return "\(endpoint) is neither tcp://host:port nor ipc://path"
    }

    private static func port(of endpoint: String) -> (colon: String.Index, port: UInt16)? {
        guard endpoint.hasPrefix("tcp://"), let colon = endpoint.lastIndex(of: ":"),
              endpoint.distance(from: endpoint.startIndex, to: colon) > 6,
              let port = UInt16(endpoint[endpoint.index(after: colon)...]), port > 0 else { return nil }
        return (colon, port)
    }
}
