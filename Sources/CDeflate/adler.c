#include "adler.h"

#include "CDeflate.h"
#include "bytes16.h"

// For bytes x₀, x₁, … the low half of the checksum is 1 + Σ xᵢ and the high half is the sum of all low halves, modulo
// 65 521. Steps of sixteen bytes are summed lane by lane: aⱼ is the sum of the bytes of lane j, and bⱼ the sum of the
// values that aⱼ has before each step. After n steps
//
//   high += 16 n · low + 16 Σ bⱼ + Σ (16 - j) aⱼ      low += Σ aⱼ

enum {
  STEP = 16,
  /// The number of steps that sums of sixteen bits hold: 255 · 16 · 15 / 2 = 30 600.
  STEPS_PER_ROUND = 16,
  /// The number of rounds that sums of 32 bits hold: 255 · 4096 · 4095 / 2 = 2 138 572 800 at 4096 steps.
  MAXIMUM_ROUND_COUNT = 4096 / STEPS_PER_ROUND,
};

typedef uint16_t words8 __attribute__((vector_size(16)));
typedef uint32_t words4 __attribute__((vector_size(16)));

/// The sums of lanes: element i of `of[j]` is the sum of lane 4i + j.
typedef struct sums {
  words4 of[4];
} sums;

/// Adds sums of sixteen bits of the even and of the odd lanes.
static inline void add(sums *sums, words8 even, words8 odd) {
  const words4 low = (words4){0} + 0xffff;
  sums->of[0] += (words4)even & low;
  sums->of[1] += (words4)odd & low;
  sums->of[2] += (words4)even >> 16;
  sums->of[3] += (words4)odd >> 16;
}

/// The position in memory of byte `part` of a word of four bytes, counted from its lowest.
static inline size_t place(size_t part) { return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? part : 3 - part; }

/// Adds `rounds` rounds of steps to the two halves of the checksum.
static void add_rounds(uint64_t *low, uint64_t *high, const uint8_t *bytes, size_t rounds) {
  sums a = {0};
  sums b = {0};
  for (size_t round = 0; round < rounds; round += 1) {
    words8 even_a = {0}, odd_a = {0}, even_b = {0}, odd_b = {0};
    for (size_t step = 0; step < STEPS_PER_ROUND; step += 1, bytes += STEP) {
      words8 here = (words8)load(bytes);
      even_b += even_a;
      odd_b += odd_a;
      even_a += here & 0xff;
      odd_a += here >> 8;
    }
    for (size_t part = 0; part < 4; part += 1) b.of[part] += a.of[part] * STEPS_PER_ROUND;
    add(&b, even_b, odd_b);
    add(&a, even_a, odd_a);
  }
  *high += STEP * STEPS_PER_ROUND * rounds * *low;
  for (size_t part = 0; part < 4; part += 1) {
    for (size_t word = 0; word < 4; word += 1) {
      uint64_t lane = 4 * word + place(part);
      *low += a.of[part][word];
      *high += (uint64_t)STEP * b.of[part][word] + (STEP - lane) * a.of[part][word];
    }
  }
  *low %= ADLER_MODULUS;
  *high %= ADLER_MODULUS;
}

uint32_t cdeflate_adler_update(uint32_t adler, const uint8_t *bytes, size_t count) {
  uint64_t low = adler & 0xffff;
  uint64_t high = adler >> 16;
  while (count >= STEP * STEPS_PER_ROUND) {
    size_t rounds = count / (STEP * STEPS_PER_ROUND);
    if (rounds > MAXIMUM_ROUND_COUNT) rounds = MAXIMUM_ROUND_COUNT;
    add_rounds(&low, &high, bytes, rounds);
    bytes += STEP * STEPS_PER_ROUND * rounds;
    count -= STEP * STEPS_PER_ROUND * rounds;
  }
  for (size_t i = 0; i < count; i += 1) {
    low += bytes[i];
    high += low;
  }
  return (uint32_t)(high % ADLER_MODULUS << 16 | low % ADLER_MODULUS);
}

uint32_t cdeflate_adler_combine(uint32_t adler, uint32_t next, size_t next_count) {
  // Each half of `next` began at 1 and 0 instead of at the halves of `adler`.
  uint64_t before = (adler & 0xffff) + ADLER_MODULUS - 1;
  uint64_t low = before + (next & 0xffff);
  uint64_t high = (adler >> 16) + (next >> 16) + next_count % ADLER_MODULUS * (before % ADLER_MODULUS);
  return (uint32_t)(high % ADLER_MODULUS << 16 | low % ADLER_MODULUS);
}
