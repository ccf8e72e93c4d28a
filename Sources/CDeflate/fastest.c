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

/// A row that is filtered, with the marks of its changes.
typedef struct candidate {
  uint8_t *row;
  uint64_t *marks;
} candidate;

/// Marks the changes of a candidate and returns their weight, that at the beginning of the row included.
static size_t weight(const candidate *candidate, size_t stride, uint8_t before) {
  size_t within = cdeflate_widest_level->changes(candidate->marks, candidate->row, stride);
  return within + (candidate->row[0] == before ? 0 : CHANGE_WEIGHT);
}

/// Filters an indexed row by whichever of None, Up and Paeth leaves runs of the least weight, and returns that
/// candidate. `before` is the last byte of the row above, as it was filtered.
///
/// Paeth is tried only where the others leave more than a few runs.
static const candidate *filter_for_runs(const candidate *candidates, const uint8_t *row, const uint8_t *above,
                                        size_t count, uint8_t before) {
  enum { LITTLE = 32 };
  size_t stride = 1 + count;
  candidates[0].row[0] = FILTER_NONE;
  memcpy(candidates[0].row + 1, row, count);
  candidates[1].row[0] = FILTER_UP;
  cdeflate_widest_level->up(candidates[1].row + 1, row, above, count);
  size_t weights[3];
  for (size_t i = 0; i < 2; i += 1) {
    weights[i] = weight(&candidates[i], stride, before);
  }
  size_t best = weights[1] < weights[0];
  if (weights[best] <= LITTLE) return &candidates[best];
  candidates[2].row[0] = FILTER_PAETH;
  cdeflate_widest_level->paeth(candidates[2].row + 1, row, above, count);
  weights[2] = weight(&candidates[2], stride, before);
  return &candidates[weights[2] < weights[best] ? 2 : best];
}

/// Has the processor fetch the row `PREFETCHED_ROWS` - 1 after the next one. Pictures that are not in its second-level
/// cache take 7 % less time.
static void prefetch(const row_reader *reader) {
  enum { CACHE_LINE = 64 };
  const uint8_t *row = reader->rows->start + (reader->next + PREFETCHED_ROWS - 1) * reader->given;
  for (size_t i = 0; i < reader->given; i += CACHE_LINE) __builtin_prefetch(row + i);
}

bool cdeflate_take_runs(cdeflate_deflater *deflater, row_reader *reader, size_t row_count, bool is_last) {
  size_t stride = 1 + reader->count;
  size_t words = (stride + 62) / 64;
  size_t capacity = stride + RUN_SLACK > TOKENS_PER_ROUND ? stride + RUN_SLACK : TOKENS_PER_ROUND;
  if (!buffer_reserve(&deflater->filtered, 3 * stride)) return false;
  if (!buffer_reserve(&deflater->marks, 3 * words * sizeof(uint64_t))) return false;
  if (!buffer_reserve(&deflater->tokens, (capacity + RUN_SLACK) * sizeof(token))) return false;
  candidate candidates[3];
  for (size_t i = 0; i < 3; i += 1) {
    candidates[i].row = deflater->filtered.start + i * stride;
    candidates[i].marks = (uint64_t *)(void *)deflater->marks.start + i * words;
  }
  token *tokens = (token *)(void *)deflater->tokens.start;
  token *next = tokens;
  run_finder finder;
  cdeflate_run_finder_begin(&finder);
  for (size_t y = 0; y < row_count; y += 1) {
    const uint8_t *above;
    const uint8_t *row = cdeflate_row_reader_next(reader, &above);
    if (y + PREFETCHED_ROWS < row_count) prefetch(reader);
    const candidate *chosen = filter_for_runs(candidates, row, above, reader->count, finder.value);
    if ((size_t)(next - tokens) + stride + RUN_SLACK > capacity) {
      if (!cdeflate_block_writer_write(&deflater->writer, tokens, (size_t)(next - tokens), false)) return false;
      next = tokens;
    }
    next = cdeflate_run_finder_take(&finder, chosen->row, stride, chosen->marks, next);
  }
  next = cdeflate_run_finder_end(&finder, next);
  deflater->adler = run_finder_adler(&finder);
  return cdeflate_block_writer_write(&deflater->writer, tokens, (size_t)(next - tokens), is_last);
}
