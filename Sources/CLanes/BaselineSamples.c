#define CLANES_WIDTH 8
#define CLANES_LEVEL baseline
#include "Kernels/samples.h"
