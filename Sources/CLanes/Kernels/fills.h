// The functions over buffers at one instruction level, in blocks of CLANES_WIDTH. A block is several registers of
// independent work, because with a single register each operation waits for the one before it.

#include <stddef.h>

#include "kernels.h"
#include "activations.h"

typedef float singles __attribute__((ext_vector_type(CLANES_WIDTH)));

#define FILL(name, kernel)                                                                         \
  INLINE void name##_block(const float *x, float *y, size_t size, const double *p) {               \
    singles block = 0.0f;                                                                          \
    __builtin_memcpy(&block, x, size);                                                             \
    block = __builtin_convertvector(kernel(__builtin_convertvector(block, real), p), singles);     \
    __builtin_memcpy(y, &block, size);                                                             \
  }                                                                                                \
  static void name##_fill(const float *x, float *y, size_t count, const double *p) {               \
    size_t rest = count % CLANES_WIDTH;                                                            \
    for (size_t i = 0; i < count - rest; i += CLANES_WIDTH)                                        \
      name##_block(x + i, y + i, sizeof(singles), p);                                              \
    if (rest > 0) name##_block(x + count - rest, y + count - rest, rest * sizeof(float), p);       \
  }
CLANES_FILLS(FILL)

#define SLOPES(name, kernel)                                                                       \
  INLINE void name##_slope_block(double *x, size_t size, const double *p) {                        \
    real block = 0.0;                                                                              \
    __builtin_memcpy(&block, x, size);                                                             \
    block = kernel(block, p);                                                                      \
    __builtin_memcpy(x, &block, size);                                                             \
  }                                                                                                \
  static void name##_slopes(double *x, size_t count, const double *p) {                            \
    size_t rest = count % CLANES_WIDTH;                                                            \
    for (size_t i = 0; i < count - rest; i += CLANES_WIDTH) name##_slope_block(x + i, sizeof(real), p); \
    if (rest > 0) name##_slope_block(x + count - rest, rest * sizeof(double), p);                  \
  }
CLANES_SLOPES(SLOPES)

#define JOINED(first, second) first##_##second
#define NAMED(level, name) JOINED(level, name)
#define MEMBER(name, kernel) .name = name##_fill,
#define SLOPES_MEMBER(name, kernel) .name##_slopes = name##_slopes,
const clanes_fills NAMED(clanes_fills, CLANES_LEVEL) = {CLANES_FILLS(MEMBER) CLANES_SLOPES(SLOPES_MEMBER)};
