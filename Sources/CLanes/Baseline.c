// The level of every processor that the package is built for: vectors of sixteen bytes, which x86-64 and ARM64 always have.
#define CLANES_WIDTH 8
#define CLANES_LEVEL baseline
#if defined(__x86_64__)
#define CLANES_TITLE "SSE2"
#else
#define CLANES_TITLE "baseline"
#endif
#include "Kernels/functions.h"
