#include "adler.h"
#include "deflate.h"
#include "filters.h"
#include "level.h"

#include <string.h>

// Whole streams are made of the rows, each with one rule for the filters, and parsed. A figure's rows without a filter
// repeat those above them, where whole words or edges stand one above the other; the other filters make zeros of what
// stays the same. What each row takes in each stream tells which of them to take it from. On the eleven figures, with
// the palette in the order in which its colours appear:
//
//   None                          16 120 bytes
//   Up                            16 700
//   Paeth                         16 320
//   the one that suits runs       15 290
//   each row from the best        14 820 (in 28 ms for all of this)

enum {
  /// None, Up, Paeth and whichever suits runs.
  MAXIMUM_STREAM_COUNT = 4,
  /// The bits that a row must save if it is not from the stream of the row above: then fewer repetitions are found.
  /// The figures have the fewest bytes with 300; with 100 they have 0.1 % more.
  BITS_TO_CHANGE = 300,
};

static const parse_effort thorough = {.chain_length = 32, .good_length = MAXIMUM_MATCH + 1, .rounds = 3};

/// The streams of a part, each of the same number of bytes, one after another.
typedef struct streams {
  uint8_t *start;
  size_t count;
  size_t stride;
  size_t row_count;
} streams;

static uint8_t *row_of(const streams *streams, size_t stream, size_t row) {
  return streams->start + (stream * streams->row_count + row) * streams->stride;
}

/// Filters the rows by None and Up, and if their pixels are bytes also by Paeth and whichever of them suits runs.
static void fill_streams(const streams *streams, row_reader *reader, uint64_t *marks) {
  static const uint8_t filters[] = {FILTER_NONE, FILTER_UP, FILTER_PAETH};
  size_t simple = streams->count < 3 ? streams->count : 3;
  uint8_t before = 0;
  for (size_t y = 0; y < streams->row_count; y += 1) {
    const uint8_t *above;
    const uint8_t *row = cdeflate_row_reader_next(reader, &above);
    for (size_t stream = 0; stream < simple; stream += 1) row_of(streams, stream, y)[0] = filters[stream];
    memcpy(row_of(streams, 0, y) + 1, row, reader->count);
    cdeflate_widest_level->up(row_of(streams, 1, y) + 1, row, above, reader->count);
    if (simple < 3) continue;
    cdeflate_widest_level->paeth(row_of(streams, 2, y) + 1, row, above, reader->count);
    size_t best = 0;
    size_t least = SIZE_MAX;
    for (size_t stream = 0; stream < 3; stream += 1) {
      const uint8_t *filtered = row_of(streams, stream, y);
      size_t weight = cdeflate_widest_level->changes(marks, filtered, streams->stride);
      weight += filtered[0] == before ? 0 : CHANGE_WEIGHT;
      if (weight < least) {
        least = weight;
        best = stream;
      }
    }
    memcpy(row_of(streams, 3, y), row_of(streams, best, y), streams->stride);
    before = row_of(streams, 3, y)[streams->stride - 1];
  }
}

/// Takes each row from one of the streams, so that the rows and the changes between streams take the fewest bits, and
/// appends them as one more stream. `costs` are what all rows before each row take in each stream; `ways` has room for
/// one byte for each row of each stream.
static void mix_streams(const streams *streams, const uint64_t *costs, uint8_t *ways) {
  uint64_t totals[MAXIMUM_STREAM_COUNT] = {0};
  for (size_t y = 0; y < streams->row_count; y += 1) {
    uint64_t next[MAXIMUM_STREAM_COUNT];
    for (size_t stream = 0; stream < streams->count; stream += 1) {
      uint64_t least = totals[stream];
      size_t best = stream;
      for (size_t other = 0; other < streams->count; other += 1) {
        uint64_t total = totals[other] + (y > 0 ? BITS_TO_CHANGE * PARSE_UNIT : 0);
        if (total < least) {
          least = total;
          best = other;
        }
      }
      const uint64_t *row_costs = costs + stream * (streams->row_count + 1) + y;
      // A match that ends in the next row may make a row cheaper than nothing.
      next[stream] = least + (row_costs[1] > row_costs[0] ? row_costs[1] - row_costs[0] : 0);
      ways[y * streams->count + stream] = (uint8_t)best;
    }
    memcpy(totals, next, sizeof totals);
  }
  size_t stream = 0;
  for (size_t other = 1; other < streams->count; other += 1) {
    if (totals[other] < totals[stream]) stream = other;
  }
  for (size_t y = streams->row_count; y-- > 0;) {
    memcpy(row_of(streams, streams->count, y), row_of(streams, stream, y), streams->stride);
    stream = ways[y * streams->count + stream];
  }
}

/// Parses a stream and keeps the result if it has fewer bits than the best one. Returns false if there is no memory.
static bool try_stream(cdeflate_deflater *deflater, const uint8_t *stream, size_t count, size_t row_length,
                       parse_effort effort, const uint8_t **best) {
  parsed *next = &deflater->parsed[1];
  if (!cdeflate_parse(&deflater->parser, &deflater->tables, stream, count, row_length, effort, next)) return false;
  if (*best != NULL && deflater->parsed[0].bit_count <= next->bit_count) return true;
  *best = stream;
  parsed previous = deflater->parsed[0];
  deflater->parsed[0] = *next;
  *next = previous;
  return true;
}

static bool write_best(cdeflate_deflater *deflater, const uint8_t *stream, size_t count, bool is_last) {
  const parsed *best = &deflater->parsed[0];
  deflater->adler = cdeflate_adler_update(1, stream, count);
  return cdeflate_block_writer_write_blocks(&deflater->writer, (const token *)(const void *)best->tokens.start,
                                   (const size_t *)(const void *)best->ends.start, best->block_count, is_last);
}

bool cdeflate_take_fewest_bits(cdeflate_deflater *deflater, row_reader *reader, size_t row_count, bool is_last) {
  size_t count = reader->rows->layout == CDEFLATE_INDICES ? MAXIMUM_STREAM_COUNT : 2;
  size_t stride = 1 + reader->count;
  size_t length = stride * row_count;
  size_t costs_count = row_count + 1;
  if (!buffer_reserve(&deflater->filtered, (count + 1) * length) ||
      !buffer_reserve(&deflater->marks, (stride + 62) / 64 * sizeof(uint64_t)) ||
      !buffer_reserve(&deflater->costs, count * costs_count * sizeof(uint64_t)) ||
      !buffer_reserve(&deflater->ways, count * row_count)) {
    return false;
  }
  streams streams = {.start = deflater->filtered.start, .count = count, .stride = stride, .row_count = row_count};
  fill_streams(&streams, reader, (uint64_t *)(void *)deflater->marks.start);
  uint64_t *costs = (uint64_t *)(void *)deflater->costs.start;
  const uint8_t *best = NULL;
  for (size_t stream = 0; stream < count; stream += 1) {
    const uint8_t *start = row_of(&streams, stream, 0);
    bool was_kept = best != NULL;
    if (!try_stream(deflater, start, length, stride, thorough, &best)) return false;
    const parsed *parsed = &deflater->parsed[best == start || !was_kept ? 0 : 1];
    memcpy(costs + stream * costs_count, parsed->row_costs.start, costs_count * sizeof(uint64_t));
  }
  mix_streams(&streams, costs, deflater->ways.start);
  if (!try_stream(deflater, row_of(&streams, count, 0), length, stride, thorough, &best)) return false;
  return write_best(deflater, best, length, is_last);
}

bool cdeflate_take_bytes(cdeflate_deflater *deflater, const uint8_t *bytes, size_t count) {
  const uint8_t *best = NULL;
  return try_stream(deflater, bytes, count, 0, thorough, &best) && write_best(deflater, bytes, count, true);
}
