#ifndef CDEFLATE_BITS_H
#define CDEFLATE_BITS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// Writes bits from the lowest of each byte on (RFC 1951, 3.1.1). There must be room for eight bytes beyond the last.
typedef struct bit_writer {
  uint8_t *next;
  /// Bits that are not yet written, from the lowest on; all above `count` are zero.
  uint64_t bits;
  unsigned count;
} bit_writer;

enum { MAXIMUM_WRITTEN_BITS = 56 };

/// Appends at most 56 bits; all bits above `count` are zero.
static inline void write_bits(bit_writer *writer, uint64_t bits, unsigned count) {
  writer->bits |= bits << writer->count;
  writer->count += count;
  uint64_t word = writer->bits;
  if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) word = __builtin_bswap64(word);
  memcpy(writer->next, &word, sizeof word);
  // At most seven bits stay, so that 56 more never fill the word.
  unsigned whole = writer->count & ~7u;
  writer->next += whole >> 3;
  writer->bits >>= whole;
  writer->count &= 7;
}

/// Fills the last byte with zeros.
static inline void write_to_whole_byte(bit_writer *writer) {
  if (writer->count > 0) write_bits(writer, 0, 8 - writer->count);
}

#endif
