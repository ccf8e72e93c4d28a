/// Edges one behind another, in memory that is kept for the next ones.
///
/// An array would ask with each edge whether anybody else has it, which takes as long as the edge itself.
struct EdgeList: ~Copyable {
  private var storage = UnsafeMutableBufferPointer<Edge>.allocate(capacity: 1 << 10)
  private(set) var count = 0

  deinit { storage.deallocate() }

  /// Valid until the list changes.
  var edges: UnsafeBufferPointer<Edge> { UnsafeBufferPointer(rebasing: storage[..<count]) }

  @inline(__always)
  mutating func append(_ edge: Edge) {
    if count == storage.count { grow() }
    storage.initializeElement(at: count, to: edge)
    count &+= 1
  }

  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Edge>.allocate(capacity: 2 * storage.count)
    _ = larger.moveInitialize(fromContentsOf: storage)
    storage.deallocate()
    storage = larger
  }
}
