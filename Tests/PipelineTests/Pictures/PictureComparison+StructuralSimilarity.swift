extension PictureComparison {
  /// The mean structural similarity of the two pictures in grey, from −1 to 1, where 1 is identical.
  ///
  /// Grey is the mean of the channels. Means, variances and covariance at a pixel are weighted by ``GaussianWindow``, and
  /// the pixels whose window does not lie within the picture are left out of the mean; nil where that leaves none.
  ///
  /// Source: Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to structural
  /// similarity", 2004, equation 13, with the paper's K₁ = 0.01, K₂ = 0.03 and standard deviation of 1.5 pixels.
  var structuralSimilarity: Double? {
    let radius = GaussianWindow.radius
    let rows = radius..<max(radius, height - radius)
    let columns = radius..<max(radius, width - radius)
    guard !rows.isEmpty, !columns.isEmpty else { return nil }

    var moments = moments
    var filteredRow = [Double](repeating: 0, count: width * 5)
    var lost = 0.0
    moments.withUnsafeMutableBufferPointer { moments in
      filteredRow.withUnsafeMutableBufferPointer { filteredRow in
        var differences = DifferenceColumns(width: width)
        for row in 0..<rows.upperBound + radius {
          let newest = moments.baseAddress! + row * width * 5
          differences.count(newest, by: 1)
          guard row >= 2 * radius else { continue }
          let middle = newest - radius * width * 5
          for span in differences.spans(within: columns) {
            lost += Self.lostSimilarity(
              in: span, of: middle, rowLength: width * 5, filteredRow: filteredRow.baseAddress!)
          }
          differences.count(middle - radius * width * 5, by: -1)
        }
      }
    }
    return 1 - lost / Double(rows.count * columns.count)
  }

  /// Five numbers a pixel: a, b, a², b², ab, where a and b are the sums of the channels in the two pictures, 0…765.
  private var moments: [Double] {
    let count = width * height
    return [Double](unsafeUninitializedCapacity: count * 5) { buffer, initializedCount in
      colors.first.withUnsafeBufferPointer { first in
        colors.second.withUnsafeBufferPointer { second in
          var (first, second, target) = (first.baseAddress!, second.baseAddress!, buffer.baseAddress!)
          let end = first + count * 3
          while first < end {
            let a = Double(Int(first[0]) + Int(first[1]) + Int(first[2]))
            let b = Double(Int(second[0]) + Int(second[1]) + Int(second[2]))
            target[0] = a
            target[1] = b
            target[2] = a * a
            target[3] = b * b
            target[4] = a * b
            first += 3
            second += 3
            target += 5
          }
        }
      }
      initializedCount = count * 5
    }
  }

  /// The sum of 1 − SSIM over the columns of a row.
  ///
  /// - Parameters:
  ///   - row: the row's moments, in the midst of the picture's.
  ///   - filteredRow: memory for as many numbers.
  private static func lostSimilarity(
    in columns: Range<Int>, of row: UnsafeMutablePointer<Double>, rowLength: Int,
    filteredRow: UnsafeMutablePointer<Double>
  ) -> Double {
    let window = GaussianWindow()
    var index = (columns.lowerBound - GaussianWindow.radius) * 5
    while index < (columns.upperBound + GaussianWindow.radius) * 5 {
      filteredRow[index] = window.mean(around: row + index, stride: rowLength)
      index += 1
    }
    // The sums of three channels stand for their means: SSIM does not change when pictures and range are scaled alike.
    let c1 = (0.01 * 765) * (0.01 * 765)
    let c2 = (0.03 * 765) * (0.03 * 765)
    var lost = 0.0
    var place = filteredRow + columns.lowerBound * 5
    let end = filteredRow + columns.upperBound * 5
    while place < end {
      let a = window.mean(around: place, stride: 5)
      let b = window.mean(around: place + 1, stride: 5)
      let variances =
        window.mean(around: place + 2, stride: 5) + window.mean(around: place + 3, stride: 5) - a * a - b * b
      let covariance = window.mean(around: place + 4, stride: 5) - a * b
      lost += 1 - (2 * a * b + c1) * (2 * covariance + c2) / ((a * a + b * b + c1) * (variances + c2))
      place += 5
    }
    return lost
  }
}
