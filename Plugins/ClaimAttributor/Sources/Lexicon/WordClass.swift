/// What a word can be, as far as attribution asks.
struct WordClass: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// Stands alone before a noun phrase: `في`, in.
    static let preposition = WordClass(rawValue: 1 << 0)
    /// `الذي`, who.
    static let relative = WordClass(rawValue: 1 << 1)
    /// `لم`, did not.
    static let negation = WordClass(rawValue: 1 << 2)
    /// Opens a clause: `لكن`, but.
    static let opener = WordClass(rawValue: 1 << 3)
    /// Says when or how, and may stand between verb and subject: `أيضا`, also.
    static let adverb = WordClass(rawValue: 1 << 4)
    /// `هو`, he; `هذا`, this.
    static let pronoun = WordClass(rawValue: 1 << 5)
    /// What a person is: `وزير`, minister.
    static let role = WordClass(rawValue: 1 << 6)
    /// People whom no one could name: `مصدر`, source.
    static let unnamed = WordClass(rawValue: 1 << 7)
    /// What acts as a body: `وزارة`, ministry.
    static let body = WordClass(rawValue: 1 << 8)
    /// A medium: `صحيفة`, newspaper.
    static let outlet = WordClass(rawValue: 1 << 9)
    /// A paper that says something: `تقرير`, report.
    static let paper = WordClass(rawValue: 1 << 10)
    /// Where or how something was said: `تصريح`, statement.
    static let occasion = WordClass(rawValue: 1 << 11)
    /// What one acts according to without its saying anything: `قانون`, law.
    static let norm = WordClass(rawValue: 1 << 12)
    /// A verbal noun that tells an event: `وقوع`, occurrence.
    static let event = WordClass(rawValue: 1 << 13)
    /// Takes an `أن` of its own: `بعد`, after; `يمكن`, it is possible.
    static let takesThat = WordClass(rawValue: 1 << 14)
    /// A speech act that is no claim: `دعا`, called for; `مطالبا`, demanding.
    static let act = WordClass(rawValue: 1 << 15)
    /// `ثلاثة`, three; `عشرات`, tens.
    static let number = WordClass(rawValue: 1 << 16)
    /// `يوم`, day.
    static let time = WordClass(rawValue: 1 << 17)
    /// Whose owner is named after it: `محامي فلان`, the lawyer of someone.
    static let belonging = WordClass(rawValue: 1 << 18)
    /// A title that stands without the article: `د`, Dr.
    static let honorific = WordClass(rawValue: 1 << 19)
    /// `كان`, was; `قد`, already: between a subject and its verb.
    static let auxiliary = WordClass(rawValue: 1 << 20)
    /// Points back at someone: `الأخير`, the latter; `الرجل`, the man.
    static let anaphor = WordClass(rawValue: 1 << 21)
    /// A feminine noun without its ending, or a masculine one with it, is marked by these two.
    static let feminine = WordClass(rawValue: 1 << 22)
    static let masculine = WordClass(rawValue: 1 << 23)
    /// More than one of a kind, whatever its ending: `خبراء`, experts.
    static let plural = WordClass(rawValue: 1 << 24)
    /// `أحد`, one of; `بعض`, some.
    static let partitive = WordClass(rawValue: 1 << 25)
    /// A finite verb that often stands in a relative clause without pronoun: `مصدر طلب`, a source who asked.
    static let verb = WordClass(rawValue: 1 << 26)
    /// Opens a clause of the same speaker's sentence: `كما`, also.
    static let resuming = WordClass(rawValue: 1 << 27)

    /// An adjective that its letters don't show: `السابق`, former.
    static let adjective = WordClass(rawValue: 1 << 28)

    static let nominal: WordClass = [.role, .unnamed, .body, .outlet, .paper, .partitive, .number, .anaphor, .honorific, .belonging]
    static let speaker: WordClass = [.role, .unnamed, .body, .outlet, .paper, .anaphor, .honorific]
}
