extension Array where Element: Sendable {
  /// What is made of each element, in order, in portions over so many tasks at one time.
  func concurrentMap<Result: Sendable>(
    jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    precondition(jobs >= 1, "There is at least one job at a time.")
    let share = count / jobs + (count.isMultiple(of: jobs) ? 0 : 1)
    if share == 0 { return [] }
    return await withTaskGroup(of: (start: Int, results: [Result]).self) { group in
      for start in stride(from: 0, to: count, by: share) {
        let portion = self[start..<Swift.min(start + share, count)]
        group.addTask { (start, portion.map(transform)) }
      }
      var portions: [(start: Int, results: [Result])] = []
      for await portion in group { portions.append(portion) }
      return portions.sorted { $0.start < $1.start }.flatMap(\.results)
    }
  }
}
