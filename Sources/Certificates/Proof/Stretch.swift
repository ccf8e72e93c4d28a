/// A part of the line, ends excluded, and what is proved of a function over it.
struct Stretch {
  /// The left end, which may be −∞.
  var lower: Double
  /// The right end, which may be ∞.
  var upper: Double
  /// The course of the function; nil if it is not known. A course is only known where the function is defined and
  /// continuous.
  var trend: Trend?
  /// Whether the function is strictly monotonic.
  var isStrict = false
  /// Whether a minimum or maximum, and nothing else, lies within: the derivative is monotonic here.
  var isTurn = false
  /// What is known of the values.
  var value: Enclosure
  /// What is known of the derivative.
  var slope: Enclosure
  /// Whether the derivative is monotonic.
  var hasMonotoneSlope = false

  /// Whether the function is defined and continuous over the stretch.
  var isRegular: Bool { value.isDefined && value.isContinuous }

  var interior: RealInterval { RealInterval(above: lower, below: upper) }
}
