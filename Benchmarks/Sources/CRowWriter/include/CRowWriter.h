#ifndef CROWWRITER_H
#define CROWWRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A picture of indices into a palette, with the filter of each row.
typedef struct crow_picture {
  uint32_t width;
  uint32_t height;
  /// `height` rows of `width` indices.
  const uint8_t *indices;
  /// Three bytes a colour: red, green, blue; at most 256 colours.
  const uint8_t *colours;
  size_t colour_count;
  /// One a row: 0 to 4, as PNG numbers them.
  const uint8_t *filters;
} crow_picture;

/// Writes the picture as a PNG through libpng's public row by row interface alone, each row with its filter, run-length
/// strategy, level 6, the memory level given, and without the check of every index.
///
/// Returns how many bytes the file has, as many of them as there is room for in `file`; 0 where libpng failed.
size_t crow_write(const crow_picture *picture, int memory_level, uint8_t *file, size_t capacity);

/// Reads which filter each row of a PNG of `height` rows of `row_bytes` bytes has; false where it is no such PNG.
bool crow_read_filters(const uint8_t *file, size_t count, size_t row_bytes, size_t height, uint8_t *filters);

const char *crow_libpng_version(void);
const char *crow_zlib_version(void);

#endif
