// All functions at one instruction level. CLANES_WIDTH is the number of doubles in a register, CLANES_LEVEL the name of
// the level, and CLANES_TITLE that of the instructions.
//
// This file is included once by the source of each level, under the instruction set of that level. Everything except the
// level itself is static, so that the linker cannot exchange code that was compiled for different processors.

#include "kernels.h"

// The numbers were written sixteen bytes at a time, and a wider load would have to wait until they are in the cache, whereas
// narrow loads take them from the store buffer. The loads are volatile to prevent the compiler from joining them.
typedef double narrow __attribute__((ext_vector_type(2)));
INLINE real loaded(const double *x) {
  real result;
#if CLANES_WIDTH == 8
  const volatile narrow *parts = (const volatile narrow *)x;
  narrow a = parts[0], b = parts[1], c = parts[2], d = parts[3];
  result = __builtin_shufflevector(
      __builtin_shufflevector(a, b, 0, 1, 2, 3), __builtin_shufflevector(c, d, 0, 1, 2, 3), 0, 1, 2, 3, 4, 5, 6, 7);
#elif CLANES_WIDTH == 4
  const volatile narrow *parts = (const volatile narrow *)x;
  narrow a = parts[0], b = parts[1];
  result = __builtin_shufflevector(a, b, 0, 1, 2, 3);
#else
  __builtin_memcpy(&result, x, sizeof result);
#endif
  return result;
}

INLINE void store(real x, double *place) { __builtin_memcpy(place, &x, sizeof x); }

#define JOINED(first, second) first##_##second
#define NAMED(level, name) JOINED(level, name)

#define FUNCTION(name, kernel)                                                                 \
  static void name##_lanes(double *x) {                                                        \
    for (int i = 0; i < CLANES_COUNT; i += CLANES_WIDTH) store(kernel(loaded(x + i)), x + i);  \
  }
CLANES_FUNCTIONS(FUNCTION)

static void pow_lanes(double *x, const double *y) {
  for (int i = 0; i < CLANES_COUNT; i += CLANES_WIDTH) store(power(loaded(x + i), loaded(y + i)), x + i);
}

extern const clanes_fills NAMED(clanes_fills, CLANES_LEVEL);
extern const clanes_samples NAMED(clanes_samples, CLANES_LEVEL);

#define MEMBER(name, kernel) .name = name##_lanes,
const clanes_level NAMED(clanes, CLANES_LEVEL) = {
    .title = CLANES_TITLE, .fills = &NAMED(clanes_fills, CLANES_LEVEL),
    .samples = &NAMED(clanes_samples, CLANES_LEVEL), CLANES_FUNCTIONS(MEMBER).pow = pow_lanes};
