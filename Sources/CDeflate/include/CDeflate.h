#ifndef CDEFLATE_H
#define CDEFLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Filters the rows of pictures for PNG (third edition, 9.2) and compresses them as deflate streams (RFC 1951). Nothing
// here depends on a library, on the processor or on the width of its vectors: the same pixels give the same bytes.

/// The layout of rows in memory.
typedef enum cdeflate_layout {
  /// One byte per pixel, an index into a palette.
  CDEFLATE_INDICES,
  /// Four bytes per pixel, of which the fourth is left out.
  CDEFLATE_RGBX,
  /// Four bytes per pixel.
  CDEFLATE_RGBA,
} cdeflate_layout;

/// How much time is spent to make the stream short.
typedef enum cdeflate_effort {
  /// Of indices only runs are looked for, of colours the pixels that stand to the left, above or near before.
  CDEFLATE_FAST,
  /// Filters and repetitions are chosen by the number of bits that they take.
  CDEFLATE_FEWEST_BITS,
} cdeflate_effort;

/// The pixels of a picture.
typedef struct cdeflate_rows {
  cdeflate_layout layout;
  size_t width;
  /// Rows without padding, from top to bottom.
  const uint8_t *start;
} cdeflate_rows;

/// Deflates one part of a picture or one text after another, reusing its buffers. Calls must not overlap.
typedef struct cdeflate_deflater cdeflate_deflater;

/// Creates a deflater, or returns NULL if there is no memory.
cdeflate_deflater *cdeflate_create(void);
void cdeflate_destroy(cdeflate_deflater *deflater);

/// Filters and deflates `row_count` rows from the row `first` on as a raw stream. The streams of consecutive parts of a
/// picture form one stream, which the part with `is_last` ends. Returns false if there is no memory.
bool cdeflate_deflate_rows(cdeflate_deflater *deflater, const cdeflate_rows *rows, size_t first, size_t row_count,
                           bool is_last, cdeflate_effort effort);
/// Deflates bytes as a whole raw stream, in as few bits as it can. Returns false if there is no memory.
bool cdeflate_deflate_bytes(cdeflate_deflater *deflater, const uint8_t *bytes, size_t count);

/// The deflated bytes, valid until the next call with this deflater.
const uint8_t *cdeflate_bytes(const cdeflate_deflater *deflater, size_t *count);
/// The Adler-32 checksum (RFC 1950, 8.2) of the bytes that were deflated, the numbers of filters included.
uint32_t cdeflate_adler(const cdeflate_deflater *deflater);
/// The checksum of bytes with the checksum `adler` followed by `next_count` bytes with the checksum `next`.
uint32_t cdeflate_adler_combine(uint32_t adler, uint32_t next, size_t next_count);

enum { CDEFLATE_MAXIMUM_SYMBOL_COUNT = 288 };

/// Computes the lengths of an optimal prefix code of at most `limit` bits, at most 15, for symbols that occur `counts`
/// times; symbols that do not occur get length 0, and a single symbol length 1. There are at most 2^`limit` and at most
/// `CDEFLATE_MAXIMUM_SYMBOL_COUNT` symbols.
void cdeflate_huffman_lengths(const uint32_t *counts, size_t count, unsigned limit, uint8_t *lengths);

/// Computes the code words of these lengths (RFC 1951, 3.2.2), with the first bit lowest.
void cdeflate_huffman_codes(const uint8_t *lengths, size_t count, uint16_t *codes);

#endif
