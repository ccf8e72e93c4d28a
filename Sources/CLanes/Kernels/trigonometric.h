#include "large_angle.h"

// An angle as q · π/2 + r, |r| ≤ π/4 (a hair more), r in two parts; only the last two bits of q are significant.
typedef struct {
  real quadrant, high, low;
} quadrant_angle;

// Cody and Waite's reduction for |x| ≤ 2²⁰ · π/2.
INLINE quadrant_angle reduced_plain_angle(real x) {
  // Three parts of π/2 with 33 bits each: their products with q < 2²⁰ are exact. What is lost lies below 2⁻¹³⁰, while
  // no double of this range comes closer to a multiple of π/2 than about 2⁻⁶⁰.
  real q = nearest_integer(x * 0x1.45f306dc9c883p-1);
  real remainder = x - q * 0x1.921fb54400000p+0;
  pair first = exact_sum(remainder, negative(q * 0x1.0b4611a600000p-34));
  pair second = exact_sum(first.high, negative(q * 0x1.3198a2e000000p-69));
  real rest = (first.low + second.low) - q * 0x1.b839a252049c1p-104;
  pair sum = fast_sum(second.high, rest);
  return (quadrant_angle){q, sum.high, sum.low};
}

// The same for all numbers, by the reduction of Payne and Hanek beyond.
INLINE quadrant_angle reduced_angle(real x) {
  quadrant_angle result = reduced_plain_angle(x);
  mask is_plain = magnitude(x) <= 0x1.921fb5p+20;
  if (any(~is_plain)) {
    for (int lane = 0; lane < CLANES_WIDTH; lane++) {
      if (is_plain[lane]) continue;
      double angle[3];
      clanes_reduce_large_angle(x[lane], angle);
      result.quadrant[lane] = angle[0];
      result.high[lane] = angle[1];
      result.low[lane] = angle[2];
    }
  }
  return result;
}

// sin r to about 2⁻⁵⁶ of itself, in two parts.
INLINE pair sine_of(quadrant_angle angle) {
  real r = angle.high, z = r * r, square = z * z;
  real lower = cubic(
      z, square, -0x1.555555555554cp-3, 0x1.111111110fc26p-7, -0x1.a01a019c71d7fp-13, 0x1.71de35beff71bp-19);
  real series = lower + square * square * linear(z, -0x1.ae5e9730d99a3p-26, 0x1.5d9fb110738d2p-33);
  return paired(r, r * z * series + angle.low * (1.0 - 0.5 * z));
}

// cos r to about 2⁻⁵⁷ of itself, in two parts. Half the square of r's upper half is exact, and so is 1 minus that.
INLINE pair cosine_of(quadrant_angle angle) {
  real r = angle.high, z = r * r, square = z * z;
  real lower = cubic(
      z, square, 0x1.5555555555554p-5, -0x1.6c16c16c1612dp-10, 0x1.a01a019e1a6e5p-16, -0x1.27e4f8fbcc68dp-22);
  real series = lower + square * square * linear(z, 0x1.1eea85a16a384p-29, -0x1.8ff97ddcb68aep-37);
  real upper = upper_half(r);
  real half_square_rest = 0.5 * ((r - upper) * (r + upper));
  pair sum = fast_sum(1.0, negative(0.5 * (upper * upper)));
  return paired(sum.high, sum.low + ((square * series - half_square_rest) - r * angle.low));
}

// Whether the quadrant is odd, where sine and cosine are exchanged.
INLINE mask is_odd(quadrant_angle angle) {
  real half = angle.quadrant * 0.5;
  return magnitude(half - nearest_integer(half)) == 0.5;
}

// −x in two of the four quadrants: 2 and 3 for an offset of 0, 1 and 2 for an offset of 1.
INLINE real signed_by(quadrant_angle angle, real x, uint64_t offset) {
  bits integer = encoding(angle.quadrant + INTEGER_SHIFT) + offset;
  return encoded(encoding(x) ^ ((integer & 2) << 62));
}

INLINE real sine(real x) {
  quadrant_angle angle = reduced_angle(x);
  real size = choose(is_odd(angle), rounded(cosine_of(angle)), rounded(sine_of(angle)));
  real result = signed_by(angle, size, 0);
  return propagating_nan(choose(magnitude(x) < 0x1p-27, x, result), result);
}

INLINE real cosine(real x) {
  quadrant_angle angle = reduced_angle(x);
  real size = choose(is_odd(angle), rounded(sine_of(angle)), rounded(cosine_of(angle)));
  real result = signed_by(angle, size, 1);
  return propagating_nan(result, result);
}

// sin r / cos r, or −cos r / sin r in odd quadrants, both in two parts.
INLINE real tangent(real x) {
  quadrant_angle angle = reduced_angle(x);
  mask odd = is_odd(angle);
  pair sine = renormalized(sine_of(angle)), cosine = renormalized(cosine_of(angle));
  pair ratio = quotient(choose_pair(odd, negative_pair(cosine), sine), choose_pair(odd, sine, cosine));
  real result = rounded(ratio);
  return propagating_nan(choose(magnitude(x) < 0x1p-27, x, result), result);
}

// The centres of the expansion of the arc tangent: atan c = 0, π/4 or π/2 for c = 0, 1 or ∞.
INLINE pair arc_tangent_base(mask is_middle, mask is_large) {
  pair zero = paired(0.0, 0.0);
  pair quarter = paired(0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55);
  pair half = paired(0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54);
  return choose_pair(is_large, half, choose_pair(is_middle, quarter, zero));
}

// base + atan t, |t| ≤ √2 − 1.
INLINE pair arc_tangent_from(pair base, pair t) {
  real z = t.high * t.high;
  // (atan t − t) / t³, a minimax polynomial in t² of degree 10, off by at most 2⁻⁵⁹ of t².
  real square = z * z, fourth = square * square;
  real lower = cubic(
      z, square, -0x1.555555555554dp-2, 0x1.9999999997654p-3, -0x1.249249234fbdcp-3, 0x1.c71c711e29464p-4);
  real middle = cubic(
      z, square, -0x1.745cfe889fda4p-4, 0x1.3b11751d9f2dbp-4, -0x1.10ef7b424d8fap-4, 0x1.df421799ae0c4p-5);
  real upper = linear(z, -0x1.9da87cb498289p-5, 0x1.39d375b424737p-5) + square * -0x1.29873b2c3e279p-6;
  real series = lower + fourth * (middle + fourth * upper);

  real tail = t.high * z * series + t.low * (1.0 - z);
  pair sum = fast_sum(base.high, t.high);
  return paired(sum.high, sum.low + (base.low + tail));
}

// atan |x| = atan c + atan t with t = (|x| − c) / (1 + c |x|) and c = 0, 1 or ∞, so that |t| ≤ √2 − 1.
INLINE real arc_tangent(real x) {
  // Beyond 2⁶⁰ the angle is π/2.
  real a = lesser(magnitude(x), 0x1p60);
  mask is_middle = a > 0x1.a827999fcef32p-2, is_large = a > 0x1.3504f333f9de6p+1;
  pair one = paired(1.0, 0.0), small = paired(a, 0.0);
  pair numerator = choose_pair(is_large, negative_pair(one), choose_pair(is_middle, exact_sum(a, -1.0), small));
  pair denominator = choose_pair(is_large, small, choose_pair(is_middle, exact_sum(a, 1.0), one));
  pair t = renormalized(quotient(numerator, denominator));
  real result = rounded(arc_tangent_from(arc_tangent_base(is_middle, is_large), t));
  return propagating_nan(choose(magnitude(x) < 0x1p-28, x, with_sign(result, x)), x);
}

// atan (y / x) for 0 ≤ x and 0 ≤ y, not both 0, of moderate size: atan c + atan t with t = (y − cx) / (x + cy).
INLINE pair arc_tangent_of_ratio(pair y, pair x) {
  mask is_middle = y.high > 0x1.a827999fcef32p-2 * x.high, is_large = y.high > 0x1.3504f333f9de6p+1 * x.high;
  pair difference = exact_sum(y.high, negative(x.high)), sum = exact_sum(y.high, x.high);
  difference.low = difference.low + (y.low - x.low);
  sum.low = sum.low + (y.low + x.low);
  pair numerator = choose_pair(is_large, negative_pair(x), choose_pair(is_middle, difference, y));
  pair denominator = choose_pair(is_large, y, choose_pair(is_middle, sum, x));
  pair t = renormalized(quotient(renormalized(numerator), renormalized(denominator)));
  return arc_tangent_from(arc_tangent_base(is_middle, is_large), t);
}

// √(1 − x²) for |x| ≤ 1; of the factors 1 − |x| and 1 + |x| each is known in two parts.
INLINE pair cosine_of_arc_sine(real size) {
  return renormalized(square_root_of(renormalized(pair_product(fast_sum(1.0, negative(size)), fast_sum(1.0, size)))));
}

// asin |x| = atan (|x| / √(1 − x²)).
INLINE real arc_sine(real x) {
  real size = magnitude(x), inside = lesser(size, 1.0);
  real result = rounded(arc_tangent_of_ratio(paired(inside, 0.0), cosine_of_arc_sine(inside)));
  real plain = choose(size < 0x1p-28, size, result);
  return choose(size <= 1.0, with_sign(plain, x), encoded(CANONICAL_NAN));
}

// acos |x| = atan (√(1 − x²) / |x|), and π − acos |x| on the left.
INLINE real arc_cosine(real x) {
  real size = magnitude(x), inside = lesser(size, 1.0);
  pair right = arc_tangent_of_ratio(cosine_of_arc_sine(inside), paired(inside, 0.0));
  pair left = fast_sum(0x1.921fb54442d18p+1, negative(right.high));
  real reflected = left.high + (left.low + (0x1.1a62633145c07p-53 - right.low));
  return choose(size <= 1.0, choose(x < 0.0, reflected, rounded(right)), encoded(CANONICAL_NAN));
}
