#include "blocks.h"

#include "CDeflate.h"

#include <string.h>

// MARK: - Tables

void cdeflate_block_tables_fill(block_tables *tables) {
  for (uint32_t kind = 0; kind < TOKEN_KINDS; kind += 1) {
    tables->symbols[kind] = (uint16_t)kind;
    if (kind > 256) tables->symbols[kind] = kind < 256 + MINIMUM_MATCH ? 0 : length_symbol(kind - 256).symbol;
  }
  for (uint32_t length = MINIMUM_MATCH; length <= MAXIMUM_MATCH; length += 1) {
    tables->lengths[length] = length_symbol(length);
  }
  for (uint32_t i = 0; i < 1 << 7; i += 1) {
    // Squaring a number from 1 to 2 doubles its logarithm; the whole part of the double is the next binary digit.
    uint64_t value = (uint64_t)(128 + i) << 24;
    uint32_t digits = 0;
    for (int digit = 0; digit < 12; digit += 1) {
      value = value * value >> 31;
      uint32_t whole = value >> 32 != 0;
      value >>= whole;
      digits = digits << 1 | whole;
    }
    tables->logarithms[i] = (uint16_t)digits;
  }
  tables->products[0] = 0;
  for (uint32_t n = 1; n < 1 << 12; n += 1) {
    uint32_t exponent = 31 - (uint32_t)__builtin_clz(n);
    uint32_t mantissa = exponent <= 7 ? n << (7 - exponent) : n >> (exponent - 7);
    tables->products[n] = n * (exponent << 12 | tables->logarithms[mantissa - 128]);
  }
}

/// n log₂ n in units of 1/4096 bit.
static inline uint64_t product(const block_tables *tables, uint32_t n) {
  if (n < 1 << 12) return tables->products[n];
  uint32_t exponent = 31 - (uint32_t)__builtin_clz(n);
  return (uint64_t)n * (exponent << 12 | tables->logarithms[(n >> (exponent - 7)) - 128]);
}

// MARK: - Histograms

void cdeflate_histogram_add(histogram *histogram, const block_tables *tables, const token *tokens, size_t count) {
  // Two counts of each symbol, so that an equal symbol does not wait for the one before.
  uint32_t odd[LITERAL_COUNT + 1] = {0};
  uint32_t even[LITERAL_COUNT + 1] = {0};
  size_t far = 0;
  for (size_t i = 0; i < count; i += 2) {
    token one = tokens[i];
    // What is counted beyond the end is left out.
    bool has_other = i + 1 < count;
    token other = has_other ? tokens[i + 1] : 0;
    even[tables->symbols[token_kind(one)]] += 1;
    odd[has_other ? tables->symbols[token_kind(other)] : LITERAL_COUNT] += 1;
    // Whether a token is a match could not be predicted, unlike whether it is a far one.
    if ((one | other) >> TOKEN_KIND_BITS == 0) continue;
    token pair[] = {one, other};
    for (size_t j = 0; j < 2; j += 1) {
      if (pair[j] >> TOKEN_KIND_BITS == 0) continue;
      histogram->distances[distance_symbol(token_distance(pair[j])).symbol] += 1;
      far += 1;
    }
  }
  uint32_t matches = 0;
  for (size_t i = 0; i < LITERAL_COUNT; i += 1) {
    uint32_t both = even[i] + odd[i];
    histogram->literals[i] += both;
    matches += i > END_OF_BLOCK ? both : 0;
  }
  // Matches at distance 1 are what is left.
  histogram->distances[0] += matches - (uint32_t)far;
}

// The estimate is the entropy of the symbols, and what their code takes on average.
uint64_t cdeflate_block_estimate(const block_tables *tables, const histogram *one, const histogram *other) {
  enum { BITS_PER_BLOCK = 80, BITS_PER_SYMBOL = 3 };
  const uint32_t *a = (const uint32_t *)one;
  const uint32_t *b = (const uint32_t *)other;
  uint64_t total = 0;
  uint64_t saved = 0;
  uint64_t used = 0;
  for (size_t i = 0; i < LITERAL_COUNT; i += 1) {
    uint32_t n = a[i] + b[i];
    total += n;
    used += n > 0;
    saved += product(tables, n);
  }
  uint64_t bits = product(tables, (uint32_t)total);
  total = 0;
  for (size_t i = LITERAL_COUNT; i < LITERAL_COUNT + DISTANCE_COUNT; i += 1) {
    uint32_t n = a[i] + b[i];
    total += n;
    used += n > 0;
    saved += product(tables, n);
  }
  bits += product(tables, (uint32_t)total);
  return bits - saved + ((BITS_PER_BLOCK + BITS_PER_SYMBOL * used) << 12);
}

/// The lengths of the code words of a block.
typedef struct block_code {
  uint8_t literals[MAXIMUM_LITERAL_COUNT];
  uint8_t distances[DISTANCE_COUNT];
} block_code;

/// Computes the code that is best for a histogram.
static void find_code(block_code *code, const histogram *histogram) {
  memset(code, 0, sizeof *code);
  uint32_t literals[LITERAL_COUNT];
  memcpy(literals, histogram->literals, sizeof literals);
  literals[END_OF_BLOCK] += 1;
  cdeflate_huffman_lengths(literals, LITERAL_COUNT, 15, code->literals);
  cdeflate_huffman_lengths(histogram->distances, DISTANCE_COUNT, 15, code->distances);
  // A code of one word is allowed, but not every reader knows that: with a second one it is complete.
  size_t used = 0;
  for (size_t i = 0; i < DISTANCE_COUNT; i += 1) used += code->distances[i] > 0;
  if (code->literals[END_OF_BLOCK] == 0) code->literals[END_OF_BLOCK] = 1;
  for (size_t i = 0; used < 2; i += 1) {
    if (code->distances[i] == 0) {
      code->distances[i] = 1;
      used += 1;
    }
  }
  used = 0;
  for (size_t i = 0; i < LITERAL_COUNT; i += 1) used += code->literals[i] > 0;
  if (used == 1) code->literals[0] = 1;
}

// MARK: - The code of a block

enum { LENGTH_SYMBOL_COUNT = 19, REPEAT_LENGTH = 16, SHORT_ZEROS = 17, LONG_ZEROS = 18 };

/// The beginning of a block with a code of its own (RFC 1951, 3.2.7).
typedef struct header {
  size_t literal_count;
  size_t distance_count;
  /// Symbols for the lengths of code words, each with the bits that follow it in its high half.
  uint16_t symbols[LITERAL_COUNT + DISTANCE_COUNT];
  size_t symbol_count;
  uint8_t lengths[LENGTH_SYMBOL_COUNT];
  size_t length_count;
  size_t bit_count;
} header;

static const uint8_t length_order[LENGTH_SYMBOL_COUNT] = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

static unsigned header_extra_count(unsigned symbol) {
  return symbol == REPEAT_LENGTH ? 2 : symbol == SHORT_ZEROS ? 3 : symbol == LONG_ZEROS ? 7 : 0;
}

static void header_find(header *header, const block_code *code) {
  header->literal_count = LITERAL_COUNT;
  while (header->literal_count > FIRST_LENGTH && code->literals[header->literal_count - 1] == 0) {
    header->literal_count -= 1;
  }
  header->distance_count = DISTANCE_COUNT;
  while (header->distance_count > 1 && code->distances[header->distance_count - 1] == 0) header->distance_count -= 1;
  uint8_t all[LITERAL_COUNT + DISTANCE_COUNT];
  size_t count = header->literal_count + header->distance_count;
  memcpy(all, code->literals, header->literal_count);
  memcpy(all + header->literal_count, code->distances, header->distance_count);

  uint32_t counts[LENGTH_SYMBOL_COUNT] = {0};
  header->symbol_count = 0;
  header->bit_count = 0;
  for (size_t i = 0; i < count;) {
    size_t end = i + 1;
    while (end < count && all[end] == all[i]) end += 1;
    size_t run = end - i;
    uint8_t length = all[i];
    i = end;
    if (length > 0) {
      header->symbols[header->symbol_count++] = length;
      counts[length] += 1;
      run -= 1;
    }
    while (run > 0) {
      unsigned symbol = length;
      size_t taken = 1;
      size_t least = 0;
      if (run >= 3) {
        size_t most = length > 0 ? 6 : 138;
        taken = run < most ? run : most;
        least = taken >= 11 ? 11 : 3;
        symbol = length > 0 ? REPEAT_LENGTH : taken >= 11 ? LONG_ZEROS : SHORT_ZEROS;
      }
      size_t extra = least > 0 ? taken - least : 0;
      header->symbols[header->symbol_count++] = (uint16_t)(extra << 8 | symbol);
      counts[symbol] += 1;
      header->bit_count += header_extra_count(symbol);
      run -= taken;
    }
  }
  cdeflate_huffman_lengths(counts, LENGTH_SYMBOL_COUNT, 7, header->lengths);
  header->length_count = LENGTH_SYMBOL_COUNT;
  while (header->length_count > 4 && header->lengths[length_order[header->length_count - 1]] == 0) {
    header->length_count -= 1;
  }
  header->bit_count += 5 + 5 + 4 + 3 * header->length_count;
  for (size_t i = 0; i < LENGTH_SYMBOL_COUNT; i += 1) header->bit_count += counts[i] * header->lengths[i];
}

static void header_write(const header *header, bit_writer *bits) {
  uint16_t codes[LENGTH_SYMBOL_COUNT];
  cdeflate_huffman_codes(header->lengths, LENGTH_SYMBOL_COUNT, codes);
  write_bits(bits, header->literal_count - FIRST_LENGTH, 5);
  write_bits(bits, header->distance_count - 1, 5);
  write_bits(bits, header->length_count - 4, 4);
  for (size_t i = 0; i < header->length_count; i += 1) write_bits(bits, header->lengths[length_order[i]], 3);
  for (size_t i = 0; i < header->symbol_count; i += 1) {
    unsigned symbol = header->symbols[i] & 0xff;
    write_bits(bits, codes[symbol], header->lengths[symbol]);
    write_bits(bits, header->symbols[i] >> 8, header_extra_count(symbol));
  }
}

/// The code of blocks without one of their own (RFC 1951, 3.2.6).
static void find_fixed_code(block_code *code) {
  for (size_t i = 0; i < MAXIMUM_LITERAL_COUNT; i += 1) code->literals[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
  memset(code->distances, 5, DISTANCE_COUNT);
}

// MARK: - Blocks

static size_t extra_bits(const histogram *histogram) {
  size_t bits = 0;
  for (size_t i = 8; i < 28; i += 1) bits += histogram->literals[FIRST_LENGTH + i] * ((i - 4) / 4);
  for (size_t i = 4; i < DISTANCE_COUNT; i += 1) bits += histogram->distances[i] * ((i - 2) / 2);
  return bits;
}

static size_t body_bits(const block_code *code, const histogram *histogram) {
  size_t bits = extra_bits(histogram) + code->literals[END_OF_BLOCK];
  for (size_t i = 0; i < LITERAL_COUNT; i += 1) bits += (size_t)histogram->literals[i] * code->literals[i];
  for (size_t i = 0; i < DISTANCE_COUNT; i += 1) bits += (size_t)histogram->distances[i] * code->distances[i];
  return bits;
}

static void write_body(bit_writer *bits, const block_tables *tables, const block_code *code, const token *tokens,
                       size_t count) {
  uint16_t literals[MAXIMUM_LITERAL_COUNT];
  uint16_t distances[DISTANCE_COUNT];
  cdeflate_huffman_codes(code->literals, MAXIMUM_LITERAL_COUNT, literals);
  cdeflate_huffman_codes(code->distances, DISTANCE_COUNT, distances);
  // One look gives all bits of a literal and of a match at distance 1, with their number in the highest byte, or those
  // of the length of a match alone.
  uint64_t words[TOKEN_KINDS] = {0};
  uint32_t lengths[MAXIMUM_MATCH + 1];
  uint8_t length_sizes[MAXIMUM_MATCH + 1];
  for (size_t i = 0; i < 256; i += 1) words[i] = literals[i] | (uint64_t)code->literals[i] << 56;
  for (uint32_t length = MINIMUM_MATCH; length <= MAXIMUM_MATCH; length += 1) {
    symbol symbol = tables->lengths[length];
    unsigned size = code->literals[symbol.symbol];
    uint64_t word = literals[symbol.symbol] | (uint64_t)symbol.extra << size;
    size += symbol.extra_count;
    lengths[length] = (uint32_t)word;
    length_sizes[length] = (uint8_t)size;
    word |= (uint64_t)distances[0] << size;
    words[256 + length] = word | (uint64_t)(size + code->distances[0]) << 56;
  }
  unsigned longest = 0;
  for (size_t i = 0; i < TOKEN_KINDS; i += 1) {
    unsigned size = (unsigned)(words[i] >> 56);
    if (size > longest) longest = size;
  }
  const uint64_t mask = 0xffffffffffffff;
  size_t joined_end = 3 * longest <= MAXIMUM_WRITTEN_BITS && count >= 3 ? count - 2 : 0;
  bit_writer out = *bits;
  for (size_t i = 0; i < count;) {
    // Three tokens are joined before they are written, if they fit beside seven bits that are left from before: their
    // positions then depend on each other only through sums.
    while (i < joined_end && (tokens[i] | tokens[i + 1] | tokens[i + 2]) >> TOKEN_KIND_BITS == 0) {
      uint64_t a = words[tokens[i]];
      uint64_t b = words[tokens[i + 1]];
      uint64_t c = words[tokens[i + 2]];
      unsigned to_b = (unsigned)(a >> 56);
      unsigned to_c = to_b + (unsigned)(b >> 56);
      write_bits(&out, (a & mask) | (b & mask) << to_b | (c & mask) << to_c, to_c + (unsigned)(c >> 56));
      i += 3;
    }
    if (i == count) break;
    token token = tokens[i++];
    if (token >> TOKEN_KIND_BITS == 0) {
      write_bits(&out, words[token] & mask, (unsigned)(words[token] >> 56));
      continue;
    }
    // A match takes at most 48 bits.
    symbol distance = distance_symbol(token_distance(token));
    unsigned size = length_sizes[token_length(token)];
    uint64_t word = lengths[token_length(token)] | (uint64_t)distances[distance.symbol] << size;
    size += code->distances[distance.symbol];
    write_bits(&out, word | (uint64_t)distance.extra << size, size + distance.extra_count);
  }
  write_bits(&out, literals[END_OF_BLOCK], code->literals[END_OF_BLOCK]);
  *bits = out;
}

/// Makes room for a number of bits and whatever a bit writer writes beyond.
static bool begin(block_writer *writer, size_t bit_count, bit_writer *bits) {
  if (!buffer_reserve(&writer->packed, writer->packed.count + bit_count / 8 + 32)) return false;
  *bits = (bit_writer){writer->packed.start + writer->packed.count, writer->bits, writer->bit_count};
  return true;
}

static void end(block_writer *writer, const bit_writer *bits) {
  writer->packed.count = (size_t)(bits->next - writer->packed.start);
  writer->bits = bits->bits;
  writer->bit_count = bits->count;
}

/// The way in which a block takes the fewest bits.
typedef struct block_form {
  bool is_own;
  block_code code;
  header header;
  size_t bit_count;
} block_form;

static void find_form(block_form *form, const histogram *histogram) {
  find_code(&form->code, histogram);
  header_find(&form->header, &form->code);
  block_code fixed;
  find_fixed_code(&fixed);
  size_t own_bits = form->header.bit_count + body_bits(&form->code, histogram);
  size_t fixed_bits = body_bits(&fixed, histogram);
  form->is_own = own_bits < fixed_bits;
  form->bit_count = 3 + (form->is_own ? own_bits : fixed_bits);
  if (!form->is_own) form->code = fixed;
}

size_t cdeflate_block_bits(const histogram *histogram) {
  block_form form;
  find_form(&form, histogram);
  return form.bit_count;
}

static bool write_block(block_writer *writer, const histogram *histogram, const token *tokens, size_t count,
                        bool is_last) {
  block_form form;
  find_form(&form, histogram);
  bit_writer bits;
  if (!begin(writer, form.bit_count, &bits)) return false;
  write_bits(&bits, is_last, 1);
  write_bits(&bits, form.is_own ? 2 : 1, 2);
  if (form.is_own) header_write(&form.header, &bits);
  write_body(&bits, writer->tables, &form.code, tokens, count);
  end(writer, &bits);
  return true;
}

/// The number of tokens that are given to one block or another as a whole.
enum { SEGMENT = 1024 };

bool cdeflate_block_writer_write(block_writer *writer, const token *tokens, size_t count, bool is_last) {
  static const histogram none;
  histogram block = none;
  size_t first = 0;
  size_t end = 0;
  uint64_t cdeflate_block_bits = 0;
  do {
    size_t taken = count - end < SEGMENT ? count - end : SEGMENT;
    histogram segment = none;
    cdeflate_histogram_add(&segment, writer->tables, tokens + end, taken);
    uint64_t segment_bits = cdeflate_block_estimate(writer->tables, &segment, &none);
    uint64_t joined_bits = cdeflate_block_estimate(writer->tables, &block, &segment);
    if (end > first && joined_bits > cdeflate_block_bits + segment_bits) {
      if (!write_block(writer, &block, tokens + first, end - first, false)) return false;
      first = end;
      block = segment;
      cdeflate_block_bits = segment_bits;
    } else {
      for (size_t i = 0; i < LITERAL_COUNT; i += 1) block.literals[i] += segment.literals[i];
      for (size_t i = 0; i < DISTANCE_COUNT; i += 1) block.distances[i] += segment.distances[i];
      cdeflate_block_bits = joined_bits;
    }
    end += taken;
  } while (end < count);
  return write_block(writer, &block, tokens + first, end - first, is_last);
}

bool cdeflate_block_writer_write_blocks(block_writer *writer, const token *tokens, const size_t *ends,
                                         size_t block_count, bool is_last) {
  size_t first = 0;
  for (size_t block = 0; block < block_count; block += 1) {
    histogram histogram = {0};
    cdeflate_histogram_add(&histogram, writer->tables, tokens + first, ends[block] - first);
    bool is_end = is_last && block + 1 == block_count;
    if (!write_block(writer, &histogram, tokens + first, ends[block] - first, is_end)) return false;
    first = ends[block];
  }
  return true;
}

bool cdeflate_block_writer_align(block_writer *writer) {
  bit_writer bits;
  if (!begin(writer, 64, &bits)) return false;
  write_bits(&bits, 0, 3);
  write_to_whole_byte(&bits);
  write_bits(&bits, 0xffff0000, 32);
  end(writer, &bits);
  return true;
}

bool cdeflate_block_writer_finish(block_writer *writer) {
  bit_writer bits;
  if (!begin(writer, 8, &bits)) return false;
  write_to_whole_byte(&bits);
  end(writer, &bits);
  return true;
}
