extension PictureComparison {
  /// The percentage of coloured pixels in either picture without a pixel of their family within 1.5 pixels in the other.
  ///
  /// Stray pixels belong to texts, ticks, bars or curves that are elsewhere, missing or superfluous. A pixel of two
  /// families counts once for each. See ``ColorFamilies``.
  var strayPercentage: Double {
    let (first, second) = (families(of: colors.first), families(of: colors.second))
    let there = strayInk(of: first, beside: second)
    let back = strayInk(of: second, beside: first)
    return 100 * Double(there.stray + back.stray) / Double(max(there.total + back.total, 1))
  }

  /// The families of each pixel, with a border of one uncoloured pixel around the picture.
  private func families(of colors: [UInt8]) -> [UInt8] {
    var families = [UInt8](repeating: 0, count: (width + 2) * (height + 2))
    families.withUnsafeMutableBufferPointer { families in
      colors.withUnsafeBufferPointer { colors in
        var color = colors.baseAddress!
        for row in 1...height {
          var family = families.baseAddress! + row * (width + 2) + 1
          let end = family + width
          while family < end {
            family[0] = ColorFamilies(red: color[0], green: color[1], blue: color[2]).rawValue
            color += 3
            family += 1
          }
        }
      }
    }
    return families
  }

  private func strayInk(of one: [UInt8], beside other: [UInt8]) -> (stray: Int, total: Int) {
    var (stray, total) = (0, 0)
    one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        let (one, other) = (one.baseAddress!, other.baseAddress!)
        var index = width + 3
        let end = (width + 2) * (height + 1) - 1
        while index < end {
          let ink = one[index]
          if ink != 0 {
            total += ink.nonzeroBitCount
            if ink & ~other[index] != 0 {
              stray += (ink & ~Self.families(around: other + index, rowLength: width + 2)).nonzeroBitCount
            }
          }
          index += 1
        }
      }
    }
    return (stray, total)
  }

  /// The families at a place and its eight neighbours: those are all pixels within 1.5, since the next are 2 away.
  private static func families(around place: UnsafePointer<UInt8>, rowLength: Int) -> UInt8 {
    let (above, below) = (place - rowLength, place + rowLength)
    return above[-1] | above[0] | above[1] | place[-1] | place[0] | place[1] | below[-1] | below[0] | below[1]
  }
}
