import Depth
import JSON

/// The bounds of all values in a configuration, each with its reason.
///
/// The limits keep a run within the memory of an ordinary machine, and keep input away from values for which the arithmetic
/// is no longer meaningful. They are not a judgement of taste.
package enum Limits {
  // MARK: - The file

  /// The greatest number of bytes in a configuration.
  package static let configurationBytes = JSONReader.maximumLength
  /// The greatest number of keys in the path of an assignment: no value lies deeper.
  package static let depth = JSONReader.maximumDepth
  /// The greatest number of figures in a run. Each is a file in the same directory.
  package static let figures = 1_000_000
  /// The number of figures of an entry after which no further one is examined once a fault was found.
  package static let examinedFigures = 10_000
  /// The number of figures that are prepared at the same time, each with some kilobytes.
  package static let preparedFigures = 1_024
  /// The greatest number of shares of a run. Each leaves a manifest in the same directory.
  package static let shards = 10_000
  /// The greatest number of bytes in a PNG file that is read, more than the largest figure has when it cannot be compressed.
  package static let pictureBytes = 1 << 29

  // MARK: - Numbers of a figure

  /// The seeds that fit a signed 64-bit integer, in which JSON readers and schemas hold whole numbers; `torch.manual_seed`
  /// accepts all of them. A seed is read digit by digit, so that none is rounded to a double. Negative seeds are left out,
  /// because the generator uses only the low 32 bits, so that each of them only repeats one of these.
  package static let seed = 0...Int.max
  /// The numbers of samples. The greatest takes a minute or two for each figure, and no more memory than any other.
  package static let samples = 1...1_000_000_000
  /// The greatest number of samples that are stored: 4 MB in single precision. More samples are generated anew whenever they
  /// are read.
  package static let heldSamples = 1_000_000
  /// The greatest number of figures that share one pass over a stream. Each keeps its bins, at most 120 kB, until it is drawn.
  package static let figuresOfStream = 64
  /// The greatest number of figures whose descriptions wait to be printed. Each takes some hundred kilobytes.
  package static let figuresInDescription = 16
  /// The estimated duration in seconds beyond which a run begins with a warning.
  package static let unwarnedSeconds = 600.0
  /// The estimated duration in seconds up to which an unknown recipe is drawn: a hundred times that of the largest figure of
  /// few samples.
  package static let recipeSeconds = 60.0
  /// The memory in bytes up to which an unknown recipe is drawn, enough for the greatest number of pixels.
  package static let recipeBytes = 1 << 30
  /// The greatest number of files that are written at the same time, each with the bytes of a figure and a thread: enough to
  /// keep a slow disk busy.
  package static let figuresInWriting = 16
  /// The numbers of bins. More bars than a panel of the widest figure has pixels would show nothing new.
  package static let bins = 1...10_000
  /// The ends of the response panel. All places where an activation function is neither flat nor straight lie far within.
  package static let rangeEnd = -1e9...1e9
  /// The distances of two points of the response curve, from far above underflow to the width of the range.
  package static let step = 1e-12...1e9
  /// The numbers of points of the response curve: two make a line, a million are thirty for each pixel of the widest figure.
  package static let gridPoints = 2...1_000_000
  /// The least ratio of the step to the larger end of the range: 2⁻⁴⁰ leaves 12 of 52 bits between neighbouring points, so
  /// that the points increase however they are rounded.
  package static let gridResolution = 0x1p-40

  /// The greatest number of parameters of a formula, which may contain a thousand names in all.
  package static let expressionParameters = 100

  /// The greatest number of points of a table in a recipe, some hundred kilobytes; of a larger one it holds a checksum.
  package static let recordedPoints = 4_096

  // MARK: - Size

  /// The widths and heights of a figure in inches.
  package static let inches = 0.1...1_000.0
  /// The resolutions in pixels per inch, from a thumbnail to a photographic typesetter.
  package static let dpi = 1.0...10_000.0
  /// The numbers of pixels along either side. Many viewers count in signed 16-bit numbers and show nothing beyond them.
  package static let pixelsOfSide = 1.0...32_767.0
  /// The greatest number of pixels in a figure: 2²⁶ pixels of four bytes are 256 MB for each figure that is being rendered.
  package static let pixels = 67_108_864.0

  // MARK: - Axes

  /// The ends of an axis. The differences of such ends are far from the largest double.
  package static let axisLimit = -1e300...1e300
  /// The ends of an axis of numbers of samples in a bin.
  package static let countLimit = 0...1e300
  /// The ends of a logarithmic axis of standard deviations.
  package static let deviationLimit = 1e-300...1e300

  // MARK: - Depth

  /// The numbers of layers of a deep random network. The greatest is that of the deepest networks that were trained.
  package static let layers = 1...1_000
  /// The numbers of layers whose outputs are shown together. More curves than colours cannot be told apart.
  package static let shownLayers = 1...8
  /// The standard deviations of a weight, times the square root of the number of inputs.
  package static let weightDeviation = 1e-3...1e3
  /// The standard deviations of a bias.
  package static let biasDeviation = 0...1e3
  /// The numbers of units in each layer of a sampled network.
  package static let networkWidths = NetworkSampling.widthRange
  /// The numbers of sampled networks of each function.
  package static let networkCounts = NetworkSampling.countRange

  // MARK: - Style

  /// The font sizes in points, from the finest print to letters as high as the widest paper of a journal.
  package static let fontSize = 1.0...1_000.0
  /// The widths of lines in points; a line of width 0 is not drawn.
  package static let lineWidth = 0.0...100.0
  /// The distances in points between two elements of a figure.
  package static let distance = 0.0...1_000.0
  /// The distances within a legend, in font sizes.
  package static let em = 0.0...100.0
  /// The lengths of a dash and of the gap after it, in line widths.
  package static let dash = 0.0...1_000.0
  /// The scales of variants: factors of the resolution.
  package static let scale = 0.1...100.0
  /// The numbers of values in each list of variants: more than there are styles, and more scales than any page needs.
  package static let variantValues = 1...8
  /// The greatest number of functions in a comparison or a family. More cannot be told apart by ten colours and four
  /// patterns of dashes, nor by the tints of a scale.
  package static let comparedFunctions = 40

  // MARK: - Text

  /// The greatest number of bytes in a file name that Linux and the common file systems allow.
  package static let fileNameBytes = 255
  /// The greatest number of bytes in the path of a directory: Linux's PATH_MAX without its final zero, less a slash and a file
  /// name.
  package static let directoryBytes = 4_095 - 1 - fileNameBytes
  /// The greatest number of bytes in a title: several full lines across the widest figure.
  package static let titleBytes = 1_000
  /// The greatest number of font families. Each is loaded in two faces.
  package static let fonts = 16
  /// The greatest number of bytes in an address that browsers and servers accept.
  package static let addressBytes = 2_000
}
