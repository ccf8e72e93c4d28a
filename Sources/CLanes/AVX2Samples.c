#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define CLANES_WIDTH 8
#define CLANES_LEVEL avx2
#include "Kernels/samples.h"
#pragma clang attribute pop
#endif
