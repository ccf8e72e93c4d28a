#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,popcnt,bmi"))), apply_to = function)
#define WIDTH 32
#define LEVEL cpixels_avx2_level
#include "Kernels/level.h"
#pragma clang attribute pop
#endif
