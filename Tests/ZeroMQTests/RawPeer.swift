import Foundation

/// A peer that writes ZMTP 3.0 by hand, to do what libzmq's sockets never would.
///
/// Source: ZeroMQ RFC 23.
struct RawPeer: ~Copyable {
    private let descriptor: Int32

    init(_ endpoint: String) throws {
        let port = UInt16(endpoint.split(separator: ":").last!)!
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        #if os(Linux)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        let result = withUnsafePointer(to: address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno)!) }
    }

    deinit {
        close(descriptor)
    }

    func shakeHands(as kind: String) throws {
        let mechanism = Array("NULL".utf8) + [UInt8](repeating: 0, count: 16)
        let padding = [UInt8](repeating: 0, count: 31)
        try write([0xFF] + [UInt8](repeating: 0, count: 8) + [0x7F, 3, 0] + mechanism + [0] + padding)
        let ready = [5] + Array("READY".utf8) + [11] + Array("Socket-Type".utf8) + [0, 0, 0, UInt8(kind.utf8.count)]
        let command = ready + Array(kind.utf8)
        try write([4, UInt8(command.count)] + command)
        // The other end's greeting and READY: a message before them is a protocol error.
        _ = try read(64)
        _ = try read(Int(read(2)[1]))
    }

    func send(frame: [UInt8], more: Bool) throws {
        try write([more ? 1 : 0, UInt8(frame.count)] + frame)
    }

    private func read(_ byteCount: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < byteCount {
            var part = [UInt8](repeating: 0, count: byteCount - bytes.count)
            let count = Foundation.read(descriptor, &part, part.count)
            guard count > 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno)!) }
            bytes += part.prefix(count)
        }
        return bytes
    }

    private func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno)!) }
            rest = rest.dropFirst(count)
        }
    }
}
