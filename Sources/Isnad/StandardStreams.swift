import ArgumentParser
import Corpus
import Foundation
import Intake

/// The `--stdio` mode: one JSON line in, one out, in order; what goes wrong is said on standard error.
///
/// A line that is no document, or that the plugin has no layer for, is not written; the exit status is then 65.
enum StandardStreams {
    static let lineByteCountMax = 128 << 20

    static func run(_ plugin: some Plugin) throws {
        var reader = LineReader(descriptor: STDIN_FILENO, byteCountMax: lineByteCountMax)
        var number = 0
        var failed = 0
        while let line = try reader.next() {
            number += 1
            do {
                guard case .bytes(let bytes) = line else { throw DocumentLineError.malformed("the line is longer than \(lineByteCountMax) bytes") }
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                var parsed = try DocumentLine(parsing: bytes, makeText: Intake.makeText)
                try parsed.document.set(try plugin.annotate(parsed.document))
                try write(parsed.encoded() + [0x0A])
            } catch let error as POSIXError {
                throw error
            } catch {
                failed += 1
                say("\(plugin.manifest.plugin): line \(number): \(error)")
            }
        }
        if failed > 0 { throw ExitCode(65) }
    }

    private static func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
            rest = rest.dropFirst(written)
        }
    }

    private static func say(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }
}
