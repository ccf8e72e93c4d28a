#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx2,popcnt,bmi"))), apply_to = function)
#define WIDTH 64
#define LEVEL cpixels_avx512_level
#include "Kernels/level.h"
#pragma clang attribute pop
#endif
