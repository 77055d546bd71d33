/// What went wrong, as a number of `docs/protocol`; its hundred is its class.
public struct ErrorCode: RawRepresentable, Hashable, Sendable, Codable {
    public var rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// How a receiver treats a code, known or not.
    public enum Class: Int, Sendable, CaseIterable {
        /// A message that should not have been sent.
        case `protocol` = 1
        case authentication = 2
        /// A lease that is not, or no longer, the sender's.
        case lease = 3
        /// The document itself; trying again is of no use.
        case document = 4
        /// Trying again may help.
        case transient = 5
        /// The plugin can't work as it is set up; its stage is paused.
        case configuration = 6
    }

    /// `nil` for a number outside the classes.
    public var errorClass: Class? { Class(rawValue: rawValue / 100) }

    // Protocol
    public static let envelopeMalformed = ErrorCode(rawValue: 100)
    public static let typeUnknown = ErrorCode(rawValue: 101)
    public static let headerMalformed = ErrorCode(rawValue: 102)
    public static let messageUnexpected = ErrorCode(rawValue: 103)
    public static let limitExceeded = ErrorCode(rawValue: 104)
    public static let layerUnexpected = ErrorCode(rawValue: 105)
    // Authentication
    public static let notAuthorised = ErrorCode(rawValue: 200)
    // Lease
    public static let deliveryStale = ErrorCode(rawValue: 300)
    public static let sessionUnknown = ErrorCode(rawValue: 301)
    // Document
    public static let documentFailed = ErrorCode(rawValue: 400)
    public static let inputUnreadable = ErrorCode(rawValue: 401)
    public static let inputEmpty = ErrorCode(rawValue: 402)
    public static let inputNotText = ErrorCode(rawValue: 403)
    public static let inputTooLarge = ErrorCode(rawValue: 404)
    public static let lineMalformed = ErrorCode(rawValue: 405)
    public static let idRepeated = ErrorCode(rawValue: 406)
    public static let idInvalid = ErrorCode(rawValue: 407)
    public static let layerInvalid = ErrorCode(rawValue: 408)
    public static let poison = ErrorCode(rawValue: 409)
    public static let attemptsExhausted = ErrorCode(rawValue: 410)
    public static let inputChanged = ErrorCode(rawValue: 411)
    // Transient
    public static let transientFailure = ErrorCode(rawValue: 500)
    public static let busy = ErrorCode(rawValue: 501)
    public static let draining = ErrorCode(rawValue: 502)
    // Configuration
    public static let versionRefused = ErrorCode(rawValue: 600)
    public static let manifestInvalid = ErrorCode(rawValue: 601)
    public static let manifestConflict = ErrorCode(rawValue: 602)
    public static let layerTaken = ErrorCode(rawValue: 603)
    public static let pluginUnusable = ErrorCode(rawValue: 604)
}
