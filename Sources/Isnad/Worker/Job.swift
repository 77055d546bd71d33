import Corpus
import IsnadWire

/// A TASK on its way to the computing thread.
struct Job: Sendable {
    /// Which stay at the coordinator it belongs to; an answer for an earlier one is of no use.
    var epoch: Int
    var header: Message.TaskHeader
    var document: Document
}

/// What the computing thread tells the loop.
enum Outcome: Sendable {
    case layer(Job, name: String, body: [UInt8])
    case stored(Job)
    case failed(Job, PluginError)
    case extend(epoch: Int, delivery: UInt64)
    /// The plugin can't go on in this process.
    case fatal(String)
    case finished
}

/// What a computing thread does with the jobs it is given.
protocol Computation: Sendable {
    var manifest: Manifest { get }
    /// How many jobs it takes at once.
    var batchCountMax: Int { get }
    /// How long a stopping worker may take to end its work.
    var drainSecondsMax: Double { get }
    func perform(_ jobs: [Job], lease: (Job) -> Lease, post: (Outcome) -> Void)
    func idle() throws
    func finish() throws
}

/// A plugin annotates its jobs one by one.
struct Annotation<P: Plugin>: Computation {
    let plugin: P
    let manifest: Manifest
    let batchCountMax = 1
    let drainSecondsMax = 10.0

    init(_ plugin: P) {
        self.plugin = plugin
        manifest = plugin.manifest
    }

    func perform(_ jobs: [Job], lease: (Job) -> Lease, post: (Outcome) -> Void) {
        for job in jobs {
            do {
                let layer = try plugin.annotate(job.document, lease: lease(job))
                post(.layer(job, name: P.Output.name, body: try LayerCoding.encode(layer)))
            } catch let error as PluginError {
                post(.failed(job, error))
            } catch {
                post(.failed(job, .document("\(error)")))
            }
        }
    }

    func idle() {}
    func finish() {}
}

/// A sink stores its jobs in batches, so that many share one flush to disk.
struct Storage<S: Sink>: Computation {
    let sink: S
    let manifest: Manifest
    let batchCountMax = 256
    /// A sink ends by writing what took the whole run to gather.
    let drainSecondsMax = 600.0

    init(_ sink: S) {
        self.sink = sink
        manifest = sink.manifest
    }

    func perform(_ jobs: [Job], lease: (Job) -> Lease, post: (Outcome) -> Void) {
        let batch = jobs.map {
            SinkDelivery(document: $0.document, sha256: $0.header.sha256, plugins: $0.header.plugins, rejected: $0.header.rejected)
        }
        do {
            let refused = try sink.store(batch)
            for (index, job) in jobs.enumerated() {
                post(refused[index].map { .failed(job, $0) } ?? .stored(job))
            }
        } catch {
            for job in jobs { post(.failed(job, (error as? PluginError) ?? .transient("\(error)"))) }
        }
    }

    func idle() throws { try sink.idle() }
    func finish() throws { try sink.finish() }
}
