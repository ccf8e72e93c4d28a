#define WIDTH 16
#define LEVEL cdeflate_baseline_level
#include "Kernels/level.h"
