/// Algeria and Tunisia.
enum Algeria {
    static let months = GrammarData.months([
        1: "جانفي,جانفيه", 2: "فيفري,فيبري", 4: "أفريل", 5: "ماي", 6: "جوان", 7: "جويلية,جويليه,جويليا", 8: "أوت",
    ], ambiguous: [5, 6, 8])  // the name May, Joan, "out" in sports
}
