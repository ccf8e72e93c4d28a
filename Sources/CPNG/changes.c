#include "CPNG.h"
#include "bytes16.h"

#include <stdbool.h>

typedef uint32_t pixels16 __attribute__((vector_size(64)));
/// A bit an element, the first the lowest.
typedef bool bits16 __attribute__((ext_vector_type(16)));

/// Marks which of sixteen elements differ from the one before, the first in the lowest bit.
static inline uint64_t marks16(const uint8_t *here, size_t size) {
  bits16 differs;
  if (size == 1) {
    differs = __builtin_convertvector(load(here) != load(here - 1), bits16);
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

/// Marks the same of at most 64, one by one.
static uint64_t marks_one_by_one(const uint8_t *here, size_t size, size_t count) {
  uint64_t marks = 0;
  for (size_t i = 0; i < count; i += 1) {
    marks |= (uint64_t)(memcmp(here + i * size, here + (i - 1) * size, size) != 0) << i;
  }
  return marks;
}

static inline size_t find(const uint8_t *start, size_t size, size_t first, size_t end, size_t *places, uint64_t *marks) {
  size_t count = 0;
  for (size_t place = first; place < end; place += 64) {
    const uint8_t *here = start + place * size;
    uint64_t found = 0;
    if (end - place < 64) {
      found = marks_one_by_one(here, size, end - place);
    } else {
      for (size_t i = 0; i < 64; i += 16) found |= marks16(here + i * size, size) << i;
    }
    // Written in any case, and kept where there is a change: no processor could foretell a branch.
    places[count] = place;
    marks[count] = found;
    count += found != 0;
  }
  return count;
}

size_t cpng_find_changes(const void *start, size_t size, size_t first, size_t end, size_t *places, uint64_t *marks) {
  return size == 1 ? find(start, 1, first, end, places, marks) : find(start, 4, first, end, places, marks);
}
