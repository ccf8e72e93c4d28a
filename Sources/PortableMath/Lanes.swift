import CLanes

// The standard library's arithmetic on vectors of floating-point numbers is a loop over the lanes, which the optimizer
// does not always vectorize again. These operators have the same results and are one instruction per register. They
// must be inlinable, because the optimizer does not by itself inline calls of C across modules.
extension SIMD8<Double> {
  /// The result of a comparison: a truth value for each of the eight numbers.
  public typealias Mask = SIMDMask<SIMD8<Int64>>

  @inlinable
  public static func + (left: Self, right: Self) -> Self { clanes_add(left, right) }

  @inlinable
  public static func - (left: Self, right: Self) -> Self { clanes_subtract(left, right) }

  @inlinable
  public static func * (left: Self, right: Self) -> Self { clanes_multiply(left, right) }

  @inlinable
  public static func / (left: Self, right: Self) -> Self { clanes_divide(left, right) }

  /// The negated operand. The standard library subtracts it from zero, which is +0 for +0.
  @inlinable
  public static prefix func - (operand: Self) -> Self {
    unsafeBitCast(
      clanes_exclusive_or(unsafeBitCast(operand, to: SIMD8<UInt64>.self), SIMD8<UInt64>(repeating: 1 << 63)),
      to: Self.self)
  }

  @inlinable
  public static func .< (left: Self, right: Self) -> Mask { unsafeBitCast(clanes_less(left, right), to: Mask.self) }

  @inlinable
  public static func .<= (left: Self, right: Self) -> Mask {
    unsafeBitCast(clanes_less_or_equal(left, right), to: Mask.self)
  }

  @inlinable
  public static func .> (left: Self, right: Self) -> Mask { unsafeBitCast(clanes_greater(left, right), to: Mask.self) }

  @inlinable
  public static func .>= (left: Self, right: Self) -> Mask {
    unsafeBitCast(clanes_greater_or_equal(left, right), to: Mask.self)
  }

  @inlinable
  public static func .== (left: Self, right: Self) -> Mask { unsafeBitCast(clanes_equal(left, right), to: Mask.self) }

  @inlinable
  public static func select(_ mask: Mask, _ first: Self, _ second: Self) -> Self {
    clanes_select(unsafeBitCast(mask, to: SIMD8<Int64>.self), first, second)
  }

  @inlinable
  public static func abs(_ x: Self) -> Self {
    unsafeBitCast(
      clanes_and(unsafeBitCast(x, to: SIMD8<UInt64>.self), SIMD8<UInt64>(repeating: .max >> 1)), to: Self.self)
  }
}

extension UnsafeBufferPointer<Float> {
  /// The number of complete groups of eight numbers.
  @inlinable @inline(__always)
  package var lanesCount: Int { count / Lanes.scalarCount }

  /// The group of eight numbers with an index, converted to double precision.
  @inlinable @inline(__always)
  package func lanes(at index: Int) -> Lanes {
    let offset = index * MemoryLayout<SIMD8<Float>>.size
    return Lanes(UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self))
  }

  /// Passes the numbers to `body` in double precision, in blocks of at most `width` lanes, each with the indices of its
  /// numbers. The last lanes are filled up with zeros, which have no index.
  @inlinable @inline(__always)
  package func forEachBlock(
    ofLanes width: Int, _ body: (_ block: UnsafeMutableBufferPointer<Lanes>, _ places: Range<Int>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: width) { memory in
      for first in stride(from: 0, to: lanesCount, by: width) {
        let block = UnsafeMutableBufferPointer(rebasing: memory[..<Swift.min(width, lanesCount - first)])
        for index in block.indices { block[index] = lanes(at: first + index) }
        body(block, first * Lanes.scalarCount..<(first + block.count) * Lanes.scalarCount)
      }
      let rest = lanesCount * Lanes.scalarCount..<count
      guard !rest.isEmpty else { return }
      memory[0] = Lanes(0)
      for place in rest { memory[0][place - rest.lowerBound] = Double(self[place]) }
      body(UnsafeMutableBufferPointer(rebasing: memory[..<1]), rest)
    }
  }
}

extension UnsafeMutableBufferPointer<Float> {
  /// Writes the group of eight numbers with an index, rounded to single precision.
  @inlinable @inline(__always)
  package func store(_ lanes: Lanes, at index: Int) {
    let offset = index * MemoryLayout<SIMD8<Float>>.size
    UnsafeMutableRawBufferPointer(self).storeBytes(of: SIMD8<Float>(lanes), toByteOffset: offset, as: SIMD8<Float>.self)
  }

  /// Writes the numbers of a block to a range of indices, the first of which is a multiple of eight.
  @inlinable @inline(__always)
  package func store(_ block: UnsafeMutableBufferPointer<Lanes>, in places: Range<Int>) {
    let first = places.lowerBound / Lanes.scalarCount
    let whole = places.count / Lanes.scalarCount
    for index in 0..<whole { store(block[index], at: first + index) }
    for place in (first + whole) * Lanes.scalarCount..<places.upperBound {
      initializeElement(at: place, to: Float(block[whole][place % Lanes.scalarCount]))
    }
  }
}

extension [Double] {
  /// The numbers in groups of eight. The last group is filled up with the last number.
  package var inLanes: [Lanes] {
    guard let last else { return [] }
    var lanes = [Lanes](repeating: Lanes(last), count: (count + Lanes.scalarCount - 1) / Lanes.scalarCount)
    lanes.withUnsafeMutableBytes { memory in withUnsafeBytes { memory.copyMemory(from: $0) } }
    return lanes
  }

  /// The first numbers of groups of eight.
  ///
  /// - Precondition: There are as many numbers as `count`.
  package init(_ lanes: [Lanes], count: Int) {
    precondition(count <= lanes.count * Lanes.scalarCount, "The groups hold as many numbers.")
    self.init(unsafeUninitializedCapacity: count) { numbers, initializedCount in
      initializedCount = count
      lanes.withUnsafeBytes { memory in
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: memory[..<(count * MemoryLayout<Double>.stride)]))
      }
    }
  }
}
