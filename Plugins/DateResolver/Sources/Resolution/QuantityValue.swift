/// The ISO 8601 form of lengths of time.
extension Quantity {
    /// `P3D`, `PT8H30M`, `P18M`, `PXM`.
    var value: String {
        if isVague { return Self.write([(parts[0].unit, nil)]) }
        var amounts = [Unit: Int]()
        for part in parts {
            let (unit, factor) = Self.base(part.unit)
            amounts[unit, default: 0] += part.thousandths * factor
        }
        if parts.count > 1, amounts.contains(where: { $0.value % 1000 != 0 && $0.value < 1000 }) {
            // A fraction beside other units stays one: شهر وربع ساعة.
            return Self.write(Self.ordered(amounts).map { ($0.0, Optional($0.1)) })
        }
        return Self.write(Self.normalised(amounts).map { ($0.0, Optional($0.1)) })
    }

    /// Decades and centuries are counted in years, nights in days.
    private static func base(_ unit: Unit) -> (Unit, Int) {
        switch unit {
        case .decade: (.year, 10)
        case .century: (.year, 100)
        case .night: (.day, 1)
        case .quarter: (.month, 3)
        case .halfYear: (.month, 6)
        case .weekend: (.day, 2)
        default: (unit, 1)
        }
    }

    /// Halves and quarters go to the next smaller unit: a year and a half is 18 months.
    private static func normalised(_ amounts: [Unit: Int]) -> [(Unit, Int)] {
        var amounts = amounts
        let smaller: [(Unit, Unit, Int)] = [(.year, .month, 12), (.day, .hour, 24), (.hour, .minute, 60), (.minute, .second, 60)]
        for (unit, next, factor) in smaller {
            guard let amount = amounts[unit], amount % 1000 != 0, (amount % 1000) * factor % 1000 == 0 else { continue }
            if unit == .year, amount < 3000 {
                // Up to two and a half years are said in months.
                amounts[next, default: 0] += amount * factor
                amounts[unit] = nil
            } else {
                amounts[next, default: 0] += (amount % 1000) * factor
                amounts[unit] = amount - amount % 1000 == 0 ? nil : amount - amount % 1000
            }
        }
        return ordered(amounts)
    }

    private static func ordered(_ amounts: [Unit: Int]) -> [(Unit, Int)] {
        [Unit.year, .month, .week, .day, .hour, .minute, .second].compactMap { unit in amounts[unit].map { (unit, $0) } }
    }

    private static func write(_ amounts: [(Unit, Int?)]) -> String {
        var date = "P"
        var time = ""
        for (unit, amount) in amounts {
            let number = amount.map(decimal) ?? "X"
            switch base(unit).0 {
            case .year: date += number + "Y"
            case .month: date += number + "M"
            case .week: date += number + "W"
            case .hour: time += number + "H"
            case .minute: time += number + "M"
            case .second: time += number + "S"
            default: date += number + "D"
            }
        }
        return time.isEmpty ? date : date + "T" + time
    }

    private static func decimal(_ thousandths: Int) -> String {
        guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
        var places = String(1000 + thousandths % 1000).dropFirst()
        while places.last == "0" { places.removeLast() }
        return "\(thousandths / 1000).\(places)"
    }
}
