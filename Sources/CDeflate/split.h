#ifndef CDEFLATE_SPLIT_H
#define CDEFLATE_SPLIT_H

#include "blocks.h"

enum {
  /// The largest number of blocks into which tokens are divided at one time.
  SPLIT_MAXIMUM = 64,
  /// The largest number of tokens that are divided at one time into blocks that are written.
  SPLIT_TOKENS = 1 << 16,
  SPLIT_SEGMENTS = 256,
};

/// What is kept of segments of tokens while they are joined to blocks.
typedef struct splitter {
  histogram segments[SPLIT_SEGMENTS];
  size_t ends[SPLIT_SEGMENTS];
  uint64_t costs[SPLIT_SEGMENTS];
  /// The costs of each segment joined to the one after it.
  uint64_t joined[SPLIT_SEGMENTS];
} splitter;

typedef enum split_measure { SPLIT_ESTIMATED, SPLIT_EXACT } split_measure;

/// Divides tokens into blocks of few bits: small segments are joined, first those that save most. `ends` receives the
/// ends of the blocks, of which there are at least one and at most `SPLIT_MAXIMUM`. Returns their number.
size_t cdeflate_split(splitter *splitter, const block_tables *tables, const token *tokens, size_t count,
                      split_measure measure, size_t *ends);

#endif
