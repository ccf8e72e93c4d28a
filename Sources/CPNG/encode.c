#include "failure.h"

#include <stdlib.h>
#include <string.h>

static void append(png_structp png, png_bytep start, size_t count) {
  cpng_bytes *bytes = png_get_io_ptr(png);
  if (count > bytes->capacity - bytes->count) {
    size_t capacity = bytes->capacity > 0 ? bytes->capacity : 1 << 16;
    while (capacity - bytes->count < count) {
      if (capacity > SIZE_MAX / 2) png_error(png, "Out of memory");
      capacity *= 2;
    }
    uint8_t *grown = realloc(bytes->start, capacity);
    if (grown == NULL) png_error(png, "Out of memory");
    bytes->start = grown;
    bytes->capacity = capacity;
  }
  memcpy(bytes->start + bytes->count, start, count);
  bytes->count += count;
}

static void flush(png_structp png) { (void)png; }

_Static_assert(sizeof(png_color) == 3, "libpng's palette is three bytes a colour, without padding");

static void set_palette(png_structp png, png_infop info, const cpng_picture *picture) {
  png_set_PLTE(png, info, (const png_color *)picture->colours, (int)picture->colour_count);
  if (picture->alpha_count > 0) {
    png_set_tRNS(png, info, picture->alphas, (int)picture->alpha_count, NULL);
  }
  // Every index is known to lie in the palette; libpng's own look at each of them costs a fifth of the whole encoding.
  png_set_check_for_invalid_index(png, 0);
}

static void set_texts(png_structp png, png_infop info, const cpng_picture *picture) {
  const char *next = (const char *)picture->texts;
  for (size_t i = 0; i < picture->text_count; i += 1) {
    png_text text = {.compression = PNG_ITXT_COMPRESSION_NONE, .lang = "", .lang_key = ""};
    text.key = (char *)next;
    next += strlen(next) + 1;
    text.text = (char *)next;
    next += strlen(next) + 1;
    png_set_text(png, info, &text, 1);
  }
}

static void write_picture(png_structp png, png_infop info, const cpng_picture *picture) {
  static const int colour_types[] = {
      [CPNG_PALETTE] = PNG_COLOR_TYPE_PALETTE, [CPNG_RGBX] = PNG_COLOR_TYPE_RGB, [CPNG_RGBA] = PNG_COLOR_TYPE_RGB_ALPHA};
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(png, info, picture->width, picture->height, 8, colour_types[picture->layout], PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (picture->layout == CPNG_PALETTE) set_palette(png, info, picture);
  if (picture->pixels_per_metre > 0) {
    png_set_pHYs(png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  set_texts(png, info, picture);

  png_set_filter(png, PNG_FILTER_TYPE_BASE, picture->filter == CPNG_FILTER_UP ? PNG_FILTER_UP : PNG_FILTER_NONE);
  png_set_compression_level(png, picture->level);
  png_set_compression_mem_level(png, picture->memory_level);
  png_set_compression_strategy(png, picture->run_length_only ? Z_RLE : Z_DEFAULT_STRATEGY);

  png_write_info(png, info);
  if (picture->layout == CPNG_RGBX) png_set_filler(png, 0, PNG_FILLER_AFTER);
  size_t stride = picture->layout == CPNG_PALETTE ? picture->width : (size_t)picture->width * 4;
  for (uint32_t y = 0; y < picture->height; y += 1) {
    png_write_row(png, picture->rows + y * stride);
  }
  png_write_end(png, NULL);
}

// Nothing is assigned between setjmp and a jump that is read after it: both structs are made by the caller.
static bool write_or_fail(png_structp png, png_infop info, const cpng_picture *picture) {
  if (setjmp(png_jmpbuf(png))) return false;
  write_picture(png, info, picture);
  return true;
}

bool cpng_encode(const cpng_picture *picture, cpng_bytes *bytes, char message[CPNG_MESSAGE_CAPACITY]) {
  snprintf(message, CPNG_MESSAGE_CAPACITY, "Out of memory");
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, cpng_fail, cpng_ignore);
  png_infop info = png == NULL ? NULL : png_create_info_struct(png);
  bool written = false;
  if (info != NULL) {
    png_set_write_fn(png, bytes, append, flush);
    written = write_or_fail(png, info, picture);
  }
  png_destroy_write_struct(&png, &info);
  if (!written) cpng_bytes_free(bytes);
  return written;
}

void cpng_bytes_free(cpng_bytes *bytes) {
  free(bytes->start);
  *bytes = (cpng_bytes){0};
}
