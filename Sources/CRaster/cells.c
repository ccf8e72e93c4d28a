#include "CRaster.h"

static inline int32_t coverage(int64_t sum) {
  uint64_t size = sum < 0 ? -(uint64_t)sum : (uint64_t)sum;
  return size < CRASTER_FULL ? (int32_t)size : CRASTER_FULL;
}

/// Takes the leftmost marked cell out of a block, and returns its place.
static inline int take_cell(ptrdiff_t *block, uint64_t *marks, int64_t *difference) {
  int bit = __builtin_ctzll(*marks);
  *marks &= *marks - 1;
  *difference = block[1 + bit];
  block[1 + bit] = 0;
  return bit;
}

size_t craster_drain_runs(ptrdiff_t *blocks, size_t columns, int32_t row, int32_t first, craster_run *runs) {
  craster_run *run = runs;
  int64_t sum = 0;
  int32_t covered = 0;
  int32_t start = first;
  int32_t end = first + (int32_t)columns;
  for (int32_t column = first; column <= end; column += 64, blocks += CRASTER_BLOCK) {
    uint64_t marks = (uint64_t)blocks[0];
    if (marks == 0) continue;
    blocks[0] = 0;
    do {
      int64_t difference;
      int bit = take_cell(blocks, &marks, &difference);
      sum += difference;
      // If one edge cancels another, as between two adjacent bars, or if an area is covered twice, the run continues.
      int32_t next = coverage(sum);
      if (next == covered) continue;
      // The entry is always written, and kept only if it covers something: that could not be predicted.
      *run = (craster_run){row, start, column + bit, covered};
      run += covered != 0;
      start = column + bit;
      covered = next;
    } while (marks != 0);
  }
  if (covered != 0 && start < end) *run++ = (craster_run){row, start, end, covered};
  return (size_t)(run - runs);
}

size_t craster_drain_cells(ptrdiff_t *blocks, size_t columns, int16_t row, int16_t first, craster_cell *cells) {
  craster_cell *cell = cells;
  int isTooLarge = 0;
  for (size_t column = 0; column <= columns; column += 64, blocks += CRASTER_BLOCK) {
    uint64_t marks = (uint64_t)blocks[0];
    if (marks == 0) continue;
    blocks[0] = 0;
    do {
      int64_t difference;
      int bit = take_cell(blocks, &marks, &difference);
      isTooLarge |= difference != (int32_t)difference;
      *cell = (craster_cell){row, (int16_t)(first + (int16_t)column + bit), (int32_t)difference};
      cell += difference != 0;
    } while (marks != 0);
  }
  return isTooLarge ? SIZE_MAX : (size_t)(cell - cells);
}

void craster_add_cells(
    ptrdiff_t *blocks, size_t stride, size_t rows, size_t columns, const craster_cell *cells, size_t count,
    ptrdiff_t row, ptrdiff_t column) {
  for (const craster_cell *cell = cells, *end = cells + count; cell < end; cell += 1) {
    int64_t y = row + cell->row;
    int64_t x = column + cell->column;
    if (x < 0) x = 0;
    if ((uint64_t)y >= rows || (size_t)x > columns) continue;
    ptrdiff_t *block = blocks + (size_t)y * stride + ((size_t)x >> 6) * CRASTER_BLOCK;
    block[1 + (x & 63)] += cell->difference;
    block[0] |= (int64_t)(UINT64_C(1) << (x & 63));
  }
}

size_t craster_make_spans(
    const craster_run *runs, size_t count, size_t width, int32_t top, craster_span *spans) {
  craster_span *span = spans;
  for (const craster_run *run = runs, *end = runs + count; run < end; run += 1) {
    uint16_t level = (uint16_t)craster_level(run->coverage);
    uint32_t pixel = (uint32_t)((size_t)(run->row - top) * width + (size_t)run->start);
    uint32_t length = (uint32_t)(run->end - run->start);
    for (; length > CRASTER_LONGEST_SPAN; length -= CRASTER_LONGEST_SPAN, pixel += CRASTER_LONGEST_SPAN) {
      *span = (craster_span){pixel, CRASTER_LONGEST_SPAN, level};
      span += level != 0;
    }
    *span = (craster_span){pixel, (uint16_t)length, level};
    span += level != 0;
  }
  return (size_t)(span - spans);
}
