// The numbers of the kernels: vectors of CLANES_WIDTH doubles, and operations on them for which C has no operator. A vector
// of one is a scalar. All operations are IEEE or integer operations in the order written, without contraction to fused
// multiply-add, which would give other results than processors that do not have it.

#include <stdint.h>

// Vectors are passed between functions that are always inlined, and nowhere else.
#pragma clang diagnostic ignored "-Wpsabi"

#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

typedef double real __attribute__((ext_vector_type(CLANES_WIDTH)));
typedef uint64_t bits __attribute__((ext_vector_type(CLANES_WIDTH)));
// The truth values of comparisons: all ones or all zeros.
typedef __typeof__((real)0.0 < (real)0.0) mask;

INLINE bits encoding(real x) { return __builtin_bit_cast(bits, x); }
INLINE real encoded(bits x) { return __builtin_bit_cast(real, x); }

// The first where the mask holds, else the second; both are evaluated.
INLINE real choose(mask condition, real first, real second) { return condition ? first : second; }
INLINE int any(mask condition) { return __builtin_reduce_or(condition) != 0; }

#define SIGN 0x8000000000000000u

INLINE real magnitude(real x) { return encoded(encoding(x) & ~SIGN); }
// The difference from zero would lose the sign of a zero.
INLINE real negative(real x) { return encoded(encoding(x) ^ SIGN); }
// The magnitude of a number with the sign of another.
INLINE real with_sign(real x, real other) { return encoded((encoding(x) & ~SIGN) | (encoding(other) & SIGN)); }
// The upper 26 of the 53 significant bits: products of two such halves are exact.
INLINE real upper_half(real x) { return encoded(encoding(x) & 0xFFFFFFFFF8000000u); }

INLINE real lesser(real x, double bound) { return choose(x > bound, bound, x); }
INLINE real clamped(real x, double lower, double upper) { return lesser(choose(x < lower, lower, x), upper); }

// 1.5 · 2⁵², which pushes the fraction bits out of a small number it is added to: the sum's low bits are then the
// nearest integer (ties to even) in two's complement.
#define INTEGER_SHIFT 0x1.8p52
// The nearest integer, ties to even, for |x| ≤ 2⁵¹.
INLINE real nearest_integer(real x) { return (x + INTEGER_SHIFT) - INTEGER_SHIFT; }

#define CANONICAL_NAN 0x7FF8000000000000u
// The number if its source is not NaN, else the canonical NaN, because sign and payload of a NaN that arithmetic returns
// differ between processors.
INLINE real propagating_nan(real x, real source) { return choose(source == source, x, encoded(CANONICAL_NAN)); }

// c₀ + c₁x, the smallest block of a polynomial evaluated in parallel halves (Estrin's scheme).
INLINE real linear(real x, double c0, double c1) { return c0 + x * c1; }
INLINE real cubic(real x, real square, double c0, double c1, double c2, double c3) {
  return linear(x, c0, c1) + square * linear(x, c2, c3);
}
