import Foundation
import IsnadWire
import Testing

@Suite("The code follows vectors.json") struct VectorTests {
    struct Vectors: Decodable {
        var valid: [Valid]
        var malformed: [Malformed]
    }

    struct Valid: Decodable, CustomTestStringConvertible {
        var name: String
        var frames: [String]
        var message: String
        var header: JSONValue
        var canonical: Bool?
        var testDescription: String { "\(message): \(name)" }
    }

    struct Malformed: Decodable, CustomTestStringConvertible {
        var name: String
        var frames: [String]
        var error: Int
        var testDescription: String { name }
    }

    static let vectors: Vectors = {
        do { return try JSONDecoder().decode(Vectors.self, from: ProtocolTable.file("docs/protocol/vectors.json")) } catch { fatalError("vectors.json: \(error)") }
    }()

    @Test("in what frames say, and in the frames of what is said", arguments: vectors.valid)
    func valid(_ vector: Valid) throws {
        let frames = try vector.frames.map(bytes)
        let message = try WireCodec.decode(envelope: frames[0], header: frames[1], bodyCount: frames.count - 2)
        #expect("\(try WireCodec.messageType(of: frames[0]))" == vector.message)
        let encoded = WireCodec.encode(message)
        #expect(encoded.envelope == frames[0])
        #expect(try JSONValue(bytes: encoded.header) == vector.header)
        if vector.canonical != false { #expect(encoded.header == frames[1]) }
    }

    @Test("in what is malformed", arguments: vectors.malformed)
    func malformed(_ vector: Malformed) throws {
        let frames = try vector.frames.map(bytes)
        // Fewer than two frames never reach the codec; who receives them answers 100.
        guard frames.count >= 2 else {
            #expect(vector.error == ErrorCode.envelopeMalformed.rawValue)
            return
        }
        let error = #expect(throws: WireError.self) {
            try WireCodec.decode(envelope: frames[0], header: frames[1], bodyCount: frames.count - 2)
        }
        #expect(error?.code.rawValue == vector.error, "\(error?.reason ?? "")")
    }

    @Test("with a vector for every message, and for every error of the codec")
    func complete() {
        #expect(Set(Self.vectors.valid.map(\.message)) == Set(MessageType.allCases.map { "\($0)" }))
        #expect(Set(Self.vectors.malformed.map(\.error)) == [100, 101, 102, 104, 600])
    }

    @Test("refuses a header past the limit, and one just within it is read")
    func longHeader() throws {
        let envelope = WireLimits.magic + [1, MessageType.extend.rawValue]
        func header(_ count: Int) -> [UInt8] {
            let head = Array(#"{"delivery":1"#.utf8)
            return head + [UInt8](repeating: 0x20, count: count - head.count - 1) + [UInt8(ascii: "}")]
        }
        #expect(try WireCodec.decode(envelope: envelope, header: header(WireLimits.headerByteCountMax), bodyCount: 0) == .extend(.init(delivery: 1)))
        let error = #expect(throws: WireError.self) { try WireCodec.decode(envelope: envelope, header: header(WireLimits.headerByteCountMax + 1), bodyCount: 0) }
        #expect(error?.code == .limitExceeded)
    }

    private func bytes(_ hex: String) throws -> [UInt8] {
        let digits = Array(hex.utf8)
        try #require(digits.count.isMultiple(of: 2))
        return try stride(from: 0, to: digits.count, by: 2).map { try #require(UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)) }
    }
}
