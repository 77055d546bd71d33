import Foundation
import Testing

@Suite("Rooms") struct RoomTests {
    private static let system: Set = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"]

    /// Which folder may import what, besides itself. A new folder gets a row, and a reason to exist: other imports than
    /// its neighbours', or outsiders who import it alone.
    private static let mayImport: [String: Set<String>] = [
        "Sources/CZeroMQ": [],
        "Sources/CSodium": [],
        "Sources/CLibXML2": [],
        "Sources/CHTMLEvents": ["CLibXML2"],
        "Sources/ZeroMQ": system.union(["CZeroMQ"]),
        "Sources/ProcessControl": system,
        "Sources/IsnadWire": ["Foundation"],
        // No clock, no I/O, no tasks, no randomness: not even Foundation.
        "Sources/IsnadScheduler": ["IsnadWire"],
        "Sources/Corpus": system.union(["CSodium"]),
        // Text in, spans out.
        "Sources/ArabicText": ["Corpus", "Synchronization"],
        // The only one that knows the database.
        "Sources/Ledger": system.union(["IsnadScheduler", "IsnadWire", "Corpus", "Intake", "GRDB"]),
        "Sources/Intake": system.union(["Corpus", "IsnadWire", "CHTMLEvents"]),
        "Sources/Isnad": system.union(["IsnadWire", "ZeroMQ", "Corpus", "Intake", "ProcessControl", "ArgumentParser"]),
        "Sources/IsnadCoordinator": system.union(["IsnadScheduler", "IsnadWire", "ZeroMQ", "Corpus", "Intake", "Ledger", "ProcessControl", "Logging", "ArgumentParser"]),
        "Sources/IsnadCLI": system.union(["IsnadWire", "ZeroMQ", "Corpus", "Intake", "Ledger", "ArabicText", "ProcessControl", "ArgumentParser"]),
        "Sources/IsnadConformance": system.union(["Isnad", "IsnadWire", "ZeroMQ"]),
        "Plugins/Cleaner": plugin,
        "Plugins/EntityTagger": plugin,
        "Plugins/DateResolver": plugin,
        "Plugins/ClaimAttributor": plugin,
        "Plugins/CorpusSink": plugin,
        "Plugins/Examples": plugin,
    ]

    private static let plugin = system.union(["Isnad", "Corpus", "ArabicText", "ArgumentParser"])

    private static let rooms = Set((Checkout.files(under: "Sources", extensions: ["swift"]) + Checkout.files(under: "Plugins", extensions: ["swift"]))
        .map { $0.split(separator: "/").prefix(2).joined(separator: "/") }).sorted()

    @Test("import only what they may", arguments: rooms)
    func imports(_ room: String) throws {
        let allowed = try #require(Self.mayImport[room], "\(room) has no row in the table of rooms")
        let own = String(room.split(separator: "/")[1])
        for file in Checkout.files(under: room, extensions: ["swift"]) {
            let isTest = file.hasPrefix("\(room)/Tests/")
            for line in Checkout.text(file).split(separator: "\n") {
                guard let match = line.firstMatch(of: /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|enum|class|func|protocol|typealias|var|let)\s+)?(\w+)/) else { continue }
                let module = String(match.1)
                // Tests of the cleaner make their pages as intake makes them.
                let isForTests = module == own || module == "Testing" || (room == "Plugins/Cleaner" && module == "Intake")
                #expect(allowed.contains(module) || (isTest && isForTests), "\(file) imports \(module)")
            }
        }
    }

    @Test("of plugins see public symbols only")
    func packageAccess() {
        #expect(Checkout.text("Package.swift").contains("packageAccess: false"))
    }

    @Test("are the only things at the top of the checkout")
    func top() {
        let wished: Set = [".ci", ".gitignore", "CHANGELOG.md", "Deploy", "LICENSE", "Makefile", "Package.swift", "Plugins", "README.md", "Sources", "Tests", "docs"]
        let found = Set(Checkout.files.map { String($0.split(separator: "/")[0]) })
        #expect(found.isSubset(of: wished), "\(found.subtracting(wished).sorted())")
    }
}
