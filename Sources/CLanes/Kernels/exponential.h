// An exponent x (+ a small correction) split as k · ln 2 + r, |r| ≤ ½ ln 2.
//
// The reduction is Cody and Waite's (Software Manual for the Elementary Functions, 1980): ln 2 is cut after 42 bits, so
// that k times the first part is exact and the second part carries the rest down to 2⁻⁹⁷.
typedef struct {
  // k in two's complement in the low 12 bits, other bits above.
  bits power;
  real remainder;
  // The rounding error of `remainder`.
  real correction;
} exponent;

// x + tail between −746 and 1024 ln 2, or NaN.
INLINE exponent reduced_exponent_with(real x, real tail) {
  real shifted = x * 0x1.71547652b82fep+0 + INTEGER_SHIFT;
  real k = shifted - INTEGER_SHIFT;
  real high = x - k * 0x1.62e42fefa3800p-1;
  real low = k * 0x1.ef35793c76730p-45 - tail;
  real remainder = high - low;
  return (exponent){encoding(shifted), remainder, (high - remainder) - low};
}

INLINE exponent reduced_exponent(real x) { return reduced_exponent_with(x, 0.0); }

// 2ᵏ for −1022 ≤ k ≤ 1023.
INLINE real power_of_two(bits k) { return encoded((k + 1023) << 52); }

// 2⁻ᵏ for −1019 ≤ k ≤ 1026 (zero for the last), made as an eighth of 2³⁻ᵏ, which can be written for every such k.
INLINE real reciprocal_power(bits k) { return 0.125 * encoded((1026 - k) << 52); }

// mantissa · 2ᵏ for −2000 ≤ k ≤ 2000, rounded once where it is subnormal: the power is applied in two halves, of which
// the first keeps the number normal.
INLINE real scaled(real mantissa, bits k) {
  bits half = k >> 1;
  return mantissa * power_of_two(half) * power_of_two(k - half);
}

// (eʳ − 1 − r − r²/2) / r³: a minimax polynomial of degree 9, off by at most 2⁻⁶¹ of r².
INLINE real third_order(real r, real square) {
  real fourth = square * square;
  real lower = cubic(
      r, square, 0x1.5555555555559p-3, 0x1.5555555555559p-5, 0x1.111111110f7c0p-7, 0x1.6c16c16c14b2dp-10);
  real middle = cubic(
      r, square, 0x1.a01a01af866e4p-13, 0x1.a01a01af2d15dp-16, 0x1.71ddf9291a96bp-19, 0x1.27e4c835c3e11p-22);
  real upper = linear(r, 0x1.af5d6d4cf0bd1p-26, 0x1.1f921b2513f09p-29);
  return lower + fourth * (middle + fourth * upper);
}

// eʳ to about 2⁻⁵⁸, not renormalized.
INLINE pair exponential_of(exponent x) {
  real r = x.remainder, square = r * r;
  real tail = square * (0.5 + r * third_order(r, square));
  pair sum = fast_sum(1.0, r);
  return paired(sum.high, sum.low + (x.correction + tail));
}

// eʳ − 1 to about 2⁻⁵⁸ of itself. Half the square of r's upper half is exact, and so is its sum with r.
INLINE pair exponential_minus_one_of(exponent x) {
  real r = x.remainder, upper = upper_half(r), lower = r - upper, square = r * r;
  real half_square = 0.5 * (upper * upper);
  real half_square_rest = 0.5 * (lower * (r + upper));
  pair sum = fast_sum(r, half_square);
  real tail = r * square * third_order(r, square);
  return fast_sum(sum.high, sum.low + ((x.correction + half_square_rest) + tail));
}

INLINE real exponential_in_full(real x) {
  // Results are infinite above 710 and zero below −746, which the power of two gives without a special case.
  exponent reduced = reduced_exponent(clamped(x, -746.0, 710.0));
  return propagating_nan(scaled(rounded(exponential_of(reduced)), reduced.power), x);
}

// eʳ − 1 with an error slightly above that of one rounding, at most 2⁻⁵⁴: (eʳ − 1 − r) / r² is a minimax polynomial of degree 9 that leaves
// 2⁻⁵⁷ of the whole.
INLINE real plain_exponential_minus_one_of(exponent x) {
  real r = x.remainder, square = r * r, fourth = square * square;
  real lower = cubic(
      r, square, 0x1.000000000000bp-1, 0x1.5555555555561p-3, 0x1.5555555550320p-5, 0x1.111111110d588p-7);
  real middle = cubic(
      r, square, 0x1.6c16c18524a19p-10, 0x1.a01a01bb1a8f7p-13, 0x1.a01997b9da21ap-16, 0x1.71dddf5aa50d0p-19);
  real upper = linear(r, 0x1.28af612672384p-22, 0x1.af8628f5904b8p-26);
  return r + (square * (lower + fourth * (middle + fourth * upper)) + x.correction);
}

// C(r) − 1 for C = r/2 coth(r/2), with which eʳ = (C + r/2) / (C − r/2): a minimax polynomial of degree 5 in r² that
// puts eʳ off by at most 2⁻⁶².
INLINE real even_series(real r) {
  real z = r * r, square = z * z;
  real series = cubic(
      z, square, 0x1.5555555555531p-4, -0x1.6c16c16bddbdep-10, 0x1.1566aaca13ba9p-15, -0x1.bbd3befb6fc3dp-21);
  return z * (series + (square * square) * 0x1.6350a0486dcbap-26);
}

INLINE real exponential(real x) {
  // Where the result is finite and normal, the power of two is one factor.
  mask is_plain = magnitude(x) < 708.0;
  exponent reduced = reduced_exponent(x);
  real plain = (1.0 + plain_exponential_minus_one_of(reduced)) * power_of_two(reduced.power);
  return any(~is_plain) ? choose(is_plain, plain, exponential_in_full(x)) : plain;
}

INLINE real exponential_minus_one(real x) {
  exponent reduced = reduced_exponent(clamped(x, -40.0, 710.0));
  pair fraction = exponential_minus_one_of(reduced);
  // eˣ − 1 = 2ᵏ ((1 − 2⁻ᵏ) + (eʳ − 1)).
  pair one = exact_sum(1.0, negative(reciprocal_power(reduced.power)));
  pair sum = exact_sum(fraction.high, one.high);
  real result = scaled(sum.high + (sum.low + (one.low + fraction.low)), reduced.power);
  return propagating_nan(choose(magnitude(x) < 0x1p-54, x, result), x);
}
