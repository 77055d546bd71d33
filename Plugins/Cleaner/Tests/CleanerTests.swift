@testable import Cleaner
import Corpus
import Intake
import Testing

@Suite("Cleaner") struct CleanerTests {
    private func clean(_ text: String, published: String? = nil, layers: [String: [UInt8]] = [:]) throws -> CleanLayer {
        try ArticleCleaner().annotate(Document(id: "page", published: published, text: text, layers: layers))
    }

    private func clean(page: String) throws -> (layer: CleanLayer, lines: [String]) {
        let raw = try Intake.read(page: page)
        let layer = try clean(raw.text, layers: raw.layers)
        let scalars = Array(raw.text.unicodeScalars)
        return (layer, layer.content.map { String(String.UnicodeScalarView(scalars[$0.range])) })
    }

    @Test("an empty document has an empty layer")
    func empty() throws {
        #expect(try clean("") == CleanLayer())
        #expect(try clean(" \n\t\n").blocks.isEmpty)
    }

    @Test("a page without an article has no content")
    func noArticle() throws {
        let layer = try clean("الرئيسية\nسياسة\nرياضة\nآخر الأخبار\nاتصل بنا\nجميع الحقوق محفوظة")
        #expect(layer.content.isEmpty && layer.title == nil && layer.sentences.isEmpty && layer.fingerprint == nil)
    }

    @Test("the date of a line is read in every form of the press", arguments: [
        ("الأربعاء 12/فبراير/2025 - 04:35 م", "2025-02-12T16:35"),
        ("نشر في: 3 كانون الثاني/يناير 2024", "2024-01-03"),
        ("2024/07/16 | 13:20", "2024-07-16T13:20"),
        ("تاريخ النشر: 05-11-2023", "2023-11-05"),
        ("28 - آب - 2024", "2024-08-28"),
        ("٢٧ أغسطس ٢٠٢٤", "2024-08-27"),
        ("نُشر في 26 أفريل 2023 (15:42)", "2023-04-26T15:42"),
        ("الخميس 19 شتنبر 2024 - 10:00", "2024-09-19T10:00"),
        ("السبت - 15 رمضان 1446 هـ - 15 مارس 2025 مـ", "2025-03-15"),
        ("الأحد 15 رمضان 1445 هـ", "2024-03-25"),
        ("Wednesday, August 28, 2024 07:05 AM", "2024-08-28T07:05"),
    ])
    func dates(_ line: String, _ expected: String) {
        let page = PageText(line)
        #expect(DateLine.date(of: page.lines[0], in: page)?.iso == expected)
    }

    private let article = """
        الرئيسية > محليات > خدمات
        افتتاح مكتبة متنقلة في قرى الساحل
        كتبت: هالة درويش
        تاريخ النشر: 2025-03-14 11:20
        آخر تحديث: 2025-03-15 09:00
        انطلقت أمس مكتبة متنقلة تجوب قرى الساحل، وتحمل ثلاثة آلاف كتاب للأطفال. وقالت المشرفة إن الإعارة مجانية.
        وأضافت أن الحافلة ستقف يومين في كل قرية، على أن تعود إليها بعد شهر.
        المصدر: وكالة سانا
        """

    @Test("facts come from the article's own lines, the date with what it rests on")
    func facts() throws {
        let layer = try clean(article)
        #expect(layer.title == "افتتاح مكتبة متنقلة في قرى الساحل")
        #expect(layer.byline == "هالة درويش" && layer.agency == "وكالة سانا" && layer.section == "محليات" && layer.language == "ar")
        #expect(layer.published == "2025-03-14T11:20" && layer.publishedFrom == "line")
        #expect(layer.sentences.count == 4)
        let given = try clean(article, published: "2025-03-13")
        #expect(given.published == "2025-03-13" && given.publishedFrom == "input")
    }

    @Test("markup decides where looks do not: the container of the text, the headline, the date")
    func markup() throws {
        let page = """
            <html><head><meta property="og:title" content="عودة القطار إلى المدينة"><meta property="article:published_time" content="2024-05-01T08:00:00+03:00"></head><body>
            <div class="latest-news"><h3><a href=1>حريق في مخزن للأقمشة</a></h3><p>اندلع حريق في مخزن للأقمشة فجر اليوم، وقال شهود إن النيران امتدت إلى مبنى مجاور قبل إخمادها.</p></div>
            <article><h1>عودة القطار إلى المدينة</h1><div class="story-body"><p>عاد القطار إلى المدينة بعد انقطاع دام سنوات.</p>
            <p>وقال مدير المحطة إن الرحلات ستكون يومية.</p><p>ويستغرق السفر ساعتين.</p></div></article>
            <div class="sidebar"><p>أعلنت البلدية عن حملة لتشجير الشوارع الرئيسية، ودعت السكان إلى المشاركة فيها نهاية الأسبوع.</p></div></body></html>
            """
        let (layer, lines) = try clean(page: page)
        #expect(lines == ["عودة القطار إلى المدينة", "عاد القطار إلى المدينة بعد انقطاع دام سنوات.", "وقال مدير المحطة إن الرحلات ستكون يومية.", "ويستغرق السفر ساعتين."])
        #expect(layer.title == "عودة القطار إلى المدينة")
        #expect(layer.published == "2024-05-01T08:00:00+03:00" && layer.publishedFrom == "markup")
    }

    @Test("another language is named, so that later stages pass it by", arguments: [
        ("The harbour ferry will carry passengers again from Monday after a winter of repairs, and the fares will stay the same.", "en"),
        ("این کتابخانه برای کودکان روستا ساخته شد و از امروز کار خود را با سه هزار کتاب آغاز کرد.", "fa"),
        ("یہ لائبریری گاؤں کے بچوں کے لیے بنائی گئی ہے اور آج سے کام کرے گی۔", "ur"),
        ("La bibliothèque a ouvert ses portes dans le village et les enfants sont venus avec des livres pour la fête.", "fr"),
    ])
    func language(_ text: String, _ code: String) throws {
        #expect(try clean(text).language == code)
    }

    @Test("every non-empty line is one block, and sentences lie in content, whatever the text holds")
    func anything() throws {
        var generator = SystemRandomNumberGenerator()
        for round in 0..<200 {
            var view = String.UnicodeScalarView()
            for _ in 0..<(round * 2) {
                let value = Bool.random(using: &generator) ? UInt32.random(in: 0...0x6FF, using: &generator) : UInt32.random(in: 0...0x10FFFF, using: &generator)
                if let scalar = Unicode.Scalar(value) { view.append(scalar) }
                if value % 17 == 0 { view.append("\n") }
            }
            let layer = try clean(String(view))
            for (one, two) in zip(layer.blocks, layer.blocks.dropFirst()) { #expect(one.end <= two.start) }
            for sentence in layer.sentences { #expect(layer.content.contains { $0.contains(sentence) }) }
        }
    }

    @Test("ten megabytes on one line, direction marks and zero bytes are taken as they come")
    func large() throws {
        let long = String(repeating: "\u{202B}كلمة\u{0} أخرى، ", count: 300_000)
        #expect(try clean(long).blocks.count == 1)
        let many = String(repeating: "سطر\n", count: 100_000)
        #expect(try clean(many).blocks.count == 100_000)
    }
}
