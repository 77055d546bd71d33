import Foundation

/// What the output is: a terminal for people, or a pipe for programs.
enum Terminal {
    static let isOutput = isatty(STDOUT_FILENO) == 1
    static let isError = isatty(STDERR_FILENO) == 1

    /// Columns of the terminal on standard error; 80 when it does not say.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// A piece of text that keeps its own direction inside a line of the other one, on a terminal.
    static func isolated(_ text: String) -> String {
        isOutput ? "\u{2068}\(text)\u{2069}" : text
    }

    static func bold(_ text: String) -> String { isOutput ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    static func dim(_ text: String) -> String { isOutput ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    static func say(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }

    /// Text on one line, at most so many scalars.
    static func clipped(_ text: String, _ countMax: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.unicodeScalars.count <= countMax ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(countMax - 1))) + "…"
    }
}
