#ifndef CDEFLATE_SYMBOLS_H
#define CDEFLATE_SYMBOLS_H

#include <stdbool.h>
#include <stdint.h>

// The alphabets of RFC 1951, 3.2.5: literals and lengths in one, distances in the other.

enum {
  LITERAL_COUNT = 286,
  /// Those of the fixed code, two of which never occur.
  MAXIMUM_LITERAL_COUNT = 288,
  DISTANCE_COUNT = 30,
  END_OF_BLOCK = 256,
  FIRST_LENGTH = 257,
  MINIMUM_MATCH = 3,
  MAXIMUM_MATCH = 258,
  MAXIMUM_DISTANCE = 1 << 15,
};

/// A byte, or a repetition of bytes that stand some distance before.
///
/// The lowest ten bits are the byte, or 256 + the length of a match; those above are the distance of a match less one.
/// A match at distance 1 is therefore below 1024 as a byte is.
typedef uint32_t token;

enum { TOKEN_KIND_BITS = 10, TOKEN_KINDS = 256 + MAXIMUM_MATCH + 1 };

static inline token match_token(uint32_t length, uint32_t distance) {
  return 256 + length + ((distance - 1) << TOKEN_KIND_BITS);
}
static inline uint32_t token_kind(token token) { return token & ((1u << TOKEN_KIND_BITS) - 1); }
static inline bool token_is_match(token token) { return token_kind(token) >= 256; }
static inline uint32_t token_length(token token) { return token_kind(token) - 256; }
static inline uint32_t token_distance(token token) { return (token >> TOKEN_KIND_BITS) + 1; }

/// A symbol with the number and the value of the bits that follow it.
typedef struct symbol {
  uint16_t symbol;
  uint8_t extra_count;
  uint16_t extra;
} symbol;

/// The symbol of a length from 3 to 258. Of each four lengths that need one more bit, the two bits below the highest
/// of length - 3 choose the symbol; 258 has one of its own.
static inline symbol length_symbol(uint32_t length) {
  uint32_t value = length - MINIMUM_MATCH;
  if (length == MAXIMUM_MATCH) return (symbol){FIRST_LENGTH + 28, 0, 0};
  if (value < 8) return (symbol){(uint16_t)(FIRST_LENGTH + value), 0, 0};
  uint32_t extra_count = 29 - (uint32_t)__builtin_clz(value);
  return (symbol){(uint16_t)(FIRST_LENGTH + 4 * extra_count + (value >> extra_count)), (uint8_t)extra_count,
                  (uint16_t)(value & ((1u << extra_count) - 1))};
}

/// The symbol of a distance from 1 to 32 768. The bit below the highest of distance - 1 chooses between two symbols.
static inline symbol distance_symbol(uint32_t distance) {
  uint32_t value = distance - 1;
  if (value < 4) return (symbol){(uint16_t)value, 0, 0};
  uint32_t extra_count = 30 - (uint32_t)__builtin_clz(value);
  return (symbol){(uint16_t)(2 * extra_count + (value >> extra_count)), (uint8_t)extra_count,
                  (uint16_t)(value & ((1u << extra_count) - 1))};
}

#endif
