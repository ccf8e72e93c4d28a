import Goldens
import PNG
import Testing

@Suite struct ReferencePictureTests {
  @Test("The eleven figures look like matplotlib's.", arguments: ReferencePicture.names)
  func figures(name: String) async throws {
    let figure = try await ReferencePicture.figure(named: name)
    let reference = try ReferencePicture.image(named: name)
    func report(_ message: String) {
      FailedComparison(name, message, .pictures(actual: figure.pixmap, expected: reference.pixmap)).report()
    }
    guard (figure.width, figure.height) == (reference.width, reference.height) else {
      return report("The picture has another size than matplotlib's.")
    }
    let comparison = PictureComparison(figure, reference)
    let similarity = try #require(comparison.structuralSimilarity)
    let stray = comparison.strayPercentage
    if similarity < 0.97 || stray > 0.5 {
      report(
        "The structural similarity to matplotlib's picture is \(similarity) and must be 0.97 at least; "
          + "\(stray) % of the coloured pixels are stray, and 0.5 % are allowed.")
    }
  }
}
