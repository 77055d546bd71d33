import Foundation

/// The files of the checkout that belong to the project.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Made by building and running; never part of the project.
    private static let made: Set = [".build", ".git", ".swiftpm", "Package.resolved", "__pycache__"]

    /// Paths relative to the root, sorted: what git tracks or would track, or all files where there is no git.
    static let files: [String] = {
        let found = tracked() ?? walked()
        return found.filter { path in
            let parts = path.split(separator: "/").map(String.init)
            return !parts.contains { made.contains($0) } && !(parts.count > 1 && (parts[0].hasPrefix("corpus") || parts[0] == "state"))
        }.sorted()
    }()

    static func files(under folder: String, extensions: Set<String>) -> [String] {
        files.filter { $0.hasPrefix(folder + "/") && extensions.contains(($0 as NSString).pathExtension) }
    }

    static func text(_ path: String) -> String { (try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)) ?? "" }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(path)") }

    private static func tracked() -> [String]? {
        guard exists(".git"), let outcome = try? Command.run("git", ["-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]), outcome.status == 0 else { return nil }
        return outcome.output.split(separator: "\0").map(String.init).filter(exists)
    }

    private static func walked() -> [String] {
        let walk = FileManager.default.enumerator(atPath: root)
        var paths: [String] = []
        while let path = walk?.nextObject() as? String {
            if made.contains((path as NSString).lastPathComponent) { walk?.skipDescendants() }
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder), !isFolder.boolValue { paths.append(path) }
        }
        return paths
    }
}

/// A program run to its end.
enum Command {
    struct Outcome {
        var status: Int32
        var output: String
    }

    /// Where a program of the path is; `nil` when it is not there.
    static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/bin", "/usr/sbin"]
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Standard output and standard error together.
    static func run(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: find(name) ?? name)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }
}
