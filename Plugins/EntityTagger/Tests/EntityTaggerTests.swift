@testable import EntityTagger
import Corpus
import Testing

@Suite("Names of a document") struct EntityTaggerTests {
    @Test("are none where the document is empty")
    func empty() throws {
        let model = TagModel(knowledge: .empty, table: FeatureTable([]), transitions: .zero)
        #expect(try NameTagger(model: model).annotate(Document(id: "empty", text: "")) == EntityLayer())
    }
}
