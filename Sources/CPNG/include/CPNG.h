#ifndef CPNG_H
#define CPNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libpng reports an error by longjmp, which must never unwind a Swift frame. Therefore each function here enters libpng
// and leaves it again: setjmp, every call that may jump, and every frame that a jump may discard lie within one C call.
// The result is plain data: true, or false and libpng's message.

enum { CPNG_MESSAGE_CAPACITY = 256 };

/// The layout of rows in memory, which determines the colour type of the file.
typedef enum cpng_layout {
  /// One byte per pixel, an index into the palette.
  CPNG_PALETTE,
  /// Four bytes per pixel, of which the fourth is not written to the file.
  CPNG_RGBX,
  /// Four bytes per pixel: red, green, blue, alpha, not premultiplied.
  CPNG_RGBA,
} cpng_layout;

/// The content of a file, with its pixels already deflated.
typedef struct cpng_picture {
  uint32_t width;
  uint32_t height;
  cpng_layout layout;
  /// The palette, three bytes per colour: red, green, blue.
  const uint8_t *colours;
  size_t colour_count;
  /// The alpha of the palette's first `alpha_count` colours; all others are opaque.
  const uint8_t *alphas;
  size_t alpha_count;
  /// Dots per metre in both directions; 0 omits the pHYs chunk.
  uint32_t pixels_per_metre;
  /// The data of `text_count` iTXt chunks (PNG specification, third edition, 11.3.3.4), one after another, and the number
  /// of bytes of each.
  const uint8_t *texts;
  const size_t *text_sizes;
  size_t text_count;
  /// The filtered and deflated rows as a zlib stream (RFC 1950).
  const uint8_t *pixels;
  size_t pixels_count;
} cpng_picture;

/// Writes one PNG file after another, reusing its buffer. Calls must not overlap.
typedef struct cpng_writer cpng_writer;

/// Creates a writer, or returns NULL if there is no memory.
cpng_writer *cpng_writer_create(void);
void cpng_writer_destroy(cpng_writer *writer);

/// Writes the picture as one PNG file. Returns false if that fails, for the reason in `cpng_writer_message`.
bool cpng_writer_write(cpng_writer *writer, const cpng_picture *picture);
/// The bytes of the file, valid until the next call to `cpng_writer_write` or `cpng_writer_destroy`.
const uint8_t *cpng_writer_file(const cpng_writer *writer, size_t *count);
const char *cpng_writer_message(const cpng_writer *writer);

/// The limits beyond which a reader rejects a file.
typedef struct cpng_limits {
  /// The largest size of any chunk but IDAT, compressed and uncompressed.
  size_t chunk_bytes;
  /// The largest number of text chunks.
  uint32_t text_count;
} cpng_limits;

/// The size and depth that a file states in its header.
typedef struct cpng_header {
  uint32_t width;
  uint32_t height;
  /// The number of bits of a pixel in the file, 1 to 64.
  uint32_t bits_per_pixel;
} cpng_header;

/// A text chunk; the pointers are valid as long as the reader.
typedef struct cpng_text {
  /// The keyword in Latin-1.
  const char *keyword;
  size_t keyword_count;
  const char *text;
  size_t text_count;
  /// Whether the text is in UTF-8 (iTXt) instead of Latin-1 (tEXt, zTXt).
  bool is_utf8;
} cpng_text;

/// Reads one PNG file from memory. The order of calls is: create, read the header, read the pixels, get the rest,
/// destroy. After a function has returned false, only `cpng_reader_message`, `cpng_reader_offset` and
/// `cpng_reader_destroy` may be called.
typedef struct cpng_reader cpng_reader;

/// Creates a reader, or returns NULL if there is no memory. The bytes must be valid as long as the reader.
cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count, cpng_limits limits);
void cpng_reader_destroy(cpng_reader *reader);

/// Reads the file up to its pixels.
bool cpng_reader_read_header(cpng_reader *reader, cpng_header *header);
/// Whether the pixels are indices into a palette.
bool cpng_reader_is_indexed(const cpng_reader *reader);
/// Reads the indices and all that follows them, if the pixels are indices. `indices` must have room for one byte per
/// pixel, and `palette` for 256 colours, which have red in their lowest eight bits, then green, blue and alpha.
bool cpng_reader_read_indices(cpng_reader *reader, uint8_t *indices, uint32_t *palette, size_t *colour_count);
/// The number of bytes of a channel in the file, if the pixels are not indices: 2 for samples of 16 bits, else 1.
size_t cpng_reader_bytes_per_channel(const cpng_reader *reader);
/// Reads the pixels and all that follows them, if they are not indices. `rgba` must have room for four channels per
/// pixel, each with as many bytes as in the file; afterwards its first four bytes per pixel are red, green, blue and
/// alpha. `is_rounded` receives whether any sample of 16 bits was not exactly a value of 8 bits.
bool cpng_reader_read_pixels(cpng_reader *reader, uint8_t *rgba, bool *is_rounded);

/// The resolution in dots per metre, if the file states it and it is the same in both directions, else 0.
uint32_t cpng_reader_pixels_per_metre(const cpng_reader *reader);
size_t cpng_reader_text_count(const cpng_reader *reader);
cpng_text cpng_reader_text(const cpng_reader *reader, size_t index);

/// The message of libpng's failure.
const char *cpng_reader_message(const cpng_reader *reader);
/// The number of bytes that have been read.
size_t cpng_reader_offset(const cpng_reader *reader);

#endif
