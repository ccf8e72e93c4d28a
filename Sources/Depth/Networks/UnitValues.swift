import Activations
import PortableMath

/// A number for each unit of a layer.
///
/// Sums are taken in eight parts, each in the order of the units, which are then added in their order: the same bits on every
/// machine.
struct UnitValues {
  /// The numbers in groups of eight. The last group is filled up with zeros.
  private(set) var lanes: [Lanes]
  private let count: Int

  /// - Precondition: There is at least one number.
  init(_ numbers: [Float]) {
    count = numbers.count
    lanes = numbers.withUnsafeBufferPointer { numbers in
      var lanes: [Lanes] = []
      lanes.reserveCapacity((numbers.count + Lanes.scalarCount - 1) / Lanes.scalarCount)
      numbers.forEachBlock(ofLanes: 32) { block, _ in lanes.append(contentsOf: block) }
      return lanes
    }
  }

  private init(_ lanes: [Lanes], count: Int) {
    (self.lanes, self.count) = (lanes, count)
    clearRest()
  }

  /// Sets the lanes that belong to no unit to zero.
  private mutating func clearRest() {
    for lane in (count - (lanes.count - 1) * Lanes.scalarCount)..<Lanes.scalarCount { lanes[lanes.count - 1][lane] = 0 }
  }

  /// The function's values at the numbers.
  func values(of function: any RealFunction) -> UnitValues {
    var lanes = lanes
    lanes.withUnsafeMutableBufferPointer { function.replaceByValues($0) }
    return UnitValues(lanes, count: count)
  }

  /// The function's derivatives at the numbers.
  func derivatives(of function: any RealFunction) -> UnitValues {
    var lanes = lanes
    lanes.withUnsafeMutableBufferPointer { function.replaceByDerivatives($0) }
    return UnitValues(lanes, count: count)
  }

  static func * (left: UnitValues, right: UnitValues) -> UnitValues {
    UnitValues(zip(left.lanes, right.lanes).map { $0 * $1 }, count: left.count)
  }

  static func + (left: UnitValues, right: UnitValues) -> UnitValues {
    UnitValues(zip(left.lanes, right.lanes).map { $0 + $1 }, count: left.count)
  }

  static func * (factor: Double, values: UnitValues) -> UnitValues {
    UnitValues(values.lanes.map { Lanes(factor) * $0 }, count: values.count)
  }

  static func / (values: UnitValues, divisor: Double) -> UnitValues {
    UnitValues(values.lanes.map { $0 / Lanes(divisor) }, count: values.count)
  }

  /// The mean of the products with the numbers of the same units.
  func meanProduct(with other: UnitValues) -> Double { (self * other).mean }

  private var mean: Double {
    let sum = lanes.dropFirst().reduce(lanes[0], +)
    return sum.indices.reduce(0) { $0 + sum[$1] } / Double(count)
  }

  /// The greatest magnitude; NaN if a number is not finite.
  private var greatestMagnitude: Double {
    var greatest = Lanes(0)
    var allAreFinite = true
    for numbers in lanes {
      let sizes = Lanes.abs(numbers)
      greatest = Lanes.select(sizes .> greatest, sizes, greatest)
      allAreFinite = allAreFinite && all(sizes .<= Lanes(.greatestFiniteMagnitude))
    }
    return allAreFinite ? greatest.max() : .nan
  }

  /// The root of the mean square; NaN if a number is not finite.
  var rootMeanSquare: Double {
    let greatest = greatestMagnitude
    guard greatest > 0 else { return greatest }
    // Divided by a power of two, no square overflows, and none vanishes that matters.
    let scaled = self / greatest.binade
    return scaled.meanProduct(with: scaled).squareRoot() * greatest.binade
  }

  /// The standard deviation, with the number of units as its divisor; NaN if a number is not finite.
  var standardDeviation: Double {
    let greatest = greatestMagnitude
    guard greatest > 0 else { return greatest }
    let scaled = self / greatest.binade
    // The differences from the first number vanish if all are equal, whereas their mean may be rounded.
    let shifted = scaled.subtracting(scaled.lanes[0][0])
    return shifted.subtracting(shifted.mean).rootMeanSquare * greatest.binade
  }

  private func subtracting(_ number: Double) -> UnitValues {
    UnitValues(lanes.map { $0 - Lanes(number) }, count: count)
  }
}
