import IsnadScheduler

/// What a coordinator is started with.
struct Settings {
    var endpoint = "tcp://127.0.0.1:5570"
    var eventsEndpoint = "tcp://127.0.0.1:5571"
    var sizeLimit = 16 << 20
    var statePath: String?
    /// Ends once the inputs are exhausted and every document is done.
    var finishes = false
    /// Plugins without which no input is admitted.
    var expected: Set<String> = []
    /// The records of earlier runs.
    var corpusPath: String?
    /// Where to write the last status report at the end.
    var reportPath: String?
    var scheduler = SchedulerConfiguration()
}
