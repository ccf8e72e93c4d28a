#include <stdint.h>

#include "CLanes.h"

// The remainder of two positive finite numbers, which is a double, by long division of their significands.
static double remainder_of(double dividend, double divisor) {
  uint64_t x = __builtin_bit_cast(uint64_t, dividend), y = __builtin_bit_cast(uint64_t, divisor);
  int power = (int)(x >> 52), unit = (int)(y >> 52);
  // Subnormal numbers have the exponent of the least normal ones, and no leading bit.
  uint64_t rest = (x & 0x000FFFFFFFFFFFFF) | (power == 0 ? 0 : 0x0010000000000000);
  uint64_t part = (y & 0x000FFFFFFFFFFFFF) | (unit == 0 ? 0 : 0x0010000000000000);
  power += power == 0;
  unit += unit == 0;
  if (power < unit) return dividend;
  rest %= part;
  while (power > unit) {
    // Eleven bits are free above the 53 of a significand.
    int step = power - unit < 11 ? power - unit : 11;
    rest = (rest << step) % part;
    power -= step;
  }
  if (rest == 0) return 0.0;
  int shift = __builtin_clzll(rest) - 11;
  if (shift >= unit) return __builtin_bit_cast(double, rest << (unit - 1));
  return __builtin_bit_cast(double, ((rest << shift) & 0x000FFFFFFFFFFFFF) | (uint64_t)(unit - shift) << 52);
}

double clanes_scalar_mod(double x, double y) {
  double size = __builtin_fabs(x), step = __builtin_fabs(y), infinity = __builtin_inf();
  if (!(size < infinity) || !(step > 0.0)) return __builtin_nan("");
  double rest = step == infinity ? size : remainder_of(size, step);
  if (rest == 0.0) return y < 0.0 ? -0.0 : 0.0;
  double part = x < 0.0 ? -rest : rest;
  return (x < 0.0) == (y < 0.0) ? part : part + y;
}
