// For every processor that the package is built for: vectors of sixteen bytes, as x86-64 and ARM64 always have them.
#define CLANES_WIDTH 8
#define CLANES_LEVEL baseline
#include "Kernels/functions.h"
