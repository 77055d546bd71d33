import Corpus
import Foundation
import Intake
import IsnadWire
import Synchronization
import ZeroMQ

/// Reads the files of a run on a thread of its own, only as far ahead as the loop takes them.
final class InputReader: Sendable {
    private struct State {
        var queue: [Incoming] = []
        var bytesQueued = 0
        var filesRead = 0
        var isExhausted = false
        var isStopped = false
    }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let inputs: InputList
    private let sizeLimit: Int
    /// Signalled when documents wait.
    let wakeUp: WakeUp

    static let queueCountMax = 64
    static let queueBytesMax = 32 << 20

    init(_ inputs: InputList, sizeLimit: Int) throws {
        self.inputs = inputs
        self.sizeLimit = sizeLimit
        wakeUp = try WakeUp()
        Thread.detachNewThread { [self] in read() }
    }

    /// Files in all, files read so far, and whether everything was taken.
    var progress: (files: Int, filesRead: Int, isExhausted: Bool) {
        state.withLock { (inputs.files.count, $0.filesRead, $0.isExhausted && $0.queue.isEmpty) }
    }

    /// Takes waiting documents while there is room for them.
    func take(documents: Int, bytes: Int) -> [Incoming] {
        let taken = state.withLock { state in
            var taken: [Incoming] = []
            var left = bytes
            while taken.count < documents, let next = state.queue.first, taken.isEmpty ? left > 0 : next.byteCount <= left {
                left -= next.byteCount
                state.bytesQueued -= next.byteCount
                taken.append(state.queue.removeFirst())
            }
            return taken
        }
        for _ in taken { room.signal() }
        return taken
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }

    // MARK: The reading side

    private func read() {
        for problem in inputs.problems {
            guard put(Incoming(rejected: problem.id, uri: problem.path, code: .inputUnreadable, reason: problem.reason)) else { return }
        }
        for file in inputs.files {
            let goesOn = file.kind == .lines ? readLines(file) : put(readFile(file))
            guard goesOn else { return }
            state.withLock { $0.filesRead += 1 }
        }
        state.withLock { $0.isExhausted = true }
        wakeUp.signal()
    }

    /// - Returns: `false` when the reader was stopped.
    private func put(_ incoming: Incoming) -> Bool {
        while true {
            let (isStopped, isFull) = state.withLock { state in
                let isFull = state.queue.count >= Self.queueCountMax
                    || (!state.queue.isEmpty && state.bytesQueued + incoming.byteCount > Self.queueBytesMax)
                if !isFull {
                    state.queue.append(incoming)
                    state.bytesQueued += incoming.byteCount
                }
                return (state.isStopped, isFull)
            }
            if isStopped { return false }
            if !isFull {
                wakeUp.signal()
                return true
            }
            room.wait()
        }
    }

    private func readFile(_ file: InputList.File) -> Incoming {
        func rejected(_ code: ErrorCode, _ reason: String) -> Incoming {
            Incoming(rejected: file.id, uri: file.path, code: code, reason: reason)
        }
        let bytes: [UInt8]
        do {
            let size = (try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
            guard size <= sizeLimit else { throw IntakeError.tooLarge(byteCount: size, limit: sizeLimit) }
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
        } catch let error as IntakeError {
            return rejected(error.code, error.description)
        } catch {
            return rejected(.inputUnreadable, "the file can't be read: \((error as NSError).localizedDescription)")
        }
        do {
            let raw = try read(bytes, as: file.kind)
            return Incoming(Document(id: file.id, uri: file.path, text: raw.text, layers: raw.layers))
        } catch {
            return rejected(error.code, error.description)
        }
    }

    private func read(_ bytes: [UInt8], as kind: InputList.Kind) throws(IntakeError) -> RawText {
        try PlainText.read(bytes, byteCountMax: sizeLimit)
    }

    private func readLines(_ file: InputList.File) -> Bool {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            return put(Incoming(rejected: file.id, uri: file.path, code: .inputUnreadable, reason: "the file can't be read: \(String(cString: strerror(errno)))"))
        }
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor, byteCountMax: 8 * sizeLimit)
        var number = 0
        do {
            while let line = try reader.next() {
                number += 1
                guard let incoming = DocumentSource.document(line, named: "\(file.id):\(number)", uri: "\(file.path):\(number)", sizeLimit: sizeLimit) else { continue }
                guard put(incoming) else { return false }
            }
        } catch {
            return put(Incoming(rejected: file.id, uri: file.path, code: .inputUnreadable, reason: "reading stopped after line \(number): \(error)"))
        }
        return true
    }
}

/// What a line of JSON lines stands for.
enum DocumentSource {
    /// - Returns: `nil` for a blank line.
    static func document(_ line: LineReader.Line, named name: String, uri: String, sizeLimit: Int) -> Incoming? {
        guard case .bytes(let bytes) = line else {
            return Incoming(rejected: name, uri: uri, code: .inputTooLarge, reason: "the line is longer than \(8 * sizeLimit) bytes")
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
        do {
            var document = try DocumentLine(parsing: bytes).document
            if document.uri == nil { document.uri = uri }
            guard document.text.utf8.count <= sizeLimit else {
                throw IntakeError.tooLarge(byteCount: document.text.utf8.count, limit: sizeLimit)
            }
            guard document.text.utf8.contains(where: { $0 > 0x20 }) else { throw IntakeError.empty }
            return Incoming(document)
        } catch let error as IntakeError {
            return Incoming(rejected: name, uri: uri, code: error.code, reason: error.description)
        } catch {
            return Incoming(rejected: name, uri: uri, code: .lineMalformed, reason: "\(error)")
        }
    }
}

extension IntakeError {
    var code: ErrorCode {
        switch self {
        case .empty: .inputEmpty
        case .tooLarge: .inputTooLarge
        case .binary, .notText: .inputNotText
        }
    }
}
