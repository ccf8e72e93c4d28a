#ifndef CRASTER_H
#define CRASTER_H

#include <stddef.h>
#include <stdint.h>

/// Neighbouring pixels of a row that are covered alike.
typedef struct {
  int32_t row;
  int32_t start;
  int32_t end;
  /// The covered part of each pixel, at most `CRASTER_FULL`.
  int32_t coverage;
} craster_run;

/// A cell of a band that is not zero: the difference of the coverage of a pixel to that of the pixel to its left.
typedef struct {
  int16_t row;
  int16_t column;
  int32_t difference;
} craster_cell;

/// The coverage of a whole pixel: an area of 4096 by 4096 units, doubled.
#define CRASTER_FULL (1 << 25)

/// The number of steps of coverage that are blended.
#define CRASTER_LEVELS 16

/// The number of words of a block: 64 marks in one word, and the 64 cells that they mark.
#define CRASTER_BLOCK 65

/// Returns the step of coverage, rounded to the nearest one.
static inline uint32_t craster_level(int32_t coverage) {
  return ((uint32_t)coverage + CRASTER_FULL / CRASTER_LEVELS / 2) / (CRASTER_FULL / CRASTER_LEVELS);
}

/// Sums the cells of one row of a band, which consists of blocks, to runs of pixels with equal coverage above 0, and clears
/// them. The coverage is the absolute value of the sum, at most that of a whole pixel.
///
/// `columns` is the number of pixels; the row has a cell more. `runs` must have room for as many runs as there are pixels.
/// Returns the number of runs.
size_t craster_drain_runs(ptrdiff_t *blocks, size_t columns, int32_t row, int32_t first, craster_run *runs);

/// Writes the cells of one row of a band that are not zero, and clears them.
///
/// `cells` must have room for all cells of the row, one more than `columns`. Returns the number of cells, or `SIZE_MAX` if
/// a difference has more than 32 bits; even then the row is cleared.
size_t craster_drain_cells(ptrdiff_t *blocks, size_t columns, int16_t row, int16_t first, craster_cell *cells);

/// Adds cells to those of a band of `rows` rows of `stride` words, moved by rows and columns. Cells above, below and to the
/// right are ignored, and those to the left are added to the first cell of their row.
void craster_add_cells(
    ptrdiff_t *blocks, size_t stride, size_t rows, size_t columns, const craster_cell *cells, size_t count,
    ptrdiff_t row, ptrdiff_t column);

/// Neighbouring pixels of a strip that are covered alike, as they are blended.
typedef struct {
  /// The index of the first pixel in the strip.
  uint32_t pixel;
  uint16_t count;
  /// The step of coverage, from 1 to `CRASTER_LEVELS`.
  uint16_t level;
} craster_span;

/// The number of pixels from which on a run is more than one span.
#define CRASTER_LONGEST_SPAN 0xFFFF

/// Converts runs to spans of a strip with rows of `width` pixels from row `top` on. `spans` must have room for one more than
/// there are runs, and for one for each `CRASTER_LONGEST_SPAN` pixels. Returns the number of spans.
size_t craster_make_spans(
    const craster_run *runs, size_t count, size_t width, int32_t top, craster_span *spans);

/// The place at which a fill stopped, because the blend of its colour over the colour of a pixel is not known.
typedef struct {
  /// The number of spans that are filled.
  size_t span;
  /// The index of the pixel; meaningless if all spans are filled.
  size_t pixel;
} craster_place;

/// Blends a colour over the pixels of spans, which are indices of one byte each.
///
/// `table` has `CRASTER_LEVELS` entries for each index: the index of the blend over it at each step of coverage from 1 on,
/// plus 1, or 0 if it is not known. `opaque` is the step at which the colour hides what is below it, or 0.
/// The filling starts at the pixel of `place` if that is in its span, and returns where it stopped.
craster_place craster_fill_bytes(
    uint8_t *pixels, const uint16_t *table, uint32_t opaque, const craster_span *spans, size_t count,
    craster_place place);

/// The same for indices of two bytes.
craster_place craster_fill_words(
    uint16_t *pixels, const uint16_t *table, uint32_t opaque, const craster_span *spans, size_t count,
    craster_place place);

#endif
