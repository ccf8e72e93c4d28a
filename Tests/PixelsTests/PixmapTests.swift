import SeededNumbers
import Testing

@testable import Pixels

@Suite struct PixmapTests {
  /// Returns a picture of random size with runs of a random number of colours.
  private func pixmap(using generator: inout SeededGenerator) -> Pixmap {
    let (width, height) = (Int.random(in: 1...70, using: &generator), Int.random(in: 1...70, using: &generator))
    let count = Int.random(in: 1...400, using: &generator)
    let colours = (0..<count).map { _ in UInt32.random(in: 0...UInt32.max, using: &generator) }
    var pixels: [UInt32] = []
    while pixels.count < width * height {
      pixels += repeatElement(colours.randomElement(using: &generator)!, count: .random(in: 1...9, using: &generator))
    }
    return Pixmap(width: width, height: height, bytes: pixels.prefix(width * height).flatMap(\.bytes))
  }

  @Test("Indices and bytes of the same picture are equal.", arguments: 0..<100)
  func equality(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let pixmap = pixmap(using: &generator)
    let colours = Set(pixmap.bytes.packed)
    guard let compacted = pixmap.compacted, case .indexed(let indices, let palette) = compacted.storage else {
      #expect(colours.count > 256)
      return
    }
    #expect(compacted == pixmap)
    #expect(Set(palette) == colours && palette.count == colours.count)
    #expect(Pixmap(width: pixmap.width, height: pixmap.height, indices: indices, palette: palette) == pixmap)
    #expect(palette[0] == pixmap.bytes.packed[0])
  }

  @Test("Compaction drops colours that are repeated or not seen, and puts the rest in the order of appearance.")
  func compaction() {
    let pixmap = Pixmap(width: 4, height: 1, indices: [3, 0, 2, 3], palette: [7, 8, 7, 9])
    guard case .indexed(let indices, let palette)? = pixmap.compacted?.storage else {
      Issue.record("Four colours fit a palette.")
      return
    }
    #expect(palette == [9, 7] && indices == [0, 1, 1, 0])
  }

  @Test(
    "A palette finds every colour again and rejects one more than its capacity.",
    arguments: 0..<20, [16, 256, 2048])
  func palette(seed: Int, capacity: Int) {
    var generator = SeededGenerator(seed: seed)
    var known: Set<UInt32> = []
    var colours: [UInt32] = []
    while colours.count <= capacity {
      // Some colours are near each other, others distant.
      let colour = UInt32.random(in: 0...(seed.isMultiple(of: 2) ? 3999 : UInt32.max), using: &generator)
      if known.insert(colour).inserted { colours.append(colour) }
    }
    var palette = Palette(Array(colours.prefix(10)), capacity: capacity)
    for _ in 0..<2 { #expect(colours.prefix(capacity).map { palette.place(of: $0) } == Array(0..<capacity)) }
    #expect(palette.place(of: colours[capacity]) == nil)
    #expect(palette.colours == Array(colours.prefix(capacity)))
  }

  @Test("Runs of one colour are the same from indices and from bytes.", arguments: 0..<100)
  func runs(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let pixmap = pixmap(using: &generator)
    func runs(_ pixmap: Pixmap) -> [[UInt32]] {
      var runs: [[UInt32]] = []
      pixmap.forEachRun { runs.append([$0, UInt32($1)]) }
      return runs
    }
    let given = runs(pixmap)
    if let compacted = pixmap.compacted { #expect(given == runs(compacted)) }
    #expect(given.flatMap { [UInt32](repeating: $0[0], count: Int($0[1])) } == pixmap.bytes.packed)
    #expect(zip(given, given.dropFirst()).allSatisfy { $0[0] != $1[0] })
  }

  @Test("Runs are those that a simple loop finds, in pictures of about the length of a block.", arguments: 0..<100)
  func runsOfBlocks(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let count = [1, 64, 4096, 4160, 8192].randomElement(using: &generator)! + Int.random(in: 0...3, using: &generator)
    // The pictures have from a change at nearly every pixel to hardly any.
    let length = [1, 2, 20, 500, 5000].randomElement(using: &generator)!
    var indices: [UInt8] = []
    var lengths: [Int] = []
    while indices.count < count {
      let run = min(Int.random(in: 1...length, using: &generator), count - indices.count)
      indices += repeatElement(indices.last == 0 ? 1 : 0, count: run)
      lengths.append(run)
    }
    let pixmap = Pixmap(width: count, height: 1, indices: indices, palette: [1, 0x8000_0001])
    for pixmap in [pixmap, Pixmap(width: count, height: 1, bytes: pixmap.bytes)] {
      var found: [Int] = []
      pixmap.forEachRun { found.append($1) }
      #expect(found == lengths)
    }
    var found: [Int] = []
    indices.map { UInt16($0) << 8 }.withUnsafeBufferPointer { indices in
      indices.forEachRun(of: { UInt32($0) }, { found.append($1) })
    }
    #expect(found == lengths)
  }

  @Test("A run may end at any position.", arguments: 1..<80)
  func runEnd(place: Int) {
    for count in place...(place + 70) {
      let indices = (0..<count).map { $0 < place ? UInt8(0) : 1 }
      let pixmap = Pixmap(width: count, height: 1, indices: indices, palette: [1, 0x8000_0001])
      for pixmap in [pixmap, Pixmap(width: count, height: 1, bytes: pixmap.bytes)] {
        var lengths: [Int] = []
        pixmap.forEachRun { lengths.append($1) }
        #expect(lengths == [place, count - place].filter { $0 > 0 })
      }
    }
  }
}

extension UInt32 {
  /// The four bytes of a packed colour: red, green, blue, alpha.
  fileprivate var bytes: [UInt8] { [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: self >> $0) } }
}

extension [UInt8] {
  /// The packed colours of four bytes each.
  fileprivate var packed: [UInt32] {
    stride(from: 0, to: count, by: 4).map { place in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(self[place + $1]) << UInt32(8 * $1) }
    }
  }
}
