/// Gender and number, as far as a form or a noun phrase shows them.
struct Agreement: Hashable, Sendable {
    enum Gender: UInt8, Sendable { case unknown, masculine, feminine }
    enum Number: UInt8, Sendable { case unknown, singular, dual, plural }

    var gender: Gender
    var number: Number

    static let unknown = Agreement(gender: .unknown, number: .unknown)

    static func masculine(_ number: Number) -> Agreement { Agreement(gender: .masculine, number: number) }
    static func feminine(_ number: Number) -> Agreement { Agreement(gender: .feminine, number: number) }

    /// What a noun phrase shows, and its verb's gender where it shows none.
    func merged(with verb: Agreement) -> Agreement {
        Agreement(gender: gender == .unknown && number != .plural ? verb.gender : gender, number: number)
    }

    /// Whether one thing can have both.
    func agrees(with other: Agreement) -> Bool {
        (gender == .unknown || other.gender == .unknown || gender == other.gender)
            && (number == .unknown || other.number == .unknown || number == other.number)
    }
}
