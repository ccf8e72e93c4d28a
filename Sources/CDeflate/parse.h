#ifndef CDEFLATE_PARSE_H
#define CDEFLATE_PARSE_H

#include "blocks.h"

/// Finds the tokens of a stream that take the fewest bits, reusing its buffers.
typedef struct parser {
  buffer nodes;
  buffer matches;
  buffer chains;
  buffer splitter;
} parser;

/// How long is searched.
typedef struct parse_effort {
  /// The number of earlier places that are compared with each place.
  size_t chain_length;
  /// A match of at least this length, from elsewhere than the byte before, is taken without looking at its places.
  size_t good_length;
  /// The number of times that tokens are chosen, each time by what the symbols took the time before.
  size_t rounds;
} parse_effort;

/// The tokens of a stream and what they take.
typedef struct parsed {
  buffer tokens;
  size_t token_count;
  /// The ends of the blocks, counted in tokens.
  buffer ends;
  size_t block_count;
  /// The bits of all blocks.
  size_t bit_count;
  /// What the bytes before each row take, in units of `PARSE_UNIT` to a bit; there is one entry for each row begun, if
  /// `row_length` is not 0.
  buffer row_costs;
} parsed;

enum { PARSE_UNIT = 32 };

/// Finds the tokens of `count` bytes that consist of rows of `row_length` bytes, or of none if that is 0. Returns false
/// if there is no memory.
bool cdeflate_parse(parser *parser, const block_tables *tables, const uint8_t *bytes, size_t count, size_t row_length,
           parse_effort effort, parsed *result);

void cdeflate_parser_free(parser *parser);
void cdeflate_parsed_free(parsed *parsed);

#endif
