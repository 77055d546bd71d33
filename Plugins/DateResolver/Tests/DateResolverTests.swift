@testable import DateResolver
import Corpus
import Testing

@Suite("DateResolver") struct DateResolverTests {
    @Test("an empty document has an empty layer")
    func empty() throws {
        #expect(try TemporalResolver().annotate(Document(id: "empty", text: "")) == DateLayer())
    }
}
