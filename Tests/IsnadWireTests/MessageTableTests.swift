import Foundation
import IsnadScheduler
import IsnadWire
import Testing

@Suite("The code follows messages.json") struct MessageTableTests {
    static let table = ProtocolTable.shared

    @Test("in every message type, its byte and its bodies")
    func types() throws {
        #expect(MessageType.allCases.map { "\($0)" } == Self.table.messages.map(\.name))
        for row in Self.table.messages {
            let type = try #require(MessageType(rawValue: row.type), "\(row.name)")
            #expect("\(type)" == row.name)
            #expect(type.bodyCounts == row.bodies.min...row.bodies.max, "\(row.name)")
        }
    }

    @Test("in the fields of every message", arguments: ProtocolTable.shared.messages)
    func fields(_ row: ProtocolTable.MessageRow) throws {
        let whole = Self.table.sample(of: row.fields)
        let message = try decode(row, whole)
        #expect(try JSONValue(bytes: WireCodec.encode(message).header) == whole)
        #expect(labels(of: try payload(of: message)) == Set(row.fields.map(\.name)))
    }

    @Test("in what is required", arguments: ProtocolTable.shared.messages)
    func required(_ row: ProtocolTable.MessageRow) throws {
        for path in paths(of: row.fields) {
            let without = removing(path.names[...], from: Self.table.sample(of: row.fields))
            if path.required {
                #expect(code(row, without) == .headerMalformed, "\(row.name) without \(path.names)")
                #expect(code(row, replacing(path.names[...], in: Self.table.sample(of: row.fields), by: .null)) == .headerMalformed, "\(row.name), \(path.names) null")
            } else {
                #expect(code(row, without) == nil, "\(row.name) without \(path.names)")
            }
        }
    }

    @Test("in the types of fields", arguments: ProtocolTable.shared.messages)
    func wrongTypes(_ row: ProtocolTable.MessageRow) throws {
        for path in paths(of: row.fields) {
            for wrong in [JSONValue.boolean(true), .array([.integer(1)])] {
                let header = replacing(path.names[...], in: Self.table.sample(of: row.fields), by: wrong)
                #expect(code(row, header) == .headerMalformed, "\(row.name), \(path.names) is \(wrong)")
            }
        }
    }

    @Test("in its examples, which use only fields of the table", arguments: ProtocolTable.shared.messages)
    func examples(_ row: ProtocolTable.MessageRow) throws {
        let message = try decode(row, row.example)
        #expect(try JSONValue(bytes: WireCodec.encode(message).header) == row.example)
    }

    @Test("in limits and clocks")
    func limits() {
        #expect(Self.table.protocol.version == ProtocolVersion.current.description)
        #expect(Self.table.protocol.major == ProtocolVersion.current.major && Self.table.protocol.minor == ProtocolVersion.current.minor)
        #expect(Array(Self.table.protocol.magic.utf8) == WireLimits.magic)
        var limits = Self.table.limits
        // What the coordinator adds to the wire's own limits.
        let scheduler = SchedulerConfiguration()
        #expect(limits.removeValue(forKey: "submissionsWaitingMax") == 4096)
        #expect(limits.removeValue(forKey: "groupCountMax") == scheduler.groupCountMax)
        #expect(limits.removeValue(forKey: "sessionCountMax") == scheduler.sessionCountMax)
        #expect(limits.removeValue(forKey: "messageByteCountMax") == 4 * WireLimits.bodyByteCountMax)
        #expect(limits == [
            "envelopeByteCount": WireLimits.envelopeByteCount, "headerByteCountMax": WireLimits.headerByteCountMax,
            "bodyByteCountMax": WireLimits.bodyByteCountMax, "frameCountMax": WireLimits.frameCountMax,
            "idByteCountMax": WireLimits.idByteCountMax, "nameByteCountMax": Manifest.nameByteCountMax, "layerCountMax": Manifest.layerCountMax,
        ])
        #expect(Self.table.clocks == [
            "heartbeatMilliseconds": Int(scheduler.heartbeatMilliseconds), "silenceMillisecondsMax": Int(scheduler.silenceMillisecondsMax),
            "leaseMilliseconds": Int(scheduler.leaseMilliseconds), "retryMilliseconds": Int(scheduler.retryMilliseconds),
            "retryMillisecondsMax": Int(scheduler.retryMillisecondsMax),
            "attemptMax": scheduler.attemptMax, "deathMax": scheduler.deathMax, "failureStreakMax": scheduler.failureStreakMax,
        ])
    }

    @Test("in error codes, their names and classes")
    func errors() throws {
        let source = String(decoding: ProtocolTable.file("Sources/IsnadWire/ErrorCode.swift"), as: UTF8.self)
        let declared = source.matches(of: /static let (\w+) = ErrorCode\(rawValue: (\d+)\)/).map { "\($0.2) \($0.1)" }
        #expect(declared == Self.table.errors.map { "\($0.code) \($0.name)" })
        for row in Self.table.errors {
            #expect(ErrorCode(rawValue: row.code).errorClass.map { "\($0)" } == row.class, "\(row.code)")
        }
    }

    @Test("in events and reports")
    func objects() throws {
        func check<T: Codable>(_ type: T.Type, _ object: String) throws {
            let sample = Self.table.sample(of: Self.table.objects[object] ?? [])
            let value = try JSONDecoder().decode(type, from: Data(sample.bytes))
            #expect(labels(of: value) == Set(sample.members.keys), "\(object)")
            #expect(try JSONValue(bytes: [UInt8](JSONEncoder().encode(value))) == sample, "\(object)")
            for field in Self.table.objects[object] ?? [] {
                let without = removing([field.name], from: sample)
                #expect(((try? JSONDecoder().decode(type, from: Data(without.bytes))) == nil) == field.required, "\(object) without \(field.name)")
            }
        }
        try check(Manifest.self, "manifest")
        try check(Message.Rejected.self, "rejected")
        try check(EventHeader.self, "eventHeader")
        try check(StatusReport.self, "report")
        try check(StatusReport.Documents.self, "reportDocuments")
        try check(StatusReport.Inputs.self, "reportInputs")
        try check(StatusReport.Group.self, "reportGroup")
    }

    @Test("in the topics of events")
    func topics() {
        let topics = [EventTopic.layer("NAME", of: "DOCUMENT")] + ["admitted", "done", "rejected"].map { EventTopic.document($0, "DOCUMENT") }
            + ["joined", "left", "retired", "paused"].map { EventTopic.worker($0, "PLUGIN") }
        #expect(topics.map(\.topic) == Self.table.events.map(\.topic))
        for event in Self.table.events {
            #expect(Set(event.header).isSubset(of: Set(Self.table.objects["eventHeader"]?.map(\.name) ?? [])))
        }
    }

    // MARK: Headers

    private func decode(_ row: ProtocolTable.MessageRow, _ header: JSONValue) throws -> Message {
        try WireCodec.decode(envelope: WireLimits.magic + [ProtocolVersion.current.major, row.type], header: try header.bytes, bodyCount: row.bodies.min)
    }

    /// The error code of a header; `nil` when it is none.
    private func code(_ row: ProtocolTable.MessageRow, _ header: JSONValue) -> ErrorCode? {
        do {
            _ = try decode(row, header)
            return nil
        } catch { return (error as? WireError)?.code }
    }

    private func payload(of message: Message) throws -> Any {
        try #require(Mirror(reflecting: message).children.first).value
    }

    private func labels(of value: Any) -> Set<String> { Set(Mirror(reflecting: value).children.compactMap(\.label)) }

    /// Every field, those of nested objects, too.
    private func paths(of fields: [ProtocolTable.Field]) -> [(names: [String], required: Bool)] {
        fields.flatMap { field in
            [([field.name], field.required)] + paths(of: Self.table.objects[field.type] ?? []).map { ([field.name] + $0.names, $0.required) }
        }
    }

    private func removing(_ path: ArraySlice<String>, from value: JSONValue) -> JSONValue { replacing(path, in: value, by: nil) }

    private func replacing(_ path: ArraySlice<String>, in value: JSONValue, by new: JSONValue?) -> JSONValue {
        guard let name = path.first else { return value }
        var members = value.members
        members[name] = path.count == 1 ? new : replacing(path.dropFirst(), in: members[name] ?? .null, by: new)
        return .object(members)
    }
}
