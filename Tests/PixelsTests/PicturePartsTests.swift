import Synchronization
import Testing

@testable import Pixels

@Suite struct PicturePartsTests {
  @Test(
    "Parts are taken in their order, and no more are made at the same time than there are jobs.", arguments: [1, 2, 7])
  func order(jobs: Int) async {
    let running = Mutex((now: 0, most: 0))
    var begun: [Int] = []
    var taken: [Int] = []
    var farthest = 0
    await PictureParts.make(count: 50, jobs: jobs) { place in
      begun.append(place)
      farthest = max(farthest, place - taken.count)
      return {
        running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        // Later parts are finished sooner than earlier ones.
        let end = ContinuousClock.now + .microseconds(place.isMultiple(of: 5) ? 2_000 : 50)
        while ContinuousClock.now < end {}
        running.withLock { $0.now -= 1 }
        return place
      }
    } taking: {
      taken.append($0)
    }
    #expect(begun == Array(0..<50) && taken == Array(0..<50))
    #expect(running.withLock(\.most) <= jobs && farthest < 2 * jobs)
  }

  @Test("A picture without parts needs no work.")
  func empty() async {
    await PictureParts.make(count: 0, jobs: 3) { place in
      { place }
    } taking: { _ in
      Issue.record("There is no part.")
    }
  }
}
