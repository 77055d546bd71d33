extension CleanLayer: CompactJSON {
    public func writeJSON(to out: inout [UInt8]) {
        var writer = ObjectWriter()
        writer.member("agency", agency)
        writer.array("blocks", blocks) { block, out in
            ObjectWriter.append("{\"end\":", to: &out)
            ObjectWriter.append(block.end, to: &out)
            ObjectWriter.append(",\"role\":\"", to: &out)
            out += block.role.rawValue.utf8
            ObjectWriter.append("\",\"start\":", to: &out)
            ObjectWriter.append(block.start, to: &out)
            out.append(0x7D)
        }
        writer.member("byline", byline)
        writer.member("fingerprint", fingerprint)
        writer.member("language", language)
        writer.member("published", published)
        writer.member("publishedFrom", publishedFrom)
        writer.member("section", section)
        writer.array("sentences", sentences) { span, out in
            ObjectWriter.append("{\"end\":", to: &out)
            ObjectWriter.append(span.end, to: &out)
            ObjectWriter.append(",\"start\":", to: &out)
            ObjectWriter.append(span.start, to: &out)
            out.append(0x7D)
        }
        writer.member("title", title)
        out += writer.finish()
    }
}
