import ArabicText
import Corpus

/// Clock times and parts of the day.
extension Resolver {
    /// A clock time or part of day without a date of its own.
    mutating func resolveTime(_ point: Point, _ scene: Scene) -> (DateType, String)? {
        let isRepeated = scene.reader.isHabitual(scene.expression.first, scene.expression.end) || recurrentSentence == scene.sentence
        let isNamedHere = mentionedSentence == scene.sentence
        var day: Partial?
        if isNamedHere { day = mentioned } else if point.clock != nil, isRepeated { day = nil } else if let ahead = dayAhead(scene) {
            day = ahead
        } else if point.clock != nil, mentioned?.day != nil, scene.reader.tense(around: scene.expression.first, scene.expression.end) != .future {
            day = mentioned
        } else { day = publication.map { Partial($0.day) } }
        if day == nil, publication == nil, !isRepeated { day = laterInSentence(point, scene) }
        guard let time = timeValue(point, scene, inherited: day == nil ? nil : isNamedHere || day == mentioned ? mentionedPart : nil) else { return nil }
        return (.time, (day?.iso ?? "XXXX-XX-XX") + time)
    }

    /// A day named right behind in the same sentence, as the other end of a range has it.
    func dayAhead(_ scene: Scene) -> Partial? {
        if let next = scene.next, next.clock != nil, next.hasDay { return resolveCopy(next, scene) }
        guard scene.expressions.indices.contains(scene.index + 1), case .point(let next) = scene.expressions[scene.index + 1].meaning, next.hasDay,
              next.clock == nil, scene.isJoinedToNext else { return nil }
        return resolveCopy(next, scene)
    }

    /// Where nothing was said before: the day whose part of day the sentence goes on to name.
    func laterInSentence(_ point: Point, _ scene: Scene) -> Partial? {
        guard let part = point.clock?.part ?? point.dayPart else { return nil }
        for index in scene.expressions.indices.dropFirst(scene.index + 1) {
            let other = scene.expressions[index]
            guard other.first - scene.expression.end < 40, !(scene.expression.end..<other.first).contains(where: scene.reader.isSentenceEnd) else { return nil }
            guard case .point(let later) = other.meaning, later.hasDay, later.dayPart?.code == part.code else { continue }
            var copy = self
            return copy.resolveDay(later, Scene(expressions: scene.expressions, index: index, reader: scene.reader, sentence: scene.sentence, isAlone: false))
        }
        return nil
    }

    func resolveCopy(_ point: Point, _ scene: Scene) -> Partial? {
        var copy = self
        return copy.resolveDay(point, Scene(expressions: scene.expressions, index: scene.index + 1, reader: scene.reader, sentence: scene.sentence, isAlone: scene.isAlone))
    }

    /// `T18:08`, `TEV`, or `nil` when the point has no time.
    func timeValue(_ point: Point, _ scene: Scene, inherited: DayPart?) -> String? {
        guard let clock = point.clock else {
            guard let part = point.dayPart else { return nil }
            return part == .midnight ? "T24:00" : part.code
        }
        let hour = hour(of: clock, part: clock.part ?? point.dayPart, scene, inherited)
        var value = "T\(Self.two(hour)):\(Self.two(clock.minute))"
        if let second = clock.second { value += ":\(Self.two(second))" }
        return clock.isUTC ? value + "Z" : value
    }

    func hour(of clock: Clock, part: DayPart?, _ scene: Scene, _ inherited: DayPart?) -> Int {
        if let part { return Self.hour(clock.hour, part) }
        if clock.is24, clock.hour > 12 || clock.hour == 0 { return clock.hour }
        if let next = scene.next?.clock, let part = next.part {
            // من الخامسة إلى السادسة مساء: the half of the day in which the range runs forward.
            let hour = Self.hour(clock.hour, part)
            return hour * 60 + clock.minute <= Self.hour(next.hour, part) * 60 + next.minute ? hour : clock.hour
        }
        if let previous = scene.previous?.clock, let part = previous.part {
            let first = Self.hour(previous.hour, part)
            return clock.hour < 12 && clock.hour < first ? clock.hour + 12 : clock.hour
        }
        if let inherited, !clock.is24 || clock.hour < 12, clock.hour < 12, inherited != .dawn, inherited != .morning { return Self.hour(clock.hour, inherited) }
        return clock.hour
    }

    /// The hour of 24 that an hour of 12 is in a part of the day.
    static func hour(_ hour: Int, _ part: DayPart) -> Int {
        guard hour <= 12 else { return hour }
        switch part {
        case .dawn, .morning: return hour == 12 ? 0 : hour
        case .noon: return hour >= 10 ? hour : hour + 12
        case .afternoon, .evening: return hour == 12 ? 12 : hour + 12
        case .night, .midnight: return hour == 12 ? 0 : hour >= 5 ? hour + 12 : hour
        }
    }

    static func clockValue(_ minutes: Int) -> String { "T\(two(minutes / 60)):\(two(minutes % 60))" }

    static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
