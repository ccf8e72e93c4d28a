#include "CRowWriter.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// MARK: - Writing

typedef struct output {
  uint8_t *start;
  size_t count;
  size_t capacity;
} output;

static void append(png_structp png, png_bytep bytes, size_t count) {
  output *output = png_get_io_ptr(png);
  if (output->count < output->capacity) {
    size_t room = output->capacity - output->count;
    memcpy(output->start + output->count, bytes, count < room ? count : room);
  }
  output->count += count;
}

static void flush(png_structp png) { (void)png; }

static bool write_or_fail(png_structp png, png_infop info, const crow_picture *picture, int memory_level) {
  static const int masks[] = {PNG_FILTER_NONE, PNG_FILTER_SUB, PNG_FILTER_UP, PNG_FILTER_AVG, PNG_FILTER_PAETH};
  if (setjmp(png_jmpbuf(png))) return false;
  png_set_check_for_invalid_index(png, 0);
  png_set_compression_level(png, 6);
  png_set_compression_strategy(png, Z_RLE);
  png_set_compression_mem_level(png, memory_level);
  png_set_IHDR(png, info, picture->width, picture->height, 8, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_PLTE(png, info, (const png_color *)picture->colours, (int)picture->colour_count);
  png_set_pHYs(png, info, 3937, 3937, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  for (size_t y = 0; y < picture->height; y += 1) {
    // libpng keeps the previous row only if the first row allows a filter that refers to it.
    int mask = masks[picture->filters[y]] | (y == 0 ? PNG_FILTER_UP : 0);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, mask);
    png_write_row(png, picture->indices + y * picture->width);
  }
  png_write_end(png, NULL);
  return true;
}

size_t crow_write(const crow_picture *picture, int memory_level, uint8_t *file, size_t capacity) {
  output output = {.start = file, .capacity = capacity};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png == NULL ? NULL : png_create_info_struct(png);
  bool is_written = false;
  if (info != NULL) {
    png_set_write_fn(png, &output, append, flush);
    is_written = write_or_fail(png, info, picture, memory_level);
  }
  png_destroy_write_struct(&png, &info);
  return is_written ? output.count : 0;
}

// MARK: - Reading

static uint32_t big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/// Inflates the IDAT chunks one after another.
static bool inflate_rows(z_stream *stream, const uint8_t *file, size_t count) {
  size_t offset = 8;
  while (offset + 12 <= count) {
    size_t length = big_endian(file + offset);
    if (length > count - offset - 12) return false;
    if (memcmp(file + offset + 4, "IDAT", 4) == 0) {
      stream->next_in = (Bytef *)(file + offset + 8);
      stream->avail_in = (uInt)length;
      int status = inflate(stream, Z_NO_FLUSH);
      if (status == Z_STREAM_END) return stream->avail_out == 0;
      if (status != Z_OK) return false;
    }
    offset += 12 + length;
  }
  return false;
}

bool crow_read_filters(const uint8_t *file, size_t count, size_t row_bytes, size_t height, uint8_t *filters) {
  size_t stride = 1 + row_bytes;
  uint8_t *rows = malloc(stride * height);
  z_stream stream = {.next_out = rows, .avail_out = (uInt)(stride * height)};
  if (rows == NULL || inflateInit(&stream) != Z_OK) {
    free(rows);
    return false;
  }
  bool is_whole = inflate_rows(&stream, file, count);
  inflateEnd(&stream);
  for (size_t y = 0; is_whole && y < height; y += 1) {
    filters[y] = rows[y * stride];
    is_whole = filters[y] <= 4;
  }
  free(rows);
  return is_whole;
}

// MARK: - Versions

const char *crow_libpng_version(void) { return png_get_libpng_ver(NULL); }
const char *crow_zlib_version(void) { return zlibVersion(); }
