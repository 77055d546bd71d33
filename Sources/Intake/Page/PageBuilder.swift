import Corpus

/// Makes the visible text of a page and its markup layer from the parser's events.
struct PageBuilder {
    /// An element that is open.
    struct Element {
        var name: MarkupName
        var tag: MarkupTag
        var number: Int
        var mask: HintMask
        /// Prose bytes of the page before it opened.
        var proseBefore: Int
        var isHidden: Bool
    }

    /// A line of the text as it grows.
    struct Line {
        var bytes: [UInt8] = []
        var letters = 0
        var linked = 0
        var bold = 0
        var tag: StaticString?
        var container = 0
        var around: [Int] = []
        var listDepth = 0
        /// Hints with the element that gave them, nearest first.
        var hints: [(element: Int, mask: HintMask)] = []
        var isHidden = false
        var pendingSpace = false

        /// Appends text with its white space made single.
        /// - Returns: where it stopped: the end, or a line break that counts.
        mutating func append(_ text: UnsafeBufferPointer<UInt8>, from start: Int, isLinked: Bool, isBold: Bool, breaksLines: Bool) -> Int {
            var at = start
            var added = 0
            while at < text.count {
                let byte = text[at]
                if byte <= 0x20 {
                    if byte == 0x0A, breaksLines { break }
                    pendingSpace = true
                    at += 1
                    continue
                }
                // A no-break space is but a space in a text.
                if byte == 0xC2, at + 1 < text.count, text[at + 1] == 0xA0 {
                    pendingSpace = true
                    at += 2
                    continue
                }
                if pendingSpace, !bytes.isEmpty { bytes.append(0x20) }
                pendingSpace = false
                bytes.append(byte)
                added += 1
                at += 1
            }
            letters += added
            if isLinked { linked += added }
            if isBold { bold += added }
            return at
        }
    }

    var stack: [Element] = []
    var line = Line()
    var lines: [Line] = []
    /// Prose bytes of the elements that carry hints, by number.
    var proseOf: [Int] = [0]
    var metadata = MetadataReader()

    private var tags: [UnsafeRawPointer: MarkupTag] = [:]
    private var elementCount = 0
    private var proseCount = 0
    private var linkDepth = 0
    private var boldDepth = 0
    private var listDepth = 0
    private var preformatted = 0
    private var hiddenDepth = 0
    /// The element whose contents are not text, if inside one, and how many more are open in it.
    private var skipping: MarkupTag?
    private var skipDepth = 0

    /// Ancestors looked at for the hints of a line.
    static let hintDepthMax = 40

    mutating func open(_ name: MarkupName, _ attributes: MarkupAttributes?) {
        if skipping != nil {
            skipDepth += 1
            return
        }
        let tag = self.tag(name)
        if tag.isMetadata { metadata.open(tag.name.description, attributes) }
        switch tag.flow {
        case .skipped:
            skipping = tag
            skipDepth = 0
            return
        case .lineBreak: flush()
        case .block: flush()
        case .inline: break
        }
        var mask = HintMask()
        var hidden = false
        if let hint = tag.hint { mask.insert(hint) }
        read(attributes, tag, &mask, &hidden)
        elementCount += 1
        proseOf.append(0)
        stack.append(Element(name: name, tag: tag, number: elementCount, mask: mask, proseBefore: proseCount, isHidden: hidden))
        if tag.isLink { linkDepth += 1 }
        if tag.isBold { boldDepth += 1 }
        if tag.isList { listDepth += 1 }
        if tag.isPreformatted { preformatted += 1 }
        if hidden { hiddenDepth += 1 }
    }

    mutating func close(_ name: MarkupName) {
        if let tag = skipping {
            if skipDepth > 0 {
                skipDepth -= 1
            } else {
                if tag.isMetadata { metadata.close(tag.name.description) }
                skipping = nil
            }
            return
        }
        // The parser balances what the page does not; anything else is left alone.
        guard let top = stack.last, top.name == name else { return }
        stack.removeLast()
        if top.tag.flow == .block { flush(under: top) }
        if top.tag.isSpaced { line.pendingSpace = true }
        if !top.mask.isEmpty { proseOf[top.number] = proseCount - top.proseBefore }
        if top.tag.isLink { linkDepth -= 1 }
        if top.tag.isBold { boldDepth -= 1 }
        if top.tag.isList { listDepth -= 1 }
        if top.tag.isPreformatted { preformatted -= 1 }
        if top.isHidden { hiddenDepth -= 1 }
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let tag = skipping {
            if tag.isMetadata, skipDepth == 0 { metadata.text(bytes) }
            return
        }
        var at = 0
        while at < bytes.count {
            // Up to the next line of preformatted text, or the first letter of a line.
            if line.bytes.isEmpty {
                while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
                if at + 1 < bytes.count, bytes[at] == 0xC2, bytes[at + 1] == 0xA0 {
                    at += 2
                    continue
                }
                guard at < bytes.count else { return }
                begin()
            }
            at = line.append(bytes, from: at, isLinked: linkDepth > 0, isBold: boldDepth > 0, breaksLines: preformatted > 0)
            if at < bytes.count { flush() }
        }
    }

    private mutating func tag(_ name: MarkupName) -> MarkupTag {
        let key = UnsafeRawPointer(name)
        if let known = tags[key] { return known }
        let tag = MarkupTag.named(String(cString: name))
        tags[key] = tag
        return tag
    }

    private mutating func read(_ attributes: MarkupAttributes?, _ tag: MarkupTag, _ mask: inout HintMask, _ hidden: inout Bool) {
        guard var at = attributes else { return }
        while let name = at[0] {
            if let value = at[1] {
                switch (name[0], name[1]) {
                case (0x63, 0x6C), (0x69, 0x64):  // class, id
                    HintWords.addClasses(value, to: &mask)
                case (0x69, 0x74):  // itemprop
                    if String(cString: name) == "itemprop", let hint = HintWords.property(value) { mask.insert(hint) }
                case (0x72, 0x6F):  // role
                    if let hint = HintWords.role(value) { mask.insert(hint) }
                case (0x72, 0x65):  // rel
                    let rel = String(cString: value)
                    if rel.contains("tag") { mask.insert(.tags) } else if rel == "author" { mask.insert(.byline) }
                case (0x73, 0x74):  // style
                    if name[2] == 0x79, HiddenStyle.isHiding(value) { hidden = true }
                case (0x64, 0x61):  // datetime
                    if tag.isTime, String(cString: name) == "datetime" { metadata.time(String(cString: value)) }
                default: break
                }
            }
            if name[0] == 0x68, name[1] == 0x69, String(cString: name) == "hidden" { hidden = true }
            at += 2
        }
    }

    /// Notes where a line stands when its first letter comes.
    private mutating func begin() {
        line.isHidden = hiddenDepth > 0
        line.listDepth = listDepth
        var foundBlock = false
        var foundContainer = false
        for element in stack.reversed().prefix(Self.hintDepthMax) {
            if !element.mask.isEmpty { line.hints.append((element.number, element.mask)) }
            guard element.tag.flow == .block else {
                if !foundBlock, line.tag == nil, element.tag.isTime { line.tag = "time" }
                continue
            }
            if !foundBlock {
                foundBlock = true
                if line.tag == nil { line.tag = element.tag.name }
                if element.tag.isLeaf { continue }
            }
            if !foundContainer {
                foundContainer = true
                line.container = element.number
            } else if line.around.count < MarkupLayer.ancestorMax {
                line.around.append(element.number)
            }
        }
    }

    private mutating func flush(under closed: Element? = nil) {
        guard !line.bytes.isEmpty else {
            line.pendingSpace = false
            return
        }
        if line.letters >= 120, line.linked * 3 < line.letters { proseCount += line.letters }
        lines.append(line)
        line = Line()
    }

    /// The text and the layer, once the parser is done.
    mutating func finish() -> (text: String, layer: MarkupLayer) {
        flush()
        while let element = stack.popLast() {
            if !element.mask.isEmpty { proseOf[element.number] = proseCount - element.proseBefore }
        }
        return PageText(lines: lines, proseOf: proseOf, proseCount: proseCount, metadata: metadata.result()).assembled()
    }
}

/// The lines of a page put together.
struct PageText {
    var lines: [PageBuilder.Line]
    var proseOf: [Int]
    var proseCount: Int
    var metadata: PageMetadata

    func assembled() -> (text: String, layer: MarkupLayer) {
        var bytes: [UInt8] = []
        var scalars = 0
        var layer = MarkupLayer(page: metadata)
        layer.lines.reserveCapacity(lines.count)
        let keepsHidden = hiddenIsMost
        for line in lines where keepsHidden || !line.isHidden {
            if !bytes.isEmpty {
                bytes.append(0x0A)
                scalars += 1
            }
            layer.lines.append(markup(of: line, at: scalars))
            bytes += line.bytes
            for byte in line.bytes where byte & 0xC0 != 0x80 { scalars += 1 }
        }
        return (String(decoding: bytes, as: UTF8.self), layer)
    }

    /// A page that hides nearly all of its text shows it by script.
    private var hiddenIsMost: Bool {
        var hidden = 0
        var all = 0
        for line in lines where line.letters >= 120 {
            all += line.letters
            if line.isHidden { hidden += line.letters }
        }
        return hidden * 2 > all
    }

    /// Bytes of prose under which nothing can be said of who holds most of it.
    private static let proseCountMin = 800

    private func markup(of line: PageBuilder.Line, at start: Int) -> MarkupLine {
        var hints: [MarkupHint] = []
        for (element, mask) in line.hints {
            // What holds most of the page's prose is no sidebar, whatever its name.
            let holdsMost = proseCount >= Self.proseCountMin && proseOf[element] * 2 > proseCount
            for hint in mask.hints where !hints.contains(hint) {
                if holdsMost, hint != .article { continue }
                hints.append(hint)
            }
        }
        let percent = line.letters == 0 ? 0 : line.linked * 100 / line.letters
        return MarkupLine(
            start: start, tag: line.tag.map { $0.description } ?? "body", container: line.container, around: line.around.isEmpty ? nil : line.around,
            linkPercent: percent == 0 ? nil : percent, listDepth: line.listDepth == 0 ? nil : line.listDepth,
            hints: hints.isEmpty ? nil : hints, isBold: line.bold * 10 >= line.letters * 9 && line.letters > 0 ? true : nil)
    }
}

/// Style attributes that hide an element.
enum HiddenStyle {
    private static let display: StaticString = "display:none"
    private static let visibility: StaticString = "visibility:hidden"

    static func isHiding(_ style: UnsafePointer<UInt8>) -> Bool {
        var at = style
        while at.pointee != 0 {
            if at.pointee | 0x20 == 0x64, stands(display, at) { return true }
            if at.pointee | 0x20 == 0x76, stands(visibility, at) { return true }
            at += 1
        }
        return false
    }

    /// Whether a declaration stands here, white space and capitals apart.
    private static func stands(_ text: StaticString, _ start: UnsafePointer<UInt8>) -> Bool {
        var at = start
        for index in 0..<text.utf8CodeUnitCount {
            while at.pointee != 0, at.pointee <= 0x20 { at += 1 }
            let byte = at.pointee >= 0x41 && at.pointee <= 0x5A ? at.pointee | 0x20 : at.pointee
            if byte != text.utf8Start[index] { return false }
            at += 1
        }
        return true
    }
}
