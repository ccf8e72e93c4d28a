#include "CRaster.h"

#include <string.h>

static inline void set_bytes(uint8_t *pixels, uint8_t index, size_t count) { memset(pixels, index, count); }

static inline void set_words(uint16_t *pixels, uint16_t index, size_t count) {
  for (size_t i = 0; i < count; i += 1) pixels[i] = index;
}

#define index uint8_t
#define fill craster_fill_bytes
#define set set_bytes
#include "fill.h"
#undef index
#undef fill
#undef set

#define index uint16_t
#define fill craster_fill_words
#define set set_words
#include "fill.h"
