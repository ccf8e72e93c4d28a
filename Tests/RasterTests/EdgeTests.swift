import SeededNumbers
import Testing

@testable import Raster

@Suite struct EdgeTests {
  private func edge(reach: Int, using generator: inout SeededGenerator) -> Edge {
    func coordinate() -> Int { .random(in: -reach...reach, using: &generator) }
    let (one, other) = (coordinate(), coordinate())
    return Edge(
      x0: coordinate(), y0: min(one, other), x1: coordinate(), y1: max(one, other) + 3 * Edge.one, winding: 1)
  }

  @Test("An edge crosses a height at the nearest unit, a half to the right.", arguments: 0..<300)
  func nearest(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let edge = edge(reach: [5, 1000, 100_000, 1 << 24][seed % 4], using: &generator)
    for _ in 0..<20 {
      let y = Int.random(in: edge.y0...edge.y1, using: &generator)
      // 2h(x − x₀) lies within h of 2dw, and may be h to the right.
      let height = edge.y1 - edge.y0
      let width = edge.x1 - edge.x0
      let excess = 2 * (height * (edge.x(at: y) - edge.x0) - (y - edge.y0) * width)
      #expect(-height < excess && excess <= height)
    }
  }

  @Test("A position that moves down row by row has the same x as a division gives.", arguments: 0..<400)
  func walk(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let limit = Int(Edge.limit) * Edge.one
    let edge = edge(reach: [5, 10_000, 1_000_000, limit / 2][seed % 4], using: &generator)
    var y = Int.random(in: edge.y0..<(edge.y1 - Edge.one), using: &generator)
    var position = EdgePosition(edge, at: y)
    #expect(position.x == edge.x(at: y))
    for _ in 0..<100 where y + Edge.one <= edge.y1 {
      position.advance()
      y += Edge.one
      #expect(position.x == edge.x(at: y))
    }
  }

  @Test("A coordinate is rounded to the nearest 1/4096, a half down.", arguments: 0..<200)
  func rounding(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let whole = Int.random(in: -(1 << 39)...(1 << 39), using: &generator)
    let unit = Double(Edge.one)
    #expect(Edge.fixed(Double(whole) / unit) == whole)
    #expect(Edge.fixed((Double(whole) + 0.5) / unit) == whole)
    #expect(Edge.fixed((Double(whole) + 0.500244140625) / unit) == whole + 1)
    #expect(Edge.fixed((Double(whole) - 0.499755859375) / unit) == whole)
  }
}
