import CHTMLEvents

/// Runs libxml2's HTML parser over a page and hands its events on; no tree is built, so nesting costs nothing.
enum HTMLEvents {
    /// - Returns: whether the parser ran; broken markup is no failure.
    static func parse(_ bytes: [UInt8], into builder: inout PageBuilder) -> Bool {
        withUnsafeMutablePointer(to: &builder) { builder in
            var events = html_events(
                user: builder,
                open: { user, name, attributes in
                    if let name { HTMLEvents.builder(user).pointee.open(name, attributes) }
                },
                close: { user, name in
                    if let name { HTMLEvents.builder(user).pointee.close(name) }
                },
                text: { user, bytes, count in
                    HTMLEvents.builder(user).pointee.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
                })
            return bytes.withUnsafeBufferPointer { buffer in
                buffer.withMemoryRebound(to: CChar.self) { html_events_parse($0.baseAddress, Int32($0.count), &events) == 0 }
            }
        }
    }

    private static func builder(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<PageBuilder> {
        user!.assumingMemoryBound(to: PageBuilder.self)
    }
}

/// A C string of the parser.
typealias MarkupName = UnsafePointer<UInt8>
/// A null-terminated list of attribute names and values, in turn.
typealias MarkupAttributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>
