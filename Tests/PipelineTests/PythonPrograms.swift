import Foundation

/// A Python that has a module: the one on the path, else the system's own, for which packages are installed.
enum Python {
    static let zmq = interpreter(with: "zmq")
    static let jsonschema = interpreter(with: "jsonschema")

    private static func interpreter(with module: String) -> String? {
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
        return (path + ["/usr/bin/python3"]).first { candidate in
            guard FileManager.default.isExecutableFile(atPath: candidate), let running = try? Running(candidate, ["-c", "import \(module)"]) else { return false }
            return (try? running.wait(seconds: 20).status) == 0
        }
    }
}
