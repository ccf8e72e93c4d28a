#ifndef CDEFLATE_BUFFER_H
#define CDEFLATE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/// A growing buffer of bytes, which is kept for the next picture.
typedef struct buffer {
  uint8_t *start;
  size_t count;
  size_t capacity;
} buffer;

/// Makes room for `count` bytes in total. Returns false if there is no memory.
static inline bool buffer_reserve(buffer *buffer, size_t count) {
  if (count <= buffer->capacity) return true;
  size_t capacity = buffer->capacity > 0 ? buffer->capacity : 1 << 15;
  while (capacity < count) {
    if (capacity > SIZE_MAX / 2) return false;
    capacity *= 2;
  }
  uint8_t *grown = realloc(buffer->start, capacity);
  if (grown == NULL) return false;
  buffer->start = grown;
  buffer->capacity = capacity;
  return true;
}

#endif
