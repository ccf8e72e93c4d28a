// k · ln 2 + log m = k · ln 2 + 2s + s³ (2/3 + s² P(s²)), s = (m − 1) / (m + 1), everything but P in two parts. P is a
// minimax polynomial of degree 7.
INLINE pair precise_logarithm(real k, real m) {
  pair s = quotient(paired(m - 1.0, 0.0), exact_sum(m, 1.0));
  // The high part of a quotient has 26 bits: its square is exact.
  pair z = fast_sum(s.high * s.high, s.low * (s.high + s.high + s.low));
  real square = z.high * z.high;
  real lower = cubic(
      z.high, square, 0x1.9999999999999p-2, 0x1.24924924926ebp-2, 0x1.c71c71c6972b8p-3, 0x1.745d17af5ba48p-3);
  real upper = cubic(
      z.high, square, 0x1.3b1384c44522bp-3, 0x1.111bbaab20cf3p-3, 0x1.def7e1dda28f4p-4, 0x1.e4dd00e6a03f9p-4);
  pair series = fast_sum(0x1.5555555555555p-1, z.high * (lower + square * square * upper));
  pair factor = paired(series.high, series.low + 0x1.5555555555555p-55);
  pair third = pair_product(pair_product(z, renormalized(s)), factor);

  pair twice = paired(2.0 * s.high, 2.0 * s.low);
  pair first = fast_sum(k * 0x1.62e42fefa3800p-1, twice.high);
  pair second = exact_sum(twice.low, third.high);
  pair sum = fast_sum(first.high, second.high);
  real rest = k * 0x1.ef35793c76730p-45 + (first.low + (second.low + third.low));
  return fast_sum(sum.high, sum.low + rest);
}

// Where this magnitude is an integer. From 2⁵² on every double is; below, adding 2⁵² rounds to an integer.
INLINE mask is_integral(real x) { return choose(x < 0x1p52, (x + 0x1p52) - 0x1p52, x) == x; }

// |x|^y with sign and special values as IEEE 754-2019, section 9.2.1, has them for pow.
INLINE real replacing_power_ends(real result, real x, real y) {
  real base = magnitude(x), exponent = magnitude(y), zero = 0.0, infinity = __builtin_inf();
  mask is_rising = y > 0.0, is_negative = x < 0.0;
  real at_zero = choose(is_rising, zero, infinity), at_infinity = choose(is_rising, infinity, zero);
  real size = choose(base == 0.0, at_zero, choose(base == infinity, at_infinity, result));

  mask is_integer = is_integral(exponent);
  mask is_odd = is_integer & ~is_integral(exponent * 0.5);
  mask is_real = ~is_negative | (base == infinity) | is_integer;
  real real_power = choose(is_real, choose(is_odd, with_sign(size, x), size), encoded(CANONICAL_NAN));
  real power = propagating_nan(propagating_nan(real_power, x), y);
  return choose((y == 0.0) | (x == 1.0), 1.0, power);
}

// |x|^y = exp(y · log |x|), the logarithm to about 2⁻⁶⁵ of itself, since y times it may be 745.
INLINE real power(real x, real y) {
  real base = magnitude(x);
  mask is_subnormal = base < 0x1p-1022;
  split_number number = split(choose(is_subnormal, base * 0x1p54, base));
  real k = choose(is_subnormal, number.power - 54.0, number.power);
  pair logarithm = precise_logarithm(k, number.mantissa);

  // With an exponent beyond 2⁷⁰ every power overflows or underflows, except that of 1.
  real exponent_y = clamped(y, -0x1p70, 0x1p70);
  pair product = exact_product(logarithm.high, exponent_y);
  mask is_bounded = magnitude(product.high) < 800.0;
  real low = choose(is_bounded, product.low + exponent_y * logarithm.low, 0.0);
  exponent reduced = reduced_exponent_with(clamped(product.high, -746.0, 710.0), low);
  return replacing_power_ends(scaled(rounded(exponential_of(reduced)), reduced.power), x, y);
}
