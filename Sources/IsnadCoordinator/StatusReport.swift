import Foundation
import IsnadScheduler

/// The body of a REPORT: how the pipeline is doing. Counts are of documents since this coordinator started.
struct StatusReport: Codable {
    struct Documents: Codable {
        var admitted: Int
        var inFlight: Int
        var done: Int
        var rejected: Int
        /// Known from an earlier run and not delivered again.
        var skipped: Int
    }

    struct Inputs: Codable {
        var files: Int
        var filesRead: Int
        var exhausted: Bool
    }

    struct Group: Codable {
        var plugin: String
        var version: String?
        var writes: String?
        var durable: Bool
        var workers: Int
        var waiting: Int
        var ready: Int
        var leased: Int
        var delivered: Int
        var answered: Int
        var redelivered: Int
        var failed: Int
        var pausedFor: String?
    }

    var coordinator: String
    var uptimeSeconds: Double
    var documents: Documents
    var inputs: Inputs
    var groups: [Group]
    var finishing: Bool
}
