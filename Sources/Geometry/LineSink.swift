/// What takes the straight lines that stand for a path, contour by contour.
///
/// ```
/// begin(at: a)   line(to: b, …)   line(to: c, …)   end(isClosed: true)     // a triangle, whose third line is understood
/// ```
public protocol LineSink: ~Copyable {
  /// A contour begins; at least one line follows.
  mutating func begin(at start: Point)

  /// The contour goes on straight.
  ///
  /// - Parameter isSmooth: Whether the line ends within a curve, where the direction changes only because lines stand
  ///   for it.
  mutating func line(to end: Point, isSmooth: Bool)

  /// The contour ends.
  ///
  /// - Parameter isClosed: Whether its last point is joined to its first, which is not repeated.
  mutating func end(isClosed: Bool)
}
