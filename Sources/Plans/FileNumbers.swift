/// The numbers of figures by the names of their files, in flat memory: at most 22 bytes a figure, 17 for a million.
///
/// A hash table with open addressing and linear probing. It holds no names but 32 bits of their hash values; names whose bits
/// are equal are made anew and compared, so that the answers are exact.
package struct FileNumbers: Sendable {
  /// One more than the number in each place; 0 for an empty place. There are twice to three times as many as figures.
  private var places: [UInt32]
  /// The upper bits of the hash value of the name in each place.
  private var bits: [UInt32]
  private let mask: Int

  /// Makes a table for up to `count` names.
  package init(capacity count: Int) {
    var size = 16
    while size < count + count / 2 { size *= 2 }
    mask = size - 1
    places = [UInt32](repeating: 0, count: size)
    bits = [UInt32](repeating: 0, count: size)
  }

  /// Adds a figure, unless an earlier one has the same file for a file system that ignores case.
  ///
  /// - Parameter name: Makes the name of the file of an earlier figure.
  /// - Returns: The number of the earlier figure; nil if there is none.
  package mutating func add(_ number: Int, named fileName: String, naming name: (Int) -> String) -> Int? {
    switch place(of: fileName, naming: name) {
    case .found(let other): return other
    case .free(let place, let upperBits):
      (places[place], bits[place]) = (UInt32(number + 1), upperBits)
      return nil
    }
  }

  /// The number of the figure with a file of this name, or of one that a file system may take for it; nil if there is none.
  package func number(named fileName: String, naming name: (Int) -> String) -> Int? {
    if case .found(let number) = place(of: fileName, naming: name) { number } else { nil }
  }

  private enum Place {
    case found(Int)
    case free(Int, UInt32)
  }

  private func place(of fileName: String, naming name: (Int) -> String) -> Place {
    let key = FileName.folded(fileName)
    // Equal strings, and those that are canonically equivalent, have equal hash values within a process.
    let hash = UInt(bitPattern: key.hashValue)
    let upperBits = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if bits[place] == upperBits, FileName.folded(name(number)) == key { return .found(number) }
      place = (place + 1) & mask
    }
    return .free(place, upperBits)
  }
}
