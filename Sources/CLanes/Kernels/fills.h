// The functions over buffers of single-precision numbers at one instruction level, in blocks of CLANES_WIDTH. A block is
// several registers of independent work, because with a single register each operation waits for the one before it.

#include <stddef.h>

#include "kernels.h"

typedef float singles __attribute__((ext_vector_type(CLANES_WIDTH)));

#define FILL(name, kernel)                                                                         \
  INLINE void name##_block(const float *x, float *y, size_t size) {                                \
    singles block = 0.0f;                                                                          \
    __builtin_memcpy(&block, x, size);                                                             \
    block = __builtin_convertvector(kernel(__builtin_convertvector(block, real)), singles);        \
    __builtin_memcpy(y, &block, size);                                                             \
  }                                                                                                \
  static void name##_fill(const float *x, float *y, size_t count) {                                \
    size_t rest = count % CLANES_WIDTH;                                                            \
    for (size_t i = 0; i < count - rest; i += CLANES_WIDTH)                                        \
      name##_block(x + i, y + i, sizeof(singles));                                                 \
    if (rest > 0) name##_block(x + count - rest, y + count - rest, rest * sizeof(float));          \
  }
CLANES_FILLS(FILL)

#define JOINED(first, second) first##_##second
#define NAMED(level, name) JOINED(level, name)
#define MEMBER(name, kernel) .name = name##_fill,
const clanes_fills NAMED(clanes_fills, CLANES_LEVEL) = {CLANES_FILLS(MEMBER)};
