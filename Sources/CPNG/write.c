#include "failure.h"
#include "filter.h"

#include <stdlib.h>
#include <string.h>

/// How many bytes of rows are filtered before they are deflated: they are still in the nearest cache then.
static const size_t filtered_capacity = 1 << 14;
/// How many bytes an IDAT chunk holds, but for the last.
enum { PACKED_CAPACITY = 1 << 16 };

typedef struct bytes {
  uint8_t *start;
  size_t count;
  size_t capacity;
} bytes;

struct cpng_writer {
  bytes file;
  /// Rows as they are deflated, each with its filter's number before it.
  bytes filtered;
  /// Two rows of RGB, where the picture has a fourth byte that is left out; before the first, zeros.
  bytes rgb;
  uint8_t packed[PACKED_CAPACITY];
  z_stream stream;
  /// How the stream was set up; level 0 of memory where it was not.
  cpng_compression compression;
  char message[CPNG_MESSAGE_CAPACITY];
};

cpng_writer *cpng_writer_create(void) { return calloc(1, sizeof(cpng_writer)); }

void cpng_writer_destroy(cpng_writer *writer) {
  if (writer == NULL) return;
  if (writer->compression.memory_level > 0) deflateEnd(&writer->stream);
  free(writer->file.start);
  free(writer->filtered.start);
  free(writer->rgb.start);
  free(writer);
}

const uint8_t *cpng_writer_file(const cpng_writer *writer, size_t *count) {
  *count = writer->file.count;
  return writer->file.start;
}

const char *cpng_writer_message(const cpng_writer *writer) { return writer->message; }

// MARK: - Memory

static void reserve(png_structp png, bytes *bytes, size_t count) {
  if (count <= bytes->capacity) return;
  size_t capacity = bytes->capacity > 0 ? bytes->capacity : 1 << 15;
  while (capacity < count) {
    if (capacity > SIZE_MAX / 2) png_error(png, "Out of memory");
    capacity *= 2;
  }
  uint8_t *grown = realloc(bytes->start, capacity);
  if (grown == NULL) png_error(png, "Out of memory");
  bytes->start = grown;
  bytes->capacity = capacity;
}

static void append(png_structp png, png_bytep start, size_t count) {
  bytes *file = png_get_io_ptr(png);
  if (count > SIZE_MAX - file->count) png_error(png, "Out of memory");
  reserve(png, file, file->count + count);
  memcpy(file->start + file->count, start, count);
  file->count += count;
}

static void flush(png_structp png) { (void)png; }

// MARK: - Before the pixels

_Static_assert(sizeof(png_color) == 3, "libpng's palette is three bytes a colour, without padding");

static void set_palette(png_structp png, png_infop info, const cpng_picture *picture) {
  png_set_PLTE(png, info, (const png_color *)picture->colours, (int)picture->colour_count);
  if (picture->alpha_count > 0) {
    png_set_tRNS(png, info, picture->alphas, (int)picture->alpha_count, NULL);
  }
}

static void set_texts(png_structp png, png_infop info, const cpng_picture *picture) {
  const char *next = (const char *)picture->texts;
  for (size_t i = 0; i < picture->text_count; i += 1) {
    png_text text = {.lang = "", .lang_key = ""};
    text.key = (char *)next;
    next += strlen(next) + 1;
    text.text = (char *)next;
    size_t count = strlen(next);
    next += count + 1;
    // A text of fewer bytes is hardly ever shorter deflated.
    bool is_packed = picture->compression.packs_texts && count >= 128;
    text.compression = is_packed ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE;
    png_set_text(png, info, &text, 1);
  }
}

static void write_head(png_structp png, png_infop info, const cpng_picture *picture) {
  static const int colour_types[] = {
      [CPNG_PALETTE] = PNG_COLOR_TYPE_PALETTE, [CPNG_RGBX] = PNG_COLOR_TYPE_RGB, [CPNG_RGBA] = PNG_COLOR_TYPE_RGB_ALPHA};
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(png, info, picture->width, picture->height, 8, colour_types[picture->layout], PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (picture->layout == CPNG_PALETTE) set_palette(png, info, picture);
  if (picture->pixels_per_metre > 0) {
    png_set_pHYs(png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  png_set_text_compression_level(png, 9);
  set_texts(png, info, picture);
  png_write_info(png, info);
}

// MARK: - Pixels

static bool is_alike(cpng_compression one, cpng_compression other) {
  return one.level == other.level && one.memory_level == other.memory_level && one.matches == other.matches;
}

static void begin_stream(png_structp png, cpng_writer *writer, cpng_compression compression) {
  static const int strategies[] = {
      [CPNG_MATCHES_ALL] = Z_DEFAULT_STRATEGY, [CPNG_MATCHES_LONG] = Z_FILTERED, [CPNG_MATCHES_RUNS] = Z_RLE};
  z_stream *stream = &writer->stream;
  if (writer->compression.memory_level > 0 && is_alike(writer->compression, compression)) {
    if (deflateReset(stream) != Z_OK) png_error(png, "zlib cannot begin again");
  } else {
    if (writer->compression.memory_level > 0) deflateEnd(stream);
    writer->compression.memory_level = 0;
    *stream = (z_stream){0};
    if (deflateInit2(stream, compression.level, Z_DEFLATED, MAX_WBITS, compression.memory_level,
                     strategies[compression.matches]) != Z_OK) {
      png_error(png, "zlib cannot begin");
    }
    writer->compression = compression;
  }
  stream->next_out = writer->packed;
  stream->avail_out = PACKED_CAPACITY;
}

static void write_packed(png_structp png, cpng_writer *writer) {
  static const png_byte name[] = "IDAT";
  size_t count = PACKED_CAPACITY - writer->stream.avail_out;
  if (count > 0) png_write_chunk(png, name, writer->packed, count);
  writer->stream.next_out = writer->packed;
  writer->stream.avail_out = PACKED_CAPACITY;
}

/// Deflates what is filtered, and where it is the last also ends the stream.
static void deflate_filtered(png_structp png, cpng_writer *writer, bool is_last) {
  z_stream *stream = &writer->stream;
  stream->next_in = writer->filtered.start;
  stream->avail_in = (uInt)writer->filtered.count;
  writer->filtered.count = 0;
  while (true) {
    int status = deflate(stream, is_last ? Z_FINISH : Z_NO_FLUSH);
    if (status == Z_STREAM_ERROR) png_error(png, "zlib lost its way");
    if (stream->avail_out > 0 && (!is_last || status == Z_STREAM_END)) break;
    write_packed(png, writer);
    if (status == Z_STREAM_END) break;
  }
  if (is_last) write_packed(png, writer);
}

/// Leaves the fourth byte of each pixel out.
static void pack_rgb(uint8_t *rgb, const uint8_t *rgbx, size_t width) {
  for (size_t x = 0; x < width; x += 1) memcpy(rgb + 3 * x, rgbx + 4 * x, 3);
}

static void write_pixels(png_structp png, cpng_writer *writer, const cpng_picture *picture) {
  static cpng_filter_function *const filters[] = {
      [CPNG_FILTER_NONE] = cpng_filter_none,
      [CPNG_FILTER_UP] = cpng_filter_up,
      [CPNG_FILTER_FEWEST_RUNS] = cpng_filter_fewest_runs};
  bool is_rgb = picture->layout == CPNG_RGBX;
  size_t width = picture->width;
  size_t given = picture->layout == CPNG_PALETTE ? width : 4 * width;
  size_t count = is_rgb ? 3 * width : given;
  size_t stride = 1 + count;
  size_t block = stride < filtered_capacity ? filtered_capacity : stride;
  reserve(png, &writer->filtered, block);
  // What lies above the first row counts as zeros.
  reserve(png, &writer->rgb, 2 * count);
  memset(writer->rgb.start, 0, 2 * count);
  const uint8_t *above = writer->rgb.start + count;
  cpng_filter_function *filter = filters[picture->compression.filter];

  begin_stream(png, writer, picture->compression);
  writer->filtered.count = 0;
  for (size_t y = 0; y < picture->height; y += 1) {
    const uint8_t *row = picture->rows + y * given;
    if (is_rgb) {
      uint8_t *packed = writer->rgb.start + y % 2 * count;
      pack_rgb(packed, row, width);
      row = packed;
    }
    uint8_t *filtered = writer->filtered.start + writer->filtered.count;
    filter(filtered, row, above, count);
    above = row;
    writer->filtered.count += stride;
    if (writer->filtered.count + stride > block) deflate_filtered(png, writer, false);
  }
  deflate_filtered(png, writer, true);
}

// MARK: - The whole file

// Nothing is assigned between setjmp and a jump that is read after it: both structs are made by the caller.
static bool write_or_fail(png_structp png, png_infop info, cpng_writer *writer, const cpng_picture *picture) {
  static const png_byte end[] = "IEND";
  if (setjmp(png_jmpbuf(png))) return false;
  write_head(png, info, picture);
  write_pixels(png, writer, picture);
  // libpng's own end insists on pixels that went through its rows.
  png_write_chunk(png, end, NULL, 0);
  return true;
}

bool cpng_writer_write(cpng_writer *writer, const cpng_picture *picture) {
  writer->file.count = 0;
  snprintf(writer->message, CPNG_MESSAGE_CAPACITY, "Out of memory");
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer->message, cpng_fail, cpng_ignore);
  png_infop info = png == NULL ? NULL : png_create_info_struct(png);
  bool is_written = false;
  if (info != NULL) {
    png_set_write_fn(png, &writer->file, append, flush);
    is_written = write_or_fail(png, info, writer, picture);
  }
  png_destroy_write_struct(&png, &info);
  return is_written;
}
