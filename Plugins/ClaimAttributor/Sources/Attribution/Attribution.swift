import Corpus

/// An attribution as the reader finds it, by word indices of its passage.
struct Attribution {
    enum Kind { case finite, participle, masdar, phrase, colon }

    /// Who is meant, before names are settled.
    enum Source {
        case phrase(NounPhrase)
        /// The source of an earlier attribution of the document.
        case sameAs(Int)
        /// A noun that points back at the source of an earlier attribution: `الرجل`, the man.
        case anaphor(NounPhrase, Int)
        /// Nobody found yet who agrees.
        case implicit(Agreement)
    }

    var kind: Kind
    var passage: Int
    var cue: Range<Int>
    var lemma: Int?
    var strength: ClaimStrength
    var denies = false
    var source: Source
    var agreement: Agreement
    /// Where a content that goes on before this cue must end.
    var clauseStart: Int
    var content: [Range<Int>]
    /// The last range of `content` goes on to the right until something ends it.
    var isOpen: Bool
    /// The content is a noun phrase rather than a clause.
    var isNominal = false
    var parent: Int?
    /// It only hands on another attribution; its source is not whom the next sentence goes on with.
    var isRelay = false

    var contentStart: Int { content.first?.lowerBound ?? cue.upperBound }
}
