/// What belongs to each of some keys: made once and then only read, and found by halving.
struct SortedTable<Key: Comparable, Value> {
  private(set) var keys: [Key] = []
  private(set) var values: [Value] = []

  var count: Int { keys.count }

  /// - Precondition: The key is greater than all before it.
  mutating func append(_ key: Key, _ value: Value) {
    precondition(keys.last.map { $0 < key } ?? true, "The keys of a sorted table ascend")
    keys.append(key)
    values.append(value)
  }

  /// `nil` for a key that is not there.
  subscript(key: Key) -> Value? {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? values[low] : nil
  }
}

extension SortedTable: Sendable where Key: Sendable, Value: Sendable {}

extension SortedTable: Equatable where Value: Equatable {}
