import Foundation
import PNG
import Testing

/// The eleven figures as matplotlib 3.11 draws them, and as the tool's own stand in `Output/`.
enum ReferencePicture {
  static let names = [
    "celu", "elu", "hard-tanh", "leaky-relu", "mish", "relu", "selu", "sigmoid", "softplus", "swish", "tanh",
  ]

  static func image(named name: String) throws -> PNGImage {
    let url = Bundle.module.url(forResource: name, withExtension: "png", subdirectory: "Data/reference-pictures")
    return try PNGImage(decoding: Array(Data(contentsOf: #require(url))))
  }

  /// The figure in `Output/`; nil where there is none.
  static func figure(named name: String) throws -> PNGImage? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let path = package.appending(path: "Output/\(name).png").path
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    return try PNGImage(decoding: Array(bytes))
  }
}
