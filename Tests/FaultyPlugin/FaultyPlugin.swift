import ArgumentParser
import Corpus
import Foundation
import Isnad

/// A plugin that does to a document what its text says, for tests of what a bad plugin can do to a run.
@main struct FaultyPlugin: ParsableCommand {
    @Option var fail: String = ""
    @Option var pluginVersion = "1.0.0"
    @OptionGroup var worker: WorkerOptions

    func run() throws {
        try worker.run(Faulty(version: pluginVersion, fails: fail))
    }
}

struct FaultyLayer: Layer {
    static let name = "faulty"
    var scalarCount: Int
}

struct Faulty: Plugin {
    let manifest: Manifest
    let fails: String

    init(version: String, fails: String) {
        manifest = Manifest(plugin: "faulty", version: version, reads: ["clean"], writes: "faulty")
        self.fails = fails
    }

    func annotate(_ document: Document, lease: Lease) throws -> FaultyLayer {
        let text = document.text
        if fails == "always" { throw PluginError.document("it always fails") }
        if fails == "unusable" { throw PluginError.configuration("its model is missing") }
        if text.contains("POISON") { abort() }
        if text.contains("HANG") { while true { sleep(1) } }
        if text.contains("FAIL"), fails != "never" { throw PluginError.document("the text says FAIL") }
        if text.contains("SLOW") {
            // Longer than a lease, but with signs of progress.
            for _ in 0..<40 {
                usleep(100_000)
                lease.extend()
            }
        }
        return FaultyLayer(scalarCount: text.unicodeScalars.count)
    }

    func annotate(_ document: Document) throws -> FaultyLayer { try annotate(document, lease: .unbounded) }
}
