import ArabicText
import Corpus
import Foundation
import Isnad
import Synchronization

/// Writes the corpus folder: one record a document, once, durable before it is acknowledged.
final class CorpusSink: Sink {
    static let version = "1.0.0"

    let manifest: Manifest
    private let folder: CorpusFolder
    private let state: Mutex<State>

    private struct State: ~Copyable {
        var records: RecordFile
        var rejections: RejectionFile
        /// Whether `corpus.json` is older than the records.
        var isStale: Bool
    }

    /// The most records for which `corpus.json` is written anew in every pause.
    static let idleRecordCountMax = 2_000

    /// - Throws: ``CorpusFolderError`` when the folder can't be used.
    init(folder path: String, layers: [String]) throws {
        manifest = Manifest(plugin: "corpus-sink", version: Self.version, reads: layers, writes: nil)
        folder = try CorpusFolder(path)
        let records = try RecordFile(folder.path(of: "corpus.jsonl"))
        let rejections = try RejectionFile(folder.path(of: "rejected.jsonl"))
        state = Mutex(State(records: records, rejections: rejections, isStale: true))
    }

    func store(_ batch: [SinkDelivery]) throws -> [Int: PluginError] {
        try state.withLock { state in
            var refused: [Int: PluginError] = [:]
            for (index, delivery) in batch.enumerated() {
                if let rejected = delivery.rejected {
                    state.rejections.add(id: delivery.document.id, uri: delivery.document.uri, rejected)
                    continue
                }
                do {
                    let record = try CorpusRecord(delivery.document, sha256: delivery.sha256, plugins: delivery.plugins)
                    try LayerCheck.check(record)
                    try state.records.add(record)
                } catch {
                    refused[index] = .document("\(error)")
                }
            }
            try state.records.flush()
            try state.rejections.flush()
            try state.rejections.withdraw(batch.filter { $0.rejected == nil }.map(\.document.id))
            state.isStale = true
            return refused
        }
    }

    func idle() throws {
        try state.withLock { state in
            guard state.isStale, state.records.count <= Self.idleRecordCountMax else { return }
            try writeAggregate(&state)
        }
    }

    func finish() throws {
        try state.withLock { state in
            if state.isStale { try writeAggregate(&state) }
        }
    }

    private func writeAggregate(_ state: inout State) throws {
        try state.records.compact()
        try AggregateFile.write(folder.path(of: "corpus.json"), records: state.records, rejectedCount: state.rejections.count, rules: .arabic)
        state.isStale = false
    }
}
