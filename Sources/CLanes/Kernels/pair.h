// An unevaluated sum of two numbers, the second below half a unit in the last place of the first (or nearly so).
//
// The error-free transformations are Dekker's and Knuth's: T. J. Dekker, "A floating-point technique for extending the
// available precision", Numerische Mathematik 18 (1971); D. E. Knuth, The Art of Computer Programming 2, section 4.2.2.

typedef struct {
  real high, low;
} pair;

INLINE pair paired(real high, real low) { return (pair){high, low}; }
// The sum rounded once.
INLINE real rounded(pair x) { return x.high + x.low; }
INLINE pair negative_pair(pair x) { return paired(negative(x.high), negative(x.low)); }
INLINE pair choose_pair(mask condition, pair first, pair second) {
  return paired(choose(condition, first.high, second.high), choose(condition, first.low, second.low));
}

// larger + smaller exactly, where |larger| ≥ |smaller| or larger = 0.
INLINE pair fast_sum(real larger, real smaller) {
  real high = larger + smaller;
  return paired(high, smaller - (high - larger));
}

// left + right exactly, whatever their sizes.
INLINE pair exact_sum(real left, real right) {
  real high = left + right;
  real share = high - left;
  return paired(high, (left - (high - share)) + (right - share));
}

// left · right exactly, unless it underflows; each factor is cut in two halves.
INLINE pair exact_product(real left, real right) {
  real a = upper_half(left), b = upper_half(right), c = left - a, d = right - b;
  real high = left * right;
  return paired(high, ((a * b - high) + (a * d + c * b)) + c * d);
}

// left · right to about 2⁻¹⁰⁰, relative.
INLINE pair pair_product(pair left, pair right) {
  pair product = exact_product(left.high, right.high);
  return fast_sum(product.high, product.low + (left.high * right.low + left.low * right.high));
}

// Both parts with the high part rounded anew.
INLINE pair renormalized(pair x) { return fast_sum(x.high, x.low); }

// numerator ÷ denominator to about 2⁻⁷⁵, relative, with one division.
//
// The first quotient is cut to 26 bits, so that its product with the upper half of the denominator is exact and the
// remainder comes out exactly; the remainder times the reciprocal is the low part.
INLINE pair quotient(pair numerator, pair denominator) {
  real reciprocal = 1.0 / denominator.high;
  real quotient = upper_half(numerator.high * reciprocal);
  real upper = upper_half(denominator.high);
  real lower = (denominator.high - upper) + denominator.low;
  real remainder = ((numerator.high - quotient * upper) - quotient * lower) + numerator.low;
  return paired(quotient, remainder * reciprocal);
}

// √x to about 2⁻¹⁰⁰, relative, for x ≥ 0.
INLINE pair square_root_of(pair x) {
  real root = __builtin_elementwise_sqrt(x.high);
  pair square = exact_product(root, root);
  real rest = ((x.high - square.high) - square.low) + x.low;
  return paired(root, choose(root > 0.0, rest / (root + root), 0.0));
}
