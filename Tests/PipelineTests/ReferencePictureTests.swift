import PNG
import Testing

@Suite struct ReferencePictureTests {
  @Test("The eleven figures look like matplotlib's.", arguments: ReferencePicture.names)
  func figures(name: String) throws {
    let figure = try #require(
      try ReferencePicture.figure(named: name), "Output/\(name).png is missing: `actfig render` draws it.")
    let reference = try ReferencePicture.image(named: name)
    try #require(
      figure.width == reference.width && figure.height == reference.height,
      "\(name) has \(figure.width) × \(figure.height) pixels, not \(reference.width) × \(reference.height).")

    let comparison = PictureComparison(figure, reference)
    let similarity = try #require(comparison.structuralSimilarity)
    let stray = comparison.strayPercentage
    #expect(similarity >= 0.97, "\(name): the structural similarity is \(similarity).")
    #expect(stray <= 0.5, "\(name): \(stray) % of the ink is stray.")
  }
}
