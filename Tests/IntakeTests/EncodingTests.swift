@testable import Intake
import Testing

@Suite("Encodings of inputs") struct EncodingTests {
    private static let sample = "أعلنت الوزارة، اليوم، أن الجسر أُغلق أمام الشاحنات؛ هل يعود قريباً؟"

    private func bytes(_ text: String, in encoding: TextEncoding) -> [UInt8] {
        guard let table = encoding.highHalf else { return Array(text.utf8) }
        return text.unicodeScalars.compactMap { scalar in
            scalar.value < 0x80 ? UInt8(scalar.value) : table.firstIndex(of: scalar).map { UInt8($0 + 0x80) }
        }
    }

    @Test("are recognised by their bytes", arguments: [TextEncoding.utf8, .windows1256, .iso88596])
    func recognised(_ encoding: TextEncoding) throws {
        let raw = try Intake.read(bytes(Self.sample, in: encoding), as: .plainText, byteCountMax: 1 << 20)
        #expect(raw.text == Self.sample)
        #expect(raw.encoding == encoding.rawValue)
    }

    @Test("of sixteen bits are recognised with a mark and without", arguments: [true, false], [true, false])
    func wide(_ hasMark: Bool, _ isLittle: Bool) throws {
        var bytes: [UInt8] = hasMark ? (isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) : []
        for unit in Self.sample.utf16 {
            bytes += isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        #expect(try Intake.read(bytes, as: .plainText, byteCountMax: 1 << 20).text == Self.sample)
    }

    @Test("give way to well-formed UTF-8, whatever is declared")
    func declaredWrongly() throws {
        let raw = try Intake.read(Array(Self.sample.utf8), as: .plainText, contentType: "text/plain; charset=windows-1256", byteCountMax: 1 << 20)
        #expect(raw.text == Self.sample)
    }

    @Test("of a page are read from its meta element and its header")
    func declared() throws {
        let page = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1256\"></head><body><p>\(Self.sample)</p></body></html>"
        let raw = try Intake.read(bytes(page, in: .windows1256), as: .page, byteCountMax: 1 << 20)
        #expect(raw.text == Self.sample)
        #expect(raw.encoding == "windows-1256")
        let plain = "<p>\(Self.sample)</p>"
        #expect(try Intake.read(bytes(plain, in: .iso88596), as: .page, contentType: "text/html; charset=\"ISO-8859-6\"", byteCountMax: 1 << 20).text == Self.sample)
    }

    @Test("may be mixed: a line that is not UTF-8 is read as what it is")
    func mixed() throws {
        let good = String(repeating: "هذا سطر سليم من النص.\n", count: 5)
        let raw = try Intake.read(Array(good.utf8) + bytes(Self.sample, in: .windows1256) + [0x0A] + Array(good.utf8), as: .plainText, byteCountMax: 1 << 20)
        #expect(raw.text == good + Self.sample + "\n" + good)
    }

    @Test("that are none are refused with the place", arguments: [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0] as [UInt8], IntakeError.binary),
        ([0x41, 0x42, 0xFF, 0x43, 0x80, 0xFE, 0x44], IntakeError.notText(offset: 2)),
        ([0x20, 0x0A, 0x09], IntakeError.empty),
        ([], IntakeError.empty),
    ])
    func refused(_ bytes: [UInt8], _ error: IntakeError) {
        #expect(throws: error) { try Intake.read(bytes, as: .plainText, byteCountMax: 1 << 20) }
    }

    @Test("never crash the reader, whatever the bytes")
    func random() {
        var generator = SystemRandomNumberGenerator()
        for round in 0..<300 {
            let bytes = (0..<(round * 3)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            for kind in InputKind.allCases { _ = try? Intake.read(bytes, as: kind, byteCountMax: 1 << 20) }
        }
    }
}
