/// Writes numbers in words, as ``NumeralReader`` reads them.
public enum NumeralWriter {
    /// The gender of what is counted.
    public enum Gender: Sendable, CaseIterable { case masculine, feminine }
    /// The grammatical case: `عشرون` or `عشرين`.
    public enum Case: Sendable, CaseIterable { case nominative, oblique }

    /// A cardinal number in words.
    /// - Parameter value: 1 to 999,999; nothing else has words here.
    public static func cardinal(_ value: Int, counting gender: Gender = .masculine, in grammaticalCase: Case = .nominative) -> String? {
        guard (1...999_999).contains(value) else { return nil }
        var parts: [String] = []
        let thousands = value / 1000
        switch thousands {
        case 0: break
        case 1: parts.append("ألف")
        case 2: parts.append(grammaticalCase == .nominative ? "ألفان" : "ألفين")
        case 3...10: parts.append(below1000(thousands, .masculine, grammaticalCase) + " آلاف")
        default: parts.append(below1000(thousands, .masculine, grammaticalCase) + " ألف")
        }
        if value % 1000 > 0 { parts.append(below1000(value % 1000, gender, grammaticalCase)) }
        return parts.joined(separator: " و")
    }

    /// An ordinal number in words, with the article.
    /// - Parameter value: 1 to 99.
    public static func ordinal(_ value: Int, _ gender: Gender = .masculine, in grammaticalCase: Case = .nominative) -> String? {
        let feminine = gender == .feminine
        switch value {
        case 1: return feminine ? "الأولى" : "الأول"
        case 2...10: return "ال" + ordinals[value - 1] + (feminine ? "ة" : "")
        case 11...19:
            let unit = value == 11 ? "حادي" : ordinals[value - 11]
            return "ال" + unit + (feminine ? "ة عشرة" : " عشر")
        case 20...99:
            let ten = "ال" + tens(value / 10, grammaticalCase)
            guard value % 10 > 0 else { return ten }
            let unit = value % 10 == 1 ? "حادي" : ordinals[value % 10 - 1]
            return "ال" + unit + (feminine ? "ة" : "") + " و" + ten
        default: return nil
        }
    }

    private static func below1000(_ value: Int, _ gender: Gender, _ grammaticalCase: Case) -> String {
        var parts: [String] = []
        let hundreds = value / 100
        if hundreds == 1 { parts.append("مئة") }
        if hundreds == 2 { parts.append(grammaticalCase == .nominative ? "مئتان" : "مئتين") }
        if hundreds > 2 { parts.append((hundreds == 8 ? "ثمان" : units[hundreds].1) + "مئة") }
        if value % 100 > 0 { parts.append(below100(value % 100, gender, grammaticalCase)) }
        return parts.joined(separator: " و")
    }

    private static func below100(_ value: Int, _ gender: Gender, _ grammaticalCase: Case) -> String {
        let feminine = gender == .feminine
        let unit = value % 10
        switch value {
        case 1: return feminine ? "واحدة" : "واحد"
        case 2: return (feminine ? "اثنت" : "اثن") + (grammaticalCase == .nominative ? "ان" : "ين")
        case 3...9: return feminine ? units[value].1 : units[value].0
        case 10: return feminine ? "عشر" : "عشرة"
        case 11: return feminine ? "إحدى عشرة" : "أحد عشر"
        case 12: return (feminine ? "اثنت" : "اثن") + (grammaticalCase == .nominative ? "ا" : "ي") + (feminine ? " عشرة" : " عشر")
        case 13...19: return feminine ? units[unit].1 + " عشرة" : units[unit].0 + " عشر"
        default:
            let ten = tens(value / 10, grammaticalCase)
            if unit == 0 { return ten }
            let one = unit == 1 ? (feminine ? "إحدى" : "واحد") : below100(unit, gender, grammaticalCase)
            return one + " و" + ten
        }
    }

    private static func tens(_ count: Int, _ grammaticalCase: Case) -> String {
        ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"][count] + (grammaticalCase == .nominative ? "ون" : "ين")
    }

    /// Three to nine, counting masculine and feminine nouns.
    private static let units: [(String, String)] = [
        ("", ""), ("", ""), ("", ""), ("ثلاثة", "ثلاث"), ("أربعة", "أربع"), ("خمسة", "خمس"), ("ستة", "ست"),
        ("سبعة", "سبع"), ("ثمانية", "ثماني"), ("تسعة", "تسع"),
    ]
    private static let ordinals = ["أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"]
}
