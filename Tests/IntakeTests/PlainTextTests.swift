@testable import Intake
import Testing

@Suite("Plain text input") struct PlainTextTests {
    @Test("larger than the limit is refused")
    func limit() {
        #expect(throws: IntakeError.tooLarge(byteCount: 5, limit: 4)) { try Intake.read(Array("12345".utf8), as: .plainText, byteCountMax: 4) }
    }
}
