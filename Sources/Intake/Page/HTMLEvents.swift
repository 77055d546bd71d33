import CHTMLEvents

/// Runs libxml2's HTML parser over a page and hands its events on; no tree is built, so nesting costs nothing.
enum HTMLEvents {
    /// - Returns: whether the parser ran; broken markup is no failure.
    static func parse(_ bytes: [UInt8], into builder: PageBuilder) -> Bool {
        withExtendedLifetime(builder) {
            var events = html_events(
                user: Unmanaged.passUnretained(builder).toOpaque(),
                open: { user, name, attributes in
                    if let name { HTMLEvents.builder(user).open(name, attributes) }
                },
                close: { user, name in
                    if let name { HTMLEvents.builder(user).close(name) }
                },
                text: { user, bytes, count in
                    HTMLEvents.builder(user).text(UnsafeBufferPointer(start: bytes, count: Int(count)))
                })
            return bytes.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) { html_events_parse($0.baseAddress, Int32($0.count), &events) == 0 }
            }
        }
    }

    private static func builder(_ user: UnsafeMutableRawPointer?) -> PageBuilder {
        Unmanaged<PageBuilder>.fromOpaque(user!).takeUnretainedValue()
    }
}

/// A C string of the parser.
typealias MarkupName = UnsafePointer<UInt8>
/// A null-terminated list of attribute names and values, in turn.
typealias MarkupAttributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>
