#ifndef CPIXELS_LEVEL_H
#define CPIXELS_LEVEL_H

#include <stddef.h>
#include <stdint.h>

/// `cpixels_find_changes` for elements of 1, 2 and 4 bytes, compiled for vectors of one width. All levels give the same
/// results.
typedef struct level {
  size_t (*find1)(const uint8_t *start, size_t first, size_t end, size_t *places, uint64_t *marks);
  size_t (*find2)(const uint8_t *start, size_t first, size_t end, size_t *places, uint64_t *marks);
  size_t (*find4)(const uint8_t *start, size_t first, size_t end, size_t *places, uint64_t *marks);
} level;

/// The level with the widest vectors of this processor, which is set once, before `main`.
extern const level *cpixels_widest_level;

#endif
