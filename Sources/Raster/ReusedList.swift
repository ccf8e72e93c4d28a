/// A list whose memory is reused for the next shape.
///
/// An array would check with each element whether its storage is shared, which takes as long as adding an edge.
struct ReusedList<Element: BitwiseCopyable>: ~Copyable {
  private var storage = UnsafeMutableBufferPointer<Element>.allocate(capacity: 1 << 10)
  private(set) var count = 0

  deinit { storage.deallocate() }

  /// The elements, valid until the list changes.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(rebasing: storage[..<count]) }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == storage.count { grow(to: count + 1) }
    storage.initializeElement(at: count, to: element)
    count &+= 1
  }

  /// Adds the elements that a closure writes.
  ///
  /// - Parameters:
  ///   - limit: The largest number of elements for which there is memory.
  ///   - write: Takes the memory, and returns how many elements it wrote.
  mutating func append(atMost limit: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) {
    if storage.count - count < limit { grow(to: count + limit) }
    count += write(storage.baseAddress! + count)
  }

  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow(to capacity: Int) {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(capacity, 2 * storage.count))
    _ = larger.moveInitialize(fromContentsOf: storage[..<count])
    storage.deallocate()
    storage = larger
  }
}
