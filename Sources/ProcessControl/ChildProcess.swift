import Foundation

/// A process started and watched by this one.
///
/// It runs in a process group of its own, so that a Ctrl-C reaches only the parent, which then decides; its standard
/// input is a pipe that ends when the parent does, so that it can end with it.
public final class ChildProcess {
    public let pid: Int32
    /// The parent's end of the child's standard input.
    private var input: Int32
    private var exitStatus: Int32?

    /// How a child ended.
    public enum End: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)
    }

    /// Starts a program.
    /// - Parameters:
    ///   - program: a path.
    ///   - environment: added to this process's own.
    ///   - output: descriptor for its standard output and standard error.
    /// - Throws: `POSIXError`.
    public init(_ program: String, _ arguments: [String], environment: [String: String] = [:], output: Int32) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var variables = ProcessInfo.processInfo.environment
        variables.merge(environment) { _, new in new }
        let argv = ([program] + arguments).map { strdup($0) } + [nil]
        let envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var started = pid_t()
        let code = posix_spawn(&started, program, &actions, &attributes, argv, envp)
        guard code == 0 else {
            close(ends[1])
            throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO)
        }
        pid = started
        input = ends[1]
    }

    deinit { closeInput() }

    /// Writes a byte to its standard input.
    public func write(_ byte: UInt8) {
        var byte = byte
        _ = Foundation.write(input, &byte, 1)
    }

    /// Ends its standard input.
    public func closeInput() {
        if input >= 0 { close(input) }
        input = -1
    }

    /// Sends a signal to its process group.
    public func signal(_ number: Int32) {
        if exitStatus == nil { kill(-pid, number) }
    }

    /// How it ended; `nil` while it runs. Never waits.
    public func poll() -> End? {
        if exitStatus == nil {
            var status: Int32 = 0
            if waitpid(pid, &status, WNOHANG) == pid { exitStatus = status }
        }
        guard let status = exitStatus else { return nil }
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    }
}
