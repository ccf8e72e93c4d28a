#ifndef CROWWRITER_H
#define CROWWRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A picture of indices into a palette, with the filter of each row.
typedef struct crow_picture {
  uint32_t width;
  uint32_t height;
  /// The indices, in `height` rows of `width`.
  const uint8_t *indices;
  /// The palette of at most 256 colours, three bytes per colour: red, green, blue.
  const uint8_t *colours;
  size_t colour_count;
  /// The filter of each row, 0 to 4 as PNG numbers them.
  const uint8_t *filters;
} crow_picture;

/// Writes the picture as a PNG through libpng's public interface row by row, each row with its filter, with the run-length
/// strategy, level 6 and the given memory level, and without checking the indices.
///
/// Returns the number of bytes of the file, of which at most `capacity` are stored in `file`, or 0 if libpng failed.
size_t crow_write(const crow_picture *picture, int memory_level, uint8_t *file, size_t capacity);

/// Reads the filter of each row of a PNG of `height` rows of `row_bytes` bytes. Returns false if the file is not such a PNG.
bool crow_read_filters(const uint8_t *file, size_t count, size_t row_bytes, size_t height, uint8_t *filters);

const char *crow_libpng_version(void);
const char *crow_zlib_version(void);

#endif
