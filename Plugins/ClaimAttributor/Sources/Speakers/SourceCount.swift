import ArabicText

/// How many an unnamed source says they are.
enum SourceCount {
    private static let numerals: [WordKey: Int] = {
        let words: [(String, Int)] = [
            ("أحد", 1), ("إحدى", 1), ("واحد", 1), ("واحدة", 1), ("اثنان", 2), ("اثنين", 2), ("اثنتان", 2), ("اثنتين", 2), ("ثلاثة", 3), ("ثلاث", 3), ("أربعة", 4), ("أربع", 4), ("خمسة", 5), ("خمس", 5),
            ("ستة", 6), ("ست", 6), ("سبعة", 7), ("سبع", 7), ("ثمانية", 8), ("ثماني", 8), ("تسعة", 9), ("تسع", 9), ("عشرة", 10), ("عشر", 10), ("عشرون", 20), ("عشرين", 20), ("ثلاثون", 30), ("ثلاثين", 30),
        ]
        return Dictionary(words.map { (WordKey($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
    }()
    /// Nouns of two by their ending.
    private static let duals: Set<WordKey> = Set("مصدران مصدرين مسؤولان شاهدان شاهدين دبلوماسيان خبيران خبيرين ضابطان ضابطين موظفان شخصان شخصين نائبان باحثان محللان ناشطان طبيبان عضوان مقربان".split(separator: " ").map { WordKey($0) })

    static func count(of phrase: NounPhrase, in passage: Passage) -> Int? {
        let head = passage.words[phrase.head]
        if let number = head.token.number, head.token.kind == .number, number > 0, number < 1_000_000 { return number }
        if let number = numerals[head.stem] { return number }
        if duals.contains(head.stem) { return 2 }
        return head.classes.contains(.unnamed) && phrase.agreement.number == .singular ? 1 : nil
    }
}
