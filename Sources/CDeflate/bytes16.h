#ifndef CPNG_BYTES16_H
#define CPNG_BYTES16_H

#include <stdint.h>
#include <string.h>

/// A vector of sixteen bytes, which every 64-bit processor has registers for.
typedef uint8_t bytes16 __attribute__((vector_size(16)));

static inline bytes16 load(const uint8_t *start) {
  bytes16 bytes;
  memcpy(&bytes, start, sizeof bytes);
  return bytes;
}

#endif
