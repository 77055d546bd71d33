import ArabicText
import Corpus

extension PageText {
    /// Fills in what can be seen of a line alone.
    func measure(_ line: inout PageLine) {
        var hash: UInt64 = 0
        var position = 0
        var previous = line.span.start
        for index in line.tokens {
            let token = tokens[index]
            // Two or more spaces stand between the items of a menu.
            if token.followsSpace, token.start - previous >= 2, position > 0 { line.wideSpaces += 1 }
            previous = token.end
            switch token.kind {
            case .word:
                count(traits[index], token, &line)
                hash = (hash << 5 | hash >> 59) ^ token.key.stableHash
                if position == 0 {
                    line.opensWithContinuation = traits[index].contains(.continuation) || Openings.goesOn(token.key)
                    line.opensWithDateline = traits[index].contains(.dateline)
                }
                position += 1
            case .number:
                line.numbers += 1
                hash = (hash << 5 | hash >> 59) ^ token.key.stableHash
                if position == 0 { line.opensWithNumber = true }
                position += 1
            case .punctuation:
                punctuate(text[token.start], position: position, &line)
            case .newline: break
            }
        }
        line.hash = hash
        close(&line)
        if line.closesParenthesis { line.closingAside = closingAside(line) }
        if line.numbers >= 2, line.wordsAndNumbers <= 24 { line.hasDate = DateLine.date(of: line, in: self) != nil }
        findCues(&line)
    }

    private func count(_ traits: WordTraits, _ token: Token, _ line: inout PageLine) {
        line.words += 1
        let first = text.scalars[token.start]
        if first.value < 0x250 { line.latin += 1 }
        // A word of four letters or more in ya is a present-tense verb, but for a few nouns.
        if first == "\u{64A}", token.end - token.start >= 4, traits.isDisjoint(with: [.finite, .calendar, .common, .interface, .nounWithYa]) { line.finite += 1 }
        if traits.isEmpty { return }
        if traits.contains(.function) { line.function += 1 }
        if traits.contains(.finite) { line.finite += 1 }
        if traits.contains(.interface) { line.interface += 1 }
        if traits.contains(.address) { line.address += 1 }
        if traits.contains(.weakAddress) { line.weakAddress += 1 }
        if traits.contains(.section) { line.sections += 1 }
        if traits.contains(.calendar) { line.calendar += 1 }
        if traits.contains(.credit) { line.credits += 1 }
        if traits.contains(.agency) { line.agencies += 1 }
        if traits.contains(.picture) { line.pictures += 1 }
        if traits.contains(.scene) { line.scenes += 1 }
        if traits.contains(.life) { line.lifeWords += 1 }
        if traits.contains(.profession), line.words <= 5 { line.professionEarly = true }
    }

    private func punctuate(_ scalar: Unicode.Scalar, position: Int, _ line: inout PageLine) {
        line.punctuation += 1
        switch scalar {
        case "\u{60C}", "\u{61B}", ",", ";": line.commas += 1
        case "|", "/", "\\", "\u{2022}", ">", "\u{203A}", "\u{2190}", "\u{2192}", "\u{B7}", "\u{25BC}", "\u{25B2}", "\u{25CF}", "\u{25AA}", "\u{25A0}", "\u{25C6}", "\u{2666}", "\u{25BA}", "\u{25C4}", "\u{25B6}", "\u{25C0}":
            if position == 0, scalar.value == 0x2022 || scalar.value >= 0x25A0 {
                line.opensWithBullet = true
            } else {
                line.bars += 1
            }
        case ":": if position > 0, position <= 6 { line.hasColonEarly = true }
        case "-", "\u{2013}", "\u{2014}", "*": if position == 0 { line.opensWithDash = true }
        case "\"": if position == 0 { line.opensWithQuote = true }
        case "\u{AB}", "\u{201C}":
            if position == 0 { line.opensWithQuote = true }
            line.opensQuote += 1
        case "\u{BB}", "\u{201D}": line.opensQuote -= 1
        case "@", "#", "\u{A9}": line.hasAddressSign = true
        case "(", "[": line.hasParenthesis = true
        default: break
        }
    }

    private func close(_ line: inout PageLine) {
        var at = line.span.end - 1
        var sawQuote = false
        while at >= line.span.start {
            let scalar = text[at]
            if LetterFolding.isIgnored(scalar) || isClosing(scalar) || scalar == " " {
                sawQuote = sawQuote || (isClosing(scalar) && scalar != ")" && scalar != "]")
                if scalar == ")" { line.closesParenthesis = true }
                at -= 1
                continue
            }
            switch scalar {
            case ".": line.closesSentence = true
                if at > line.span.start, text[at - 1] == "." { line.closesEllipsis = true }
            case "!", "\u{6D4}": line.closesSentence = true
            case "\u{61F}", "?":
                line.closesSentence = true
                line.isQuestion = true
            case "\u{2026}": line.closesEllipsis = true
            case ":": line.closesColon = true
            default: break
            }
            break
        }
        line.closesQuote = sawQuote
    }

    private func closingAside(_ line: PageLine) -> Int {
        var words = 0
        for index in line.tokens.reversed() {
            let token = tokens[index]
            if token.kind == .word { words += 1 }
            if token.kind == .punctuation, text[token.start] == "(" { return words }
            if words > 8 { break }
        }
        return 0
    }

    private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "\u{BB}", "\u{201D}", "\u{201C}", ")", "]", "'", "\u{2019}", "\\": true
        default: false
        }
    }
}
