#include "CPixels.h"
#include "level.h"

size_t cpixels_find_changes(
    const void *start, size_t size, size_t first, size_t end, size_t *places, uint64_t *marks) {
  const level *level = cpixels_widest_level;
  switch (size) {
  case 1: return level->find1(start, first, end, places, marks);
  case 2: return level->find2(start, first, end, places, marks);
  default: return level->find4(start, first, end, places, marks);
  }
}
