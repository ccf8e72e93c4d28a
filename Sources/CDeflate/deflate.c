#include "deflate.h"

#include <string.h>

cdeflate_deflater *cdeflate_create(void) {
  cdeflate_deflater *deflater = calloc(1, sizeof *deflater);
  if (deflater == NULL) return NULL;
  cdeflate_block_tables_fill(&deflater->tables);
  deflater->writer.tables = &deflater->tables;
  return deflater;
}

void cdeflate_destroy(cdeflate_deflater *deflater) {
  if (deflater == NULL) return;
  free(deflater->writer.packed.start);
  free(deflater->filtered.start);
  free(deflater->rgb.start);
  free(deflater->marks.start);
  free(deflater->tokens.start);
  free(deflater->costs.start);
  free(deflater->ways.start);
  cdeflate_parser_free(&deflater->parser);
  cdeflate_parsed_free(&deflater->parsed[0]);
  cdeflate_parsed_free(&deflater->parsed[1]);
  free(deflater);
}

const uint8_t *cdeflate_bytes(const cdeflate_deflater *deflater, size_t *count) {
  *count = deflater->writer.packed.count;
  return deflater->writer.packed.start;
}

uint32_t cdeflate_adler(const cdeflate_deflater *deflater) { return deflater->adler; }

// MARK: - Rows

/// Copies pixels without their fourth byte.
static void pack_rgb(uint8_t *rgb, const uint8_t *rgbx, size_t width) {
  for (size_t x = 0; x < width; x += 1) memcpy(rgb + 3 * x, rgbx + 4 * x, 3);
}

bool cdeflate_row_reader_begin(row_reader *reader, cdeflate_deflater *deflater, const cdeflate_rows *rows,
                               size_t first) {
  size_t given = rows->layout == CDEFLATE_INDICES ? rows->width : 4 * rows->width;
  size_t count = rows->layout == CDEFLATE_RGBX ? 3 * rows->width : given;
  if (!buffer_reserve(&deflater->rgb, 2 * count)) return false;
  uint8_t *rgb = deflater->rgb.start;
  memset(rgb, 0, 2 * count);
  *reader = (row_reader){.rows = rows, .next = first, .given = given, .count = count, .rgb = rgb};
  // The row above the first one counts as zeros.
  reader->above = rgb + (first + 1) % 2 * count;
  if (first > 0) {
    reader->next = first - 1;
    const uint8_t *above;
    (void)cdeflate_row_reader_next(reader, &above);
  }
  return true;
}

const uint8_t *cdeflate_row_reader_next(row_reader *reader, const uint8_t **above) {
  const uint8_t *row = reader->rows->start + reader->next * reader->given;
  if (reader->rows->layout == CDEFLATE_RGBX) {
    uint8_t *rgb = reader->rgb + reader->next % 2 * reader->count;
    pack_rgb(rgb, row, reader->rows->width);
    row = rgb;
  }
  *above = reader->above;
  reader->above = row;
  reader->next += 1;
  return row;
}

// MARK: - Parts

static void begin(cdeflate_deflater *deflater) {
  deflater->writer.packed.count = 0;
  deflater->writer.bits = 0;
  deflater->writer.bit_count = 0;
  deflater->adler = 1;
}

bool cdeflate_deflate_rows(cdeflate_deflater *deflater, const cdeflate_rows *rows, size_t first, size_t row_count,
                           bool is_last, cdeflate_effort effort) {
  begin(deflater);
  row_reader reader;
  if (!cdeflate_row_reader_begin(&reader, deflater, rows, first)) return false;
  bool (*take)(cdeflate_deflater *, row_reader *, size_t, bool) =
      effort == CDEFLATE_FEWEST_BITS       ? cdeflate_take_fewest_bits
      : rows->layout == CDEFLATE_INDICES ? cdeflate_take_runs
                                         : cdeflate_take_pixels;
  if (!take(deflater, &reader, row_count, is_last)) return false;
  // A part that is followed by another ends at a whole byte.
  return is_last ? cdeflate_block_writer_finish(&deflater->writer) : cdeflate_block_writer_align(&deflater->writer);
}

bool cdeflate_deflate_bytes(cdeflate_deflater *deflater, const uint8_t *bytes, size_t count) {
  begin(deflater);
  return cdeflate_take_bytes(deflater, bytes, count) && cdeflate_block_writer_finish(&deflater->writer);
}
