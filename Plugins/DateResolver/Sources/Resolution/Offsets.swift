import ArabicText
import Corpus

/// Dates counted from another.
extension Resolver {
    mutating func resolveOffset(_ point: Point, _ sign: Int, _ quantity: Quantity, _ scene: Scene) -> (DateType, String)? {
        let isTime = quantity.parts.allSatisfy { $0.unit <= .hour }
        if isTime {
            let minutes = quantity.parts.reduce(0) { $0 + $1.thousandths * ($1.unit == .hour ? 60 : 1) / ($1.unit == .second ? 60_000 : 1000) } * sign
            guard let publication, let minute = publication.minute else { return (.duration, quantity.value) }
            let total = minute + minutes
            let days = total >= 0 ? total / 1440 : (total - 1439) / 1440
            return (.time, (publication.day + days).iso + Self.clockValue(total - days * 1440))
        }
        // Narrated events count on from the date before; the rest from publication.
        var origin = publication?.day
        let narrated = sign > 0 && mentioned?.day != nil && (origin == nil || mentionedSentence == scene.sentence && scene.reader.tense(around: scene.expression.first, scene.expression.end) != .future)
        if narrated || origin == nil { origin = mentioned?.day ?? reference }
        guard let origin else { return (.date, "?") }
        if point.calendar == .hijri, let whole = quantity.whole, whole.unit == .year, let today = UmmAlQura.date(of: origin) {
            return (.date, hijriInterval(year: today.year + sign * whole.count, month: nil) ?? "?")
        }
        if point.calendar == .hijri, let whole = quantity.whole, whole.unit == .month, let today = UmmAlQura.date(of: origin) {
            let months = today.year * 12 + today.month - 1 + sign * whole.count
            return (.date, hijriInterval(year: months / 12, month: months % 12 + 1) ?? "?")
        }
        var day = origin
        var months = 0
        for part in quantity.parts {
            let amount = part.thousandths * sign
            switch part.unit {
            case .day, .night: day = day + amount / 1000
            case .week: day = day + amount * 7 / 1000
            case .month: months += amount / 1000
            case .year: months += amount * 12 / 1000
            case .decade: months += amount * 120 / 1000
            case .century: months += amount * 1200 / 1000
            default: break
            }
        }
        guard abs(months) < 60_000, abs(day.number) < 3_000_000 else { return (.date, "?") }
        day = day.adding(months: months)
        if let weekday = point.weekday {
            day = quantity.parts[0].unit == .week ? day.monday + (weekday - 1) : day.onOrAfter(weekday: weekday)
        } else if let whole = quantity.whole {
            if whole.unit >= .year { return (.date, Partial(year: day.date.year).iso) }
            if whole.unit == .month { return (.date, Partial(year: day.date.year, month: day.date.month).iso) }
        } else if quantity.parts.allSatisfy({ $0.unit >= .month }) {
            return (.date, Partial(year: day.date.year, month: day.date.month).iso)
        }
        mentioned = Partial(day)
        mentionedPart = nil
        mentionedSentence = scene.sentence
        return (.date, day.iso)
    }
}
