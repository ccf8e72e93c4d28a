#include "failure.h"
#include "memory.h"

#include <string.h>

struct cpng_writer {
  bytes file;
  char message[CPNG_MESSAGE_CAPACITY];
};

cpng_writer *cpng_writer_create(void) { return calloc(1, sizeof(cpng_writer)); }

void cpng_writer_destroy(cpng_writer *writer) {
  if (writer == NULL) return;
  free(writer->file.start);
  free(writer);
}

const uint8_t *cpng_writer_file(const cpng_writer *writer, size_t *count) {
  *count = writer->file.count;
  return writer->file.start;
}

const char *cpng_writer_message(const cpng_writer *writer) { return writer->message; }

static void append(png_structp png, png_bytep start, size_t count) {
  bytes *file = png_get_io_ptr(png);
  if (count > SIZE_MAX - file->count || !reserve(file, file->count + count)) png_error(png, "Out of memory");
  memcpy(file->start + file->count, start, count);
  file->count += count;
}

static void flush(png_structp png) { (void)png; }

// MARK: - Before the pixels

_Static_assert(sizeof(png_color) == 3, "libpng's palette has three bytes per colour, without padding");

static void set_palette(png_structp png, png_infop info, const cpng_picture *picture) {
  png_set_PLTE(png, info, (const png_color *)picture->colours, (int)picture->colour_count);
  if (picture->alpha_count > 0) {
    png_set_tRNS(png, info, picture->alphas, (int)picture->alpha_count, NULL);
  }
}

static void write_head(png_structp png, png_infop info, const cpng_picture *picture) {
  static const int colour_types[] = {
      [CPNG_PALETTE] = PNG_COLOR_TYPE_PALETTE,
      [CPNG_RGBX] = PNG_COLOR_TYPE_RGB,
      [CPNG_RGBA] = PNG_COLOR_TYPE_RGB_ALPHA};
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(png, info, picture->width, picture->height, 8, colour_types[picture->layout], PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (picture->layout == CPNG_PALETTE) set_palette(png, info, picture);
  if (picture->pixels_per_metre > 0) {
    png_set_pHYs(png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  png_write_info(png, info);
  // The texts are chunks of their own and not given to libpng, which would compress long ones by zlib: their bytes would
  // then depend on which zlib it is.
  static const png_byte text[] = "iTXt";
  const uint8_t *next = picture->texts;
  for (size_t i = 0; i < picture->text_count; i += 1) {
    png_write_chunk(png, text, next, picture->text_sizes[i]);
    next += picture->text_sizes[i];
  }
}

// MARK: - The file

// No variable that is read after a jump is assigned between setjmp and the jump: the caller creates both structs.
static bool write_or_fail(png_structp png, png_infop info, const cpng_picture *picture) {
  static const png_byte pixels[] = "IDAT";
  static const png_byte end[] = "IEND";
  if (setjmp(png_jmpbuf(png))) return false;
  write_head(png, info, picture);
  png_write_chunk(png, pixels, picture->pixels, picture->pixels_count);
  // libpng's png_write_end fails unless the pixels were written through png_write_row.
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
    is_written = write_or_fail(png, info, picture);
  }
  png_destroy_write_struct(&png, &info);
  return is_written;
}
