#ifndef CDEFLATE_RUNS_H
#define CDEFLATE_RUNS_H

#include "symbols.h"

#include <stddef.h>

/// Finds the runs of one byte in rows that follow each other as one stream, and the stream's checksum.
typedef struct run_finder {
  /// The value of the run that has begun, and its first place, counted from the beginning of the next row.
  uint8_t value;
  int64_t first;
  /// The two halves of the checksum.
  uint64_t low;
  uint64_t high;
} run_finder;

void cdeflate_run_finder_begin(run_finder *finder);

/// Takes the next row and appends the tokens of all runs that end in it. `changes` marks each byte that is followed by
/// another value. There is room for `count` + `RUN_SLACK` tokens for each row. Returns the end of the tokens.
token *cdeflate_run_finder_take(run_finder *finder, const uint8_t *row, size_t count, const uint64_t *changes,
                                token *tokens);

/// Appends the tokens of the last run.
token *cdeflate_run_finder_end(run_finder *finder, token *tokens);

static inline uint32_t run_finder_adler(const run_finder *finder) {
  return (uint32_t)(finder->high << 16 | finder->low);
}

enum { RUN_SLACK = 16 };

#endif
