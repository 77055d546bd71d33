@testable import DateResolver
import Corpus
import Testing

/// The mentions of a text as `text = value`, for short expectations.
func values(_ text: String, published: String? = "2024-03-20") -> [String] {
    let scalars = Array(text.unicodeScalars)
    return TemporalResolver().mentions(of: text, published: published).map { mention in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[mention.start..<mention.end])
        return "\(String(view)) = \(mention.value)"
    }
}

@Suite("The date resolver") struct DateResolverTests {
    @Test("gives an empty document an empty layer")
    func empty() throws {
        #expect(try TemporalResolver().annotate(Document(id: "empty", text: "")) == DateLayer())
    }

    @Test("looks at content blocks only, and at the whole text where there are none")
    func blocks() throws {
        let text = "اليوم\nأمس"
        var document = Document(id: "a", published: "2024-03-20", text: text)
        #expect(try TemporalResolver().annotate(document).mentions.map(\.value) == ["2024-03-20", "2024-03-19"])
        try document.set(CleanLayer(blocks: [Block(Span(0, 5), .boilerplate), Block(Span(6, 9), .body)]))
        #expect(try TemporalResolver().annotate(document).mentions.map(\.value) == ["2024-03-19"])
    }

    @Test("takes blocks that reach past the text for what is left of them")
    func badBlocks() throws {
        var document = Document(id: "a", published: "2024-03-20", text: "أمس")
        try document.set(CleanLayer(blocks: [Block(Span(0, 900), .body), Block(Span(40, 50), .body)]))
        #expect(try TemporalResolver().annotate(document).mentions.count == 1)
    }
}

/// A small seeded generator, so that a failure can be replayed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("Any text") struct RandomTextTests {
    private static let pieces = [
        "يوم", "الأحد", "و", "،", "15", "٢٠٢٤", "مارس", "كانون", "الثاني", "/", "-", "من", "إلى", "قبل", "بعد", "ثلاثة", "أيام", "الساعة", "الثالثة", "والنصف",
        "مساء", "كل", "عام", "1445", "هـ", "الماضي", "نهاية", "الربع", "الأول", "القرن", "التاسع", "عشر", "ليل", "السبت", "أسبوعين", "ونصف", "ال", "الـ", "إلا", "ربعا",
        ":", "30", ".", "\n", "(", ")", "أول", "آخر", "جمعة", "شهر", "صيف", "نفس", "اليوم", "هذا", "غدا", "بتوقيت", "غرينتش", "مرتين", "في", "الأسبوع", "تسعينيات",
        "عيد", "الفطر", "بضعة", "أشهر", "ذو", "الحجة", "الموافق", "لل", "ك", "ت1", "8h30", "999999999999999999", "٣٫٥", "يومي", "رمضان", "قرن", "خلال",
    ]

    @Test("is read without a crash, its mentions in order and inside it", arguments: 0..<40)
    func soup(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<50 {
            var text = ""
            for _ in 0..<Int.random(in: 1...25, using: &random) {
                text += Self.pieces.randomElement(using: &random)!
                if Bool.random(using: &random) { text += " " }
            }
            check(text, seed)
        }
    }

    @Test("of random Unicode is, too", arguments: 0..<20)
    func unicode(_ seed: Int) {
        var random = SplitMix(state: UInt64(seed) &+ 1000)
        for _ in 0..<50 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                let range: ClosedRange<UInt32> = Bool.random(using: &random) ? 0x600...0x6FF : Bool.random(using: &random) ? 0x20...0x7F : 0...0x10FFFF
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { view.append(scalar) }
            }
            check(String(view), seed)
        }
    }

    @Test("of one pattern over and over is read in one pass, without recursion", arguments: [
        "1/2 8 صباح ", "مساء الأحد ", "ثلاثة أيام و", "15 و", "نهاية ", "قبل بعد ", "أول ", "كل ", "الساعة ", "يوم يوم ", "العام ", "2016-", "الأحد 4 و",
        "من إلى ", "ألف ", "مئة و", "نفس ", "\u{64B}", "ربيع ", "القرن التاسع ", "ليل السبت ", "8 مساء 1/2 ", "قبل 1000000 مليار سنة ", "بعد 999999999999 قرن ", "خلال 9999999999 قرن و9999999999 عقد ", "ألف مليار عام ",
    ])
    func repeated(_ pattern: String) {
        check(String(repeating: pattern, count: 1000), 0)
    }

    private func check(_ text: String, _ seed: Int) {
        let count = text.unicodeScalars.count
        for published in ["2024-03-20", nil] {
            var end = 0
            for mention in TemporalResolver().mentions(of: text, published: published) {
                #expect(mention.start >= end && mention.start < mention.end && mention.end <= count, "seed \(seed): \(text)")
                end = mention.end
            }
        }
    }
}
