/// A picture on its way into a file: its rows, and how they are compressed.
struct EncodingJob: Sendable {
  let image: PNGImage
  let rows: PictureRows
  let settings: CompressionSettings

  /// - Throws: ``PNGError/tooLarge(width:height:)`` or ``PNGError/tooManyTexts(count:)``.
  init(_ image: PNGImage, compression: Compression) throws(PNGError) {
    try PNGImage.checkSize(width: image.width, height: image.height)
    guard image.text.count <= PNGImage.maximumTextCount else { throw .tooManyTexts(count: image.text.count) }
    self.image = image
    rows = PictureRows(of: image, compression: compression)
    settings = rows.layout == .palette ? .palette(compression, width: image.width) : .trueColour(compression)
  }

  /// The parts of the rows, deflated by so many tasks, each of which takes the next part as it is done with one.
  func deflated(_ parts: [Range<Int>], jobs: Int) async throws(PNGError) -> [DeflatedRows] {
    let results = await withTaskGroup(of: (Int, Result<DeflatedRows, PNGError>).self) { [rows, settings] group in
      var results = [Result<DeflatedRows, PNGError>?](repeating: nil, count: parts.count)
      var next = 0
      func begin() {
        guard next < parts.count else { return }
        let place = next
        next += 1
        group.addTask {
          var deflater = RowDeflater()
          do throws(PNGError) {
            return (place, .success(try deflater.deflate(parts[place], of: rows, settings: settings)))
          } catch {
            return (place, .failure(error))
          }
        }
      }
      for _ in 0..<jobs { begin() }
      for await (place, result) in group {
        results[place] = result
        begin()
      }
      return results
    }
    var deflated: [DeflatedRows] = []
    for result in results { deflated.append(try result!.get()) }
    return deflated
  }
}
