import JSON

/// How far a configuration may go: every bound of a key stands here, with its reason.
///
/// The limits keep a run inside the memory of an ordinary machine and keep input from reaching the places where
/// arithmetic stops making sense; they do not judge taste.
package enum Limits {
  // MARK: - The file

  /// Bytes of a configuration.
  package static let configurationBytes = JSONReader.maximumLength
  /// Keys of a path in an assignment: no value lies deeper.
  static let depth = JSONReader.maximumDepth
  /// Figures of one run: each is a file in one directory.
  static let figures = 10_000
  /// Shares of one run: no more than it has figures.
  package static let shards = figures
  /// Bytes of a PNG that is read: more than the largest figure makes when nothing of it can be compressed.
  package static let pictureBytes = 1 << 29

  // MARK: - Numbers of a figure

  /// Every seed that fits a signed 64-bit integer, as JSON readers and schemas hold whole numbers, and all of which
  /// `torch.manual_seed` takes. It is read digit by digit, so that none is rounded on the way through a double. Negative
  /// seeds are left out: the generator keeps the low 32 bits alone, so each only repeats one of these.
  static let seed = 0...Int.max
  /// A minute or two for each figure at the upper end, and no more memory than at any other.
  static let samples = 1...1_000_000_000
  /// Samples that are held, to be drawn once: 4 MB of single precision. More are drawn anew whenever they are read.
  package static let heldSamples = 1_000_000
  /// Figures that share the reading of a stream: each holds its bins, at most 120 kB, until it is drawn.
  package static let figuresOfStream = 64
  /// Figures that are described before the first of them is printed: each holds what stands in it, some hundred kilobytes.
  package static let figuresInDescription = 16
  /// Seconds that a run may take without a word of warning before it begins.
  static let unwarnedSeconds = 600.0
  /// Seconds that a recipe from elsewhere may take: a hundred times as many as the largest figure of few samples.
  package static let recipeSeconds = 60.0
  /// Bytes of memory that a recipe from elsewhere may take: room for a figure of as many pixels as there may be.
  package static let recipeBytes = 1 << 30
  /// Files that are written at one time, each with the bytes of a figure and a thread: enough to keep a slow disk busy.
  package static let figuresInWriting = 16
  /// More bars than the widest figure has pixels across a panel show nothing new.
  static let bins = 1...10_000
  /// Ends of the response panel. Wherever an activation function is neither flat nor straight lies far within.
  static let rangeEnd = -1e9...1e9
  /// Distance of two points of the response curve, far from underflow on one side and as wide as the range on the other.
  static let step = 1e-12...1e9
  /// Points of the response curve: two make a line, and a million are thirty to each pixel of the widest figure.
  static let gridPoints = 2...1_000_000
  /// The step against the larger end of the range, at least: 2⁻⁴⁰ leaves 12 of 52 bits between neighbouring points, so
  /// that they increase however their places are rounded.
  static let gridResolution = 0x1p-40

  /// Named numbers of a formula, which may hold a thousand names in all.
  static let expressionParameters = 100

  // MARK: - Paper

  /// Inches, either way.
  static let inches = 0.1...1_000.0
  /// Pixels an inch: from a thumbnail to a photographic setter.
  static let dpi = 1.0...10_000.0
  /// Pixels along either side: beyond it many viewers, which count in signed 16-bit numbers, show nothing.
  static let pixelsOfSide = 1.0...32_767.0
  /// Pixels of a figure in all: 2²⁶ of four bytes are 256 MB for each figure in work.
  static let pixels = 67_108_864.0

  // MARK: - Style

  /// Points of words: from what the finest print can show up to letters as high as the widest paper of a journal.
  static let wordSize = 1.0...1_000.0
  /// Points across a line; at 0 it is not drawn.
  static let lineWidth = 0.0...100.0
  /// Points between two things.
  static let distance = 0.0...1_000.0
  /// Font sizes between two things of a legend.
  static let em = 0.0...100.0
  /// Line widths of a dash or of the gap after it.
  static let dash = 0.0...1_000.0
  /// How many pixels of a variant stand for one, along either side.
  static let scale = 0.1...100.0
  /// Values of each list of variants: all styles there are, and more scales than any page asks for.
  static let variantValues = 1...8
  /// Functions of a comparison: more cannot be told apart by six colours and a few dashes, nor by anybody.
  static let comparedFunctions = 40

  // MARK: - Words

  /// Bytes of a file name, as Linux and the common file systems allow.
  static let fileNameBytes = 255
  /// Bytes of a path: Linux's PATH_MAX, which counts a closing zero, less a slash and a file name.
  static let directoryBytes = 4_095 - 1 - fileNameBytes
  /// Bytes of a title: several full lines across the widest figure.
  static let titleBytes = 1_000
  /// Fonts that are asked in turn, each of which is loaded in two faces.
  static let fonts = 16
  /// Bytes of an address, as browsers and servers take them.
  static let addressBytes = 2_000
}
