// Activation functions that are made of several elementary functions, and derivatives, with their parameters in p. Each is
// the same operations in the same order as the formula in the module Activations, so that the bits are the same.

INLINE real plain_hyperbolic_tangent(real x, const double *p) { (void)p; return hyperbolic_tangent(x); }
INLINE real hyperbolic_tangent_slope(real x, const double *p) {
  (void)p;
  real decay = exponential(-2.0 * magnitude(x)), sum = 1.0 + decay;
  return 4.0 * decay / (sum * sum);
}

INLINE real plain_sigmoid(real x, const double *p) { (void)p; return logistic_sigmoid(x); }
INLINE real sigmoid_slope(real x, const double *p) {
  (void)p;
  return logistic_sigmoid(x) * logistic_sigmoid(negative(x));
}

INLINE real plain_gelu(real x, const double *p) { (void)p; return gaussian_error_linear_unit(x); }

// right · x where x > 0, else left · (exp(x / scale) − 1), and its derivative with the left side's factor.
INLINE real exponential_unit(real x, const double *p) {
  return choose(x > 0.0, p[0] * x, p[1] * exponential_minus_one(x / p[2]));
}
INLINE real exponential_unit_slope(real x, const double *p) {
  return choose(x > 0.0, (real)p[0], p[3] * exponential(x / p[2]));
}

// x where βx > threshold, else log(1 + exp(βx)) / β.
INLINE real thresholded_softplus(real x, const double *p) {
  real scaled = p[0] * x;
  return choose(scaled > p[1], x, logistic_softplus(scaled) / p[0]);
}
INLINE real thresholded_softplus_slope(real x, const double *p) {
  real scaled = p[0] * x;
  return choose(scaled > p[1], (real)1.0, logistic_sigmoid(scaled));
}

// x · σ(βx).
INLINE real swish(real x, const double *p) { return x * logistic_sigmoid(p[0] * x); }
INLINE real swish_slope(real x, const double *p) {
  real gate = logistic_sigmoid(p[0] * x), slope = gate * logistic_sigmoid(negative(p[0] * x));
  return gate + p[0] * (x * slope);
}

// x · tanh(softplus(x)).
typedef struct {
  real decay, square, numerator, denominator;
  mask is_positive;
} mish_parts;

INLINE mish_parts parts_of_mish(real x) {
  real decay = exponential(negative(magnitude(x))), square = decay * decay;
  mask is_positive = x > 0.0;
  real numerator = choose(is_positive, 1.0 + 2.0 * decay, square + 2.0 * decay);
  real denominator = numerator + 2.0 * choose(is_positive, square, (real)1.0);
  return (mish_parts){decay, square, numerator, denominator, is_positive};
}
INLINE real mish(real x, const double *p) {
  (void)p;
  mish_parts parts = parts_of_mish(x);
  return x * (parts.numerator / parts.denominator);
}
INLINE real mish_slope(real x, const double *p) {
  (void)p;
  mish_parts parts = parts_of_mish(x);
  real above = 4.0 * (1.0 + parts.decay) * choose(parts.is_positive, parts.square, parts.decay);
  return parts.numerator / parts.denominator + x * (above / (parts.denominator * parts.denominator));
}
