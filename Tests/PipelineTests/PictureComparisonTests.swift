import PNG
import Testing

/// The measures against scikit-image 0.26's `structural_similarity` (Gaussian weights, population covariance) and a count
/// of stray pixels by SciPy's exact Euclidean distance transform.
@Suite struct PictureComparisonTests {
  /// Derived copies of matplotlib's Mish, with the two programs' measures of copy and original.
  static let cases: [(DerivedPicture, structuralSimilarity: Double, strayPercentage: Double)] = [
    (.same, 1, 0),
    (.shifted(right: 1, down: 0), 0.932_380_32, 0),
    (.shifted(right: 2, down: 0), 0.894_836_38, 7.235_415_72),
    (.shifted(right: 0, down: 3), 0.878_390_16, 12.653_153_83),
    (.whitened(columns: 710..<790, rows: 0..<30), 0.998_069_84, 0.550_077_32),
    (.whitened(columns: 1214..<1322, rows: 478..<496), 0.997_962_36, 0.291_609_08),
    (.recolored("blue and orange exchanged") { [$0[2], $0[1], $0[0], 255] }, 1, 77.729_037_46),
    (.recolored("blue made orange, orange made green") { [$0[2], $0[0], $0[1], 255] }, 1, 77.857_611_05),
    (.recolored("half transparent") { $0.dropLast() + [128] }, 0.964_182_36, 0.062_554_63),
    (.blank, 0.844_960_56, 100),
  ]

  @Test("Derived copies of a picture measure as in scikit-image and SciPy.", arguments: cases)
  func derivedCopies(of derived: DerivedPicture, structuralSimilarity: Double, strayPercentage: Double) throws {
    let picture = try ReferencePicture.image(named: "mish")
    let copy = derived.image(from: picture)
    for comparison in [PictureComparison(copy, picture), PictureComparison(picture, copy)] {
      #expect(abs(try #require(comparison.structuralSimilarity) - structuralSimilarity) < 1e-8)
      #expect(abs(comparison.strayPercentage - strayPercentage) < 1e-8)
    }
  }

  @Test("Noise of all colours and transparencies measures as in scikit-image and SciPy.")
  func noise() throws {
    let comparison = PictureComparison(Self.noise(0), Self.noise(1))
    #expect(abs(try #require(comparison.structuralSimilarity) - 0.016_826_92) < 1e-8)
    #expect(abs(comparison.strayPercentage - 34.585_328_96) < 1e-8)
  }

  @Test("A picture smaller than a window has no structural similarity, but may have stray pixels.")
  func smallPictures() {
    let white = PNGImage(width: 10, height: 20, pixels: [UInt8](repeating: 255, count: 800))
    let black = PNGImage(width: 10, height: 20, pixels: (0..<800).map { $0 % 4 == 3 ? 255 : 0 })
    #expect(PictureComparison(white, black).structuralSimilarity == nil)
    #expect(PictureComparison(white, black).strayPercentage == 100)
    #expect(PictureComparison(white, white).strayPercentage == 0)
  }

  /// A picture of 97 × 61 pixels; in every seventh pixel red equals blue.
  private static func noise(_ seed: Int) -> PNGImage {
    var pixels: [UInt8] = []
    for y in 0..<61 {
      for x in 0..<97 {
        var pixel = (0..<4).map { channel in
          let linear = x * (7 + channel) + y * (13 - channel) + channel * seed * 29
          return UInt8(truncatingIfNeeded: linear + x * y / (5 + channel) * (seed + 3))
        }
        if (x + y) % 7 == 0 { pixel[2] = pixel[0] }
        pixels += pixel
      }
    }
    return PNGImage(width: 97, height: 61, pixels: pixels)
  }
}
