import Foundation

/// A trained model as one file: a header and numbered sections of little-endian arrays, each padded to 8 bytes.
enum ModelFile {
    private static let magic: [UInt8] = Array("ISNADNM1".utf8)

    private enum Section: UInt32, CaseIterable {
        case note = 1, checks, weights, transitions, start
        case nameKeys, nameChildren, nameStarts, nameValues
        case triggerKeys, triggerChildren, triggerStarts, triggerValues
        case wordKeys, wordFlags, triggerClasses, references
    }

    static func encode(_ model: TagModel) -> Data {
        var out = Data(magic)
        let knowledge = model.knowledge
        append(.note, Array(model.note.utf8), to: &out)
        append(.checks, model.table.checks, to: &out)
        append(.weights, model.table.weights, to: &out)
        append(.transitions, model.transitions.scores, to: &out)
        append(.start, model.transitions.start, to: &out)
        append(.nameKeys, knowledge.names.edgeKeys, to: &out)
        append(.nameChildren, knowledge.names.edgeChildren, to: &out)
        append(.nameStarts, knowledge.names.valueStarts, to: &out)
        append(.nameValues, knowledge.names.values, to: &out)
        append(.triggerKeys, knowledge.triggers.edgeKeys, to: &out)
        append(.triggerChildren, knowledge.triggers.edgeChildren, to: &out)
        append(.triggerStarts, knowledge.triggers.valueStarts, to: &out)
        append(.triggerValues, knowledge.triggers.values, to: &out)
        append(.wordKeys, knowledge.lexicon.keys, to: &out)
        append(.wordFlags, knowledge.lexicon.flags, to: &out)
        append(.triggerClasses, Array(knowledge.triggerClasses.joined(separator: "\n").utf8), to: &out)
        append(.references, Array(knowledge.references.joined(separator: "\n").utf8), to: &out)
        return out
    }

    /// - Throws: ``ModelError`` when the bytes are no model of this version.
    static func decode(_ data: Data) throws -> TagModel {
        let sections = try sections(of: data)
        func array<T>(_ section: Section, _ type: T.Type = T.self) throws -> [T] {
            guard let range = sections[section.rawValue], range.count % MemoryLayout<T>.stride == 0 else {
                throw ModelError(reason: "section \(section) is missing or cut")
            }
            return data.withUnsafeBytes { bytes in
                [T](unsafeUninitializedCapacity: range.count / MemoryLayout<T>.stride) { buffer, count in
                    count = range.count / MemoryLayout<T>.stride
                    UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
                }
            }
        }
        func strings(_ section: Section) throws -> [String] {
            let text = String(decoding: try array(section, UInt8.self), as: UTF8.self)
            return text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        guard let table = FeatureTable(checks: try array(.checks), weights: try array(.weights)),
              let names = PhraseTrie(edgeKeys: try array(.nameKeys), edgeChildren: try array(.nameChildren),
                                     valueStarts: try array(.nameStarts), values: try array(.nameValues)),
              let triggers = PhraseTrie(edgeKeys: try array(.triggerKeys), edgeChildren: try array(.triggerChildren),
                                        valueStarts: try array(.triggerStarts), values: try array(.triggerValues)),
              let lexicon = WordLexicon(keys: try array(.wordKeys), flags: try array(.wordFlags))
        else { throw ModelError(reason: "its tables don't fit each other") }
        let transitions = Transitions(scores: try array(.transitions), start: try array(.start))
        guard transitions.scores.count == Transitions.zero.scores.count, transitions.start.count == Tag.count else {
            throw ModelError(reason: "it has other tags than this version")
        }
        let knowledge = Knowledge(names: names, triggers: triggers, lexicon: lexicon,
                                  triggerClasses: try strings(.triggerClasses), references: try strings(.references))
        guard names.values.allSatisfy({ Int($0 / 4) < max(1, knowledge.references.count) }),
              triggers.values.allSatisfy({ $0 < WordLexicon.triggerClassMax })
        else { throw ModelError(reason: "its names have no entries") }
        return TagModel(knowledge: knowledge, table: table, transitions: transitions,
                        note: String(decoding: try array(.note, UInt8.self), as: UTF8.self))
    }

    private static func append<T>(_ section: Section, _ values: [T], to out: inout Data) {
        values.withUnsafeBytes { bytes in
            for number in [UInt64(section.rawValue), UInt64(bytes.count)] {
                withUnsafeBytes(of: number.littleEndian) { out.append(contentsOf: $0) }
            }
            out.append(contentsOf: bytes)
            out.append(contentsOf: [UInt8](repeating: 0, count: (8 - bytes.count % 8) % 8))
        }
    }

    private static func sections(of data: Data) throws -> [UInt32: Range<Int>] {
        try data.withUnsafeBytes { bytes in
            guard bytes.count >= 8, bytes.prefix(8).elementsEqual(magic) else { throw ModelError(reason: "it is no model of this version") }
            var sections: [UInt32: Range<Int>] = [:]
            var at = 8
            while at + 16 <= bytes.count {
                let section = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                let size = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
                guard section < 1 << 32, size <= UInt64(bytes.count - at - 16) else { throw ModelError(reason: "it is cut") }
                sections[UInt32(section)] = at + 16..<at + 16 + Int(size)
                at += 16 + (Int(size) + 7) / 8 * 8
            }
            return sections
        }
    }
}

/// Why a model can't be used.
struct ModelError: Error, CustomStringConvertible {
    var path: String?
    var reason: String

    var description: String { "the model\(path.map { " \($0)" } ?? "") can't be used: \(reason)" }
}
