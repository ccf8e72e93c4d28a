#ifndef CLANES_H
#define CLANES_H

// Operators on vectors of eight, each one IEEE or integer operation a lane and nothing else. The standard library writes
// the arithmetic of its SIMD types as loops over the lanes and leaves it to the optimizer to find the vector again, which
// it does not reliably; an operator of C is the vector instruction.

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
CLANES_BITWISE(or, |)
CLANES_BITWISE(exclusive_or, ^)
CLANES_BITWISE(add_bits, +)
CLANES_BITWISE(subtract_bits, -)
// Shifts by 64 and more are not defined.
CLANES_BITWISE(shift_left, <<)
CLANES_BITWISE(shift_right, >>)

CLANES_INLINE clanes_real clanes_square_root(clanes_real x) { return __builtin_elementwise_sqrt(x); }

// The first where the mask's lane is all ones, the second where it is all zeros.
CLANES_INLINE clanes_real clanes_select(clanes_mask mask, clanes_real first, clanes_real second) {
  return mask ? first : second;
}

// Not zero where a lane of the mask is all ones.
CLANES_INLINE long long clanes_any(clanes_mask mask) { return __builtin_reduce_or(mask); }

#undef CLANES_INLINE
#undef CLANES_ARITHMETIC
#undef CLANES_COMPARISON
#undef CLANES_BITWISE

#endif
