import ArabicText

/// Names of news media that stand without a head noun; others are told by `صحيفة`, `وكالة`, `قناة` before them.
enum Media {
    private static let names: Set<WordKey> = Set("""
        رويترز تاس فرانس أسوشيتد أسوشييتد بلومبرغ بلومبيرغ شينخوا إنترفاكس نوفوستي سبوتنيك الأناضول سانا واس وام كونا بترا قنا وفا واع سونا شينخوا \
        الجزيرة العربية بيبيسي الميادين المنار سكاي أكسيوس بوليتيكو هآرتس معاريف غارديان الغارديان تايمز بوست لوموند لوفيغارو شبيغل ديرشبيغل كيودو يونهاب أنسا إيفي مهر فارس تسنيم إرنا إسنا
        """.split(whereSeparator: \.isWhitespace).map { WordKey($0) })
    private static let heads: Set<WordKey> = Set("وكالة صحيفة جريدة قناة تلفزيون إذاعة موقع مجلة شبكة برس نيوز راديو".split(separator: " ").map { WordKey($0) })

    static func isMedium(_ word: WordKey) -> Bool { names.contains(word) }

    static func isMedium(_ name: String) -> Bool {
        name.split(whereSeparator: \.isWhitespace).contains { names.contains(WordKey($0)) || heads.contains(WordKey($0)) }
    }
}
