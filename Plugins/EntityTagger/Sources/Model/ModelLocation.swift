import Foundation

/// Where the model that ships with the program lies.
enum ModelLocation {
    static let fileName = "names.model"

    /// Reads the model at a path, or else the installed one.
    /// - Throws: ``ModelError``.
    static func load(_ path: String?) throws(ModelError) -> TagModel {
        let places = path.map { [URL(fileURLWithPath: $0)] } ?? installed
        guard let file = places.first(where: { FileManager.default.isReadableFile(atPath: $0.path) }) else {
            throw ModelError(path: nil, reason: "there is none at \(places.map(\.path).joined(separator: " or ")); name one with --model, or make one with the train command")
        }
        do {
            return try ModelFile.decode(Data(contentsOf: file, options: .mappedIfSafe))
        } catch let error as ModelError {
            throw ModelError(path: file.path, reason: error.reason)
        } catch {
            throw ModelError(path: file.path, reason: "\(error.localizedDescription)")
        }
    }

    /// Beside the executable as the build leaves it, then as an installation lays it out.
    static var installed: [URL] {
        let folder = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])).resolvingSymlinksInPath().deletingLastPathComponent()
        return [
            folder.appending(path: "isnad_EntityTagger.resources/Model/\(fileName)"),
            folder.appending(path: "../share/isnad/\(fileName)").standardized,
        ]
    }
}
