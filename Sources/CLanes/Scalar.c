// One number at a time: the kernels at a width of one.
#define CLANES_WIDTH 1
#include "Kernels/kernels.h"

#define FUNCTION(name, kernel) \
  double clanes_scalar_##name(double x) { return kernel((real)x)[0]; }
CLANES_FUNCTIONS(FUNCTION)

double clanes_scalar_pow(double x, double y) { return power((real)x, (real)y)[0]; }
