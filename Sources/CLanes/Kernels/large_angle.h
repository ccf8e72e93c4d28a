// Payne and Hanek's reduction: the quadrant of a finite x, |x| ≥ 1, and its rest in two parts, side by side; the rest
// is NaN for what is not finite.
//
// M. H. Payne, R. N. Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18 (1983): x times those
// 256 bits of 2/π that matter for the fraction, in integers.
void clanes_reduce_large_angle(double x, double angle[3]);
