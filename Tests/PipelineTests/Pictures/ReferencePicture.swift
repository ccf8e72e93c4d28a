import Foundation
import PNG
import Testing
import Typography

@testable import Configuration
@testable import Pipeline
@testable import Plans

/// The eleven figures as matplotlib 3.11 draws them, and as the pipeline draws them.
enum ReferencePicture {
  static let names = [
    "celu", "elu", "hard-tanh", "leaky-relu", "mish", "relu", "selu", "sigmoid", "softplus", "swish", "tanh",
  ]

  /// The plan of the package's own configuration, which has these figures.
  static let plan = Result {
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let bytes = try Data(contentsOf: package.appending(path: "config.json"))
    return try RenderPlan(readingConfiguration: Array(bytes), named: "config.json")
  }

  /// Reads matplotlib's picture of a figure.
  static func image(named name: String) throws -> PNGImage {
    let url = Bundle.module.url(forResource: name, withExtension: "png", subdirectory: "Data/reference-pictures")
    return try PNGImage(decoding: Array(Data(contentsOf: #require(url))))
  }

  /// Draws a figure.
  static func figure(named name: String) async throws -> PNGImage {
    let plan = try plan.get()
    let figure = try #require(plan.figures.first { $0.name == name })
    return try await FigureRenderer(for: plan).image(of: figure, from: FigureInput(for: figure)).image
  }
}
