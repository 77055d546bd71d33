@testable import ClaimAttributor
import Corpus
import Testing

@Suite("Any text") struct RobustnessTests {
    /// Pieces that the rules look for, beside scalars of every plane.
    static let pieces = [
        "قال", "وأضاف", "أن", "إن", "وأن", "بأنه", "\"", "«", "»", "“", "”", "\\\"", "،", ".", ":", "؟", "(", ")", "وفقا", "لصقر", "بحسب", "نقلا", "عن", "مصدر", "مصادر", "الوزير", "قوله",
        "مضيفا", "مشيرا", "إلى", "الذي", "لكن", "فيما", "نفى", "وقوع", "على", "حد", "قول", "ما", "لم", "كما", "10", "٣", "\n", "\r\n", "ل", "لـ", "ثلاثة", "رويترز", "علي", "هكذا", "يقول", "التأكيد", "جاء", "في", "بيان",
    ]

    @Test("never crashes the attributor, and every span lies in it", arguments: 0..<300)
    func random(_ seed: Int) throws {
        var random = Pseudorandom(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        var text = ""
        for _ in 0..<Int(random.next() % 120) {
            if random.next() % 4 == 0 {
                text.unicodeScalars.append(Unicode.Scalar(UInt32(random.next() % 0x2FFFF)) ?? "\u{640}")
            } else {
                text += Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
            }
            if random.next() % 3 != 0 { text += " " }
        }
        let count = text.unicodeScalars.count
        var document = Document(id: "random", text: text)
        if seed % 2 == 0 {
            // Layers whose spans cut words anywhere.
            var mentions: [EntityMention] = []
            var at = 0
            while at + 2 < count {
                let start = at + Int(random.next() % 9)
                let end = min(count, start + 1 + Int(random.next() % 9))
                if start < end { mentions.append(EntityMention(Span(start, end), [.person, .organization, .location][Int(random.next() % 3)], name: "فلان")) }
                at = end + Int(random.next() % 20)
            }
            try document.set(EntityLayer(mentions: mentions))
            try document.set(CleanLayer(blocks: [Block(Span(0, count), seed % 4 == 0 ? .title : .body)]))
        }
        let layer = try Attributor().annotate(document)
        let ids = Set(layer.claims.map(\.id))
        #expect(ids.count == layer.claims.count)
        for claim in layer.claims {
            for span in [claim.cue] + claim.content + [claim.source.span].compactMap({ $0 }) {
                #expect(0 <= span.start && span.start < span.end && span.end <= count)
            }
            #expect(!claim.content.isEmpty)
            #expect(!claim.source.name.isEmpty)
            #expect(claim.parent.map { $0 != claim.id && ids.contains($0) } ?? true)
        }
    }

    @Test("of great length without a sentence's end is read all the same")
    func long() throws {
        let text = String(repeating: "وقال المدير إن العمل مستمر، ", count: 3_000)
        #expect(try Attributor().annotate(Document(id: "long", text: text)).claims.count == 3_000)
    }

    @Test("full of quotation marks is read all the same")
    func marks() throws {
        let text = String(repeating: "\"", count: 5_000) + "قال" + String(repeating: " «", count: 5_000)
        #expect(try Attributor().annotate(Document(id: "marks", text: text)).claims.isEmpty)
    }
}

/// xorshift64*, so that a seed replays.
struct Pseudorandom {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return (state &* 0x2545_F491_4F6C_DD1D) >> 16
    }
}
