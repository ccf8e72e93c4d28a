extension UnsafeBufferPointer<Float> {
  /// As many times eight numbers as there are.
  @inlinable @inline(__always)
  package var lanesCount: Int { count / Lanes.scalarCount }

  /// Eight numbers in double precision: the first eight at 0, the next at 1.
  @inlinable @inline(__always)
  package func lanes(at index: Int) -> Lanes {
    let offset = index * MemoryLayout<SIMD8<Float>>.size
    return Lanes(UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self))
  }

  /// Gives the numbers to `body` in double precision, in blocks of at most so many lanes, each with the places its numbers
  /// have here. The last lanes are filled up with zeros, which have no place.
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
  /// Writes eight numbers, rounded to single precision: the first eight at 0, the next at 1.
  @inlinable @inline(__always)
  package func store(_ lanes: Lanes, at index: Int) {
    let offset = index * MemoryLayout<SIMD8<Float>>.size
    UnsafeMutableRawBufferPointer(self).storeBytes(of: SIMD8<Float>(lanes), toByteOffset: offset, as: SIMD8<Float>.self)
  }

  /// Writes as many numbers of a block as there are places, the first of which is a multiple of eight.
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
