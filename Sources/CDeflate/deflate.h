#ifndef CDEFLATE_DEFLATE_H
#define CDEFLATE_DEFLATE_H

#include "CDeflate.h"
#include "blocks.h"
#include "parse.h"

struct cdeflate_deflater {
  block_tables tables;
  block_writer writer;
  /// Filtered rows, each preceded by the number of its filter.
  buffer filtered;
  /// Two rows of RGB, if the picture has a fourth byte that is left out; zeros before the first row.
  buffer rgb;
  /// Where filtered bytes change.
  buffer marks;
  buffer tokens;
  /// What the rows of each stream take, and the streams from which the rows come.
  buffer costs;
  buffer ways;
  parser parser;
  /// The best result so far, and the latest other one.
  parsed parsed[2];
  uint32_t adler;
};

/// The rows of a part, one after another.
typedef struct row_reader {
  const cdeflate_rows *rows;
  size_t next;
  /// The number of bytes of a row in memory, and in the file without the number of its filter.
  size_t given;
  size_t count;
  /// The row above the next one; zeros above the first.
  const uint8_t *above;
  uint8_t *rgb;
} row_reader;

/// Returns false if there is no memory.
bool cdeflate_row_reader_begin(row_reader *reader, cdeflate_deflater *deflater, const cdeflate_rows *rows,
                               size_t first);

/// Returns the next row, whose row above is `above` until the call after this one.
const uint8_t *cdeflate_row_reader_next(row_reader *reader, const uint8_t **above);

// Each deflates the next rows of a part, or bytes, and returns false if there is no memory.

/// Of indices.
bool cdeflate_take_runs(cdeflate_deflater *deflater, row_reader *reader, size_t row_count, bool is_last);
/// Of pixels of four bytes.
bool cdeflate_take_pixels(cdeflate_deflater *deflater, row_reader *reader, size_t row_count, bool is_last);
bool cdeflate_take_fewest_bits(cdeflate_deflater *deflater, row_reader *reader, size_t row_count, bool is_last);
bool cdeflate_take_bytes(cdeflate_deflater *deflater, const uint8_t *bytes, size_t count);

#endif
