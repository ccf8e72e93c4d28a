extension Double: BinaryReal {
  @inline(__always)
  init(encoding: UInt64) { self.init(bitPattern: encoding) }

  @inline(__always)
  var encoding: UInt64 { bitPattern }

  @inline(__always)
  var root: Double { squareRoot() }

  @inline(__always)
  static func any(_ mask: Bool) -> Bool { mask }

  @inline(__always)
  static func angle(
    _ x: Double, reducedBy reduce: (Double) -> QuadrantAngle<Double>
  ) -> QuadrantAngle<Double> { reduce(x) }
}
