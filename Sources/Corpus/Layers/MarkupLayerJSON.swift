extension MarkupLayer: CompactJSON {
    public func writeJSON(to out: inout [UInt8]) {
        out.reserveCapacity(out.count + lines.count * 120)
        var writer = ObjectWriter()
        writer.array("lines", lines) { $0.write(to: &$1) }
        let page = (try? LayerCoding.encode(page)) ?? Array("{}".utf8)
        writer.member("page") { $0 += page }
        out += writer.finish()
    }
}

extension MarkupLine {
    fileprivate func write(to out: inout [UInt8]) {
        out.append(0x7B)
        if let around {
            ObjectWriter.append("\"around\":[", to: &out)
            for (index, number) in around.enumerated() {
                if index > 0 { out.append(0x2C) }
                ObjectWriter.append(number, to: &out)
            }
            ObjectWriter.append("],", to: &out)
        }
        ObjectWriter.append("\"container\":", to: &out)
        ObjectWriter.append(container, to: &out)
        if let hints {
            ObjectWriter.append(",\"hints\":[", to: &out)
            for (index, hint) in hints.enumerated() {
                if index > 0 { out.append(0x2C) }
                out.append(0x22)
                out += hint.rawValue.utf8
                out.append(0x22)
            }
            out.append(0x5D)
        }
        if let isBold { ObjectWriter.append(isBold ? ",\"isBold\":true" : ",\"isBold\":false", to: &out) }
        if let linkPercent {
            ObjectWriter.append(",\"linkPercent\":", to: &out)
            ObjectWriter.append(linkPercent, to: &out)
        }
        if let listDepth {
            ObjectWriter.append(",\"listDepth\":", to: &out)
            ObjectWriter.append(listDepth, to: &out)
        }
        ObjectWriter.append(",\"start\":", to: &out)
        ObjectWriter.append(start, to: &out)
        ObjectWriter.append(",\"tag\":", to: &out)
        out += RawJSON.quoted(tag)
        out.append(0x7D)
    }
}

extension MarkupLayer: CanonicalJSON {
    public init?(canonical bytes: [UInt8]) {
        let read = bytes.withUnsafeBufferPointer { buffer -> (lines: [MarkupLine], end: Int)? in
            var reader = CanonicalReader(buffer)
            guard reader.take("{\"lines\":[") else { return nil }
            var lines: [MarkupLine] = []
            lines.reserveCapacity(bytes.count / 100)
            while !reader.take("]") {
                if !lines.isEmpty, !reader.take(",") { return nil }
                guard let line = MarkupLine(&reader) else { return nil }
                lines.append(line)
            }
            return reader.take(",\"page\":") ? (lines, reader.at) : nil
        }
        guard let read, bytes.last == 0x7D,
              let page = try? LayerCoding.decode(PageMetadata.self, from: Array(bytes[read.end..<(bytes.count - 1)])) else { return nil }
        self.init(lines: read.lines, page: page)
    }
}

extension MarkupLine {
    /// Reads what ``write(to:)`` wrote, and nothing else.
    fileprivate init?(_ reader: inout CanonicalReader) {
        guard reader.take("{") else { return nil }
        var around: [Int]?
        if reader.take("\"around\":[") {
            var numbers: [Int] = []
            repeat {
                guard numbers.count < MarkupLayer.ancestorMax, let number = reader.number() else { return nil }
                numbers.append(number)
            } while reader.take(",")
            guard reader.take("],") else { return nil }
            around = numbers
        }
        guard reader.take("\"container\":"), let container = reader.number() else { return nil }
        var hints: [MarkupHint]?
        if reader.take(",\"hints\":[") {
            var list: [MarkupHint] = []
            repeat {
                guard list.count < MarkupHint.allCases.count, let name = reader.word(), let hint = MarkupHint(rawValue: name) else { return nil }
                list.append(hint)
            } while reader.take(",")
            guard reader.take("]") else { return nil }
            hints = list
        }
        let isBold: Bool? = reader.take(",\"isBold\":true") ? true : nil
        let linkPercent = reader.take(",\"linkPercent\":") ? reader.number() : nil
        let listDepth = reader.take(",\"listDepth\":") ? reader.number() : nil
        guard reader.take(",\"start\":"), let start = reader.number(), reader.take(",\"tag\":"), let tag = reader.word(), reader.take("}") else { return nil }
        self.init(start: start, tag: tag, container: container, around: around, linkPercent: linkPercent, listDepth: listDepth, hints: hints, isBold: isBold)
    }
}
