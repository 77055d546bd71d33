import Foundation
import ProcessControl

/// The processes of a run: starts them, starts again what died, and leaves none behind.
final class Supervisor {
    struct Program {
        /// For people: `cleaner 2`.
        var name: String
        var path: String
        var arguments: [String]
        var environment: [String: String] = [:]
    }

    /// Why a program can't be kept running.
    struct Hopeless: Error {
        var name: String
        var reason: String
        /// Whether the cause was said already.
        var isExplained = false
    }

    private final class Ward {
        let program: Program
        var child: ChildProcess?
        var failures = 0
        var restartAt: Date?
        var startedAt = Date()
        /// It ended as it was told to, before the run did.
        var hasLeft = false
        init(_ program: Program) { self.program = program }
    }

    private let folder: RunFolder
    private var wards: [Ward] = []
    private(set) var restarts = 0
    /// Once true, an exit is an end and not a failure.
    var isEnding = false
    /// Once true, a clean exit is an end.
    var mayLeave = false

    /// Deaths in a row, each soon after the start, after which a program is given up.
    static let failuresMax = 8

    init(_ folder: RunFolder) { self.folder = folder }

    deinit { killAll() }

    /// Starts a program and keeps it running.
    /// - Throws: ``Hopeless``.
    func start(_ program: Program) throws {
        let ward = Ward(program)
        wards.append(ward)
        try launch(ward)
    }

    private func launch(_ ward: Ward) throws {
        do {
            ward.child = try ChildProcess(ward.program.path, ward.program.arguments, environment: ward.program.environment, output: folder.log)
            ward.startedAt = Date()
            ward.restartAt = nil
        } catch {
            throw Hopeless(name: ward.program.name, reason: "\(ward.program.path) can't be started: \((error as NSError).localizedDescription)")
        }
    }

    /// Looks after everybody, without waiting.
    /// - Throws: ``Hopeless`` when a program can't be kept running.
    func look() throws {
        for ward in wards {
            if let due = ward.restartAt {
                if due <= Date(), !isEnding { try launch(ward) }
                continue
            }
            guard let child = ward.child, let end = child.poll() else { continue }
            ward.child = nil
            child.closeInput()
            if isEnding { continue }
            if mayLeave, end == .exited(0) {
                ward.hasLeft = true
                continue
            }
            try plan(ward, after: end)
            // What the ended one had told to leave is needed again.
            for other in wards where other.hasLeft && ward.program.name == Pipeline.coordinator {
                other.hasLeft = false
                other.restartAt = Date()
            }
        }
    }

    private func plan(_ ward: Ward, after end: ChildProcess.End) throws {
        switch end {
        case .exited(64), .exited(77), .exited(78):
            throw Hopeless(name: ward.program.name, reason: "it can't work as it is set up")
        default: break
        }
        ward.failures = Date().timeIntervalSince(ward.startedAt) < 10 ? ward.failures + 1 : 1
        guard ward.failures <= Self.failuresMax else {
            let how = switch end {
            case .exited(let status): "exit status \(status)"
            case .signalled(let signal): "signal \(signal)"
            }
            throw Hopeless(name: ward.program.name, reason: "it ended \(ward.failures) times soon after its start, the last time with \(how)")
        }
        restarts += 1
        let wait = ward.failures == 1 ? 0 : min(5, 0.1 * pow(2, Double(ward.failures)))
        ward.restartAt = Date().addingTimeInterval(wait)
    }

    /// Whether every process has ended.
    var isEmpty: Bool { wards.allSatisfy { $0.child == nil } }

    /// The names of the programs that run.
    var running: [String] { wards.filter { $0.child != nil }.map(\.program.name) }

    /// Writes a byte to the standard input of the program of that name.
    func write(_ byte: UInt8, to name: String) {
        wards.first { $0.program.name == name }?.child?.write(byte)
    }

    func signal(_ number: Int32, to name: String? = nil) {
        for ward in wards where name == nil || ward.program.name == name { ward.child?.signal(number) }
    }

    /// Ends what is left, first kindly.
    func killAll() {
        isEnding = true
        signal(SIGTERM)
        let deadline = Date().addingTimeInterval(3)
        while !isEmpty, Date() < deadline {
            try? look()
            usleep(20_000)
        }
        signal(SIGKILL)
        while !isEmpty {
            try? look()
            usleep(5_000)
        }
    }
}
