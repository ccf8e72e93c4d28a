#ifndef CDEFLATE_BLOCKS_H
#define CDEFLATE_BLOCKS_H

#include "bits.h"
#include "buffer.h"
#include "symbols.h"

/// The number of times that each symbol occurs.
typedef struct histogram {
  uint32_t literals[LITERAL_COUNT];
  uint32_t distances[DISTANCE_COUNT];
} histogram;

/// Tables that do not depend on what is deflated.
typedef struct block_tables {
  /// The symbol of each kind of token.
  uint16_t symbols[TOKEN_KINDS];
  /// The symbol of each length of a match.
  symbol lengths[MAXIMUM_MATCH + 1];
  /// n log₂ n in units of 1/4096 bit.
  uint32_t products[1 << 12];
  /// log₂ (1 + i / 128) in units of 1/4096.
  uint16_t logarithms[1 << 7];
} block_tables;

void cdeflate_block_tables_fill(block_tables *tables);

/// Counts the symbols of tokens.
void cdeflate_histogram_add(histogram *histogram, const block_tables *tables, const token *tokens, size_t count);

/// Estimates the bits of a block of the symbols of two histograms, without the extra bits of its matches, in units of
/// 1/4096 bit.
uint64_t cdeflate_block_estimate(const block_tables *tables, const histogram *one, const histogram *other);

/// The bits of a block of these symbols.
size_t cdeflate_block_bits(const histogram *histogram);

/// The bits of a stream so far.
typedef struct block_writer {
  const block_tables *tables;
  /// The whole bytes.
  buffer packed;
  /// The bits of the next byte.
  uint64_t bits;
  unsigned bit_count;
} block_writer;

/// Writes tokens as one block or several, each with a code of its own where that saves bits. Returns false if there is
/// no memory.
bool cdeflate_block_writer_write(block_writer *writer, const token *tokens, size_t count, bool is_last);

/// Writes tokens as blocks with these ends. Returns false if there is no memory.
bool cdeflate_block_writer_write_blocks(block_writer *writer, const token *tokens, const size_t *ends,
                                         size_t block_count, bool is_last);

/// Writes an empty block that ends at a whole byte.
bool cdeflate_block_writer_align(block_writer *writer);

/// Ends the last byte.
bool cdeflate_block_writer_finish(block_writer *writer);

#endif
