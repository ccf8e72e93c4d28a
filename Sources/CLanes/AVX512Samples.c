#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#define CLANES_WIDTH 32
#define CLANES_LEVEL avx512
#include "Kernels/samples.h"
#pragma clang attribute pop
#endif
