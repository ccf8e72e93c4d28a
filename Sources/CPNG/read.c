#include "failure.h"

#include <stdlib.h>
#include <string.h>

struct cpng_reader {
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  png_structp png;
  png_infop info;
  char message[CPNG_MESSAGE_CAPACITY];
};

static void take(png_structp png, png_bytep destination, size_t count) {
  cpng_reader *reader = png_get_io_ptr(png);
  if (count > reader->count - reader->offset) png_error(png, "the data ends early");
  memcpy(destination, reader->bytes + reader->offset, count);
  reader->offset += count;
}

cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count, cpng_limits limits) {
  cpng_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader->message, cpng_fail, cpng_ignore);
  reader->info = reader->png == NULL ? NULL : png_create_info_struct(reader->png);
  if (reader->info == NULL) {
    cpng_reader_destroy(reader);
    return NULL;
  }
  png_set_read_fn(reader->png, reader, take);
  png_set_user_limits(reader->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_chunk_malloc_max(reader->png, limits.chunk_bytes);
  // libpng stores two chunks fewer than this number: it counts down first and then rejects a chunk at a remainder of
  // one.
  png_set_chunk_cache_max(reader->png, limits.text_count + 2);
  return reader;
}

void cpng_reader_destroy(cpng_reader *reader) {
  if (reader == NULL) return;
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}

static void read_header(cpng_reader *reader, cpng_header *header) {
  png_structp png = reader->png;
  png_infop info = reader->info;
  // Every fault is an error: a wrong checksum of any chunk, even if the pixels do not depend on it, and whatever libpng
  // would only warn of by default.
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_benign_errors(png, 0);
  // Of the chunks that the pixels do not depend on, only text and resolution are kept; no profile is decompressed.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  static const png_byte kept[] = "pHYs\0iTXt\0tEXt\0zTXt";
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, kept, 4);

  png_read_info(png, info);
  header->width = png_get_image_width(png, info);
  header->height = png_get_image_height(png, info);
  header->bits_per_pixel = (uint32_t)png_get_bit_depth(png, info) * png_get_channels(png, info);
}

bool cpng_reader_read_header(cpng_reader *reader, cpng_header *header) {
  if (setjmp(png_jmpbuf(reader->png))) return false;
  read_header(reader, header);
  return true;
}

static void read_rows(png_structp png, png_infop info, uint8_t *rows, size_t stride) {
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != stride) png_error(png, "unexpected length of a row");
  uint32_t height = png_get_image_height(png, info);
  for (int pass = 0; pass < passes; pass += 1) {
    for (uint32_t y = 0; y < height; y += 1) {
      png_read_row(png, rows + y * stride, NULL);
    }
  }
  png_read_end(png, info);
}

static void read_palette(png_structp png, png_infop info, uint32_t *palette, size_t *colour_count) {
  png_colorp colours = NULL;
  png_bytep alphas = NULL;
  int count = 0;
  int alpha_count = 0;
  png_get_PLTE(png, info, &colours, &count);
  png_get_tRNS(png, info, &alphas, &alpha_count, NULL);
  for (int i = 0; i < count; i += 1) {
    uint32_t alpha = i < alpha_count ? alphas[i] : 0xff;
    palette[i] = colours[i].red | (uint32_t)colours[i].green << 8 | (uint32_t)colours[i].blue << 16 | alpha << 24;
  }
  *colour_count = (size_t)count;
}

static void read_indices(png_structp png, png_infop info, uint8_t *indices, uint32_t *palette, size_t *colour_count) {
  size_t width = png_get_image_width(png, info);
  size_t count = width * png_get_image_height(png, info);
  png_set_packing(png);
  read_rows(png, info, indices, width);
  read_palette(png, info, palette, colour_count);
  // libpng accepts an index beyond the palette without an error.
  uint8_t greatest = 0;
  for (size_t i = 0; i < count; i += 1) greatest = indices[i] > greatest ? indices[i] : greatest;
  if (greatest >= *colour_count) png_error(png, "an index beyond the palette");
}

bool cpng_reader_is_indexed(const cpng_reader *reader) {
  return png_get_color_type(reader->png, reader->info) == PNG_COLOR_TYPE_PALETTE;
}

bool cpng_reader_read_indices(cpng_reader *reader, uint8_t *indices, uint32_t *palette, size_t *colour_count) {
  if (setjmp(png_jmpbuf(reader->png))) return false;
  read_indices(reader->png, reader->info, indices, palette, colour_count);
  return true;
}

/// Rounds samples of 16 bits to 8 in place, as libpng's `png_set_scale_16` does: v / 257 to the nearest. Returns
/// whether any sample was not a multiple of 257 (PNG specification, third edition, 12.4).
static bool round_samples(uint8_t *samples, size_t count) {
  bool is_rounded = false;
  for (size_t i = 0; i < count; i += 1) {
    uint32_t high = samples[2 * i];
    uint32_t low = samples[2 * i + 1];
    is_rounded |= high != low;
    samples[i] = (uint8_t)(((high << 8 | low) * 255 + 32895) >> 16);
  }
  return is_rounded;
}

static void read_pixels(png_structp png, png_infop info, uint8_t *rgba, size_t bytes_per_channel, bool *is_rounded) {
  size_t channel_count = (size_t)png_get_image_width(png, info) * 4;
  png_set_expand(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, bytes_per_channel == 2 ? 0xffff : 0xff, PNG_FILLER_AFTER);
  read_rows(png, info, rgba, channel_count * bytes_per_channel);
  *is_rounded = bytes_per_channel == 2 && round_samples(rgba, channel_count * png_get_image_height(png, info));
}

size_t cpng_reader_bytes_per_channel(const cpng_reader *reader) {
  return png_get_bit_depth(reader->png, reader->info) == 16 ? 2 : 1;
}

bool cpng_reader_read_pixels(cpng_reader *reader, uint8_t *rgba, bool *is_rounded) {
  if (setjmp(png_jmpbuf(reader->png))) return false;
  read_pixels(reader->png, reader->info, rgba, cpng_reader_bytes_per_channel(reader), is_rounded);
  return true;
}

uint32_t cpng_reader_pixels_per_metre(const cpng_reader *reader) {
  return png_get_pixels_per_meter(reader->png, reader->info);
}

size_t cpng_reader_text_count(const cpng_reader *reader) {
  int count = 0;
  png_get_text(reader->png, reader->info, NULL, &count);
  return (size_t)count;
}

cpng_text cpng_reader_text(const cpng_reader *reader, size_t index) {
  png_textp texts = NULL;
  int count = 0;
  png_get_text(reader->png, reader->info, &texts, &count);
  const png_text *text = &texts[index];
  bool is_utf8 = text->compression == PNG_ITXT_COMPRESSION_NONE || text->compression == PNG_ITXT_COMPRESSION_zTXt;
  return (cpng_text){
      .keyword = text->key,
      .keyword_count = strlen(text->key),
      .text = text->text,
      .text_count = is_utf8 ? text->itxt_length : text->text_length,
      .is_utf8 = is_utf8};
}

const char *cpng_reader_message(const cpng_reader *reader) { return reader->message; }

size_t cpng_reader_offset(const cpng_reader *reader) { return reader->offset; }
