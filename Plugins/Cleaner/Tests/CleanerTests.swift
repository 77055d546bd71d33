@testable import Cleaner
import Corpus
import Testing

@Suite("Cleaner") struct CleanerTests {
    @Test("an empty document has an empty layer")
    func empty() throws {
        #expect(try ArticleCleaner().annotate(Document(id: "empty", text: "")) == CleanLayer())
    }
}
