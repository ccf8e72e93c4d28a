// erfc x for x ≥ 0.625 as 2ᵏ (high + low).
typedef struct {
  bits power;
  pair mantissa;
} complementary_tail;

// erfc x = e⁻ˣˣ · G(t) / (x + ½), t = (x − 4) / (x + 4), after M. M. Shepherd and J. G. Laframboise, "Chebyshev
// approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x < ∞", Mathematics of Computation 36 (1981), for x between 0.625 and
// 28. G is a minimax polynomial of degree 21 for 0.624 ≤ x ≤ 28, off by at most 2⁻⁵⁹; it stays within 0.56 and 0.65, so
// that its constant, in two parts, carries nearly all of it.
INLINE complementary_tail error_tail(real x) {
  real t = (x - 4.0) / (x + 4.0);
  real square = t * t, fourth = square * square;
  real part0 = cubic(
      t, square, -0x1.1df1ad154a28dp-4, 0x1.f7f5df66fd647p-8, 0x1.16ecefcfa5241p-5, -0x1.9ddb23c3e8383p-5);
  real part1 = cubic(
      t, square, 0x1.7fee004e15fd0p-5, -0x1.0fb06dfe610d1p-5, 0x1.3079edf5ee5c3p-6, -0x1.0962387fa42b0p-7);
  real part2 = cubic(
      t, square, 0x1.49c672ba336a6p-9, -0x1.8d4a9faed1742p-12, -0x1.a1df51d508f7bp-14, 0x1.3be0b7a55b41ap-14);
  real part3 = cubic(
      t, square, -0x1.995338d8480a2p-17, -0x1.789e9e8c8e8ffp-18, 0x1.7ee442bfd6647p-19, 0x1.409e730a0904ap-23);
  real part4 = cubic(
      t, square, -0x1.b72b3123e06a9p-22, 0x1.238ad2cad72bcp-25, 0x1.b5f1c1138cefep-25, -0x1.af26bd65b1ddap-28);
  real upper_parts = part2 + fourth * (part3 + fourth * (part4 + fourth * -0x1.3b47f4133a15bp-28));
  real series = part0 + fourth * (part1 + fourth * upper_parts);
  pair sum = fast_sum(0x1.3ba5916e9fd7fp-1, t * series);
  pair ratio = quotient(paired(sum.high, sum.low + -0x1.9d2ad62a02786p-56), fast_sum(x, 0.5));

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
  real size = magnitude(x);
  complementary_tail tail = error_tail(clamped(size, 0.625, 28.0));
  real mantissa = rounded(tail.mantissa);
  // Below 26 the result is normal, and its power of two is one factor.
  mask is_plain = size < 26.0;
  real right = mantissa * power_of_two(tail.power);
  if (any(~is_plain)) right = choose(is_plain, right, scaled(mantissa, tail.power));
  // On the left, what is taken from 2 is at most 1.
  real outer = choose(x < 0.0, 2.0 - right, right);
  pair series = error_series(choose(size < 0.625, x, 0.0));
  pair difference = fast_sum(1.0, negative(series.high));
  real inner = difference.high + (difference.low - series.low);
  return propagating_nan(choose(size < 0.625, inner, outer), x);
}

// x Φ(x), Φ the normal distribution: Φ(−|x|) = e^(−x²/2) · P(|x|) / Q(|x|) and Φ(x) = 1 − Φ(−x). P and Q are of degree
// 10 and 11 and their ratio is off by at most 2⁻⁵⁹ of itself for |x| ≤ 38.7; their coefficients are positive, so that
// nothing cancels. The denominators of eʳ and of the ratio make one division.
INLINE real gaussian_error_linear_unit(real x) {
  // Left of −38.6 the result rounds to zero.
  real size = lesser(magnitude(x), 38.6), square = size * size, fourth = square * square;
  real numerator0 = cubic(
      size, square, 0x1.bf4cfecb62275p+19, 0x1.71906c3be851cp+20, 0x1.2ec463b05b3d9p+20, 0x1.3dc24361f5f9ep+19);
  real numerator1 = cubic(
      size, square, 0x1.d4ac42f65aecap+17, 0x1.f934825937d81p+15, 0x1.928247ec8b5a8p+13, 0x1.d4a24b3a60450p+10);
  real numerator2 = linear(size, 0x1.7ef3fc725bf34p+7, 0x1.8f642f015bb58p+3) + square * 0x1.9884533d43d27p-2;
  real numerator = numerator0 + fourth * (numerator1 + fourth * numerator2);
  real denominator0 = cubic(
      size, square, 0x1.bf4cfecb62275p+20, 0x1.1201738505095p+22, 0x1.3a188af88f1fdp+22, 0x1.bd94a4b597c86p+21);
  real denominator1 = cubic(
      size, square, 0x1.b39b899d9db3ep+20, 0x1.34ff7f7e13bbep+19, 0x1.45a53a7c1a280p+17, 0x1.fff0307b4225ep+14);
  real denominator2 = linear(size, 0x1.27a0cba5be8b7p+12, 0x1.e0f5e32a918acp+8) + square * (size + 0x1.f49014ae2a0e8p+4);
  real denominator = denominator0 + fourth * (denominator1 + fourth * denominator2);

  // The square of the size's upper half is exact; the rest of x²/2 goes along as the exponent's correction.
  real upper = upper_half(size);
  exponent reduced = reduced_exponent_with(-0.5 * (upper * upper), -0.5 * ((size - upper) * (size + upper)));
  real half = 0.5 * reduced.remainder, mean = 1.0 + even_series(reduced.remainder);
  real mantissa = ((mean + half) * numerator) / ((mean - half) * denominator);
  // Down to −37 the share on the left is normal, and its power of two is one factor.
  mask is_plain = size < 37.0;
  real share = mantissa * power_of_two(reduced.power);
  real plain = x * choose(x < 0.0, share, 1.0 - share);
  if (any(~is_plain)) {
    real left = scaled(negative(size * mantissa), reduced.power);
    plain = choose(is_plain, plain, choose(x < 0.0, left, x));
  }
  return propagating_nan(plain, x);
}

// The y with erf y = a for 0 ≤ a < 1, to about 2⁻²⁰ of itself: a times a polynomial in w = −log(1 − a²), and in √w where
// w is large.
INLINE real rough_inverse_error_function(real a) {
  real w = negative(natural_logarithm((1.0 - a) * (1.0 + a))), square = w * w;
  real lower = cubic(w, square, 0x1.c5bf812ba0d5ap-1, 0x1.db2e0471cf481p-3, 0x1.7922c71e5a1f3p-7, -0x1.27cc381df41b5p-9);
  real upper = cubic(
      w, square, -0x1.a941820e5c5d9p-13, 0x1.650708400619bp-14, -0x1.243f50fa9dc14p-17, 0x1.52ebe09d78c6bp-22);
  real central = lower + square * square * upper;

  mask is_tail = w > 5.0;
  real r = __builtin_elementwise_sqrt(choose(is_tail, w, 5.0)), z = r * r, fourth = z * z;
  real lower_tail = cubic(r, z, 0x1.67795e57df695p+1, -0x1.13525f231da62p+2, 0x1.092f22d39baf6p+2, -0x1.dabaf9518dfd1p+0);
  real upper_tail = cubic(r, z, 0x1.099061e67b17ep-1, -0x1.7b40826b37086p-4, 0x1.51012eac1b742p-7, -0x1.54628d0225d73p-11);
  real tail = lower_tail + fourth * (upper_tail + fourth * 0x1.2b02fa4d25d5ap-16);
  return a * choose(is_tail, tail, central);
}

// erfinv |x|: a first guess y and one step of Halley's iteration, y + v / (1 − vy) with v = (|x| − erf y) / erf′ y, to which
// (y² + 1) v³ / 3 is added, the next term of the inverse function's series: so an error of 2⁻²⁰ becomes one below 2⁻⁶⁰. The
// difference is taken of erf or of erfc, in two parts.
INLINE real inverse_error_function(real x) {
  real size = magnitude(x), a = choose(size < 1.0, size, 0.5);
  real y = rough_inverse_error_function(a);
  mask is_central = y < 0.625;
  pair series = error_series(choose(is_central, y, 0.0));
  complementary_tail tail = error_tail(clamped(y, 0.625, 6.0));
  real power = power_of_two(tail.power);
  real beyond = ((1.0 - a) - power * tail.mantissa.high) - power * tail.mantissa.low;
  real excess = choose(is_central, (series.high - a) + series.low, beyond);
  real v = negative(excess) / (0x1.20dd750429b6dp+0 * exponential(negative(y * y)));
  real step = v / (1.0 - v * y) + v * v * v * (y * y + 1.0) * 0x1.5555555555555p-2;
  real result = choose(size == 1.0, __builtin_inf(), y + step);
  return choose(size <= 1.0, with_sign(result, x), encoded(CANONICAL_NAN));
}
