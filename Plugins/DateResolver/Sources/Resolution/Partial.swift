import ArabicText

/// A date of which the year, and from the right the day and month, may be unknown or left open.
struct Partial: Equatable {
    var year: Int?
    var month: Int?
    var dayOfMonth: Int?

    init(year: Int?, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        dayOfMonth = day
    }

    init(_ day: CivilDay) {
        let date = day.date
        self.init(year: date.year, month: date.month, day: date.day)
    }

    /// The day, when all of it is known.
    var day: CivilDay? {
        guard let year, let month, let dayOfMonth else { return nil }
        return CivilDay(year: year, month: month, day: dayOfMonth)
    }

    /// Some days later; an unknown year stays unknown.
    func adding(days: Int) -> Partial {
        if let day { return Partial(day + days) }
        guard let month, let dayOfMonth, let day = CivilDay(year: 2001, month: month, day: min(dayOfMonth, 28)) else { return self }
        let date = (day + (days + max(0, dayOfMonth - 28))).date
        return Partial(year: nil, month: date.month, day: date.day)
    }

    /// `2024-12-07`, `2024-12`, `2024`, `XXXX-12-07`.
    var iso: String {
        var value = year.map { Self.four($0) } ?? "XXXX"
        if let month { value += "-" + Resolver.two(month) }
        if let dayOfMonth { value += "-" + Resolver.two(dayOfMonth) }
        return value
    }

    static func four(_ year: Int) -> String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
