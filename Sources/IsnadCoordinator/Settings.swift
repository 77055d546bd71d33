import IsnadScheduler

/// What a coordinator is started with.
struct Settings {
    var endpoint = "tcp://127.0.0.1:5570"
    var eventsEndpoint = "tcp://127.0.0.1:5571"
    var sizeLimit = 16 << 20
    var statePath: String?
    /// Ends once the inputs are exhausted and every document is done.
    var finishes = false
    /// Where to write the last status report at the end.
    var reportPath: String?
    var scheduler = SchedulerConfiguration()

    /// The event endpoint that belongs to a work endpoint: the next port, or the path with `.events`.
    static func eventsEndpoint(for endpoint: String) -> String? {
        if endpoint.hasPrefix("ipc://") { return endpoint + ".events" }
        guard endpoint.hasPrefix("tcp://"), let colon = endpoint.lastIndex(of: ":"),
              let port = UInt16(endpoint[endpoint.index(after: colon)...]), port < UInt16.max else { return nil }
        return "\(endpoint[...colon])\(port + 1)"
    }
}
