/// The text of `corpus.json`: the records sorted by id, then what they show together; counts come last.
public enum AggregateDocument {
    /// Gives the document piece by piece.
    /// - Parameters:
    ///   - ids: in increasing order of their UTF-8.
    ///   - line: the record of an id, as `corpus.jsonl` has it.
    /// - Throws: what `line` and `out` throw; ``CorpusRecordError`` or `DecodingError` for a record that can't be read.
    public static func write(ids: [String], rejectedCount: Int, rules: AggregateRules,
                             line: (String) throws -> [UInt8], out: ([UInt8]) throws -> Void) throws {
        var aggregate = Aggregate(rules)
        try out(Array("{\"isnad\":\(CorpusRecord.version),\"documents\":[".utf8))
        for (index, id) in ids.enumerated() {
            let record = try line(id)
            try aggregate.add(try CorpusRecord(parsing: record))
            try out(Array((index == 0 ? "\n" : ",\n").utf8))
            try out(record)
        }
        try out(Array("],\n\"entities\":".utf8))
        try out(aggregate.entitiesJSON)
        try out(Array(",\n\"dates\":".utf8))
        try out(aggregate.datesJSON)
        try out(Array(",\n\"duplicates\":".utf8))
        try out(aggregate.duplicatesJSON)
        try out(Array(",\n\"counts\":".utf8))
        try out(aggregate.countsJSON(rejected: rejectedCount))
        try out(Array("}\n".utf8))
    }
}
