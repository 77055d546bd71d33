import Foundation
import Testing

@Suite("Deploy") struct DeployTests {
    private static let compose: (program: String, arguments: [String])? = {
        let file = "\(Checkout.root)/Deploy/container/compose.yaml"
        let candidates: [(String, [String])] = [
            ("python3", ["-c", "import sys, yaml; document = yaml.safe_load(open(sys.argv[1])); sys.exit(0 if len(document['services']) == 6 else 1)", file]),
            ("podman", ["compose", "--file", file, "config", "--quiet"]), ("docker", ["compose", "--file", file, "config", "--quiet"]),
        ]
        let probes = [["-c", "import yaml"], ["compose", "version"], ["compose", "version"]]
        return zip(candidates, probes).first { candidate, probe in (try? Command.run(candidate.0, probe).status) == 0 }.map { ($0.0.0, $0.0.1) }
    }()

    @Test("'s systemd units pass systemd-analyze", .enabled(if: Command.find("systemd-analyze") != nil, "skipped: there is no systemd-analyze"))
    func units() throws {
        // The programs are elsewhere than on the machine that the units are for.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("isnad-units-\(UUID().uuidString)").path
        try FileManager.default.copyItem(atPath: "\(Checkout.root)/Deploy/systemd", toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let units = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".service") }.sorted()
        #expect(units == ["isnad-coordinator.service", "isnad-sink.service", "isnad-worker@.service"])
        for unit in units {
            let path = "\(folder)/\(unit)"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.contains("/usr/local/lib/isnad/isnad-"))
            try text.replacing(/ExecStart=\/usr\/local\/lib\/isnad\/isnad-\w+/, with: "ExecStart=/bin/true").write(toFile: path, atomically: true, encoding: .utf8)
            let outcome = try Command.run("systemd-analyze", ["verify", "--man=no", path], environment: ["SYSTEMD_UNIT_PATH": folder + ":"])
            #expect(outcome.status == 0 && !outcome.output.contains(unit), "\(outcome.output)")
        }
    }

    @Test("'s worker template starts the program that its instance names before the colon", arguments: [("cleaner", "cleaner"), ("entity-tagger:2", "entity-tagger")])
    func instance(_ instance: String, _ program: String) throws {
        let unit = Checkout.text("Deploy/systemd/isnad-worker@.service")
        let script = String(try #require(unit.firstMatch(of: /ExecStart=\/bin\/sh -c '(.*)' %i/)).1).replacing("$$", with: "$").replacing("%%", with: "%").replacing("exec ", with: "echo ")
        #expect(try Command.run("sh", ["-c", script, instance]).output == "/usr/local/lib/isnad/isnad-\(program)\n")
    }

    @Test("'s compose file can be read", .enabled(if: compose != nil, "skipped: neither python3 with yaml nor a compose program is there"))
    func composeFile() throws {
        let (program, arguments) = try #require(Self.compose)
        let outcome = try Command.run(program, arguments)
        #expect(outcome.status == 0, "\(outcome.output)")
    }

    @Test("'s scripts are well-formed", arguments: ["Deploy/install", ".ci/run"])
    func scripts(_ path: String) throws {
        #expect(FileManager.default.isExecutableFile(atPath: "\(Checkout.root)/\(path)"))
        let outcome = try Command.run("bash", ["-n", "\(Checkout.root)/\(path)"])
        #expect(outcome.status == 0, "\(outcome.output)")
    }

    @Test("'s install refuses what it does not know")
    func usage() throws {
        let outcome = try Command.run("\(Checkout.root)/Deploy/install", ["--what"])
        #expect(outcome.status == 64 && outcome.output.contains("usage: "))
    }
}
