import Corpus
@testable import Intake
import Testing

@Suite("Pages") struct PageTests {
    private func read(_ page: String) throws -> (lines: [String], markup: MarkupLayer) {
        let raw = try Intake.read(page: page)
        let layer = try LayerCoding.decode(MarkupLayer.self, from: try #require(raw.layers["markup"]))
        return (raw.text.split(separator: "\n").map(String.init), layer)
    }

    @Test("give one line a block, and one a line break")
    func lines() throws {
        let page = "<div><h1>عنوان  الخبر</h1><p>فقرة <b>أولى</b>\n هنا</p><p>سطر<br>آخر</p><ul><li>بند</li><li>بند ثان</li></ul>ذيل</div>"
        #expect(try read(page).lines == ["عنوان الخبر", "فقرة أولى هنا", "سطر", "آخر", "بند", "بند ثان", "ذيل"])
    }

    @Test("leave out what is not seen", arguments: [
        "<script>var x = '<p>no</p>';</script>", "<style>p{}</style>", "<noscript>no</noscript>", "<template><p>no</p></template>", "<!-- no -->",
        "<select><option>no</option></select>", "<textarea>no</textarea>", "<div style='display: none'>no</div>", "<p hidden>no</p>", "<svg><text>no</text></svg>",
    ])
    func unseen(_ part: String) throws {
        #expect(try read("<body><p>قبل</p>\(part)<p>بعد</p></body>").lines == ["قبل", "بعد"])
    }

    @Test("keep what a script would show, where they hide nearly everything")
    func hiddenBody() throws {
        let text = String(repeating: "نص طويل يظهر بعد التحميل. ", count: 10)
        #expect(try read("<body style='display:none'><p>\(text)</p></body>").lines.count == 1)
    }

    @Test("say where each line stood")
    func markup() throws {
        let page = """
            <body><nav class="main-menu"><a href=/>الرئيسية</a></nav>
            <article class="post"><h1 class="entry-title">عنوان</h1><div class="entry-content"><p>نص أول</p><p>نص ثان <a href=x>رابط</a></p></div></article>
            <ul><li>أ<ul><li><b>ب</b></li></ul></li></ul></body>
            """
        let (lines, layer) = try read(page)
        try #require(lines.count == layer.lines.count)
        #expect(layer.lines[0].tag == "nav" && layer.lines[0].linkPercent == 100 && layer.lines[0].hints == [.navigation])
        #expect(layer.lines[1].tag == "h1" && layer.lines[1].hints?.contains(.title) == true)
        #expect(layer.lines[2].container == layer.lines[3].container && layer.lines[2].container != layer.lines[1].container)
        #expect(layer.lines[2].hints == [.article])
        #expect(layer.lines[3].linkPercent == 44)
        #expect(layer.lines[5].listDepth == 2 && layer.lines[5].isBold == true)
        #expect(layer.lines[3].start == lines[0...2].reduce(0) { $0 + $1.unicodeScalars.count + 1 })
    }

    @Test("name their article's headline, dates, author and section")
    func metadata() throws {
        let page = """
            <html lang="ar"><head><title>عنوان - موقع</title><meta property="og:title" content="عنوان"><meta property="og:site_name" content="موقع">
            <meta property="article:published_time" content="2024-05-01T08:00:00+03:00"><meta name="author" content="هدى"><meta property="article:section" content="محليات">
            <link rel="canonical" href="https://example.com/1"></head><body><p>نص</p><time datetime="2023-01-01">قديم</time></body></html>
            """
        let metadata = try read(page).markup.page
        #expect(metadata.title == "عنوان - موقع" && metadata.headline == "عنوان" && metadata.siteName == "موقع")
        #expect(metadata.published == "2024-05-01T08:00:00+03:00" && metadata.author == "هدى" && metadata.section == "محليات")
        #expect(metadata.language == "ar" && metadata.canonical == "https://example.com/1")
    }

    @Test("are read from JSON-LD first, also where it is a graph or has line breaks in its strings")
    func structured() throws {
        let page = """
            <head><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"عنوان
            طويل","datePublished":"2022-02-03","dateModified":"2022-02-04","author":[{"name":"سلمى"}],"articleSection":["فن","ثقافة"]}]}</script></head><body>نص</body>
            """
        let metadata = try read(page).markup.page
        #expect(metadata.headline == "عنوان طويل" && metadata.published == "2022-02-03" && metadata.modified == "2022-02-04")
        #expect(metadata.author == "سلمى" && metadata.section == "فن")
    }

    @Test("may be broken: cut off, unclosed, unquoted, with a NUL, a stray bracket, an unknown element", arguments: [
        "<div><p>نص <b>غليظ", "<p>نص<p>غليظ", "<p class=a b=>نص</p> < غليظ", "<p>نص\u{0}</p>غليظ", "<x-y>نص</x-y> غليظ </div></div>", "<p>نص</p><a href=\"غليظ",
    ])
    func broken(_ page: String) throws {
        #expect(try read(page).lines.joined(separator: " ").hasPrefix("نص"))
    }

    @Test("may nest deeply, and hold ten megabytes on one line")
    func large() throws {
        #expect(try read(String(repeating: "<div>", count: 20_000) + "نص").lines == ["نص"])
        let long = String(repeating: "كلمة ", count: 1_200_000)
        #expect(try read("<p>\(long)</p>").lines.count == 1)
    }

    @Test("without text are refused")
    func empty() {
        #expect(throws: IntakeError.empty) { try Intake.read(page: "<html><body><img src=a></body></html>") }
        #expect(throws: IntakeError.empty) { try Intake.read([], as: .page, byteCountMax: 10) }
    }
}
