import IsnadScheduler
import IsnadWire
import Ledger
import ZeroMQ

/// The bodies and names of the documents in flight. It holds frames as they came; the routing reads none of them.
struct DocumentStore {
    struct Item {
        var id: String
        var uri: String?
        var published: String?
        var sha256: String
        var text: Frame
        var layers: [String: Frame]
        /// Which plugin wrote each layer.
        var plugins: [String: String] = [:]
        var rejection: Rejection?
    }

    private var items: [DocumentNumber: Item] = [:]

    var count: Int { items.count }

    subscript(number: DocumentNumber) -> Item? { items[number] }

    mutating func insert(_ incoming: Incoming, as number: DocumentNumber, plugins: [String: String]) {
        items[number] = Item(
            id: incoming.id, uri: incoming.uri, published: incoming.published, sha256: incoming.sha256, text: Frame(incoming.text),
            layers: incoming.layers.mapValues { Frame($0) }, plugins: plugins, rejection: incoming.rejection)
    }

    mutating func keep(_ layer: Frame, named name: String, by plugin: String, of number: DocumentNumber) {
        items[number]?.layers[name] = layer
        items[number]?.plugins[name] = plugin
    }

    mutating func reject(_ number: DocumentNumber, _ rejection: Rejection) {
        items[number]?.rejection = rejection
    }

    mutating func remove(_ number: DocumentNumber) -> Item? {
        items.removeValue(forKey: number)
    }

    /// The TASK for a delivery.
    func task(_ delivery: Delivery) -> (header: Message.TaskHeader, bodies: [Frame]) {
        guard let item = items[delivery.document] else { preconditionFailure("a delivery is of a document in flight") }
        let header = Message.TaskHeader(
            delivery: delivery.number.rawValue, attempt: delivery.attempt, document: item.id, uri: item.uri, published: item.published,
            sha256: item.sha256, layers: delivery.layers, plugins: item.plugins.filter { delivery.layers.contains($0.key) },
            rejected: delivery.rejection.map { .init(code: $0.code, reason: $0.reason, plugin: $0.plugin) })
        return (header, [item.text] + delivery.layers.map { item.layers[$0] ?? Frame([UInt8]("{}".utf8)) })
    }
}
