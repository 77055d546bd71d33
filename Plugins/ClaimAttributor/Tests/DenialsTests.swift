import Testing

@Suite("Denials") struct DenialsTests {
    @Test("are marked as such", arguments: examples)
    func claims(_ example: Example) throws {
        #expect(try example.found() == example.expected)
    }

    static let examples: [Example] = [
        Example("وأكدت المتحدثة باسم الحكومة {P:ليلى مراد} أنها لم تتلق أي طلب رسمي، فيما نفى رئيس الحزب {P:عادل شكري} صحة الخبر.",
                "أكدت | ليلى مراد | لم تتلق أي طلب رسمي",
                "نفى | عادل شكري | صحة الخبر | deny"),
        Example("واستبعد المدرب أن يشارك {P:صلاح} في المباراة المقبلة.",
                "استبعد | المدرب | يشارك صلاح في المباراة المقبلة | deny"),
        Example("نفت {L:الرياض} علمها بالصفقة.",
                "نفت | الرياض | علمها بالصفقة | deny"),
        Example("ونفى مكتب رئيس الوزراء صحة ما نشر.",
                "نفى | مكتب رئيس الوزراء | صحة ما نشر | deny"),
        Example("وعلى الرغم من أن الحكومة تنفي وجود أزمة، فإن الطوابير تمتد لساعات.",
                "تنفي | الحكومة | وجود أزمة | deny"),
        Example("ونفى البيان أن تكون الطائرة قد خرقت الأجواء.",
                "نفى | البيان | تكون الطائرة قد خرقت الأجواء | deny unnamed"),
    ]
}
