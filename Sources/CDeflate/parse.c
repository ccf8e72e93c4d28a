#include "parse.h"

#include "split.h"

#include <string.h>

// Tokens are a path from the first byte to the end: each place is a node, each byte and each match a step from its
// first place to the place after it, and a step costs what its symbols take. Within runs hardly any place is of use: a
// run is one byte and its repetition, and a match from elsewhere begins or ends where a run begins or ends, or very near
// it. Therefore the nodes are the first two places of each run, its last places and enough between them that a match
// leads from each node to the next one.

enum {
  /// The last places of a run that are nodes.
  TAIL = 6,
  /// The nodes that are considered together.
  MAXIMUM_NODE_COUNT = 1 << 18,
  MAXIMUM_MATCHES_PER_NODE = 16,
  HASH_BITS = 15,
  WINDOW_MASK = MAXIMUM_DISTANCE - 1,
  NEVER = 0x7fffffff,
};

/// The nodes of a span of the stream, in the order of their places.
typedef struct node {
  uint32_t place;
  /// The number of equal bytes from here on.
  uint32_t run;
  /// The first of the matches that begin here; they end where those of the next node begin.
  uint32_t first_match;
  /// The least cost of the bytes before, and the last token of those.
  uint32_t cost;
  token last;
} node;

/// The earlier places of the same hash.
typedef struct chains {
  /// The last place of each hash plus 1, or 0.
  uint32_t heads[1 << HASH_BITS];
  /// The place before each place of the window, plus 1.
  uint32_t previous[MAXIMUM_DISTANCE];
} chains;

/// What each symbol takes, with the bits that follow it.
typedef struct costs {
  uint32_t literals[256];
  uint32_t lengths[MAXIMUM_MATCH + 1];
  uint32_t distances[DISTANCE_COUNT];
} costs;

void cdeflate_parser_free(parser *parser) {
  free(parser->nodes.start);
  free(parser->matches.start);
  free(parser->chains.start);
  free(parser->splitter.start);
}

void cdeflate_parsed_free(parsed *parsed) {
  free(parsed->tokens.start);
  free(parsed->ends.start);
  free(parsed->row_costs.start);
}

// MARK: - Nodes and matches

static size_t common_length(const uint8_t *one, const uint8_t *other, size_t limit) {
  size_t length = 0;
  while (length + 8 <= limit) {
    uint64_t a;
    uint64_t b;
    memcpy(&a, one + length, 8);
    memcpy(&b, other + length, 8);
    if (a != b) {
      if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) return length + (size_t)__builtin_clzll(a ^ b) / 8;
      return length + (size_t)__builtin_ctzll(a ^ b) / 8;
    }
    length += 8;
  }
  while (length < limit && one[length] == other[length]) length += 1;
  return length;
}

/// Returns the end of the run that begins at `place`.
static size_t run_end(const uint8_t *bytes, size_t place, size_t end) {
  return place + 1 + common_length(bytes + place + 1, bytes + place, end - place - 1);
}

/// A hash of a run and of what follows it: a match of less is a repetition of the run itself. Of a short run more of
/// what follows it counts, so that there are at least four bytes. Returns false if the stream ends before.
static bool find_hash(const uint8_t *bytes, size_t place, size_t run, size_t end, uint32_t *hash) {
  size_t after = run == 1 ? 3 : run == 2 ? 2 : 1;
  if (run >= MAXIMUM_MATCH || end - place < run + after) return false;
  const uint8_t *next = bytes + place + run;
  uint32_t word = bytes[place] | (uint32_t)next[0] << 8;
  if (after > 1) word |= (uint32_t)next[1] << 16;
  if (after > 2) word |= (uint32_t)next[2] << 24;
  *hash = (word * 0x9E3779B1u + (uint32_t)run * 0x85EBCA77u) * 0xC2B2AE3Du >> (32 - HASH_BITS);
  return true;
}

static uint32_t packed_match(size_t length, size_t distance) { return (uint32_t)(length << 16 | (distance - 1)); }
static uint32_t packed_length(uint32_t match) { return match >> 16; }
static uint32_t packed_distance(uint32_t match) { return (match & 0xffff) + 1; }

/// Finds the matches that begin at a node, each longer than the ones before it, and enters the node into its chain.
static uint32_t *find_matches(chains *chains, const uint8_t *bytes, size_t place, size_t run, size_t end,
                              size_t row_length, size_t chain_length, uint32_t *matches) {
  uint32_t *first = matches;
  size_t limit = end - place < MAXIMUM_MATCH ? end - place : MAXIMUM_MATCH;
  size_t longest = MINIMUM_MATCH - 1;
  if (place > 0 && bytes[place] == bytes[place - 1] && run >= MINIMUM_MATCH) {
    longest = run < limit ? run : limit;
    *matches++ = packed_match(longest, 1);
  }
  uint32_t hash;
  if (!find_hash(bytes, place, run, end, &hash)) return matches;
  uint32_t earlier = chains->heads[hash];
  chains->previous[place & WINDOW_MASK] = earlier;
  chains->heads[hash] = (uint32_t)place + 1;
  for (size_t step = 0; step < chain_length && earlier > 0 && longest < limit; step += 1) {
    size_t source = earlier - 1;
    if (place - source > MAXIMUM_DISTANCE) break;
    if (bytes[source + longest] == bytes[place + longest]) {
      size_t length = common_length(bytes + source, bytes + place, limit);
      if (length > longest) {
        longest = length;
        *matches++ = packed_match(length, place - source);
        if (matches - first == MAXIMUM_MATCHES_PER_NODE - 1) break;
      }
    }
    uint32_t before = chains->previous[source & WINDOW_MASK];
    // The place of the window may have been taken by a later one.
    if (before >= earlier) break;
    earlier = before;
  }
  if (row_length > 0 && row_length <= MAXIMUM_DISTANCE && place >= row_length && longest < limit) {
    size_t length = common_length(bytes + place - row_length, bytes + place, limit);
    if (length > longest) *matches++ = packed_match(length, row_length);
  }
  return matches;
}

/// Returns the place of the node after the one at `place`, whose run is from `first` to `run_end`.
static size_t next_place(size_t place, size_t first, size_t run_end, size_t row_end) {
  if (place == first) return place + 1;
  size_t next = place + MAXIMUM_MATCH;
  if (run_end < next) next = run_end;
  if (place + TAIL < run_end && run_end - TAIL < next) next = run_end - TAIL;
  if (row_end < next) next = row_end;
  if (place + TAIL >= run_end) next = place + 1;
  // The next node is reached by a match, or else by a byte.
  return next - place < MINIMUM_MATCH ? place + 1 : next;
}

// MARK: - Costs

static uint32_t logarithm(const block_tables *tables, uint32_t n) {
  uint32_t exponent = 31 - (uint32_t)__builtin_clz(n);
  uint32_t mantissa = exponent <= 7 ? n << (7 - exponent) : n >> (exponent - 7);
  return exponent << 12 | tables->logarithms[mantissa - 128];
}

/// Computes -log₂ of the frequency of each symbol; one that does not occur counts as half an occurrence.
static void find_symbol_costs(const block_tables *tables, const uint32_t *counts, size_t count, uint32_t *result) {
  uint32_t total = 1;
  for (size_t i = 0; i < count; i += 1) total += counts[i];
  uint32_t whole = logarithm(tables, total);
  for (size_t i = 0; i < count; i += 1) {
    uint32_t cost = counts[i] == 0 ? whole + (1 << 12) : whole - logarithm(tables, counts[i]);
    uint32_t most = 15 << 12;
    result[i] = (cost < most ? cost : most) * PARSE_UNIT >> 12;
    // No code word is shorter than half a bit, roughly.
    if (result[i] < PARSE_UNIT / 2) result[i] = PARSE_UNIT / 2;
  }
}

static void find_costs(costs *costs, const block_tables *tables, const histogram *histogram) {
  uint32_t literals[LITERAL_COUNT];
  find_symbol_costs(tables, histogram->literals, LITERAL_COUNT, literals);
  memcpy(costs->literals, literals, sizeof costs->literals);
  for (uint32_t length = MINIMUM_MATCH; length <= MAXIMUM_MATCH; length += 1) {
    symbol symbol = length_symbol(length);
    costs->lengths[length] = literals[symbol.symbol] + PARSE_UNIT * symbol.extra_count;
  }
  find_symbol_costs(tables, histogram->distances, DISTANCE_COUNT, costs->distances);
  for (uint32_t i = 4; i < DISTANCE_COUNT; i += 1) costs->distances[i] += PARSE_UNIT * ((i - 2) / 2);
}

/// What symbols of filtered rows take roughly, before any is counted.
static void guess_costs(costs *costs) {
  for (size_t i = 0; i < 256; i += 1) costs->literals[i] = (i == 0 ? 2 : 6) * PARSE_UNIT;
  for (uint32_t length = MINIMUM_MATCH; length <= MAXIMUM_MATCH; length += 1) {
    costs->lengths[length] = (5 + length_symbol(length).extra_count) * PARSE_UNIT;
  }
  for (uint32_t i = 0; i < DISTANCE_COUNT; i += 1) {
    costs->distances[i] = (i == 0 ? 1 : 4 + (i < 4 ? 0 : (i - 2) / 2)) * PARSE_UNIT;
  }
}

// MARK: - Paths

/// The cheapest path through nodes that begin at `nodes`; the last one is the end of the span. The costs are those of
/// the block in which a step begins.
static void find_path(node *nodes, size_t count, const uint32_t *matches, const uint8_t *bytes, const costs *costs,
                      const size_t *block_places, size_t block_count) {
  size_t block = 0;
  uint32_t before = 0;
  for (size_t i = 1; i <= count; i += 1) nodes[i].cost = NEVER;
  for (size_t i = 0; i < count; i += 1) {
    const node *here = &nodes[i];
    while (block + 1 < block_count && here->place >= block_places[block]) block += 1;
    const struct costs *prices = &costs[block];
    if (nodes[i + 1].place == here->place + 1) {
      uint32_t cost = here->cost + prices->literals[bytes[here->place]];
      if (cost < nodes[i + 1].cost) {
        nodes[i + 1].cost = cost;
        nodes[i + 1].last = bytes[here->place];
      }
    }
    uint32_t first = here->first_match;
    uint32_t end = here[1].first_match;
    uint32_t longest = first < end ? matches[end - 1] : 0;
    size_t far = i + MAXIMUM_MATCH;
    // Where the same longest match was possible one place before, only its whole length is of use: the steps from there
    // lead to all the places between. Without this, a pattern that repeats would take hundreds of steps a byte.
    if (longest == before && packed_length(longest) == MAXIMUM_MATCH && far <= count &&
        here[-1].place + 1 == here->place && nodes[far].place == here->place + MAXIMUM_MATCH) {
      uint32_t distance = packed_distance(longest);
      uint32_t cost =
          here->cost + prices->distances[distance_symbol(distance).symbol] + prices->lengths[MAXIMUM_MATCH];
      if (cost < nodes[far].cost) {
        nodes[far].cost = cost;
        nodes[far].last = match_token(MAXIMUM_MATCH, distance);
      }
      continue;
    }
    before = longest;
    size_t next = i + 1;
    for (uint32_t match = first; match < end; match += 1) {
      uint32_t last_place = here->place + packed_length(matches[match]);
      uint32_t distance = packed_distance(matches[match]);
      uint32_t base = here->cost + prices->distances[distance_symbol(distance).symbol];
      for (; next <= count && nodes[next].place <= last_place; next += 1) {
        uint32_t length = nodes[next].place - here->place;
        if (length < MINIMUM_MATCH) continue;
        uint32_t cost = base + prices->lengths[length];
        if (cost < nodes[next].cost) {
          nodes[next].cost = cost;
          nodes[next].last = match_token(length, distance);
        }
      }
    }
  }
}

/// Writes the tokens of the path that ends at the last node, and returns their number.
static size_t take_path(const node *nodes, size_t count, token *tokens) {
  size_t total = 0;
  for (size_t i = count; i > 0;) {
    token last = nodes[i].last;
    tokens[total++] = last;
    uint32_t place = nodes[i].place - (token_is_match(last) ? token_length(last) : 1);
    while (nodes[i].place != place) i -= 1;
  }
  for (size_t i = 0; i < total / 2; i += 1) {
    token other = tokens[i];
    tokens[i] = tokens[total - 1 - i];
    tokens[total - 1 - i] = other;
  }
  return total;
}

/// A span of the stream with its nodes, and the costs of its blocks.
typedef struct span {
  node *nodes;
  size_t count;
  uint32_t *matches;
  /// The number of matches that there is room for.
  size_t match_capacity;
} span;

/// Finds nodes from `place` on until there are enough of them, and returns the place after them.
static size_t find_nodes(span *span, chains *chains, const uint8_t *bytes, size_t place, size_t count,
                         size_t row_length, const parse_effort *effort) {
  uint32_t *matches = span->matches;
  size_t first = place;
  size_t end_of_run = place;
  span->count = 0;
  const uint32_t *last_matches = matches + span->match_capacity - MAXIMUM_MATCHES_PER_NODE;
  while (place < count && span->count < MAXIMUM_NODE_COUNT && matches <= last_matches) {
    if (place >= end_of_run) {
      first = place;
      end_of_run = run_end(bytes, place, count);
    }
    node *node = &span->nodes[span->count++];
    node->place = (uint32_t)place;
    node->first_match = (uint32_t)(matches - span->matches);
    node->run = (uint32_t)(end_of_run - place);
    const uint32_t *before = matches;
    matches = find_matches(chains, bytes, place, node->run, count, row_length, effort->chain_length, matches);
    if (matches > before && packed_length(matches[-1]) >= effort->good_length && packed_distance(matches[-1]) > 1) {
      place += packed_length(matches[-1]);
      continue;
    }
    size_t row_end = row_length > 0 ? (place / row_length + 1) * row_length : count;
    place = next_place(place, first, end_of_run, row_end);
  }
  span->nodes[span->count].place = (uint32_t)place;
  span->nodes[span->count].first_match = (uint32_t)(matches - span->matches);
  return place;
}

/// Chooses the tokens of a span, each time by the costs of the blocks that the tokens before made.
static size_t choose_tokens(const span *span, splitter *splitter, const block_tables *tables, const uint8_t *bytes,
                            size_t rounds, token *tokens) {
  costs costs[SPLIT_MAXIMUM];
  size_t places[SPLIT_MAXIMUM];
  size_t ends[SPLIT_MAXIMUM];
  size_t block_count = 1;
  size_t count = 0;
  guess_costs(&costs[0]);
  for (size_t round = 0; round < rounds; round += 1) {
    find_path(span->nodes, span->count, span->matches, bytes, costs, places, block_count);
    count = take_path(span->nodes, span->count, tokens);
    if (round + 1 == rounds) break;
    block_count = cdeflate_split(splitter, tables, tokens, count, SPLIT_ESTIMATED, ends);
    size_t place = span->nodes[0].place;
    size_t next = 0;
    for (size_t block = 0; block < block_count; block += 1) {
      histogram histogram = {0};
      cdeflate_histogram_add(&histogram, tables, tokens + next, ends[block] - next);
      find_costs(&costs[block], tables, &histogram);
      for (; next < ends[block]; next += 1) {
        place += token_is_match(tokens[next]) ? token_length(tokens[next]) : 1;
      }
      places[block] = place;
    }
  }
  return count;
}

/// Divides the tokens into blocks and counts their bits. Returns false if there is no memory.
static bool plan_blocks(splitter *splitter, const block_tables *tables, parsed *result) {
  const token *tokens = (const token *)(const void *)result->tokens.start;
  size_t rounds = result->token_count / SPLIT_TOKENS + 1;
  if (!buffer_reserve(&result->ends, rounds * SPLIT_MAXIMUM * sizeof(size_t))) return false;
  size_t *ends = (size_t *)(void *)result->ends.start;
  result->block_count = 0;
  result->bit_count = 0;
  size_t next = 0;
  do {
    size_t taken = result->token_count - next < SPLIT_TOKENS ? result->token_count - next : SPLIT_TOKENS;
    size_t found = cdeflate_split(splitter, tables, tokens + next, taken, SPLIT_EXACT, ends + result->block_count);
    for (size_t i = 0; i < found; i += 1) {
      size_t end = ends[result->block_count] + next;
      size_t begin = result->block_count > 0 ? ends[result->block_count - 1] : 0;
      ends[result->block_count++] = end;
      histogram histogram = {0};
      cdeflate_histogram_add(&histogram, tables, tokens + begin, end - begin);
      result->bit_count += cdeflate_block_bits(&histogram);
    }
    next += taken;
  } while (next < result->token_count);
  return true;
}

bool cdeflate_parse(parser *parser, const block_tables *tables, const uint8_t *bytes, size_t count, size_t row_length,
           parse_effort effort, parsed *result) {
  size_t capacity = count < MAXIMUM_NODE_COUNT ? count : MAXIMUM_NODE_COUNT;
  size_t match_capacity = 4 * capacity + MAXIMUM_MATCHES_PER_NODE;
  size_t row_count = row_length > 0 ? count / row_length : 0;
  if (!buffer_reserve(&parser->nodes, (capacity + 1) * sizeof(node)) ||
      !buffer_reserve(&parser->matches, match_capacity * sizeof(uint32_t)) ||
      !buffer_reserve(&parser->chains, sizeof(chains)) || !buffer_reserve(&parser->splitter, sizeof(splitter)) ||
      !buffer_reserve(&result->tokens, (count + 1) * sizeof(token)) ||
      !buffer_reserve(&result->row_costs, (row_count + 1) * sizeof(uint64_t))) {
    return false;
  }
  span span = {.nodes = (node *)(void *)parser->nodes.start,
               .matches = (uint32_t *)(void *)parser->matches.start,
               .match_capacity = match_capacity};
  chains *chains = (struct chains *)(void *)parser->chains.start;
  splitter *splitter = (struct splitter *)(void *)parser->splitter.start;
  memset(chains, 0, sizeof *chains);
  token *tokens = (token *)(void *)result->tokens.start;
  uint64_t *row_costs = (uint64_t *)(void *)result->row_costs.start;
  uint64_t cost = 0;
  size_t row = 0;
  size_t place = 0;
  result->token_count = 0;
  while (place < count) {
    place = find_nodes(&span, chains, bytes, place, count, row_length, &effort);
    span.nodes[0].cost = 0;
    result->token_count += choose_tokens(&span, splitter, tables, bytes, effort.rounds, tokens + result->token_count);
    for (size_t i = 0; i < span.count; i += 1) {
      // Where a match leads over the beginning of a row, the place after it counts.
      for (; row < row_count && row * row_length <= span.nodes[i].place; row += 1) {
        row_costs[row] = cost + span.nodes[i].cost;
      }
    }
    cost += span.nodes[span.count].cost;
  }
  for (; row <= row_count; row += 1) row_costs[row] = cost;
  return plan_blocks(splitter, tables, result);
}
