#define CLANES_WIDTH 1
#include "Kernels/numbers.h"
#include "Kernels/pair.h"
#include "Kernels/large_angle.h"

// The first 1280 bits of 2/π.
static const uint64_t two_over_pi_words[20] = {
    0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
    0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4,
    0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
    0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
};

// Sixty-four bits of 2/π from a place on, zeros before the first and after the last.
static uint64_t two_over_pi(int64_t place) {
  int64_t index = place >> 6;
  int shift = place & 63;
  uint64_t word = index >= 0 && index < 20 ? two_over_pi_words[index] : 0;
  uint64_t next = index >= -1 && index < 19 ? two_over_pi_words[index + 1] : 0;
  return shift == 0 ? word : (word << shift) | (next >> (64 - shift));
}

void clanes_reduce_large_angle(double x, double angle[3]) {
  uint64_t pattern = __builtin_bit_cast(uint64_t, x);
  int exponent = (int)((pattern >> 52) & 0x7FF) - 1075;
  if (exponent == 0x7FF - 1075) {
    angle[0] = 0.0;
    angle[1] = __builtin_nan("");
    angle[2] = 0.0;
    return;
  }
  // |x| = significand · 2ᵉ with 53 bits. Words of 2/π are taken from that bit on whose product with the significand's
  // last bit is worth 4, so that whole turns fall out at the top. Bit i of the table is worth 2^(−1−i).
  uint64_t significand = (pattern & 0x000FFFFFFFFFFFFF) | 0x0010000000000000;
  int64_t start = exponent - 2;
  uint64_t product[4];
  unsigned __int128 sum = 0;
  for (int word = 3; word >= 0; word--) {
    sum = (unsigned __int128)significand * two_over_pi(start + 64 * word) + (uint64_t)(sum >> 64);
    product[word] = (uint64_t)sum;
  }
  uint64_t quadrant = product[0] >> 62;
  uint64_t words[3];
  for (int word = 0; word < 3; word++) words[word] = (product[word] << 2) | (product[word + 1] >> 62);

  // Rounding to the nearest quadrant: a fraction of a half or more becomes negative, by two's complement.
  uint64_t turns_up = words[0] >> 63;
  for (int word = 0; word < 3; word++) words[word] ^= 0 - turns_up;

  // The leading 53 bits, then the next 53.
  int zeros = words[0] == 0 ? 64 : __builtin_clzll(words[0]);
  uint64_t top = zeros == 0 ? words[0] : zeros == 64 ? words[1] : (words[0] << zeros) | (words[1] >> (64 - zeros));
  uint64_t next = zeros == 0 ? words[1] : zeros == 64 ? words[2] : (words[1] << zeros) | (words[2] >> (64 - zeros));
  double scale = __builtin_bit_cast(double, (uint64_t)(1023 - 53 - zeros) << 52);
  double upper = (double)(top >> 11) * scale;
  double lower = (double)(((top & 0x7FF) << 42) | (next >> 22)) * (scale * 0x1p-53);

  pair leading = exact_product(upper, 0x1.921fb54442d18p+0);
  real trailing = leading.low + (upper * 0x1.1a62633145c07p-54 + lower * 0x1.921fb54442d18p+0);
  pair reduced = fast_sum(leading.high, trailing);
  double turns = (double)((quadrant + turns_up) & 3);
  int is_negative = pattern >> 63 != turns_up;
  angle[0] = pattern >> 63 ? -turns : turns;
  angle[1] = is_negative ? -reduced.high[0] : reduced.high[0];
  angle[2] = is_negative ? -reduced.low[0] : reduced.low[0];
}
