#ifndef CLANES_H
#define CLANES_H

#include <stddef.h>

// The operators on vectors of eight, each of which is one IEEE or integer operation per lane. The standard library writes
// the arithmetic of its SIMD types as loops over the lanes, which the optimizer does not reliably vectorize again; an
// operator of C is the vector instruction.

typedef double clanes_real __attribute__((ext_vector_type(8)));
typedef long long clanes_mask __attribute__((ext_vector_type(8)));
typedef unsigned long long clanes_bits __attribute__((ext_vector_type(8)));

#define CLANES_INLINE static inline __attribute__((always_inline))

#define CLANES_ARITHMETIC(name, operator)                                            \
  CLANES_INLINE clanes_real clanes_##name(clanes_real left, clanes_real right) {     \
    return left operator right;                                                      \
  }

#define CLANES_COMPARISON(name, operator)                                            \
  CLANES_INLINE clanes_mask clanes_##name(clanes_real left, clanes_real right) {     \
    return __builtin_bit_cast(clanes_mask, left operator right);                     \
  }

#define CLANES_BITWISE(name, operator)                                               \
  CLANES_INLINE clanes_bits clanes_##name(clanes_bits left, clanes_bits right) {     \
    return left operator right;                                                      \
  }

CLANES_ARITHMETIC(add, +)
CLANES_ARITHMETIC(subtract, -)
CLANES_ARITHMETIC(multiply, *)
CLANES_ARITHMETIC(divide, /)

CLANES_COMPARISON(less, <)
CLANES_COMPARISON(less_or_equal, <=)
CLANES_COMPARISON(greater, >)
CLANES_COMPARISON(greater_or_equal, >=)
CLANES_COMPARISON(equal, ==)

CLANES_BITWISE(and, &)
CLANES_BITWISE(exclusive_or, ^)

// The first where the mask's lane is all ones, the second where it is all zeros.
CLANES_INLINE clanes_real clanes_select(clanes_mask mask, clanes_real first, clanes_real second) {
  return mask ? first : second;
}

// The elementary functions of eight numbers, in place, and of one number. Each has one definition, in Kernels, which is
// compiled once for every vector width, so that all give the same bits.

#define CLANES_COUNT 8

// The functions of one argument, by their names here and in Kernels.
#define CLANES_FUNCTIONS(each)                                                                     \
  each(floor, integer_below) each(ceil, integer_above) each(round, nearest_even_integer)           \
  each(trunc, integer_part) each(sqrt, square_root)                                                \
  each(exp, exponential) each(expm1, exponential_minus_one) each(log, natural_logarithm)           \
  each(log1p, logarithm_of_one_plus) each(log2, binary_logarithm) each(log10, decimal_logarithm)   \
  each(sin, sine) each(cos, cosine) each(tan, tangent)                                             \
  each(asin, arc_sine) each(acos, arc_cosine) each(atan, arc_tangent) each(sinh, hyperbolic_sine) each(cosh, hyperbolic_cosine)                \
  each(tanh, hyperbolic_tangent) each(asinh, inverse_hyperbolic_sine)                              \
  each(acosh, inverse_hyperbolic_cosine) each(atanh, inverse_hyperbolic_tangent)                   \
  each(erf, error_function) each(erfinv, inverse_error_function)                                   \
  each(erfc, complementary_error_function) each(sigmoid, logistic_sigmoid) each(softplus, logistic_softplus) \
  each(gelu, gaussian_error_linear_unit)

// The functions that also have a version for buffers of single-precision numbers.
#define CLANES_FILLS(each) \
  each(tanh, hyperbolic_tangent) each(sigmoid, logistic_sigmoid) each(gelu, gaussian_error_linear_unit)

// Each writes the function's value for every x, computed in double precision and rounded once. The arrays do not overlap.
#define CLANES_FILL(name, kernel) void (*name)(const float *x, float *y, size_t count);
typedef struct {
  CLANES_FILLS(CLANES_FILL)
} clanes_fills;

// The functions for one instruction level. Arrays need not be aligned.
#define CLANES_MEMBER(name, kernel) void (*name)(double *x);
typedef struct {
  // The name of the instructions.
  const char *title;
  const clanes_fills *fills;
  CLANES_FUNCTIONS(CLANES_MEMBER)
  // Writes x to the power of y to x.
  void (*pow)(double *x, const double *y);
} clanes_level;

// The level with the widest vectors of this processor, which is set once, before `main`.
extern const clanes_level *clanes_widest_level;
CLANES_INLINE const clanes_level *clanes_level_in_use(void) { return clanes_widest_level; }

// The level with an index among those that this processor supports, beginning with the narrowest; null beyond the widest.
const clanes_level *clanes_level_at(int index);

#define CLANES_ENTRY_POINTS(name, kernel)                       \
  double clanes_scalar_##name(double x);                        \
  CLANES_INLINE clanes_real clanes_##name(clanes_real x) {      \
    clanes_widest_level->name((double *)&x);                    \
    return x;                                                   \
  }
CLANES_FUNCTIONS(CLANES_ENTRY_POINTS)

// x − y ⌊x / y⌋, exact except for one rounding if x and y have different signs; NaN for y = 0 and for an infinite x. It uses
// integer arithmetic, for one number at a time.
double clanes_scalar_mod(double x, double y);

double clanes_scalar_pow(double x, double y);
CLANES_INLINE clanes_real clanes_pow(clanes_real x, clanes_real y) {
  clanes_widest_level->pow((double *)&x, (const double *)&y);
  return x;
}

#undef CLANES_INLINE
#undef CLANES_ARITHMETIC
#undef CLANES_COMPARISON
#undef CLANES_BITWISE
#undef CLANES_FILL
#undef CLANES_MEMBER
#undef CLANES_ENTRY_POINTS

#endif
