#ifndef CPNG_MEMORY_H
#define CPNG_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/// A growing buffer, which is kept for the next picture.
typedef struct bytes {
  uint8_t *start;
  size_t count;
  size_t capacity;
} bytes;

/// Makes room for `count` bytes in total. Returns false if there is no memory.
static inline bool reserve(bytes *bytes, size_t count) {
  if (count <= bytes->capacity) return true;
  size_t capacity = bytes->capacity > 0 ? bytes->capacity : 1 << 15;
  while (capacity < count) {
    if (capacity > SIZE_MAX / 2) return false;
    capacity *= 2;
  }
  uint8_t *grown = realloc(bytes->start, capacity);
  if (grown == NULL) return false;
  bytes->start = grown;
  bytes->capacity = capacity;
  return true;
}

#endif
