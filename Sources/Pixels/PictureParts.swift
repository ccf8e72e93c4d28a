/// Makes the parts of a huge picture at the same time, and takes them in their order.
package enum PictureParts {
  /// Makes parts in tasks of their own.
  ///
  /// Memory is bounded: no part is begun that lies more than `2 * jobs` parts after the one that is taken next.
  ///
  /// - Parameters:
  ///   - count: The number of parts.
  ///   - jobs: The number of parts that are made at the same time, at least one.
  ///   - begin: Returns the work for a part. It is called by the caller's own task, in the order of the parts.
  ///   - take: Takes the parts in their order, in the caller's own task.
  package static func make<Part: Sendable>(
    count: Int, jobs: Int, beginning begin: (_ place: Int) -> @Sendable () -> Part, taking take: (Part) -> Void
  ) async {
    precondition(jobs >= 1, "The parts of a picture need at least one job.")
    await withTaskGroup(of: (place: Int, part: Part).self) { group in
      var (begun, running, taken) = (0, 0, 0)
      // These parts were finished before one above them.
      var waiting: [Int: Part] = [:]
      while taken < count {
        while running < jobs, begun < min(count, taken + 2 * jobs) {
          let (place, work) = (begun, begin(begun))
          group.addTask { (place, work()) }
          begun += 1
          running += 1
        }
        guard let finished = await group.next() else { return }
        running -= 1
        waiting[finished.place] = finished.part
        while let part = waiting.removeValue(forKey: taken) {
          take(part)
          taken += 1
        }
      }
    }
  }
}
