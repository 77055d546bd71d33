import Foundation
import Testing

/// `docs/protocol/messages.json`.
struct ProtocolTable: Decodable {
    struct Version: Decodable {
        var version: String
        var major: UInt8
        var minor: UInt8
        var magic: String
    }

    struct Field: Decodable {
        var name: String
        var type: String
        var required: Bool
        var about: String
    }

    struct Bodies: Decodable {
        var min: Int
        var max: Int
    }

    struct MessageRow: Decodable, CustomTestStringConvertible {
        var type: UInt8
        var name: String
        var about: String
        var fields: [Field]
        var bodies: Bodies
        var example: JSONValue
        var testDescription: String { name }
    }

    struct ErrorRow: Decodable {
        var code: Int
        var name: String
        var `class`: String
        var about: String
        var `do`: String
    }

    struct EventRow: Decodable {
        var topic: String
        var header: [String]
    }

    var `protocol`: Version
    var types: [String: String]
    var limits: [String: Int]
    var clocks: [String: Int]
    var messages: [MessageRow]
    var objects: [String: [Field]]
    var events: [EventRow]
    var errors: [ErrorRow]

    /// The checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func file(_ path: String) -> Data {
        guard let data = FileManager.default.contents(atPath: root.appendingPathComponent(path).path) else { fatalError("\(path) is missing") }
        return data
    }

    static let shared: ProtocolTable = {
        do { return try JSONDecoder().decode(ProtocolTable.self, from: file("docs/protocol/messages.json")) } catch { fatalError("messages.json: \(error)") }
    }()

    /// A value of a type of the table, every field of its objects filled in.
    func sample(of type: String) -> JSONValue {
        switch type {
        case "string": .string("نص/1")
        case "strings": .array([.string("a"), .string("b")])
        case "stringMap": .object(["clean": .string("isnad-cleaner/1.0.0")])
        case "integer": .integer(7)
        case "unsigned": .unsigned(.max)
        case "number": .number(1.5)
        case "boolean": .boolean(true)
        case "version": .string("1.0")
        case "errorCode": .integer(400)
        case "reportGroups": .array([sample(of: "reportGroup")])
        default: sample(of: objects[type] ?? [])
        }
    }

    func sample(of fields: [Field]) -> JSONValue {
        .object(Dictionary(uniqueKeysWithValues: fields.map { ($0.name, sample(of: $0.type)) }))
    }
}
