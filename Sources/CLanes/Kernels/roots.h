INLINE real square_root(real x) { return choose(x >= 0.0, __builtin_elementwise_sqrt(x), encoded(CANONICAL_NAN)); }

INLINE real integer_below(real x) {
  // Adding 2⁵² rounds a smaller magnitude to an integer; larger ones are integers.
  real nearest = with_sign((magnitude(x) + 0x1p52) - 0x1p52, x);
  real below = with_sign(choose(nearest > x, nearest - 1.0, nearest), x);
  return choose(magnitude(x) < 0x1p52, below, x);
}

INLINE real integer_above(real x) { return negative(integer_below(negative(x))); }

// The integer nearest to x, of two equally near ones the even one.
INLINE real nearest_even_integer(real x) {
  real nearest = with_sign((magnitude(x) + 0x1p52) - 0x1p52, x);
  return choose(magnitude(x) < 0x1p52, nearest, x);
}

// x without its fraction.
INLINE real integer_part(real x) { return with_sign(integer_below(magnitude(x)), x); }
