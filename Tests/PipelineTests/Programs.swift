import Foundation
import ProcessControl
import Testing

/// The built programs, as a user would start them.
enum Programs {
    /// The folder of the build that this test belongs to.
    static let folder: String = {
        var candidate = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        while candidate.path != "/", !FileManager.default.isExecutableFile(atPath: candidate.appendingPathComponent("isnad-coordinator").path) {
            candidate.deleteLastPathComponent()
        }
        return candidate.path
    }()

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// The checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// What a program that ran to its end left.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs a program to its end.
    static func run(_ name: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
        let running = try Running(name.hasPrefix("/") ? name : path(name), arguments, input: input, environment: environment)
        return try running.wait()
    }
}

/// A program with its output in files, so that no pipe fills up.
final class Running {
    let process = Process()
    private let scratch: Scratch
    private let outputPath: String
    private let errorPath: String

    init(_ path: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:]) throws {
        scratch = try Scratch()
        outputPath = scratch.path("out")
        errorPath = scratch.path("err")
        for path in [outputPath, errorPath] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardOutput = FileHandle(forWritingAtPath: outputPath)
        process.standardError = FileHandle(forWritingAtPath: errorPath)
        if let input {
            let inputPath = try scratch.write("in", input)
            process.standardInput = FileHandle(forReadingAtPath: inputPath)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    var output: String { (try? String(contentsOfFile: outputPath, encoding: .utf8)) ?? "" }
    var errors: String { (try? String(contentsOfFile: errorPath, encoding: .utf8)) ?? "" }
    var pid: Int32 { process.processIdentifier }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for its end; kills it after the time, which fails the test.
    @discardableResult
    func wait(seconds: Double = 120) throws -> Programs.Outcome {
        let deadline = Date().addingTimeInterval(seconds)
        while process.isRunning, Date() < deadline { usleep(5_000) }
        if process.isRunning {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            throw Timeout(what: "\(process.executableURL?.lastPathComponent ?? "") ran on; it said: \(errors.suffix(2000))")
        }
        let status = process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
        return .init(status: status, output: output, errors: errors)
    }
}

struct Timeout: Error, CustomStringConvertible {
    var what: String
    var description: String { what }
}

/// Waits until something is so.
func eventually(_ what: String, seconds: Double = 30, _ condition: () throws -> Bool) throws {
    let deadline = Date().addingTimeInterval(seconds)
    while true {
        if try condition() { return }
        guard Date() < deadline else { throw Timeout(what: "it never happened that \(what)") }
        usleep(10_000)
    }
}

/// A folder of a test's own, short enough for `ipc` paths, removed at the end.
final class Scratch {
    let folder: String

    init() throws {
        var template = Array("/tmp/isnad-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
        folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    func lines(_ name: String) -> [String] {
        ((try? String(contentsOfFile: path(name), encoding: .utf8)) ?? "").split(separator: "\n").map(String.init)
    }

    func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: path(name)).map { [UInt8]($0) } }
}

/// Small news documents, each different from the others.
enum MadeDocuments {
    private static let people = ["ليلى حداد", "سمير البغدادي", "نورة العتيبي", "يوسف بن عمر", "هدى المصري", "كمال شاهين"]
    private static let places = ["عمّان", "تونس", "الرباط", "بغداد", "مسقط", "الخرطوم", "بيروت"]

    static func text(_ number: Int) -> String {
        let person = people[number % people.count]
        let place = places[number % places.count]
        let day = number % 27 + 1
        return """
            افتتاح المكتبة رقم \(number) في \(place)

            قالت مديرة المشروع \(person) إن المكتبة رقم \(number) افتتحت في \(place) يوم \(day) مارس 2024.

            وأضافت أن أكثر من \(number + 100) كتاب وصلت من متبرعين، ونقلت عن مسؤول في البلدية قوله إن العمل بدأ قبل شهرين.

            اقرأ أيضا: أخبار \(place)
            """
    }

    static func write(_ count: Int, to scratch: Scratch) throws -> [String] {
        try (0..<count).map { try scratch.write("in/doc\(String(format: "%05d", $0)).txt", text($0)) }
    }
}
