import Foundation
import IsnadWire
import Testing

@Suite("Garbage") struct GarbageTests {
    /// SplitMix64: the same seed, the same bytes.
    struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let seed = ProcessInfo.processInfo.environment["ISNAD_SEED"].flatMap { UInt64($0) } ?? 20_260_101

    @Test("of random bytes is refused with a code of the protocol, or read")
    func randomBytes() {
        var dice = Dice(state: Self.seed)
        for _ in 0..<20_000 {
            let envelope = Bool.random(using: &dice) ? random(8, &dice) : WireLimits.magic + [1, UInt8.random(in: 0...255, using: &dice)]
            decode(envelope, random(64, &dice), Int.random(in: 0...70, using: &dice))
        }
    }

    @Test("of valid messages with bytes changed, lost, doubled and moved never crashes")
    func mutations() throws {
        var dice = Dice(state: Self.seed)
        let vectors = VectorTests.vectors.valid
        for round in 0..<20_000 {
            let vector = vectors[round % vectors.count]
            var header = try vector.header.bytes
            for _ in 0..<Int.random(in: 1...4, using: &dice) where !header.isEmpty {
                let place = Int.random(in: 0..<header.count, using: &dice)
                switch Int.random(in: 0..<5, using: &dice) {
                case 0: header[place] = UInt8.random(in: 0...255, using: &dice)
                case 1: header.remove(at: place)
                case 2: header.insert(contentsOf: header[place...].prefix(8), at: place)
                case 3: header.removeSubrange(place...)
                default: header.insert(contentsOf: [Array("null".utf8), Array("1e999".utf8), Array("\\ud800".utf8), [0xED, 0xA0, 0x80], Array("[{".utf8)].randomElement(using: &dice)!, at: place)
                }
            }
            decode(WireLimits.magic + [1, MessageType.allCases.randomElement(using: &dice)!.rawValue], header, 0)
        }
    }

    @Test("of deep nesting and long numbers is refused", arguments: [
        String(repeating: "[", count: 60_000), String(repeating: #"{"a":"#, count: 12_000), #"{"delivery":"# + String(repeating: "9", count: 60_000) + "}",
        #"{"delivery":1e400}"#, #"{"delivery":\#(String(repeating: "[", count: 30_000))\#(String(repeating: "]", count: 30_000))}"#,
    ])
    func nesting(_ header: String) {
        let error = #expect(throws: WireError.self) {
            try WireCodec.decode(envelope: WireLimits.magic + [1, MessageType.extend.rawValue], header: Array(header.utf8), bodyCount: 0)
        }
        #expect(error?.code == .headerMalformed)
    }

    private func random(_ countMax: Int, _ dice: inout Dice) -> [UInt8] {
        (0..<Int.random(in: 0...countMax, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
    }

    private func decode(_ envelope: [UInt8], _ header: [UInt8], _ bodyCount: Int) {
        do { _ = try WireCodec.decode(envelope: envelope, header: header, bodyCount: bodyCount) } catch {
            #expect([.envelopeMalformed, .typeUnknown, .headerMalformed, .limitExceeded, .versionRefused].contains(error.code), "seed \(Self.seed)")
        }
    }
}
