import Corpus
import Testing

@Suite("Layers") struct LayerCodingTests {
    @Test("are written with sorted keys and without nulls")
    func canonical() throws {
        let layer = DateLayer(mentions: [DateMention(Span(3, 7), .date, value: "2024-12")])
        let bytes = try LayerCoding.encode(layer)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"mentions":[{"end":7,"start":3,"type":"DATE","value":"2024-12"}]}"#)
        #expect(try LayerCoding.decode(DateLayer.self, from: bytes) == layer)
    }

    @Test("that write their own JSON write what the general encoder does, and read it back")
    func compact() throws {
        struct General<L: Layer>: Encodable {
            var layer: L
            func encode(to encoder: any Encoder) throws { try layer.encode(to: encoder) }
        }
        let clean = CleanLayer(
            blocks: [Block(Span(0, 4), .title), Block(Span(5, 120), .body)], title: "عنوان \"مقتبس\"\n", agency: "رويترز", section: "a/b", language: "ar",
            published: "2024-12-30", publishedFrom: "input", fingerprint: "00ff", sentences: [Span(0, 4), Span(5, 60)])
        #expect(try LayerCoding.encode(clean) == LayerCoding.encode(General(layer: clean)))
        #expect(try LayerCoding.decode(CleanLayer.self, from: LayerCoding.encode(clean)) == clean)
        #expect(try LayerCoding.encode(CleanLayer()) == LayerCoding.encode(General(layer: CleanLayer())))
        var page = PageMetadata()
        page.title = "عنوان | موقع/قسم"
        let markup = MarkupLayer(lines: [
            MarkupLine(start: 0, tag: "h1", container: 3), MarkupLine(start: 12, tag: "p", container: 40, around: [12, 3], linkPercent: 7, listDepth: 2, hints: [.article, .tags], isBold: true),
        ], page: page)
        let bytes = try LayerCoding.encode(markup)
        #expect(try bytes == LayerCoding.encode(General(layer: markup)))
        #expect(MarkupLayer(canonical: bytes) == markup)
        #expect(try LayerCoding.decode(MarkupLayer.self, from: bytes) == markup)
        let spaced = Array(String(decoding: bytes, as: UTF8.self).replacing(",", with: ", ").utf8)
        #expect(try LayerCoding.decode(MarkupLayer.self, from: spaced) == markup)
    }

    @Test("SHA-256 is the standard's")
    func digest() {
        #expect(sha256Hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
