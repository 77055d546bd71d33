import ArabicText

/// Function words that single rules ask for, folded once.
enum Key {
    /// to
    static let to: WordKey = "إلى"
    /// from
    static let from: WordKey = "من"
    /// about, from
    static let about: WordKey = "عن"
    /// on
    static let on: WordKey = "على"
    /// in
    static let inside: WordKey = "في"
    /// what
    static let what: WordKey = "ما"
    /// to, as a letter alone
    static let forTo: WordKey = "ل"
    /// not
    static let no: WordKey = "لا"
    /// other than
    static let other: WordKey = "غير"
    /// as
    static let as_: WordKey = "كما"
    /// thus
    static let thus: WordKey = "هكذا"
    /// then already
    static let already: WordKey = "فقد"
    /// as for
    static let asFor: WordKey = "أما"
    /// her
    static let her: WordKey = "ها"
    /// one of, feminine
    static let oneOf: WordKey = "إحدى"
    /// source
    static let source: WordKey = "مصدر"
    /// man
    static let man: WordKey = "رجل"
    /// young man
    static let youth: WordKey = "شاب"
    /// saying
    static let said: WordKey = "قول"
    /// the saying
    static let theSaying: WordKey = "القول"
    /// the pointing
    static let thePointing: WordKey = "الإشارة"
    /// to what
    static let toWhat: WordKey = "لما"
    /// in, during, by way of: before an occasion
    static let aside: [WordKey] = ["في", "خلال", "عبر"]
    /// while, but, as: before another act
    static let turning: [WordKey] = ["بينما", "فيما", "لكن", "كما"]
    /// open a clause that no verb before them reports
    static let clauseOpeners: [WordKey] = ["لكن", "بينما", "فيما", "حيث", "إذ", "بل", "كما"]
    /// says, by saying: after another verb of speech
    static let repeats: [WordKey] = ["يقول", "تقول", "بالقول"]
    /// saying
    static let sayings: [WordKey] = ["قائلا", "قائلة", "قائلين"]
    /// belief, conviction, trust, certainty
    static let beliefs: [WordKey] = ["اعتقاد", "قناعة", "قناعت", "ثقة", "ثقت", "يقين"]
    /// from, to: before whom a report comes from
    static let fromOrTo: [WordKey] = ["عن", "إلى"]
    /// renewed, repeated
    static let renewals: [WordKey] = ["جدد", "جددت", "يجدد", "تجدد", "مجددا", "مجددة", "أعاد", "أعادت", "كرر", "كررت"]
    /// but, while: the narrator turns to someone else
    static let contrasts: [WordKey] = ["غير", "إلا", "بيد", "لكن", "فيما", "بينما"]
    /// while, but: open the last clause of a sentence
    static let lastClause: [WordKey] = ["فيما", "بينما", "لكن", "حين"]
    /// the Exalted, the proverb
    static let noSpeakers: [WordKey] = ["تعالى", "مثل"]
    /// before, after, until: before a verb that tells a time
    static let beforeSpeech: [WordKey] = ["قبل", "بعد", "إلى"]
    /// while, after, when: open a clause before the main one
    static let fronted: [WordKey] = ["بينما", "فيما", "إذ", "بعدما", "عندما", "حين", "لدى"]
    /// because, after, when: go on inside a content
    static let reasons: [WordKey] = ["لأن", "إذ", "بعدما", "عندما", "مما", "إلا"]
    /// thus, as
    static let asOrThus: [WordKey] = ["هكذا", "كما"]
    /// issued, passed on: before their عن
    static let issued: [WordKey] = ["صادر", "صادرة", "نقلا"]
    /// envoy, ambassador, delegate: before their إلى
    static let envoys: [WordKey] = ["مبعوث", "سفير", "موفد", "مندوب"]
    /// in the name of, for the affairs of: part of a title
    static let inName: [WordKey] = ["باسم", "بلسان", "لدى", "لشؤون"]
    /// between, against, about, inside, near
    static let relating: [WordKey] = ["بين", "ضد", "حول", "داخل", "قرب"]
    /// man, lady, young man, young woman
    static let generics: [WordKey] = ["رجل", "سيدة", "شاب", "شابة"]
    /// but he, she, they
    static let butHe: [WordKey] = ["لكنه", "لكنها", "لكنهم"]
    /// his, her, their
    static let pronounEndings: [WordKey] = ["ه", "ها", "هم"]
    /// the sound masculine plural
    static let humanPlurals: [WordKey] = ["ين", "ون"]
    /// The accusative and the pronouns on a noun
    static let nounEndings: [WordKey] = ["ا", "ه", "ها", "هم", "نا"]
    /// His, her, their on an object
    static let objectEndings: [WordKey] = ["ه", "ها", "هم"]
    /// The sound masculine plural and dual, whole
    static let fullPlurals: [WordKey] = ["ون", "ين", "ان"]
    /// A study, a report, a poll: speakers of headlines
    static let headlinePapers: [WordKey] = ["دراسة", "تقرير", "استطلاع"]
    /// Is called
    static let isCalled: [WordKey] = ["يدعي", "تدعي"]
    /// It came, or: and replied
    static let orReplied: [WordKey] = ["ورد", "وردت", "وردا", "وردوا"]
    /// In it: after what a paper says
    static let inIt: [WordKey] = ["فيه", "فيها", "فيهما"]
    /// Based on
    static let basedOn: WordKey = "استنادا"
    /// He, she, it
    static let itIs: [WordKey] = ["هو", "هي"]
    /// To, about, from: before a noun in quotation marks
    static let nounPrepositions: [WordKey] = ["إلى", "عن", "من", "مع", "حول", "بين"]
    /// Nicknamed, known, called
    static let known: [WordKey] = ["ملقب", "ملقبة", "معروف", "معروفة", "مكنى", "شهير", "شهيرة", "مدعو", "مدعوة"]
    /// So not
    static let soDidNot: WordKey = "فما"
    /// Affirmation
    static let affirmation: WordKey = "تأكيد"
    /// Was issued, came: before whom a statement is from
    static let comesFrom: [WordKey] = ["صدر", "صدرت", "جاء", "جاءنا", "ورد", "أتى", "وصل", "وصلنا", "تلقى", "تلقت", "تلقينا"]
    /// The number of
    static let count: WordKey = "عدد"
    /// By it: after what someone tells
    static let byIt: [WordKey] = ["به", "بها"]
    /// So, and so: a main clause after its topic
    static let soThat: [WordKey] = ["فإن", "فإنه", "فإنها", "فإنهم", "فقد"]
    /// The same
    static let same: [WordKey] = ["نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها", "المذكور", "المذكورة", "مذكور", "مذكورة"]
    /// Whether, if
    static let unsaid: [WordKey] = ["هل", "لو", "إذا"]
    /// Endings that show gender and number.
    enum Ending {
        static let atun: WordKey = "ات"
        static let una: WordKey = "ون"
        static let ina: WordKey = "ين"
        static let iyina: WordKey = "يين"
        static let ani: WordKey = "ان"
        static let iyya: WordKey = "ية"
        static let iyy: WordKey = "ي"
        static let ta: WordKey = "ة"
        static let tuhu: WordKey = "ته"
        static let tuha: WordKey = "تها"
        static let alif: WordKey = "ا"
    }
}
