import ArabicText
import Corpus
@testable import EntityTagger
import Testing

/// A model small enough to be made in a test.
private let small: TagModel = {
    var builder = KnowledgeBuilder()
    builder.add(name: "طنجة", type: .location, reference: "city/tangier", aliases: [])
    builder.add(name: "وادي النخيل", type: .location, reference: "", aliases: [])
    builder.add(word: "نبيل", flags: WordLexicon.maleName)
    let text = [
        "قال المهندس [نبيل الفاسي|PER] إن العمل انتهى في [طنجة|LOC].",
        "وصل [نبيل الفاسي|PER] إلى [طنجة|LOC] أمس.",
        "قال [نبيل العلوي|PER] إن [طنجة|LOC] هادئة.",
        "أعلنت [شركة النخيل|ORG] في [طنجة|LOC] أن العمل انتهى.",
        "سافر و[نبيل الفاسي|PER] من [طنجة|LOC].",
    ]
    let documents = text.map { try! GoldFiles.document(markup: $0) }
    var trainer = ModelTrainer(knowledge: builder.build()) { _ in }
    trainer.chain.epochs = 30
    trainer.folds = 2
    return trainer.train(documents)
}()

private func layer(_ text: String, _ model: TagModel = small) -> EntityLayer {
    let scalars = ScalarText(text)
    return NameTagger(model: model).layer(of: scalars, sentences: [Span(0, scalars.count)])
}

@Suite("Names of a document") struct EntityTaggerTests {
    @Test("are none where the document is empty")
    func empty() throws {
        #expect(try NameTagger(model: small).annotate(Document(id: "empty", text: "")) == EntityLayer())
    }

    @Test("are found, and a short form has the full name and the same entity")
    func shortForm() {
        let layer = layer("قال المهندس نبيل الفاسي إن العمل انتهى. وقال نبيل الفاسي إن طنجة هادئة.")
        let people = layer.mentions.filter { $0.type == .person }
        #expect(people.count == 2)
        #expect(Set(people.map(\.name)) == ["نبيل الفاسي"])
        #expect(Set(people.compactMap(\.entity)).count == 1)
        #expect(layer.entities.first { $0.type == .location }?.reference == "city/tangier")
    }

    @Test("of the user's lists are found and carry their id")
    func userNames() {
        var model = small
        var builder = KnowledgeBuilder()
        builder.add(name: "مرصد الغيم", type: .organization, reference: "mine/7", aliases: [])
        model.knowledge.add(user: builder)
        let entity = layer("العمل انتهى كما ذكر مرصد الغيم أمس.", model).entities.first
        #expect(entity?.name == "مرصد الغيم" && entity?.type == .organization && entity?.reference == "mine/7")
    }

    @Test("never overlap and lie in the text, whatever the text", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func anyText(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        var scalars = String.UnicodeScalarView()
        let arabic = Array("أبتةثجحخدذرزسشصضطظعغفقكلمنهوىيلل \u{200F}\u{64B}«»()\"-1٢.,\n".unicodeScalars)
        for _ in 0..<3_000 {
            if random.below(4) == 0, let any = Unicode.Scalar(UInt32(random.below(0x11_0000))) { scalars.append(any) } else { scalars.append(arabic[random.below(arabic.count)]) }
        }
        let text = String(scalars)
        let mentions = layer(text).mentions
        #expect(mentions.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= text.unicodeScalars.count })
        #expect(zip(mentions, mentions.dropFirst()).allSatisfy { $0.end <= $1.start })
    }

    @Test("are the same after a model was written and read")
    func modelFile() throws {
        let read = try ModelFile.decode(ModelFile.encode(small))
        let text = "قال المهندس نبيل الفاسي إن العمل انتهى في طنجة."
        #expect(layer(text, read) == layer(text))
        #expect(throws: ModelError.self) { try ModelFile.decode(ModelFile.encode(small).prefix(5_000)) }
    }
}

@Suite("Marked-up training text") struct GoldFilesTests {
    @Test("gives the raw text and the spans of its names")
    func markup() throws {
        let gold = try GoldFiles.document(markup: "زار و[سامر داود|PER] ل[لبلدية|ORG]")
        #expect(gold.text[gold.sentences[0]] == "زار وسامر داود للبلدية")
        #expect(gold.names.map { gold.text[$0.span] } == ["سامر داود", "لبلدية"])
    }

    @Test("with a broken name is refused", arguments: ["[سامر|XYZ]", "[سامر", "سامر|PER]", "[[سامر|PER]|PER]"])
    func broken(_ line: String) {
        #expect(throws: TrainingTextError.self) { try GoldFiles.document(markup: line) }
    }
}

@Suite("Heads of names") struct HeadRulesTests {
    @Test("decide what a quoted or dated name is", arguments: [
        ("ذكرت صحيفة «ندى الصباح» الخبر", 2, "«", ["O", "O", "O", "B-ORG", "I-ORG", "O", "O"]),
        ("صدرت رواية «باب الريح» أمس", 1, "«", ["O", "O", "O", "B-MISC", "I-MISC", "O", "O"]),
    ])
    func quoted(_ sentence: String, _ head: Int, _ mark: String, _ expected: [String]) {
        let scalars = ScalarText(sentence)
        let text = TaggableText(scalars, sentences: [Span(0, scalars.count)], lexicon: WordLexicon([:]))
        var tags = [UInt8](repeating: Tag.outside, count: text.tokens.count)
        HeadRules.apply(text, &tags)
        #expect(tags.map(Tag.name) == expected)
    }

    @Test("take a date into the name of a street")
    func dated() {
        let scalars = ScalarText("في شارع 12 مايو مساء")
        let text = TaggableText(scalars, sentences: [Span(0, scalars.count)], lexicon: WordLexicon([:]))
        var tags: [UInt8] = [0, Tag.begin(.location), 0, 0, 0]
        HeadRules.apply(text, &tags)
        #expect(tags.map(Tag.name) == ["O", "B-LOC", "I-LOC", "I-LOC", "O"])
    }
}
