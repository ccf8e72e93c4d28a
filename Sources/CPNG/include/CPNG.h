#ifndef CPNG_H
#define CPNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libpng reports an error by longjmp, which must never unwind a Swift frame. So each function here enters libpng and
// leaves it again: setjmp, every call that may jump, and every frame a jump may discard lie within one C call, and what
// comes out is plain data: true, or false with libpng's own words.

enum { CPNG_MESSAGE_CAPACITY = 256 };

/// How the rows of a `cpng_picture` lie in memory, and thereby the colour type of the file.
typedef enum cpng_layout {
  /// One byte a pixel, an index into the palette.
  CPNG_PALETTE,
  /// Four bytes a pixel, of which the fourth is left out of the file.
  CPNG_RGBX,
  /// Four bytes a pixel: red, green, blue, alpha, not premultiplied.
  CPNG_RGBA,
} cpng_layout;

typedef enum cpng_filter {
  CPNG_FILTER_NONE,
  /// Each byte as its difference from the byte above.
  CPNG_FILTER_UP,
  /// None or Up, whichever leaves a row the fewest runs of one byte; for palettes.
  CPNG_FILTER_FEWEST_RUNS,
  /// None, Up or Paeth, whichever leaves a row the fewest runs of one byte; for palettes.
  CPNG_FILTER_FEWEST_RUNS_OF_THREE,
} cpng_filter;

/// Which repetitions zlib looks for.
typedef enum cpng_matches {
  CPNG_MATCHES_ALL,
  /// Six bytes and more (Z_FILTERED).
  CPNG_MATCHES_LONG,
  /// Runs of one byte (Z_RLE).
  CPNG_MATCHES_RUNS,
} cpng_matches;

/// A way to filter and deflate rows.
typedef struct cpng_way {
  cpng_filter filter;
  cpng_matches matches;
} cpng_way;

enum { CPNG_MOST_WAYS = 2 };

/// How rows are filtered and deflated.
typedef struct cpng_compression {
  /// Where there are several, each band of some rows is deflated in the one that makes it shortest.
  cpng_way ways[CPNG_MOST_WAYS];
  size_t way_count;
  /// zlib's level, 0 to 9; nothing depends on it where only runs are looked for.
  int level;
  /// zlib's memory level, 1 to 9.
  int memory_level;
  /// The binary logarithm of the farthest that zlib looks back, 9 to 15.
  int window_bits;
  /// Whether zlib looks everywhere for a match longer than one that is good already.
  bool is_thorough;
} cpng_compression;

/// The pixels of a picture.
typedef struct cpng_rows {
  cpng_layout layout;
  size_t width;
  /// Rows without padding, from top to bottom.
  const uint8_t *start;
} cpng_rows;

/// Filters and deflates rows, one part of a picture after another, with the same buffers and the same stream; one call at
/// a time. It calls zlib alone, which does not jump.
typedef struct cpng_deflater cpng_deflater;

/// NULL where there is no memory.
cpng_deflater *cpng_deflater_create(void);
void cpng_deflater_destroy(cpng_deflater *deflater);

/// Deflates so many rows from the first on, as a raw stream (RFC 1951) of its own: the parts of a picture one after the
/// other are a stream too, which `is_last` ends. False where there is no memory.
bool cpng_deflater_deflate(cpng_deflater *deflater, const cpng_rows *rows, size_t first, size_t row_count, bool is_last,
                           cpng_compression compression);
/// What was deflated, until the next is or the deflater is destroyed.
const uint8_t *cpng_deflater_bytes(const cpng_deflater *deflater, size_t *count);
/// The checksum (RFC 1950, 8.2) of the rows with their filters' numbers.
uint32_t cpng_deflater_adler(const cpng_deflater *deflater);
/// The checksum of some bytes and the `next_count` bytes that follow them.
uint32_t cpng_adler_combine(uint32_t adler, uint32_t next, size_t next_count);

/// Finds which elements of `size` bytes, 1 or 4, differ from the one before, among those from `first`, at least 1, up to but
/// not including `end`. Of each 64 in sequence among which there is such a one it tells the place of the first, and marks
/// those that differ, the first of them in the lowest bit.
///
/// `places` and `marks` have room for as many as there are sixty-fours, begun ones too; returns how many were told.
size_t cpng_find_changes(const void *start, size_t size, size_t first, size_t end, size_t *places, uint64_t *marks);

/// A picture as it goes into the file.
typedef struct cpng_picture {
  uint32_t width;
  uint32_t height;
  cpng_layout layout;
  /// The palette, three bytes a colour: red, green, blue.
  const uint8_t *colours;
  size_t colour_count;
  /// The alpha of the palette's first `alpha_count` colours; those beyond are opaque.
  const uint8_t *alphas;
  size_t alpha_count;
  /// Dots per metre in both directions; 0 leaves the pHYs chunk out.
  uint32_t pixels_per_metre;
  /// `text_count` times a keyword in Latin-1 and a text in UTF-8, each closed by a zero byte, one after the other.
  const uint8_t *texts;
  size_t text_count;
  /// Whether long texts are deflated.
  bool packs_texts;
  /// The rows, filtered and deflated, as a zlib stream (RFC 1950).
  const uint8_t *pixels;
  size_t pixels_count;
} cpng_picture;

/// Writes one PNG file after another, with the same buffer; one call at a time.
typedef struct cpng_writer cpng_writer;

/// NULL where there is no memory.
cpng_writer *cpng_writer_create(void);
void cpng_writer_destroy(cpng_writer *writer);

/// Writes the picture as one PNG file, or says why not in `cpng_writer_message`.
bool cpng_writer_write(cpng_writer *writer, const cpng_picture *picture);
/// The file, until the next is written or the writer is destroyed.
const uint8_t *cpng_writer_file(const cpng_writer *writer, size_t *count);
const char *cpng_writer_message(const cpng_writer *writer);

/// What a reader refuses to go beyond.
typedef struct cpng_limits {
  /// Of any chunk but IDAT, packed and unpacked.
  size_t chunk_bytes;
  /// Of the number of text chunks.
  uint32_t text_count;
} cpng_limits;

typedef struct cpng_header {
  uint32_t width;
  uint32_t height;
  /// The bits a pixel takes in the file, 1 to 64.
  uint32_t bits_per_pixel;
} cpng_header;

/// A text chunk; the pointers live as long as the reader.
typedef struct cpng_text {
  /// In Latin-1.
  const char *keyword;
  size_t keyword_count;
  const char *text;
  size_t text_count;
  /// Whether the text is UTF-8 (iTXt) and not Latin-1 (tEXt, zTXt).
  bool is_utf8;
} cpng_text;

/// Reads one PNG file out of memory: create, read the header, read the pixels, ask for the rest, destroy. After a
/// function returned false only `cpng_reader_message`, `cpng_reader_offset` and `cpng_reader_destroy` may follow.
typedef struct cpng_reader cpng_reader;

/// NULL where there is no memory. The bytes must live as long as the reader.
cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count, cpng_limits limits);
void cpng_reader_destroy(cpng_reader *reader);

/// Reads up to the pixels.
bool cpng_reader_read_header(cpng_reader *reader, cpng_header *header);
/// Whether the pixels are indices into a palette.
bool cpng_reader_is_indexed(const cpng_reader *reader);
/// Reads the indices and all that follows them, where the pixels are such. There is room for a byte a pixel, and for 256
/// colours of four bytes: red, green, blue, alpha.
bool cpng_reader_read_indices(cpng_reader *reader, uint8_t *indices, uint8_t *palette, size_t *colour_count);
/// The bytes a channel takes in the file where the pixels are no indices: 2 for samples of 16 bits, else 1.
size_t cpng_reader_bytes_per_channel(const cpng_reader *reader);
/// Reads the pixels and all that follows them, where they are no indices. `rgba` has room for four channels a pixel, each of
/// as many bytes as in the file; its first four bytes a pixel are red, green, blue and alpha in the end. `is_rounded` tells
/// whether a sample of 16 bits held more than 8 bits can say.
bool cpng_reader_read_pixels(cpng_reader *reader, uint8_t *rgba, bool *is_rounded);

/// Dots per metre where the file states them, the same in both directions; otherwise 0.
uint32_t cpng_reader_pixels_per_metre(const cpng_reader *reader);
size_t cpng_reader_text_count(const cpng_reader *reader);
cpng_text cpng_reader_text(const cpng_reader *reader, size_t index);

/// What libpng said when it failed.
const char *cpng_reader_message(const cpng_reader *reader);
/// How many bytes have been read.
size_t cpng_reader_offset(const cpng_reader *reader);

#endif
