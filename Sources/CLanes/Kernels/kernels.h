// All kernels for vectors of CLANES_WIDTH doubles.

#include "CLanes.h"
#include "numbers.h"
#include "pair.h"
#include "roots.h"
#include "exponential.h"
#include "logarithm.h"
#include "hyperbolic.h"
#include "logistic.h"
#include "error_function.h"
#include "trigonometric.h"
#include "power.h"
