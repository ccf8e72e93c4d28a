import CRowWriter
import PNG
import Pixels

/// A picture that libpng alone writes, through its public interface.
struct RowByRow {
  private let width: Int
  private let height: Int
  private let indices: [UInt8]
  private let colours: [UInt8]
  private let filters: [UInt8]
  /// The memory level with which zlib makes the shortest files of such rows.
  private let memoryLevel: Int32 = 6

  /// Prepares a picture for writing.
  ///
  /// - Parameter file: A file of the same picture, from which the filter of each row is taken.
  /// - Throws: If the picture has more than 256 colours, or libpng does not write the same pixels.
  init(of pixmap: Pixmap, filteredAsIn file: [UInt8]) throws {
    guard case .indexed(let indices, let palette) = pixmap.storage else { throw Failure.noPalette }
    (width, height) = (pixmap.width, pixmap.height)
    self.indices = indices
    colours = palette.flatMap { colour in [0, 8, 16].map { UInt8(truncatingIfNeeded: colour >> $0) } }
    var filters = [UInt8](repeating: 0, count: pixmap.height)
    guard crow_read_filters(file, file.count, pixmap.width, pixmap.height, &filters) else { throw Failure.noFilters }
    self.filters = filters
    guard try PNGImage(decoding: write()) == PNGImage(decoding: file) else { throw Failure.otherPixels }
  }

  /// Writes the picture and returns the file, which is empty if libpng fails.
  func write() -> [UInt8] {
    var picture = crow_picture()
    (picture.width, picture.height) = (UInt32(width), UInt32(height))
    picture.colour_count = colours.count / 3
    return indices.withUnsafeBufferPointer { indices in
      colours.withUnsafeBufferPointer { colours in
        filters.withUnsafeBufferPointer { filters in
          picture.indices = indices.baseAddress
          picture.colours = colours.baseAddress
          picture.filters = filters.baseAddress
          return [UInt8](unsafeUninitializedCapacity: width * height) { file, count in
            count = min(crow_write(&picture, memoryLevel, file.baseAddress, file.count), file.count)
          }
        }
      }
    }
  }

  private enum Failure: Error { case noPalette, noFilters, otherPixels }
}
