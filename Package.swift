// swift-tools-version: 6.2
import PackageDescription

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

/// A worker is one folder of `Plugins`: an executable on the SDK's public symbols, and its tests.
func worker(_ folder: String, uses: [Target.Dependency] = [], resources: [Resource] = []) -> [Target] {
    [
        .executableTarget(
            name: folder,
            dependencies: ["Isnad", "Corpus", "ArabicText", arguments] + uses,
            path: "Plugins/\(folder)/Sources",
            resources: resources,
            packageAccess: false),
        .testTarget(
            name: "\(folder)Tests",
            dependencies: [.target(name: folder), "Isnad", "Corpus", "ArabicText"],
            path: "Plugins/\(folder)/Tests"),
    ]
}

let package = Package(
    name: "isnad",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Isnad", targets: ["Isnad"]),
        .library(name: "Corpus", targets: ["Corpus"]),
        .library(name: "ArabicText", targets: ["ArabicText"]),
        .executable(name: "isnad", targets: ["IsnadCLI"]),
        .executable(name: "isnad-coordinator", targets: ["IsnadCoordinator"]),
        .executable(name: "isnad-cleaner", targets: ["Cleaner"]),
        .executable(name: "isnad-entity-tagger", targets: ["EntityTagger"]),
        .executable(name: "isnad-date-resolver", targets: ["DateResolver"]),
        .executable(name: "isnad-claim-attributor", targets: ["ClaimAttributor"]),
        .executable(name: "isnad-sink", targets: ["CorpusSink"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Its headers stand in a folder of their own, which pkg-config names.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"]), .brew(["zeromq"])]),
        .target(name: "ZeroMQ", dependencies: ["CZeroMQ"]),
        .target(name: "ProcessControl"),
        .target(name: "Corpus", dependencies: ["CSodium"]),
        .target(name: "ArabicText", dependencies: ["Corpus"]),
        .target(name: "CHTMLEvents", dependencies: ["CLibXML2"]),
        .target(name: "Intake", dependencies: ["CHTMLEvents", "Corpus", "IsnadWire"]),
        .target(name: "IsnadWire"),
        .target(name: "IsnadScheduler", dependencies: ["IsnadWire"]),
        .target(name: "Ledger", dependencies: ["IsnadScheduler", "IsnadWire", "Corpus", "Intake", sqlite]),
        .executableTarget(
            name: "IsnadCoordinator",
            dependencies: ["IsnadScheduler", "IsnadWire", "ZeroMQ", "Corpus", "Intake", "Ledger", "ProcessControl", logging, arguments]),
        .executableTarget(
            name: "IsnadCLI",
            dependencies: ["IsnadWire", "ZeroMQ", "Corpus", "ArabicText", "Intake", "Ledger", "ProcessControl", arguments]),
        .target(name: "Isnad", dependencies: ["IsnadWire", "ZeroMQ", "Corpus", "Intake", "ProcessControl", arguments]),
        .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText", "Corpus"]),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "Corpus"]),
        .testTarget(name: "CorpusTests", dependencies: ["Corpus"]),
        .testTarget(name: "IsnadSchedulerTests", dependencies: ["IsnadScheduler", "IsnadWire"]),
        .testTarget(name: "ZeroMQTests", dependencies: ["ZeroMQ"]),
        .executableTarget(name: "FaultyPlugin", dependencies: ["Isnad", "Corpus", arguments], path: "Tests/FaultyPlugin"),
        .testTarget(name: "TidyTests"),
        .testTarget(name: "IsnadWireTests", dependencies: ["IsnadWire", "IsnadScheduler"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: ["Corpus", "IsnadWire", "ProcessControl", "ZeroMQ", "IsnadCLI", "IsnadCoordinator", "FaultyPlugin"],
            exclude: ["validate-corpus.py"]),
    ]
        + worker("Cleaner")
        + worker("EntityTagger", resources: [.copy("../Model")])
        + worker("DateResolver")
        + worker("ClaimAttributor")
        + worker("CorpusSink"),
    swiftLanguageModes: [.v6])

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
for target in package.targets where [.regular, .executable, .test].contains(target.type) && target.name != "CHTMLEvents" {
    target.swiftSettings = settings
}
