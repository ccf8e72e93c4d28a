#define WIDTH 16
#define LEVEL cpixels_baseline_level
#include "Kernels/level.h"
