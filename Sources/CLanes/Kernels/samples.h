// What is done with every sample, at one instruction level: the words of MT19937, the Box-Muller transform, sums and
// extremes, and the counts of bins. CLANES_WIDTH is the number of samples that are transformed at once, a multiple of 8.

#include <stddef.h>

#include "kernels.h"

typedef float singles __attribute__((ext_vector_type(CLANES_WIDTH)));
typedef uint32_t words __attribute__((ext_vector_type(CLANES_WIDTH)));
typedef int32_t integers __attribute__((ext_vector_type(CLANES_WIDTH)));

enum { STATE_SIZE = 624, STATE_OFFSET = 397 };

// Each new word follows from the upper bit of the word 624 places before, the lower bits of the next and the word 397
// places after that. The least distance from a word to those it follows from is 227, so that the loop is vectorized.
static void draw_words(uint32_t *state, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint32_t lower = state[i + 1];
    uint32_t joined = (state[i] & 0x80000000) | (lower & 0x7FFFFFFF);
    state[i + STATE_SIZE] = state[i + STATE_OFFSET] ^ (joined >> 1) ^ ((0 - (lower & 1)) & 0x9908B0DF);
  }
}

INLINE words tempered(words x) {
  x ^= x >> 11;
  x ^= (x << 7) & 0x9D2C5680;
  x ^= (x << 15) & 0xEFC60000;
  return x ^ (x >> 18);
}

// Numbers in [0, 1), each from the lower 24 bits of a word: multiples of 2⁻²⁴, exact in single precision.
INLINE singles uniforms(words x) {
  return __builtin_convertvector(__builtin_convertvector(tempered(x) & 0xFFFFFF, integers), singles) * 0x1p-24f;
}

// r cos θ and r sin θ for r = √(−2 ln (1 − u₁)) and θ = 2πu₂, each step rounded to single precision.
//
// 1 − u₁ is positive and normal, and θ within a turn, so that the ends of the logarithm and large angles need no care.
INLINE void transform(words first, words second, singles *cosines, singles *sines) {
  singles u1 = 1.0f - uniforms(first), u2 = uniforms(second);
  real logarithm = rounded(logarithm_of(reduced_logarithm(__builtin_convertvector(u1, real))));
  singles radius = __builtin_elementwise_sqrt(-2.0f * __builtin_convertvector(logarithm, singles));
  real x = __builtin_convertvector(0x1.921fb6p+2f * u2, real);
  quadrant_angle angle = reduced_plain_angle(x);
  mask odd = is_odd(angle);
  real sine = rounded(sine_of(angle)), cosine = rounded(cosine_of(angle));
  real y = choose(magnitude(x) < 0x1p-27, x, signed_by(angle, choose(odd, cosine, sine), 0));
  *cosines = radius * __builtin_convertvector(signed_by(angle, choose(odd, sine, cosine), 1), singles);
  *sines = radius * __builtin_convertvector(y, singles);
}

enum { PARTS = CLANES_WIDTH / 8 };

// Blocks of sixteen words: eight u₁, then eight u₂.
INLINE void normal_block(const uint32_t *state, float *samples) {
  uint32_t first[CLANES_WIDTH], second[CLANES_WIDTH];
  float cosines[CLANES_WIDTH], sines[CLANES_WIDTH];
  words u1, u2;
  singles x, y;
  for (int part = 0; part < PARTS; part++) {
    __builtin_memcpy(first + 8 * part, state + 16 * part, 32);
    __builtin_memcpy(second + 8 * part, state + 16 * part + 8, 32);
  }
  __builtin_memcpy(&u1, first, sizeof u1);
  __builtin_memcpy(&u2, second, sizeof u2);
  transform(u1, u2, &x, &y);
  __builtin_memcpy(cosines, &x, sizeof x);
  __builtin_memcpy(sines, &y, sizeof y);
  for (int part = 0; part < PARTS; part++) {
    __builtin_memcpy(samples + 16 * part, cosines + 8 * part, 32);
    __builtin_memcpy(samples + 16 * part + 8, sines + 8 * part, 32);
  }
}

static void normals(const uint32_t *state, float *samples, size_t count) {
  size_t i = 0;
  for (; i + 2 * CLANES_WIDTH <= count; i += 2 * CLANES_WIDTH) normal_block(state + i, samples + i);
  if (i == count) return;
  uint32_t rest[2 * CLANES_WIDTH] = {0};
  float results[2 * CLANES_WIDTH];
  __builtin_memcpy(rest, state + i, (count - i) * sizeof(uint32_t));
  normal_block(rest, results);
  __builtin_memcpy(samples + i, results, (count - i) * sizeof(float));
}

typedef uint32_t words8 __attribute__((ext_vector_type(8)));

static size_t find_far_block(const uint32_t *state, size_t start, size_t count, uint32_t least) {
  // Whole stretches without any such word are passed over first.
  for (size_t i = start; i < count;) {
    size_t end = count - i < 256 ? count : i + 256;
    words8 found = 0;
    for (size_t j = i; j < end; j += 16) {
      words8 x;
      __builtin_memcpy(&x, state + j, sizeof x);
      x ^= x >> 11;
      x ^= (x << 7) & 0x9D2C5680;
      x ^= (x << 15) & 0xEFC60000;
      x ^= x >> 18;
      words8 is_far = __builtin_convertvector((x & 0xFFFFFF) >= least, words8);
      found |= is_far;
      if (end - i == 16 && __builtin_reduce_or(found) != 0) return i;
    }
    // A stretch with such a word is divided.
    if (__builtin_reduce_or(found) != 0) {
      for (size_t j = i; j < end; j += 16)
        if (find_far_block(state, j, j + 16, least) == j) return j;
    }
    i = end;
  }
  return count;
}

typedef float singles8 __attribute__((ext_vector_type(8)));
typedef double reals8 __attribute__((ext_vector_type(8)));

static void add_numbers(const float *x, size_t count, double sums[8], float lowest[8], float highest[8]) {
  reals8 sum = 0.0;
  singles8 lower = __builtin_inff(), upper = -__builtin_inff();
  for (size_t i = 0; i < count; i += 8) {
    singles8 block;
    __builtin_memcpy(&block, x + i, sizeof block);
    sum += __builtin_convertvector(block, reals8);
    lower = block < lower ? block : lower;
    upper = block > upper ? block : upper;
  }
  __builtin_memcpy(sums, &sum, sizeof sum);
  __builtin_memcpy(lowest, &lower, sizeof lower);
  __builtin_memcpy(highest, &upper, sizeof upper);
}

static void add_squares(const float *x, size_t count, double centre, double sums[8]) {
  reals8 sum = 0.0;
  for (size_t i = 0; i < count; i += 8) {
    singles8 block;
    __builtin_memcpy(&block, x + i, sizeof block);
    reals8 deviation = __builtin_convertvector(block, reals8) - centre;
    sum += deviation * deviation;
  }
  __builtin_memcpy(sums, &sum, sizeof sum);
}

typedef float singles16 __attribute__((ext_vector_type(16)));
typedef int32_t integers16 __attribute__((ext_vector_type(16)));

// The guess i or i + 1 for bin i, and from it the bin by one comparison with an edge, which is computed in the same steps as
// those of the histogram. The upper edge of the last bin belongs to it.
INLINE integers16 bins_of(singles16 x, const clanes_bins *bins) {
  integers16 guess = __builtin_convertvector((x - bins->lowest) * bins->scale + 0.5f, integers16);
  singles16 edge = __builtin_convertvector(guess, singles16) * bins->step + bins->lowest;
  integers16 is_above = __builtin_bit_cast(integers16, x >= edge) & (guess < (int32_t)bins->count);
  return guess - 1 - is_above;
}

static void count_bins(const float *x, size_t count, const clanes_bins *bins, uint32_t *counts) {
  integers16 turns = {0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3};
  integers16 tables = turns * (int32_t)bins->stride;
  int32_t places[16];
  for (size_t i = 0; i < count; i += 16) {
    size_t rest = count - i < 16 ? count - i : 16;
    singles16 block = bins->lowest;
    if (rest == 16) __builtin_memcpy(&block, x + i, sizeof block);
    else __builtin_memcpy(&block, x + i, rest * sizeof(float));
    integers16 found = bins_of(block, bins) + tables;
    __builtin_memcpy(places, &found, sizeof places);
    if (rest == 16) {
      for (size_t j = 0; j < 16; j++) counts[(uint32_t)places[j]] += 1;
    } else {
      for (size_t j = 0; j < rest; j++) counts[(uint32_t)places[j]] += 1;
    }
  }
}

typedef int64_t integers8 __attribute__((ext_vector_type(8)));

static void count_slopes(const double *x, size_t count, uint64_t counts[3]) {
  integers8 dead = 0, saturated = 0, nearly = 0;
  for (size_t i = 0; i < count; i += 8) {
    // Numbers beyond the end are not counted.
    reals8 block = __builtin_inf();
    if (count - i < 8) __builtin_memcpy(&block, x + i, (count - i) * sizeof(double));
    else __builtin_memcpy(&block, x + i, sizeof block);
    reals8 size = __builtin_elementwise_abs(block);
    // A truth is −1 in each lane.
    dead -= size == 0.0;
    saturated -= size < 0.01;
    nearly -= size < 0.1;
  }
  counts[0] += (uint64_t)__builtin_reduce_add(dead);
  counts[1] += (uint64_t)__builtin_reduce_add(saturated);
  counts[2] += (uint64_t)__builtin_reduce_add(nearly);
}

typedef uint32_t words16 __attribute__((ext_vector_type(16)));

// The product's upper bits depend on all bits of the value: D. E. Knuth, The Art of Computer Programming 3, 6.4. Adding zero
// turns −0 into +0.
static uint32_t count_buckets(const float *x, size_t count, uint16_t *counts) {
  uint32_t buckets[16];
  for (size_t i = 0; i < count; i += 16) {
    size_t rest = count - i < 16 ? count - i : 16;
    singles16 block = 0.0f;
    if (rest == 16) __builtin_memcpy(&block, x + i, sizeof block);
    else __builtin_memcpy(&block, x + i, rest * sizeof(float));
    words16 found = (__builtin_bit_cast(words16, block + 0.0f) * 0x9E3779B1u) >> 20;
    __builtin_memcpy(buckets, &found, sizeof buckets);
    if (rest == 16) {
      for (size_t j = 0; j < 16; j++) counts[buckets[j]] += 1;
    } else {
      for (size_t j = 0; j < rest; j++) counts[buckets[j]] += 1;
    }
  }
  uint16_t most = 0;
  for (size_t i = 0; i < 4096; i++) most = counts[i] > most ? counts[i] : most;
  return most;
}

#define JOINED(first, second) first##_##second
#define NAMED(level, name) JOINED(level, name)
const clanes_samples NAMED(clanes_samples, CLANES_LEVEL) = {
    .draw_words = draw_words, .normals = normals, .find_far_block = find_far_block, .add_numbers = add_numbers,
    .add_squares = add_squares, .count_bins = count_bins,
    .count_slopes = count_slopes, .count_buckets = count_buckets};
