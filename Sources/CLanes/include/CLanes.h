#ifndef CLANES_H
#define CLANES_H

#include <stddef.h>
#include <stdint.h>

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

// The functions that have a version for buffers of single-precision numbers, with their kernels in Kernels/activations.h.
// Those with parameters take them as an array: the right and the left factor, the scale and the factor of the left slope of
// an exponential unit, β and the threshold of softplus, β of swish.
#define CLANES_FILLS(each)                                                                              \
  each(tanh, plain_hyperbolic_tangent) each(sigmoid, plain_sigmoid) each(gelu, plain_gelu)              \
  each(exponential_unit, exponential_unit) each(softplus, thresholded_softplus) each(swish, swish) each(mish, mish)

// The derivatives for buffers of double-precision numbers, of the same parameters.
#define CLANES_SLOPES(each)                                                                             \
  each(tanh, hyperbolic_tangent_slope) each(sigmoid, sigmoid_slope)                                     \
  each(exponential_unit, exponential_unit_slope) each(softplus, thresholded_softplus_slope)             \
  each(swish, swish_slope) each(mish, mish_slope)

// A fill writes the function's value for every x, computed in double precision and rounded once; its arrays do not overlap.
// Slopes replace every x by the derivative.
#define CLANES_FILL(name, kernel) void (*name)(const float *x, float *y, size_t count, const double *parameters);
#define CLANES_SLOPE(name, kernel) void (*name##_slopes)(double *x, size_t count, const double *parameters);
typedef struct {
  CLANES_FILLS(CLANES_FILL)
  CLANES_SLOPES(CLANES_SLOPE)
} clanes_fills;

// Equally wide bins, of which an estimate by one multiplication is off by one at most: with t(v) = (v − lowest) · scale + ½
// in single precision, i ≤ t(e) < i + 1 for every edge e = i · step + lowest. Rounding keeps order, so that t of any value in bin i is at
// least i and less than i + 2.
typedef struct {
  float lowest, step, scale;
  // The number of bins, from 1 to 2²⁰.
  size_t count;
  // The distance between four tables of counts that take turns, because equal bins in a row would wait for one another; 0
  // for one table.
  size_t stride;
} clanes_bins;

// What is done with every sample. Arrays need not be aligned.
typedef struct {
  // Writes the words that follow 624 words of MT19937, before tempering.
  void (*draw_words)(uint32_t *state, size_t count);
  // Writes normal samples, a multiple of 16, each from a word before tempering.
  void (*normals)(const uint32_t *words, float *samples, size_t count);
  // The first block of sixteen words, from `start` on, that has a u₁ of at least `least` · 2⁻²⁴, else `count`. Both places
  // are multiples of 16.
  size_t (*find_far_block)(const uint32_t *words, size_t start, size_t count, uint32_t least);
  // The sums and extremes of the numbers with equal indices modulo 8, for a count that is a multiple of 8.
  void (*add_numbers)(const float *x, size_t count, double sums[8], float lowest[8], float highest[8]);
  // The sums of the squared distances from a centre, in the same way.
  void (*add_squares)(const float *x, size_t count, double centre, double sums[8]);
  // Counts values that lie between the edges.
  void (*count_bins)(const float *x, size_t count, const clanes_bins *bins, uint32_t *counts);
  // Adds the numbers of slopes that are zero, and of those whose magnitudes are less than 0.01 and than 0.1.
  void (*count_slopes)(const double *x, size_t count, uint64_t counts[3]);
  // Adds the number of values in each of 4096 buckets, at most 65 535 values, and returns the greatest number of a bucket.
  uint32_t (*count_buckets)(const float *x, size_t count, uint16_t *counts);
} clanes_samples;

// The functions for one instruction level. Arrays need not be aligned.
#define CLANES_MEMBER(name, kernel) void (*name)(double *x);
typedef struct {
  // The name of the instructions.
  const char *title;
  const clanes_fills *fills;
  const clanes_samples *samples;
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
#undef CLANES_SLOPE
#undef CLANES_MEMBER
#undef CLANES_ENTRY_POINTS

#endif
