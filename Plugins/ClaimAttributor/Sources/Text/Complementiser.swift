import ArabicText

/// `أن`, `إن` and their forms with `ب`, `ف` or a pronoun: what opens a reported clause.
struct Complementiser: Sendable {
    enum Prefix: UInt8, Sendable { case none, by, then, and }

    var prefix: Prefix
    /// Whom the pronoun on it means, when there is one: `أنها`, that she.
    var pronoun: Agreement?

    static let table: [WordKey: Complementiser] = {
        var table: [WordKey: Complementiser] = [:]
        let prefixes: [(String, Prefix)] = [("", .none), ("ب", .by), ("ف", .then), ("و", .and), ("وب", .and)]
        for (letters, prefix) in prefixes {
            table[WordKey(letters + "ان")] = Complementiser(prefix: prefix)
            for (pronoun, agreement) in VerbForms.pronouns {
                table[WordKey(letters + "ان" + pronoun)] = Complementiser(prefix: prefix, pronoun: agreement)
            }
            for pronoun in ["ني", "ي", "نا", "نني", "ننا", "ك", "كم"] where !(letters.isEmpty && pronoun == "ك") {
                table[WordKey(letters + "ان" + pronoun)] = Complementiser(prefix: prefix, pronoun: .unknown)
            }
        }
        return table
    }()
}
