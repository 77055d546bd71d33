import CZeroMQ

/// A setting of a socket, with the type of its value.
///
///     try socket.set(.linger, to: .zero)
///     let port = try socket.get(.lastEndpoint)
///
/// Most apply to binds and connects made afterwards, so set them first. Spans of time are rounded up to
/// libzmq's unit (milliseconds, or seconds for TCP keep-alive).
///
/// Source: zmq_setsockopt(3), zmq_getsockopt(3).
public struct SocketOption<Value>: Sendable {
    let code: Int32
    /// libzmq's name, for messages.
    let name: String
    let coding: OptionCoding<Value>

    init(_ code: Int32, _ name: String, _ coding: OptionCoding<Value>) {
        self.code = code
        self.name = name
        self.coding = coding
    }
}

extension Socket {
    /// Changes a setting.
    /// - Throws: ``ZeroMQError``: `invalid` when the value is out of range or this kind of socket has no such setting.
    public func set<Value>(_ option: SocketOption<Value>, to value: Value) throws(ZeroMQError) {
        let pointer = try handle.opened(for: "zmq_setsockopt")
        guard let bytes = option.coding.encode(value) else {
            throw ZeroMQError(.invalid, operation: "zmq_setsockopt", subject: option.name)
        }
        let result = bytes.withUnsafeBytes { zmq_setsockopt(pointer, option.code, $0.baseAddress, $0.count) }
        try check(result, "zmq_setsockopt", option.name)
    }

    /// Reads a setting.
    /// - Throws: ``ZeroMQError``: `invalid` for a setting that can only be set.
    public func get<Value>(_ option: SocketOption<Value>) throws(ZeroMQError) -> Value {
        let pointer = try handle.opened(for: "zmq_getsockopt")
        var bytes = [UInt8](repeating: 0, count: option.coding.byteCountMax)
        var count = bytes.count
        let result = bytes.withUnsafeMutableBytes { zmq_getsockopt(pointer, option.code, $0.baseAddress, &count) }
        try check(result, "zmq_getsockopt", option.name)
        guard let value = option.coding.decode(Array(bytes.prefix(count))) else {
            throw ZeroMQError(.invalid, operation: "zmq_getsockopt", subject: option.name)
        }
        return value
    }
}

/// How a value is laid out for libzmq; `nil` where it does not fit.
struct OptionCoding<Value>: Sendable {
    let byteCountMax: Int
    let encode: @Sendable (Value) -> [UInt8]?
    let decode: @Sendable ([UInt8]) -> Value?
}

extension OptionCoding where Value == Int32 {
    /// An `int`, the layout of most options.
    static let int = OptionCoding(
        byteCountMax: 4,
        encode: { value in withUnsafeBytes(of: value, Array.init) },
        decode: { bytes in
            bytes.count == 4 ? bytes.withUnsafeBytes { $0.loadUnaligned(as: Int32.self) } : nil
        })

    func map<Other>(
        encode: @escaping @Sendable (Other) -> Int32?, decode: @escaping @Sendable (Int32) -> Other?
    ) -> OptionCoding<Other> {
        OptionCoding<Other>(
            byteCountMax: byteCountMax,
            encode: { other in encode(other).flatMap(self.encode) },
            decode: { bytes in self.decode(bytes).flatMap(decode) })
    }
}

extension OptionCoding where Value == Bool {
    static let flag = OptionCoding<Int32>.int.map(encode: { $0 ? 1 : 0 }, decode: { $0 != 0 })
}

extension OptionCoding where Value == Bool? {
    /// `nil` leaves it to the system.
    static let flagOrSystem = OptionCoding<Int32>.int.map(
        encode: { (flag: Bool?) in flag.map { $0 ? 1 : 0 } ?? -1 },
        decode: { .some($0 == -1 ? nil : $0 != 0) })
}

extension OptionCoding where Value == Int {
    static let count = OptionCoding<Int32>.int.map(
        encode: { $0 < 0 ? nil : Int32(exactly: $0) }, decode: { Int($0) })
}

extension OptionCoding where Value == Int? {
    /// `nil` leaves it to the system.
    static let countOrSystem = OptionCoding<Int32>.int.map(
        encode: { (count: Int?) in
            guard let count else { return -1 }
            return count < 0 ? nil : Int32(exactly: count)
        },
        decode: { .some($0 == -1 ? nil : Int($0)) })

    /// 64 bits; `nil` means no limit.
    static let byteCountOrUnlimited = OptionCoding(
        byteCountMax: 8,
        encode: { count in
            if let count, count < 0 { return nil }
            return withUnsafeBytes(of: Int64(count ?? -1), Array.init)
        },
        decode: { bytes in
            guard bytes.count == 8 else { return nil }
            let count = bytes.withUnsafeBytes { $0.loadUnaligned(as: Int64.self) }
            return .some(count == -1 ? nil : Int(count))
        })
}

extension OptionCoding where Value == Duration {
    static func milliseconds(max: Int64 = Int64(Int32.max)) -> Self {
        OptionCoding<Int32>.int.map(
            encode: { wholeUnits($0, of: .milliseconds(1), max: max) }, decode: { .milliseconds($0) })
    }
}

extension OptionCoding where Value == Duration? {
    /// `nil` (-1) means for ever, never, or the system's choice, as the option says.
    static let millisecondsOrNone = OptionCoding<Int32>.int.map(
        encode: { (span: Duration?) in
            guard let span else { return -1 }
            return wholeUnits(span, of: .milliseconds(1), max: Int64(Int32.max))
        },
        decode: { .some($0 == -1 ? nil : .milliseconds($0)) })

    static let secondsOrNone = OptionCoding<Int32>.int.map(
        encode: { (span: Duration?) in
            guard let span else { return -1 }
            return wholeUnits(span, of: .seconds(1), max: Int64(Int32.max))
        },
        decode: { .some($0 == -1 ? nil : .seconds($0)) })
}

extension OptionCoding where Value == [UInt8] {
    static let bytes = OptionCoding(byteCountMax: 255, encode: { $0 }, decode: { $0 })
}

extension OptionCoding where Value == String {
    /// libzmq returns text with a zero byte at its end.
    static let text = OptionCoding(
        byteCountMax: 1024, encode: { Array($0.utf8) },
        decode: { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
}

/// A span in whole units, rounded up so that "a little" never turns into zero, which libzmq reads as "off" or
/// "at once"; `nil` when negative or above `max`.
func wholeUnits(_ span: Duration, of unit: Duration, max: Int64) -> Int32? {
    guard span >= .zero, span <= unit * max else { return nil }
    let (seconds, attoseconds) = span.components
    let unitSeconds = unit.components.seconds
    if unitSeconds == 1 { return Int32(seconds + (attoseconds > 0 ? 1 : 0)) }
    let perUnit = unit.components.attoseconds
    return Int32(seconds * (1_000_000_000_000_000_000 / perUnit) + (attoseconds + perUnit - 1) / perUnit)
}
