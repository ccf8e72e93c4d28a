#include "CPixels.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint16_t words16 __attribute__((vector_size(32)));
typedef uint32_t pixels16 __attribute__((vector_size(64)));
/// One bit per element; the first element is the lowest bit.
typedef bool bits16 __attribute__((ext_vector_type(16)));

/// Marks which of sixteen elements differ from the element before them; the first element is the lowest bit.
static inline uint64_t marks16(const uint8_t *here, size_t size) {
  bits16 differs;
  if (size == 1) {
    bytes16 bytes;
    bytes16 before;
    memcpy(&bytes, here, sizeof bytes);
    memcpy(&before, here - 1, sizeof before);
    differs = __builtin_convertvector(bytes != before, bits16);
  } else if (size == 2) {
    words16 words;
    words16 before;
    memcpy(&words, here, sizeof words);
    memcpy(&before, here - 2, sizeof before);
    differs = __builtin_convertvector(words != before, bits16);
  } else {
    pixels16 pixels;
    pixels16 before;
    memcpy(&pixels, here, sizeof pixels);
    memcpy(&before, here - 4, sizeof before);
    differs = __builtin_convertvector(pixels != before, bits16);
  }
  uint16_t marks;
  memcpy(&marks, &differs, sizeof marks);
  return marks;
}

/// Marks the same for at most 64 elements, one after another.
static uint64_t marks_one_by_one(const uint8_t *here, size_t size, size_t count) {
  uint64_t marks = 0;
  for (size_t i = 0; i < count; i += 1) {
    marks |= (uint64_t)(memcmp(here + i * size, here + (i - 1) * size, size) != 0) << i;
  }
  return marks;
}

static inline size_t find(
    const uint8_t *start, size_t size, size_t first, size_t end, size_t *places, uint64_t *marks) {
  size_t count = 0;
  for (size_t place = first; place < end; place += 64) {
    const uint8_t *here = start + place * size;
    uint64_t found = 0;
    if (end - place < 64) {
      found = marks_one_by_one(here, size, end - place);
    } else {
      for (size_t i = 0; i < 64; i += 16) found |= marks16(here + i * size, size) << i;
    }
    // The entry is always written, and kept only if there is a change: a branch here could not be predicted.
    places[count] = place;
    marks[count] = found;
    count += found != 0;
  }
  return count;
}

size_t cpixels_find_changes(
    const void *start, size_t size, size_t first, size_t end, size_t *places, uint64_t *marks) {
  switch (size) {
  case 1: return find(start, 1, first, end, places, marks);
  case 2: return find(start, 2, first, end, places, marks);
  default: return find(start, 4, first, end, places, marks);
  }
}
