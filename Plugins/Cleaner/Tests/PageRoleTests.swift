@testable import Cleaner
import Corpus
import Testing

@Suite("Roles of a page's lines") struct PageRoleTests {
    static let pages = nilePages + gulfPages + levantPages + maghrebPages + formPages

    @Test("keep the article and nothing else", arguments: pages)
    func content(_ page: MarkedPage) throws {
        let blocks = try ArticleCleaner().annotate(Document(id: "page", text: page.text)).blocks
        try #require(blocks.count == page.roles.count)
        let scalars = Array(page.text.unicodeScalars)
        for (block, role) in zip(blocks, page.roles) {
            let line = String(String.UnicodeScalarView(scalars[block.start..<block.end]))
            #expect(block.role.isContent == role.isContent, "\(block.role) for \(role): \(line)")
        }
    }

    @Test("are right for nine lines in ten")
    func roles() throws {
        var right = 0
        var all = 0
        for page in Self.pages {
            let blocks = try ArticleCleaner().annotate(Document(id: "page", text: page.text)).blocks
            right += zip(blocks, page.roles).count { $0.role == $1 }
            all += page.roles.count
        }
        #expect(right * 10 >= all * 9, "\(right) of \(all)")
    }
}
