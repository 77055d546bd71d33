import ArabicText
import Corpus
import Testing

@Suite("Sentences") struct SentenceTests {
    private func sentences(_ string: String) -> [String] {
        let text = ScalarText(string)
        return Sentences.spans(of: text, in: Span(0, text.count)).map { text[$0] }
    }

    @Test("end at a full stop, a question mark and an exclamation mark", arguments: [
        ("وصل الوفد. وغادر الوزير.", 2),
        ("من فتح الباب؟ لا أحد يعرف!", 2),
        ("وصل الوفد إلى المدينة", 1),
        ("", 0),
        ("   ", 0),
    ])
    func ends(_ text: String, _ count: Int) {
        #expect(sentences(text).count == count, "\(sentences(text))")
    }

    @Test("do not end inside numbers, abbreviations and addresses", arguments: [
        "بلغت النسبة 3.5 في المئة هذا العام.",
        "نال د. سامي الجائزة عام 2020.",
        "أفادت وكالة أ.ف.ب. بأن المطار أغلق.",
        "نُشر البيان على موقع example.com مساء أمس.",
        "وصل الطرد إلى ص.ب. 1200 في عدن.",
        "قال المتهم الأول سعيد م. إنه بريء.",
        "درجة الحرارة ٣.٥ فقط.",
    ])
    func goesOn(_ text: String) {
        #expect(sentences(text) == [text])
    }

    @Test("take their closing quotes and brackets along")
    func closings() {
        #expect(sentences("قال: «سنعود غداً.» ثم خرج من القاعة.") == ["قال: «سنعود غداً.»", "ثم خرج من القاعة."])
        #expect(sentences("انتهى العرض (للمرة الأولى.) وصفق الحضور.") == ["انتهى العرض (للمرة الأولى.)", "وصفق الحضور."])
    }

    @Test("go on after a quote that a comma follows")
    func quoteInside() {
        #expect(sentences("«من يدري؟»، سأل الشيخ، وصمت الجميع.").count == 1)
        #expect(sentences("\"لن نرحل!\" قالتها الأم ثم جلست.").count == 1)
    }

    @Test("go on after an ellipsis in their middle, and end at one that closes them")
    func ellipsis() {
        #expect(sentences("رسمياً.. النادي يعلن رحيل المدرب").count == 1)
        #expect(sentences("انتظر طويلاً... ولم يأت أحد.").count == 1)
        #expect(sentences("هكذا انتهت القصة…") == ["هكذا انتهت القصة…"])
    }

    @Test("never cross a line")
    func lines() {
        #expect(sentences("عنوان بلا نقطة\nنص الخبر.") == ["عنوان بلا نقطة", "نص الخبر."])
    }

    @Test("cover the text but for white space, whatever it holds")
    func coverage() {
        var generator = SystemRandomNumberGenerator()
        let alphabet: [Unicode.Scalar] = Array("اب. ؟!…\"«»()0\n\u{200F}\u{0}a،".unicodeScalars)
        for _ in 0..<300 {
            var view = String.UnicodeScalarView()
            for _ in 0..<60 { view.append(alphabet.randomElement(using: &generator)!) }
            let text = ScalarText(String(view))
            var at = 0
            for span in Sentences.spans(of: text, in: Span(0, text.count)) {
                #expect(span.start >= at && span.end > span.start)
                #expect(text.scalars[at..<span.start].allSatisfy { $0.properties.isWhitespace || $0.value == 0 })
                at = span.end
            }
            #expect(text.scalars[at...].allSatisfy { $0.properties.isWhitespace || $0.value == 0 })
        }
    }
}
