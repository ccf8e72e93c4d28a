// 1 / (1 + e⁻ˣ) for x ≥ 0, eˣ / (1 + eˣ) for x < 0.
INLINE real logistic_sigmoid_in_full(real x) {
  // The power of two of the numerator is applied last, so that intermediate results are never subnormal.
  mask is_negative = x < 0.0;
  real size = lesser(magnitude(x), 746.0);
  exponent reduced = reduced_exponent(negative(size));
  pair mantissa = renormalized(exponential_of(reduced));
  // Below −700 the term is negligible compared with 1, and its power of two may not be representable.
  real power = choose(size > 700.0, 0.0, power_of_two(reduced.power));
  pair sum = fast_sum(1.0, power * mantissa.high);
  pair denominator = paired(sum.high, sum.low + power * mantissa.low);
  pair numerator = choose_pair(is_negative, mantissa, paired(1.0, 0.0));
  real result = rounded(quotient(numerator, denominator));
  return propagating_nan(choose(is_negative, scaled(result, reduced.power), result), x);
}

// With e⁻ˣ = 2ᵏ (C + h) / (C − h), h = r/2 and C = 1 + c, the sigmoid is one quotient:
//
//   (C − h) / ((C − h) + 2ᵏ (C + h)) = (1 + (c − h)) / ((2ᵏ + 1) + ((2ᵏ + 1) c + (2ᵏ − 1) h)).
INLINE real logistic_sigmoid(real x) {
  // Up to here, 2ᵏ + 1 is exact.
  mask is_plain = magnitude(x) < 36.0;
  exponent reduced = reduced_exponent(negative(x));
  real c = even_series(reduced.remainder), h = 0.5 * reduced.remainder;
  real power = power_of_two(reduced.power), sum = power + 1.0;
  real above_one = c - h, numerator = 1.0 + above_one;
  real rest = sum * c + (power - 1.0) * h, denominator = sum + rest;
  // As in `quotient`; both differences from the sums' first parts are exact.
  real reciprocal = 1.0 / denominator, quotient = upper_half(numerator * reciprocal);
  real upper = upper_half(denominator), lower = (sum - upper) + rest;
  real remainder = ((1.0 - quotient * upper) + above_one) - quotient * lower;
  real plain = quotient + remainder * reciprocal;
  return any(~is_plain) ? choose(is_plain, plain, logistic_sigmoid_in_full(x)) : plain;
}

// max(x, 0) + log(1 + e⁻|ˣ|), with the exponential and the logarithm kept in two parts up to the last addition.
INLINE real logistic_softplus(real x) {
  real size = lesser(magnitude(x), 746.0);
  exponent reduced = reduced_exponent(negative(size));
  pair mantissa = renormalized(exponential_of(reduced));
  real power = choose(size > 700.0, 0.0, power_of_two(reduced.power));
  pair logarithm = logarithm_of(reduced_logarithm_of_one_plus(paired(power * mantissa.high, power * mantissa.low)));
  pair sum = exact_sum(choose(x > 0.0, x, 0.0), logarithm.high);
  real central = sum.high + (sum.low + logarithm.low);
  // Below −40, log(1 + eˣ) = eˣ; above 40, the term is lost beside x, and x may be infinite.
  real lower_tail = scaled(mantissa.high, reduced.power);
  return propagating_nan(choose(x < -40.0, lower_tail, choose(x > 40.0, x, central)), x);
}
