@testable import ClaimAttributor
import Corpus
import Testing

@Suite("ClaimAttributor") struct ClaimAttributorTests {
    @Test("an empty document has an empty layer")
    func empty() throws {
        #expect(try Attributor().annotate(Document(id: "empty", text: "")) == ClaimLayer())
    }
}
