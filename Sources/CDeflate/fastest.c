#include "adler.h"
#include "deflate.h"
#include "filters.h"
#include "level.h"
#include "runs.h"

#include <string.h>

/// The number of tokens that are written together, unless a row has more.
enum { TOKENS_PER_ROUND = 1 << 16 };

/// The number of rows from the one that is filtered to the one that is fetched.
enum { PREFETCHED_ROWS = 2 };

/// A filtered row, with the marks and the weight of its changes.
typedef struct candidate {
  uint8_t filter;
  const uint8_t *row;
  uint64_t *marks;
  size_t weight;
} candidate;

/// The weight of a change from one byte to the next.
static size_t change_weight(uint8_t byte, uint8_t next) {
  return byte == next ? 0 : next == 0 ? ZERO_WEIGHT : CHANGE_WEIGHT;
}

/// Adds the changes to the number of the filter, of which zero counts as any other, and from there to the row.
static void add_beginning(candidate *candidate, uint8_t before) {
  candidate->weight += candidate->filter == before ? 0 : CHANGE_WEIGHT;
  candidate->weight += change_weight(candidate->filter, candidate->row[0]);
}

/// Filters an indexed row by whichever of None, Up and Paeth leaves runs of the least weight, and returns that
/// candidate. `before` is the last byte of the row above, as it was filtered. `filtered` has room for two rows.
///
/// Paeth is tried only where the others leave more than a few runs.
static const candidate *filter_for_runs(candidate *candidates, uint8_t *filtered, const uint8_t *row,
                                        const uint8_t *above, size_t count, uint8_t before) {
  enum { LITTLE = 32 };
  candidate *none = &candidates[0];
  candidate *up = &candidates[1];
  none->row = row;
  up->row = filtered;
  cdeflate_widest_level->up_changes(filtered, row, above, count, none->marks, &none->weight, up->marks, &up->weight);
  add_beginning(none, before);
  add_beginning(up, before);
  candidate *best = up->weight < none->weight ? up : none;
  if (best->weight <= LITTLE) return best;
  candidate *paeth = &candidates[2];
  paeth->row = filtered + count;
  cdeflate_widest_level->paeth(filtered + count, row, above, count);
  paeth->weight = cdeflate_widest_level->changes(paeth->marks, paeth->row, count);
  add_beginning(paeth, before);
  return paeth->weight < best->weight ? paeth : best;
}

/// Has the processor fetch the row `PREFETCHED_ROWS` - 1 after the next one. Pictures that are not in its second-level
/// cache take 7 % less time.
static void prefetch(const row_reader *reader) {
  enum { CACHE_LINE = 64 };
  const uint8_t *row = reader->rows->start + (reader->next + PREFETCHED_ROWS - 1) * reader->given;
  for (size_t i = 0; i < reader->given; i += CACHE_LINE) __builtin_prefetch(row + i);
}

bool cdeflate_take_runs(cdeflate_deflater *deflater, row_reader *reader, size_t row_count, bool is_last) {
  size_t count = reader->count;
  size_t stride = 1 + count;
  size_t words = (count + 62) / 64;
  size_t capacity = stride + RUN_SLACK > TOKENS_PER_ROUND ? stride + RUN_SLACK : TOKENS_PER_ROUND;
  // A run of many rows ends in one of them, and is repetitions of the greatest length.
  size_t longest_run = stride * row_count / MAXIMUM_MATCH;
  if (!buffer_reserve(&deflater->filtered, 2 * count)) return false;
  if (!buffer_reserve(&deflater->marks, 3 * words * sizeof(uint64_t))) return false;
  if (!buffer_reserve(&deflater->tokens, (capacity + longest_run + 2 * RUN_SLACK) * sizeof(token))) return false;
  uint64_t *marks = (uint64_t *)(void *)deflater->marks.start;
  candidate candidates[] = {
      {.filter = FILTER_NONE, .marks = marks},
      {.filter = FILTER_UP, .marks = marks + words},
      {.filter = FILTER_PAETH, .marks = marks + 2 * words},
  };
  token *tokens = (token *)(void *)deflater->tokens.start;
  token *next = tokens;
  run_finder finder;
  cdeflate_run_finder_begin(&finder);
  for (size_t y = 0; y < row_count; y += 1) {
    const uint8_t *above;
    const uint8_t *row = cdeflate_row_reader_next(reader, &above);
    if (y + PREFETCHED_ROWS < row_count) prefetch(reader);
    const candidate *chosen =
        filter_for_runs(candidates, deflater->filtered.start, row, above, count, finder.value);
    if ((size_t)(next - tokens) + stride + RUN_SLACK > capacity) {
      if (!cdeflate_block_writer_write(&deflater->writer, tokens, (size_t)(next - tokens), false)) return false;
      next = tokens;
    }
    next = cdeflate_run_finder_take(&finder, &chosen->filter, 1, NULL, next);
    next = cdeflate_run_finder_take(&finder, chosen->row, count, chosen->marks, next);
  }
  next = cdeflate_run_finder_end(&finder, next);
  deflater->adler = run_finder_adler(&finder);
  return cdeflate_block_writer_write(&deflater->writer, tokens, (size_t)(next - tokens), is_last);
}
