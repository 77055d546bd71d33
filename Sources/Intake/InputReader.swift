public import Corpus
import Foundation
public import IsnadWire

/// One document of the inputs, or what stands there instead of one.
public enum Input: Sendable {
    case document(Document)
    /// It can't be read, or is no document.
    case rejected(id: String, uri: String?, code: ErrorCode, reason: String)
}

/// Reads inputs one document at a time: no file before it is asked for, no more of JSON lines than a line.
public struct InputReader: ~Copyable {
    private let inputs: InputList
    private let sizeLimit: Int
    private var problems: ArraySlice<InputList.Problem>
    private var files: ArraySlice<InputList.File>
    private var lines: LineSource?
    /// Files read to their end.
    public private(set) var filesRead = 0

    /// - Parameter sizeLimit: the largest document, in bytes.
    public init(_ inputs: InputList, sizeLimit: Int) {
        self.inputs = inputs
        self.sizeLimit = sizeLimit
        problems = inputs.problems[...]
        files = inputs.files[...]
    }

    /// The next document; `nil` at the end.
    public mutating func next() -> Input? {
        if let problem = problems.popFirst() {
            return .rejected(id: problem.id, uri: problem.path, code: .inputUnreadable, reason: problem.reason)
        }
        while true {
            if lines != nil {
                if let input = lines!.next() { return input }
                lines = nil
                filesRead += 1
            }
            guard let file = files.popFirst() else { return nil }
            guard file.kind == .lines else {
                filesRead += 1
                return read(file)
            }
            lines = LineSource(path: file.path, id: file.id, sizeLimit: sizeLimit)
            if lines == nil {
                filesRead += 1
                return .rejected(id: file.id, uri: file.path, code: .inputUnreadable, reason: "the file can't be read: \(String(cString: strerror(errno)))")
            }
        }
    }

    private func read(_ file: InputList.File) -> Input {
        do {
            let size = (try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
            guard size <= sizeLimit else { throw IntakeError.tooLarge(byteCount: size, limit: sizeLimit) }
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
            let raw = try Intake.read(bytes, as: file.kind == .page ? .page : .plainText, byteCountMax: sizeLimit)
            return .document(Document(id: file.id, uri: file.path, text: raw.text, layers: raw.layers))
        } catch let error as IntakeError {
            return .rejected(id: file.id, uri: file.path, code: error.code, reason: error.description)
        } catch {
            return .rejected(id: file.id, uri: file.path, code: .inputUnreadable, reason: "the file can't be read: \((error as NSError).localizedDescription)")
        }
    }
}

/// The documents of JSON lines, from a file or another descriptor.
public struct LineSource: ~Copyable {
    private let descriptor: Int32
    private let isOwned: Bool
    private let path: String
    private let id: String
    private let sizeLimit: Int
    private var reader: LineReader
    private var number = 0
    private var hasFailed = false

    /// Opens a file; `nil` when it can't be opened, with `errno` saying why.
    init?(path: String, id: String, sizeLimit: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
        self.init(descriptor: descriptor, isOwned: true, path: path, id: id, sizeLimit: sizeLimit)
    }

    /// Reads standard input.
    public init(standardInputWithSizeLimit sizeLimit: Int) {
        self.init(descriptor: STDIN_FILENO, isOwned: false, path: "-", id: "stdin", sizeLimit: sizeLimit)
    }

    private init(descriptor: Int32, isOwned: Bool, path: String, id: String, sizeLimit: Int) {
        self.descriptor = descriptor
        self.isOwned = isOwned
        self.path = path
        self.id = id
        self.sizeLimit = sizeLimit
        reader = LineReader(descriptor: descriptor, byteCountMax: 8 * sizeLimit)
    }

    deinit { if isOwned { close(descriptor) } }

    /// The next document; blank lines are passed over.
    public mutating func next() -> Input? {
        while !hasFailed {
            let line: LineReader.Line?
            do { line = try reader.next() } catch {
                hasFailed = true
                return .rejected(id: id, uri: path, code: .inputUnreadable, reason: "reading stopped after line \(number): \(error)")
            }
            guard let line else { return nil }
            number += 1
            if let input = document(line) { return input }
        }
        return nil
    }

    private func document(_ line: LineReader.Line) -> Input? {
        let (name, uri) = ("\(id):\(number)", "\(path):\(number)")
        guard case .bytes(let bytes) = line else {
            return .rejected(id: name, uri: uri, code: .inputTooLarge, reason: "the line is longer than \(8 * sizeLimit) bytes")
        }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return nil }
        do {
            var document = try DocumentLine(parsing: bytes, makeText: Intake.makeText).document
            if document.uri == nil { document.uri = uri }
            guard document.text.utf8.count <= sizeLimit else {
                throw IntakeError.tooLarge(byteCount: document.text.utf8.count, limit: sizeLimit)
            }
            guard document.text.utf8.contains(where: { $0 > 0x20 }) else { throw IntakeError.empty }
            return .document(document)
        } catch let error as IntakeError {
            return .rejected(id: name, uri: uri, code: error.code, reason: error.description)
        } catch {
            return .rejected(id: name, uri: uri, code: .lineMalformed, reason: "\(error)")
        }
    }
}

extension IntakeError {
    /// The code that a rejected document carries.
    public var code: ErrorCode {
        switch self {
        case .empty: .inputEmpty
        case .tooLarge: .inputTooLarge
        case .binary, .notText, .markup: .inputNotText
        }
    }
}
