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

    @Test("SHA-256 is the standard's")
    func digest() {
        #expect(sha256Hex("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
