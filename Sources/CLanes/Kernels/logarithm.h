// A positive normal number as 2ᵏ · m, √½ ≤ m < √2.
typedef struct {
  real power, mantissa;
  // 2¹⁻ᵏ, which unlike 2⁻ᵏ can be written for every k up to 1023; zero for k = 1024.
  real doubled_reciprocal_power;
} split_number;

INLINE split_number split(real x) {
  // Adding 1 − √½, in units of the last place, carries into the exponent field exactly where m ≥ √2 halves.
  bits carried = (encoding(x) + (0x3FF0000000000000u - 0x3FE6A09E667F3BCDu)) & 0x7FF0000000000000u;
  // The biased exponent as low bits of 2⁵² is a number without a conversion.
  real biased = encoded((carried >> 52) | 0x4330000000000000u);
  return (split_number){
      biased - (0x1p52 + 1023), encoded(encoding(x) - (carried - 0x3FF0000000000000u)),
      encoded(0x7FF0000000000000u - carried)};
}

// A positive number split as 2ᵏ (1 + f), √½ ≤ 1 + f < √2, f in two parts.
typedef struct {
  real power, fraction, correction;
} logarithm;

// x is positive, finite and normal; other numbers give a meaningless result.
INLINE logarithm reduced_logarithm(real x) {
  split_number number = split(x);
  return (logarithm){number.power, number.mantissa - 1.0, (real)0.0};
}

// 1 + x for x > −1. Where 1 + x needs no power of two, f is x itself.
INLINE logarithm reduced_logarithm_of_one_plus(pair x) {
  pair sum = exact_sum(x.high, 1.0);
  split_number number = split(sum.high);
  mask is_plain = number.power == 0.0;
  return (logarithm){
      number.power, choose(is_plain, x.high, number.mantissa - 1.0),
      choose(is_plain, x.low, 0.5 * (sum.low + x.low) * number.doubled_reciprocal_power)};
}

// k · ln 2 + log(1 + f) to about 2⁻⁵⁷ of itself.
//
// log(1 + f) = f − f²/2 + s (f²/2 + R(s²)) with s = f / (2 + f), the formula of Sun's fdlibm (e_log.c, 1993); half the
// square of f's upper half is exact, and so are the sums of the three leading terms. R is a minimax polynomial, off by
// at most 2⁻⁵⁹.
INLINE pair logarithm_of(logarithm x) {
  real f = x.fraction, s = f / (2.0 + f), z = s * s, square = z * z;
  real lower = cubic(z, square, 0x1.555555555557ep-1, 0x1.9999999985434p-2, 0x1.2492493de0c49p-2, 0x1.c71c54f26c78cp-3);
  real upper = linear(z, 0x1.7465b50345cfdp-3, 0x1.39ae78eb82102p-3) + square * 0x1.2e8e4326329f9p-3;
  real series = z * (lower + square * square * upper);
  real half = upper_half(f);
  real half_square = 0.5 * (half * half);
  real half_square_rest = 0.5 * ((f - half) * (f + half));
  real tail = s * ((half_square + half_square_rest) + series) - half_square_rest;
  // 1 / (1 + f) with an error of 0.03 suffices for the correction, which is itself below 2⁻⁵³.
  real shift = x.correction * ((1.0 - f) * (1.0 + f * f));
  pair first = fast_sum(x.power * 0x1.62e42fefa3800p-1, f);
  pair second = fast_sum(first.high, negative(half_square));
  real rest = (x.power * 0x1.ef35793c76730p-45 + shift) + tail;
  return fast_sum(second.high, (first.low + second.low) + rest);
}

// The logarithm, with −∞ at the pole, NaN to its left and for NaN, and ∞ for ∞.
INLINE real replacing_logarithm_ends(real result, real x, double pole) {
  real inside = choose(x > 0x1.fffffffffffffp+1023, x, result);
  real beside = choose(x == pole, -__builtin_inf(), encoded(CANONICAL_NAN));
  return choose(x > pole, inside, beside);
}

INLINE real natural_logarithm(real x) {
  mask is_small = x < 0x1p-1022;
  logarithm reduced = reduced_logarithm(choose(is_small, x * 0x1p54, x));
  reduced.power = choose(is_small, reduced.power - 54.0, reduced.power);
  return replacing_logarithm_ends(rounded(logarithm_of(reduced)), x, 0.0);
}

INLINE real logarithm_of_one_plus(real x) {
  real result = rounded(logarithm_of(reduced_logarithm_of_one_plus(paired(x, 0.0))));
  return choose(magnitude(x) < 0x1p-54, x, replacing_logarithm_ends(result, x, -1.0));
}

// The logarithm to another base: k · unit + log m · scale, where unit is the logarithm of 2 and scale that of e to the
// base. The product of k and the unit's high part is exact, and what follows is kept in two parts: so the logarithm of a
// power of the base is the exponent itself.
INLINE real logarithm_to_base(real x, pair unit, pair scale) {
  mask is_small = x < 0x1p-1022;
  logarithm reduced = reduced_logarithm(choose(is_small, x * 0x1p54, x));
  real k = choose(is_small, reduced.power - 54.0, reduced.power);
  reduced.power = 0.0;
  pair fraction = pair_product(logarithm_of(reduced), scale);
  pair sum = fast_sum(k * unit.high, fraction.high);
  real result = sum.high + (sum.low + (k * unit.low + fraction.low));
  return replacing_logarithm_ends(result, x, 0.0);
}

INLINE real binary_logarithm(real x) {
  return logarithm_to_base(x, paired(1.0, 0.0), paired(0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56));
}

INLINE real decimal_logarithm(real x) {
  return logarithm_to_base(x, paired(0x1.34413509f6000p-2, 0x1.9fef311f12b36p-42), paired(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57));
}
