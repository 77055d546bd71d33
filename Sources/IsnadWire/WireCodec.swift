import Foundation

/// Messages to frames and back: bytes in, values out, no I/O.
///
/// A message is an envelope frame (`ISND`, major version, type), a header frame (a JSON object) and body frames.
public enum WireCodec {
    /// The envelope and header frames of a message.
    public static func encode(_ message: Message) -> (envelope: [UInt8], header: [UInt8]) {
        let (type, header): (MessageType, [UInt8]) = switch message {
        case .hello(let value): (.hello, json(value))
        case .welcome(let value): (.welcome, json(value))
        case .reject(let value): (.reject, json(value))
        case .credit(let value): (.credit, json(value))
        case .task(let value): (.task, json(value))
        case .result(let value): (.result, json(value))
        case .failure(let value): (.failure, json(value))
        case .acknowledge(let value): (.acknowledge, json(value))
        case .extend(let value): (.extend, json(value))
        case .ping(let value): (.ping, json(value))
        case .pong(let value): (.pong, json(value))
        case .cancel(let value): (.cancel, json(value))
        case .drain(let value): (.drain, json(value))
        case .goodbye(let value): (.goodbye, json(value))
        case .submit(let value): (.submit, json(value))
        case .admitted(let value): (.admitted, json(value))
        case .status(let value): (.status, json(value))
        case .report(let value): (.report, json(value))
        case .error(let value): (.error, json(value))
        }
        return (WireLimits.magic + [ProtocolVersion.current.major, type.rawValue], header)
    }

    /// Reads the envelope and header frames of a message.
    /// - Parameter bodyCount: how many frames follow them.
    /// - Throws: ``WireError``; unknown members of the header are no error.
    public static func decode(envelope: [UInt8], header: [UInt8], bodyCount: Int) throws(WireError) -> Message {
        let type = try messageType(of: envelope)
        guard header.count <= WireLimits.headerByteCountMax else {
            throw WireError(code: .limitExceeded, reason: "the header has \(header.count) bytes; the limit is \(WireLimits.headerByteCountMax)")
        }
        guard type.bodyCounts.contains(bodyCount) else {
            throw WireError(code: .limitExceeded, reason: "\(type) has \(bodyCount) bodies; it may have \(type.bodyCounts.lowerBound) to \(type.bodyCounts.upperBound)")
        }
        do {
            return switch type {
            case .hello: .hello(try value(header))
            case .welcome: .welcome(try value(header))
            case .reject: .reject(try value(header))
            case .credit: .credit(try value(header))
            case .task: .task(try value(header))
            case .result: .result(try value(header))
            case .failure: .failure(try value(header))
            case .acknowledge: .acknowledge(try value(header))
            case .extend: .extend(try value(header))
            case .ping: .ping(try value(header))
            case .pong: .pong(try value(header))
            case .cancel: .cancel(try value(header))
            case .drain: .drain(try value(header))
            case .goodbye: .goodbye(try value(header))
            case .submit: .submit(try value(header))
            case .admitted: .admitted(try value(header))
            case .status: .status(try value(header))
            case .report: .report(try value(header))
            case .error: .error(try value(header))
            }
        } catch {
            throw WireError(code: .headerMalformed, reason: "\(type): \(explain(error))")
        }
    }

    /// The type that an envelope names.
    /// - Throws: ``WireError`` with `envelopeMalformed`, `versionRefused` or `typeUnknown`.
    public static func messageType(of envelope: [UInt8]) throws(WireError) -> MessageType {
        guard envelope.count == WireLimits.envelopeByteCount, envelope.starts(with: WireLimits.magic) else {
            throw WireError(code: .envelopeMalformed, reason: "the first frame is not ISND, a major version and a type")
        }
        guard envelope[4] == ProtocolVersion.current.major else {
            throw WireError(code: .versionRefused, reason: "major version \(envelope[4]) is not spoken here; \(ProtocolVersion.current.major) is")
        }
        guard let type = MessageType(rawValue: envelope[5]) else {
            throw WireError(code: .typeUnknown, reason: "message type \(envelope[5]) is unknown")
        }
        return type
    }

    private static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(value)) } catch { preconditionFailure("a header always has a JSON form: \(error)") }
    }

    private static func value<T: Decodable>(_ header: [UInt8]) throws -> T {
        try JSONDecoder().decode(T.self, from: Data(header))
    }

    private static func explain(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "field \"\(key.stringValue)\" is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "field \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has the wrong type"
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            "field \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\": \(context.debugDescription)"
        default: "the header is not a JSON object"
        }
    }
}

/// A message that can't be used, with the code to answer.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: ErrorCode
    public var reason: String

    public init(code: ErrorCode, reason: String) {
        self.code = code
        self.reason = reason
    }

    public var description: String { "\(reason) (code \(code.rawValue))" }
}
