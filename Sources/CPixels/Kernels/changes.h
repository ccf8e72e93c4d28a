// Finds changes among elements of one type; ELEMENT is the type, SIZE the number of its bytes, and NAME makes the names
// of what is defined here.

#define LANES (WIDTH / SIZE)

typedef ELEMENT NAME(lanes) __attribute__((vector_size(WIDTH)));
/// One bit per element; the first element is the lowest bit.
typedef bool NAME(bits) __attribute__((ext_vector_type(LANES)));

/// Marks which of 64 elements differ from the element before them; the first element is the lowest bit.
static inline uint64_t NAME(marks)(const uint8_t *here) {
  uint64_t marks = 0;
  for (size_t i = 0; i < 64; i += LANES) {
    NAME(lanes) elements;
    NAME(lanes) before;
    memcpy(&elements, here + i * SIZE, sizeof elements);
    memcpy(&before, here + i * SIZE - SIZE, sizeof before);
    NAME(bits) differs = __builtin_convertvector(elements != before, NAME(bits));
#if LANES == 64
    uint64_t found;
#elif LANES == 32
    uint32_t found;
#elif LANES == 16
    uint16_t found;
#else
    uint8_t found;
#endif
    memcpy(&found, &differs, sizeof found);
#if LANES == 4
    // The other bits of the byte are not defined.
    found &= 0xf;
#endif
    marks |= (uint64_t)found << i;
  }
  return marks;
}

static size_t NAME(find)(const uint8_t *start, size_t first, size_t end, size_t *places, uint64_t *marks) {
  size_t count = 0;
  for (size_t place = first; place < end; place += 64) {
    const uint8_t *here = start + place * SIZE;
    uint64_t found = 0;
    if (end - place < 64) {
      for (size_t i = 0; i < end - place; i += 1) {
        found |= (uint64_t)(memcmp(here + i * SIZE, here + i * SIZE - SIZE, SIZE) != 0) << i;
      }
    } else {
      found = NAME(marks)(here);
    }
    // The entry is always written, and kept only if there is a change: a branch here could not be predicted.
    places[count] = place;
    marks[count] = found;
    count += found != 0;
  }
  return count;
}

#undef LANES
#undef SIZE
#undef ELEMENT
#undef NAME
