// erfc x for x ≥ 0 as 2ᵏ (high + low).
typedef struct {
  bits power;
  pair mantissa;
} complementary_tail;

// erfc x = e⁻ˣˣ · G(t) / (x + ½), t = (x − 4) / (x + 4), after M. M. Shepherd and J. G. Laframboise, "Chebyshev
// approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x < ∞", Mathematics of Computation 36 (1981), for x between 0 and 28.
// G is a minimax polynomial of degree 23, off by at most 2⁻⁶⁰; it stays within 0.5 and 0.65, so that
// its constant, in two parts, carries nearly all of it.
INLINE complementary_tail error_tail(real x) {
  // 1 / (x + ½) and 1 / (x + 4) of one division.
  real shared = 1.0 / ((x + 0.5) * (x + 4.0));
  real t = (x - 4.0) * ((x + 0.5) * shared);
  real square = t * t, fourth = square * square;
  real part0 = cubic(
      t, square, -0x1.1df1ad154a28fp-4, 0x1.f7f5df66fd6dcp-8, 0x1.16ecefcfa54a3p-5, -0x1.9ddb23c3e89c5p-5);
  real part1 = cubic(
      t, square, 0x1.7fee004e0fe3ap-5, -0x1.0fb06dfe54a10p-5, 0x1.3079edf6d4509p-6, -0x1.09623882b4c38p-7);
  real part2 = cubic(
      t, square, 0x1.49c6726f1cd99p-9, -0x1.8d4a9c392d686p-12, -0x1.a1df161c950a0p-14, 0x1.3be06abcb39edp-14);
  real part3 = cubic(
      t, square, -0x1.995acf3b8cf32p-17, -0x1.788d9b193c959p-18, 0x1.7f3486bb0a99fp-19, 0x1.3bcf495369e27p-23);
  real part4 = cubic(
      t, square, -0x1.bb71eb1c23a51p-22, 0x1.3e75ef89395fap-25, 0x1.d9f565369d32ap-25, -0x1.2c898b00cd319p-27);
  real part5 = linear(t, -0x1.e3e946435f3f7p-28, 0x1.ce9bbbf1011fbp-31) + square * 0x1.4a5041c246fb2p-31;
  real eighth = fourth * fourth;
  real series = (part0 + fourth * part1) + eighth * ((part2 + fourth * part3) + eighth * (part4 + fourth * part5));
  pair sum = fast_sum(0x1.3ba5916e9fd7fp-1, t * series);
  pair ratio = quotient_given(
      paired(sum.high, sum.low + -0x1.a15a519e5c099p-56), fast_sum(x, 0.5), (x + 4.0) * shared);

  // The square of x's upper half is exact; the rest of x² goes along as the exponent's correction.
  real upper = upper_half(x);
  exponent reduced = reduced_exponent_with(negative(upper * upper), negative((x - upper) * (x + upper)));
  pair exponential = renormalized(exponential_of(reduced));
  real e = upper_half(exponential.high), rest = exponential.high - e;
  return (complementary_tail){
      reduced.power,
      fast_sum(ratio.high * e, ratio.high * (rest + exponential.low) + ratio.low * exponential.high)};
}

// erf x = x + x · Y(x²) for |x| < 0.625, Y a minimax polynomial of degree 9, off by at most 2⁻⁵⁸.
INLINE pair error_series(real x) {
  real z = x * x, square = z * z, fourth = square * square;
  real lower = cubic(
      z, square, 0x1.06eba8214db68p-3, -0x1.812746b0379d5p-2, 0x1.ce2f21a0413d2p-4, -0x1.b82ce311c2f77p-6);
  real middle = cubic(
      z, square, 0x1.565bccdace4aap-8, -0x1.c02da4832c3fep-11, 0x1.f9a0515361f81p-14, -0x1.f47fea447d683p-17);
  real series = lower + fourth * (middle + fourth * linear(z, 0x1.b4349726d8f82p-20, -0x1.26cc3d8bfdd4dp-23));
  return fast_sum(x, x * series);
}

INLINE real error_function(real x) {
  // From 6 on, erf rounds to one.
  real size = magnitude(x);
  complementary_tail tail = error_tail(clamped(size, 0.625, 6.0));
  real power = power_of_two(tail.power);
  pair difference = fast_sum(1.0, negative(power * tail.mantissa.high));
  real outer = difference.high + (difference.low - power * tail.mantissa.low);
  real inner = rounded(error_series(choose(size < 0.625, size, 0.0)));
  return propagating_nan(with_sign(choose(size < 0.625, inner, outer), x), x);
}

INLINE real complementary_error_function(real x) {
  real size = lesser(magnitude(x), 28.0);
  complementary_tail tail = error_tail(size);
  real mantissa = rounded(tail.mantissa);
  // Below 26 the result is normal, and its power of two is one factor.
  mask is_plain = size < 26.0;
  real right = mantissa * power_of_two(tail.power);
  if (any(~is_plain)) right = choose(is_plain, right, scaled(mantissa, tail.power));
  // On the left, what is taken from 2 is at most 1.
  return propagating_nan(choose(x < 0.0, 2.0 - right, right), x);
}
