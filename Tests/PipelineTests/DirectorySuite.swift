import Foundation
import Glibc
import Testing

@testable import Configuration
@testable import JSON
@testable import Pipeline
@testable import Plans
@testable import System
@testable import Text

/// A suite about the directories that configurations draw into, with a temporary folder for them.
protocol DirectorySuite {
  var scratch: Scratch { get }
}

extension DirectorySuite {
  func plan(_ activations: String = #""relu", "mish", "tanh""#, seed: Int = 0) throws -> RenderPlan {
    let text = #"{"seed": \#(seed), "samples": 300, "figure": {"dpi": 30}, "activations": [\#(activations)]}"#
    return try RenderPlan(readingConfiguration: Array(text.utf8), named: "config.json")
  }

  var pruning: RenderOptions {
    var options = RenderOptions()
    options.prunes = true
    return options
  }

  var forced: RenderOptions {
    var options = RenderOptions()
    options.isForced = true
    return options
  }

  /// A directory that a configuration names.
  func directory(_ path: String, of configuration: String) -> OutputDirectory {
    OutputDirectory(
      scratch.path + "/" + path,
      source: DirectorySource(of: RenderCommand(configuration: scratch.path + "/" + configuration)))
  }

  /// A directory that the command line names, for a configuration or for the standard input.
  func named(_ path: String, for configuration: String? = nil) -> OutputDirectory {
    let path = scratch.path + "/" + path
    return OutputDirectory(
      path,
      source: DirectorySource(
        of: RenderCommand(configuration: configuration.map { scratch.path + "/" + $0 } ?? "-", output: path)))
  }

  func write(_ text: String, to name: String) throws {
    let path = scratch.path + "/" + name
    try FileManager.default.createDirectory(atPath: path.folderOfPath, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  func manifest(in path: String = "Output", _ name: String = "manifest.json") throws -> JSONValue {
    let bytes = try #require(scratch.bytes(at: path + "/" + name))
    return try #require(JSONValue(parsing: bytes))
  }
}
