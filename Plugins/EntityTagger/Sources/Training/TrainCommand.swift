import ArgumentParser
import Corpus
import Foundation

/// Makes a model of annotated text.
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "train", abstract: "Makes a model of annotated text.")

    @Option(name: .long, parsing: .upToNextOption, help: "Files of annotated text: .conll (token, tab, BIO tag) or marked-up text ([name|TYPE]).")
    var data: [String]

    @Option(help: "The model file to write.")
    var out: String

    @Option(help: "A folder of lists of names and words that the model is to know.")
    var gazetteers: String?

    @Option(help: "Passes over the text.")
    var epochs = 12

    @Option(help: "Strength of the regularisation.")
    var regularisation: Float = 0.3

    @Option(help: "Leave out features seen in fewer documents.")
    var countMinimum = 2

    @Option(help: "How many models to learn in different orders and to average.")
    var rounds = 4

    @Option(help: "How often each document is learned again in other habits of writing.")
    var copies = 1

    @Option(help: "Leave out features whose weights are all smaller.")
    var weightMinimum: Float = 0.05

    @Option(help: "Size of the first steps.")
    var rate: Float = 0.1

    @Option(help: "Share of sentences learned without the document pass.")
    var documentDropout = 0.2

    @Option(help: "Share of features that each step leaves out.")
    var featureDropout = 0.2

    @Option(help: "What to take from the score of being no name: more finds more names, and more that are none.")
    var recall: Float = 0.3

    @Option(help: "Seed of the random order; the same seed and text give the same model.")
    var seed: UInt64 = 7

    func run() throws {
        var documents: [GoldDocument] = []
        for path in data { documents += try GoldFiles.read(URL(fileURLWithPath: path)) }
        var builder = KnowledgeBuilder()
        if let gazetteers { try GazetteerFiles.read(folder: URL(fileURLWithPath: gazetteers), into: &builder) }
        builder.learnHomonyms(documents)
        var trainer = ModelTrainer(knowledge: builder.build()) { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
        trainer.chain.epochs = epochs
        trainer.chain.regularisation = regularisation
        trainer.chain.seed = seed
        trainer.countMinimum = countMinimum
        trainer.chain.rate = rate
        trainer.chain.documentDropout = documentDropout
        trainer.chain.featureDropout = featureDropout
        trainer.recall = recall
        trainer.copies = copies
        trainer.rounds = rounds
        trainer.substitutes = builder.substitutes
        trainer.weightMinimum = weightMinimum
        let model = trainer.train(documents)
        try ModelFile.encode(model).write(to: URL(fileURLWithPath: out), options: .atomic)
    }
}

/// Measures a model on annotated text.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "evaluate", abstract: "Measures a model on annotated text.")

    @OptionGroup var model: ModelOptions

    @Option(name: .long, parsing: .upToNextOption, help: "Files of annotated text, as for train.")
    var data: [String]

    @Option(name: .long, parsing: .upToNextOption, help: "The types that count.")
    var types: [String] = EntityType.allCases.map(\.rawValue)

    @Option(help: "How many errors to print.")
    var errors = 0

    func run() throws {
        let tagger = NameTagger(model: try model.load())
        let types = types.compactMap(EntityType.init)
        var evaluation = Evaluation()
        for path in data {
            for document in try GoldFiles.read(URL(fileURLWithPath: path)) {
                evaluation.add(document, tagger.names(in: document.text, sentences: document.sentences), types: types)
            }
        }
        print("type   P      R      F1")
        for type in types { print(row(type.rawValue, evaluation.figures(type))) }
        print(row("all", evaluation.figures()))
        for error in evaluation.errors.prefix(errors) { print(error) }
    }

    private func row(_ name: String, _ figures: (precision: Double, recall: Double, f1: Double)) -> String {
        name.padding(toLength: 5, withPad: " ", startingAt: 0) + [figures.precision, figures.recall, figures.f1].map { String(format: "%6.1f", $0) }.joined(separator: " ")
    }
}
