@testable import EntityTagger
import Corpus
import Testing

@Suite("EntityTagger") struct EntityTaggerTests {
    @Test("an empty document has an empty layer")
    func empty() throws {
        #expect(try NameTagger().annotate(Document(id: "empty", text: "")) == EntityLayer())
    }
}
