import ArabicText
import Corpus

/// How much a line alone looks like each thing a page is made of; about -4 (not at all) to 5 (surely).
struct LineEvidence {
    /// Sentences of running text.
    var prose: Float = 0
    /// Menus, bars, prompts, counters, notices.
    var furniture: Float = 0
    /// Author, place, date, source.
    var byline: Float = 0
    /// Words of a picture.
    var caption: Float = 0
    /// A headline by its shape.
    var headline: Float = 0
    /// A subheading by its shape.
    var heading: Float = 0
    /// Points to another text.
    var pointer: Float = 0
    /// Has no mark of the page's own: no control, section, bar, foreign word or cue.
    var isPlain = false
    /// Says who the author is and what else they wrote.
    var biography: Float = 0

    /// - Parameter isLatin: whether the page itself is written in Latin letters.
    init(_ line: PageLine, isLatin: Bool = false) {
        prose = Self.prose(line, isLatin)
        furniture = Self.furniture(line, isLatin)
        byline = Self.byline(line, prose: prose)
        caption = Self.caption(line, prose: prose)
        pointer = line.cue == .seeAlso || line.cue == .listHead ? line.cueStrength * 4 : 0
        if line.professionEarly, line.lifeWords > 0 { biography = min(Float(line.lifeWords), 2) * 1.5 }
        isPlain = line.interface == 0 && line.sections == 0 && line.bars == 0 && line.wideSpaces == 0 && line.latin == 0 && line.cue == nil
            && line.address == 0 && !line.opensWithNumber && !line.repeats && !line.closesSentence && line.pictures == 0 && line.scenes == 0
        headline = Self.headline(line, self)
        heading = Self.heading(line, self)
    }

    private static func prose(_ line: PageLine, _ isLatin: Bool) -> Float {
        let count = line.wordsAndNumbers
        var score: Float = switch count {
        case ..<4: -3
        case 4..<8: -1.6
        case 8..<12: -0.5
        case 12..<18: 0.6
        case 18..<30: 1.9
        default: 2.8
        }
        if count >= 3 {
            if line.closesSentence { score += 1.2 } else if line.closesColon || line.closesEllipsis { score += 0.3 }
        }
        score += min(Float(line.commas) * 0.3, 0.9)
        if line.finite > 0 { score += 0.7 }
        let words = Float(max(line.words, 1))
        let function = Float(line.function) / words
        if function > 0.18 { score += 0.5 } else if function < 0.05, count >= 6 { score -= 0.8 }
        if line.opensWithContinuation, count >= 3 { score += 1.2 }
        if !isLatin, Float(line.latin) > words * 0.6 { score -= 2 }
        if line.opensWithDash, count >= 6 { score += 0.6 }
        return score
    }

    private static func furniture(_ line: PageLine, _ isLatin: Bool) -> Float {
        let count = line.wordsAndNumbers
        let words = Float(max(line.words, 1))
        var score: Float = 0
        if count == 0 { return 4 }
        let isDate = line.hasDate && (count <= 12 || (count <= 22 && (line.calendar + line.numbers + line.credits) * 10 >= count * 7))
        if line.words == 0, !isDate { score += 2 }
        if count <= 14 {
            score += Float(line.interface) / words * 3.5
            score += Float(line.sections) / words * 2.2
        } else if line.interface >= 3 {
            score += Float(line.interface) / words * 4
        }
        if !isDate, line.bars > 0, Float(count) / Float(line.bars + 1) < 7 { score += min(Float(line.bars), 3) * 0.8 }
        if line.wideSpaces > 0, Float(count) / Float(line.wideSpaces + 1) < 6 { score += min(Float(line.wideSpaces), 4) * 0.7 }
        if let cue = line.cue, cue != .byline, cue != .caption { score += line.cueStrength * 3.5 + Float(min(line.cueCount - 1, 3)) * (count > 8 ? 1.4 : 0.5) }
        let address = Float(line.address) + Float(line.weakAddress) * (line.address + line.weakAddress >= 2 ? 0.7 : 0.3)
        if address > 0, !line.opensWithQuote { score += min(address, 3) * (count <= 20 ? 1.0 : 0.5) }
        if !isLatin, line.latin > 0, Float(line.latin) > words * 0.5, line.pictures == 0 || count > 6 { score += 2.5 }
        if count <= 2 { score += 0.8 }
        if line.hasAddressSign { score += 1 }
        // Captions are given twice, too.
        let isCredited = (1...3).contains(line.closingAside) || line.pictures > 0
        if line.repeats, line.words >= 2 { score += isCredited ? 0.5 : 3 } else if line.repeats { score += 1.5 }
        if line.numbers * 2 > count, !isDate { score += 0.8 }
        return score
    }

    private static func byline(_ line: PageLine, prose: Float) -> Float {
        let count = line.wordsAndNumbers
        guard count > 0, count <= 22 else { return -4 }
        var score: Float = 0
        if line.cue == .byline { score += line.cueStrength * 3 } else if line.has(.byline) { score += 0.8 }
        if line.numbers > 0, Float(line.calendar + line.numbers) >= Float(count) * 0.6, line.numbers >= 2 || line.calendar >= 1 {
            score += line.calendar >= 1 || line.numbers >= 3 ? 2.5 : 0.5
        }
        if line.hasDate { score += count <= 12 ? 1.5 : 0.8 }
        if line.credits > 0, count <= 10 { score += 1 }
        if line.agencies > 0, count <= 8 { score += 0.8 }
        if line.opensWithDateline, count <= 8 { score += line.punctuation > 0 ? 1.8 : 0.5 }
        if count <= 4, count >= 2, line.function == 0, line.interface == 0, line.sections == 0, line.bars == 0, line.latin == 0 { score += 0.3 }
        if prose > 1 { score -= 2 }
        if count > 12, !line.hasDate { score -= 1.5 }
        if line.function > 0, count > 4, !line.hasDate, line.cue != .byline { score -= 1 }
        if line.closesSentence, !line.hasDate { score -= 2 }
        return score
    }

    private static func caption(_ line: PageLine, prose: Float) -> Float {
        let count = line.wordsAndNumbers
        guard count > 0, count <= 40 else { return -4 }
        var score: Float = 0
        if line.cue == .caption { score += line.cueStrength * 3 } else if line.has(.caption) { score += 1.2 }
        if line.pictures > 0 { score += 1.2 }
        if line.pictures > 0, count <= 5, line.latin > 0 { score += 3 }
        if line.closesParenthesis, line.agencies > 0 || line.pictures > 0 { score += 2 }
        if (1...3).contains(line.closingAside), count >= 5, count <= 22 { score += line.finite == 0 ? 1.4 : 0.9 }
        if count >= 4, count <= 10, line.finite == 0, line.function > 0, !line.closesSentence, !line.closesColon, !line.isQuestion { score += 0.2 }
        if line.opensWithContinuation || line.isQuestion || line.opensWithDash { score -= 1.5 }
        if line.finite > 0, score < 1.5 { score -= 0.5 }
        if line.scenes > 0, count >= 4, count <= 14, line.finite == 0, !line.closesSentence { score += 0.8 }
        if prose > 2 { score -= 2 }
        return score
    }

    private static func headline(_ line: PageLine, _ evidence: LineEvidence) -> Float {
        let count = line.wordsAndNumbers
        var score: Float = switch count {
        case ..<3: -3
        case 3: -0.5
        case 4: 0.5
        case 5...18: 1.5
        case 19...24: 0.5
        default: -3
        }
        if line.closesSentence, !line.closesEllipsis, !line.isQuestion { score -= 1.5 }
        if line.bars > 0 { score -= 1.2 }
        score -= max(evidence.furniture - (line.repeats ? 3 : 0), 0) * 0.9
        score -= max(evidence.byline, 0) * 0.9 + max(evidence.caption - 0.5, 0) * 0.9
        if line.isRepeated, line.words >= 4 { score += 3 }
        return score
    }

    private static func heading(_ line: PageLine, _ evidence: LineEvidence) -> Float {
        let count = line.wordsAndNumbers
        var score: Float = switch count {
        case 0: -5
        case 1: -0.5
        case 2...7: 0.9
        case 8...10: -0.3
        case 11...14: -1.5
        default: -3.5
        }
        if line.closesSentence, !line.closesEllipsis, !line.isQuestion { score -= 1.5 }
        if line.numbers > 0, line.words < 2 { score -= 1.5 }
        score -= max(evidence.furniture - (count <= 2 ? 0.8 : 0), 0) * 0.9 + max(evidence.byline - 0.5, 0) * 0.8 + max(evidence.caption - 0.5, 0)
        return score
    }
}
