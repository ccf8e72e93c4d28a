// e|ˣ| = 2ᵏ m as the hyperbolic functions need it.
typedef struct {
  bits power;
  // 2⁻ᵏ, k ≥ 0.
  real reciprocal_power;
  // eʳ − 1 = m − 1.
  pair fraction, mantissa;
} hyperbolic_exponent;

INLINE hyperbolic_exponent reduced_hyperbolic(real x) {
  // From 711 on both functions overflow.
  exponent reduced = reduced_exponent(lesser(magnitude(x), 711.0));
  pair fraction = exponential_minus_one_of(reduced);
  pair sum = fast_sum(1.0, fraction.high);
  return (hyperbolic_exponent){
      reduced.power, reciprocal_power(reduced.power), fraction, paired(sum.high, sum.low + fraction.low)};
}

// sinh |x| = 2ᵏ⁻¹ (a + 2⁻ᵏ a / m) with a = 2⁻ᵏ (e|ˣ| − 1) = (1 − 2⁻ᵏ) + (m − 1).
INLINE real hyperbolic_sine(real x) {
  hyperbolic_exponent e = reduced_hyperbolic(x);
  real w = e.reciprocal_power;
  pair one = fast_sum(1.0, negative(w));
  pair sum = exact_sum(one.high, e.fraction.high);
  pair a = fast_sum(sum.high, sum.low + (one.low + e.fraction.low));
  pair ratio = quotient(a, e.mantissa);
  pair total = exact_sum(a.high, w * ratio.high);
  real result = total.high + (total.low + (a.low + w * ratio.low));
  real plain = choose(magnitude(x) < 0x1p-28, magnitude(x), scaled(0.5 * result, e.power));
  return propagating_nan(with_sign(plain, x), x);
}

// cosh x = 2ᵏ⁻¹ (m + 4⁻ᵏ / m).
INLINE real hyperbolic_cosine(real x) {
  hyperbolic_exponent e = reduced_hyperbolic(x);
  real w = e.reciprocal_power * e.reciprocal_power;
  pair reciprocal = quotient(paired(1.0, 0.0), e.mantissa);
  pair total = fast_sum(e.mantissa.high, w * reciprocal.high);
  real result = total.high + (total.low + (e.mantissa.low + w * reciprocal.low));
  return propagating_nan(scaled(0.5 * result, e.power), x);
}

// tanh |x| = (1 − e⁻²ˣ) / (1 + e⁻²ˣ), with the numerator from eˣ − 1 and both kept in two parts up to the last
// addition.
INLINE real hyperbolic_tangent(real x) {
  // From 22 on, tanh rounds to one.
  exponent reduced = reduced_exponent(-2.0 * lesser(magnitude(x), 22.0));
  pair fraction = exponential_minus_one_of(reduced);
  real power = power_of_two(reduced.power);
  pair one = fast_sum(-1.0, power);
  pair sum = exact_sum(power * fraction.high, one.high);
  pair difference = fast_sum(sum.high, sum.low + (one.low + power * fraction.low));
  pair denominator = fast_sum(2.0, difference.high);
  pair ratio = quotient(negative_pair(difference), paired(denominator.high, denominator.low + difference.low));
  // Below 2⁻²⁸ the cubic term is lost, and the products above would run into subnormals.
  real result = choose(magnitude(x) < 0x1p-28, magnitude(x), rounded(ratio));
  return propagating_nan(with_sign(result, x), x);
}

// asinh |x| = log(1 + |x| + x² / (1 + √(1 + x²))), and log 2|x| from 2²⁷ on.
INLINE real inverse_hyperbolic_sine(real x) {
  real size = magnitude(x);
  mask is_large = size > 0x1p27;
  real a = choose(is_large, 1.0, size), square = a * a;
  pair excess = exact_sum(a, square / (1.0 + __builtin_elementwise_sqrt(1.0 + square)));
  logarithm central = reduced_logarithm_of_one_plus(excess), large = reduced_logarithm(size);
  real result = rounded(logarithm_of((logarithm){
      choose(is_large, large.power + 1.0, central.power), choose(is_large, large.fraction, central.fraction),
      choose(is_large, 0.0, central.correction)}));
  real plain = choose((size < 0x1p-28) | (size == __builtin_inf()), size, result);
  return propagating_nan(with_sign(plain, x), x);
}

// acosh x = log(1 + t + √(t² + 2t)) with t = x − 1, which is exact, and log 2x from 2²⁷ on.
INLINE real inverse_hyperbolic_cosine(real x) {
  mask is_large = x > 0x1p27;
  real t = choose(is_large | (x < 1.0), 1.0, x) - 1.0;
  pair square = exact_product(t, t), sum = exact_sum(t + t, square.high);
  pair root = square_root_of(fast_sum(sum.high, sum.low + square.low));
  pair excess = exact_sum(t, root.high);
  logarithm central = reduced_logarithm_of_one_plus(paired(excess.high, excess.low + root.low));
  logarithm large = reduced_logarithm(x);
  real result = rounded(logarithm_of((logarithm){
      choose(is_large, large.power + 1.0, central.power), choose(is_large, large.fraction, central.fraction),
      choose(is_large, 0.0, central.correction)}));
  return choose(x >= 1.0, choose(x == __builtin_inf(), x, result), encoded(CANONICAL_NAN));
}

// atanh |x| = ½ log(1 + 2|x| / (1 − |x|)).
INLINE real inverse_hyperbolic_tangent(real x) {
  real size = magnitude(x), a = choose(size < 1.0, size, 0.5);
  pair ratio = renormalized(quotient(paired(a + a, 0.0), fast_sum(1.0, negative(a))));
  real result = 0.5 * rounded(logarithm_of(reduced_logarithm_of_one_plus(ratio)));
  real plain = choose(size < 0x1p-28, size, choose(size == 1.0, __builtin_inf(), result));
  return choose(size <= 1.0, with_sign(plain, x), encoded(CANONICAL_NAN));
}
