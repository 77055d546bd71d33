@testable import ClaimAttributor
import Corpus
import Testing

@Suite("Claim attributor") struct ClaimAttributorTests {
    @Test("an empty document has an empty layer")
    func empty() throws {
        #expect(try Attributor().annotate(Document(id: "empty", text: "")) == ClaimLayer())
    }

    @Test("a document without layers is read line by line")
    func noLayers() throws {
        let layer = try Attributor().annotate(Document(id: "plain", text: "قال المدير إن العمل انتهى.\nوأضاف أن العمال غادروا."))
        #expect(layer.claims.map(\.source.name) == ["المدير", "المدير"])
        #expect(layer.claims.map(\.source.span) == [Span(4, 10), nil])
    }

    @Test("dates and entities inside the content are its anchors")
    func anchors() throws {
        var document = try Example("أمس أعلن {P:سامر} أن {O:الشركة الوطنية} ستغلق في 3 مايو مصنعها في {L:حلب}.").document()
        let start = document.text.unicodeScalars.count - "3 مايو مصنعها في حلب.\n".unicodeScalars.count
        try document.set(DateLayer(mentions: [DateMention(Span(0, 3), .date, value: "?"), DateMention(Span(start, start + 6), .date, value: "2025-05-03")]))
        let claim = try #require(try Attributor().annotate(document).claims.first)
        #expect(claim.dates == [1])
        #expect(claim.entities == [1, 2])
    }

    @Test("a cue says how it commits its source", arguments: [
        ("قال الوزير إن السد آمن.", ClaimStrength.assertion), ("أكد الوزير أن السد آمن.", .confirmation), ("كشف الوزير أن السد تصدع.", .revelation),
        ("يعتقد الوزير أن السد آمن.", .belief), ("زعم الوزير أن السد آمن.", .doubt), ("حذر الوزير من أن السد متصدع.", .warning), ("نفى الوزير أن يكون السد متصدعا.", .denial),
    ])
    func strength(_ text: String, _ expected: ClaimStrength) throws {
        #expect(try Attributor().annotate(Document(id: "strength", text: text)).claims.first?.strength == expected)
    }

    @Test("hamza, diacritics and tatweel change nothing", arguments: [
        "وأكد المدير أن العمل انتهى", "واكد المدير ان العمل انتهى", "وأَكَّدَ المديرُ أنَّ العملَ انتهى", "وأكـــد المدير أن العمل انتهى", "وأكد المدير إن العمل انتهى",
    ])
    func spelling(_ text: String) throws {
        let claims = try Attributor().annotate(Document(id: "spelling", text: text)).claims
        #expect(claims.count == 1)
        #expect(claims.first?.strength == .confirmation)
    }
}
