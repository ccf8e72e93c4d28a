// Defines the functions of one level; WIDTH is the number of bytes of a vector, and LEVEL the name of the level.

#include "../level.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t lanes __attribute__((vector_size(WIDTH)));
/// One bit per lane; the first lane is the lowest bit.
typedef bool lane_bits __attribute__((ext_vector_type(WIDTH)));

static inline lanes load(const uint8_t *start) {
  lanes bytes;
  memcpy(&bytes, start, sizeof bytes);
  return bytes;
}

static inline void store(uint8_t *start, lanes bytes) { memcpy(start, &bytes, sizeof bytes); }

static void up(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count) {
  size_t i = 0;
  for (; i + WIDTH <= count; i += WIDTH) store(filtered + i, load(row + i) - load(above + i));
  for (; i < count; i += 1) filtered[i] = (uint8_t)(row[i] - above[i]);
}

static inline lanes least(lanes one, lanes other) { return __builtin_elementwise_min(one, other); }
static inline lanes greatest(lanes one, lanes other) { return __builtin_elementwise_max(one, other); }

/// Left, above or above left, whichever is nearest to left + above - above left; of equally near ones the first.
///
/// The distances are |above - above left|, |left - above left| and the absolute sum of both differences. If these have
/// opposite signs, the third distance is the difference of the first two, else their sum, which is never less than one
/// of them.
static inline lanes predictor(lanes left, lanes above, lanes above_left) {
  lanes from_left = greatest(above, above_left) - least(above, above_left);
  lanes from_above = greatest(left, above_left) - least(left, above_left);
  lanes from_above_left = greatest(from_left, from_above) - least(from_left, from_above);
  lanes is_opposite = (lanes)(greatest(above, above_left) == above) ^ (lanes)(greatest(left, above_left) == left);
  lanes is_left_nearest = (lanes)(from_left <= from_above) & ((lanes)(from_left <= from_above_left) | ~is_opposite);
  lanes is_above_nearest = (lanes)(from_above <= from_above_left) | ~is_opposite;
  lanes other = (is_above_nearest & above) | (~is_above_nearest & above_left);
  return (is_left_nearest & left) | (~is_left_nearest & other);
}

static uint8_t predictor_of_one(int left, int above, int above_left) {
  int from_left = above > above_left ? above - above_left : above_left - above;
  int from_above = left > above_left ? left - above_left : above_left - left;
  int both = left + above - 2 * above_left;
  int from_above_left = both < 0 ? -both : both;
  if (from_left <= from_above && from_left <= from_above_left) return (uint8_t)left;
  return (uint8_t)(from_above <= from_above_left ? above : above_left);
}

static void paeth(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count) {
  filtered[0] = (uint8_t)(row[0] - above[0]);
  size_t i = 1;
  for (; i + WIDTH <= count; i += WIDTH) {
    lanes guess = predictor(load(row + i - 1), load(above + i), load(above + i - 1));
    store(filtered + i, load(row + i) - guess);
  }
  for (; i < count; i += 1) {
    filtered[i] = (uint8_t)(row[i] - predictor_of_one(row[i - 1], above[i], above[i - 1]));
  }
}

/// Marks the lanes that are all ones.
static inline uint64_t bits_of(lanes lanes) {
  lane_bits bits = __builtin_convertvector(lanes, lane_bits);
#if WIDTH == 64
  uint64_t marks;
#elif WIDTH == 32
  uint32_t marks;
#else
  uint16_t marks;
#endif
  memcpy(&marks, &bits, sizeof marks);
  return marks;
}

/// Marks those of 64 bytes that differ from the byte after them, and those that are followed by a zero.
static inline void mark(const uint8_t *bytes, uint64_t *changes, uint64_t *zeros) {
  *changes = 0;
  *zeros = 0;
  for (size_t i = 0; i < 64; i += WIDTH) {
    lanes next = load(bytes + i + 1);
    *changes |= bits_of((lanes)(load(bytes + i) != next)) << i;
    *zeros |= bits_of((lanes)(next == 0)) << i;
  }
}

static inline size_t weight(uint64_t changes, uint64_t zeros) {
  return (size_t)(CHANGE_WEIGHT * __builtin_popcountll(changes) -
                  (CHANGE_WEIGHT - ZERO_WEIGHT) * __builtin_popcountll(changes & zeros));
}

static size_t changes(uint64_t *marks, const uint8_t *bytes, size_t count) {
  size_t places = count - 1;
  size_t total = 0;
  size_t i = 0;
  uint64_t changes;
  uint64_t zeros;
  for (; i + 64 <= places; i += 64) {
    mark(bytes + i, &changes, &zeros);
    total += weight(changes, zeros);
    *marks++ = changes;
  }
  size_t rest = places - i;
  if (rest == 0) return total;
  if (places >= 64) {
    // The last 64 places, without those that are marked already.
    mark(bytes + places - 64, &changes, &zeros);
    changes >>= 64 - rest;
    zeros >>= 64 - rest;
  } else {
    changes = 0;
    zeros = 0;
    for (size_t place = 0; place < rest; place += 1) {
      changes |= (uint64_t)(bytes[place] != bytes[place + 1]) << place;
      zeros |= (uint64_t)(bytes[place + 1] == 0) << place;
    }
  }
  *marks = changes;
  return total + weight(changes, zeros);
}

/// Marks those of 64 bytes that differ from the byte after them, and those that are followed by a zero, in a row and in
/// its differences from the row above, and writes these differences.
static inline void mark_both(uint8_t *filtered, const uint8_t *row, const uint8_t *above, uint64_t *changes,
                             uint64_t *zeros) {
  changes[0] = changes[1] = zeros[0] = zeros[1] = 0;
  for (size_t i = 0; i < 64; i += WIDTH) {
    lanes here = load(row + i);
    lanes next = load(row + i + 1);
    lanes difference = here - load(above + i);
    lanes next_difference = next - load(above + i + 1);
    store(filtered + i, difference);
    changes[0] |= bits_of((lanes)(here != next)) << i;
    zeros[0] |= bits_of((lanes)(next == 0)) << i;
    changes[1] |= bits_of((lanes)(difference != next_difference)) << i;
    zeros[1] |= bits_of((lanes)(next_difference == 0)) << i;
  }
}

static void up_changes(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count,
                       uint64_t *row_marks, size_t *row_weight, uint64_t *marks, size_t *total) {
  size_t places = count - 1;
  if (places < 64) {
    up(filtered, row, above, count);
    *row_weight = changes(row_marks, row, count);
    *total = changes(marks, filtered, count);
    return;
  }
  size_t weights[2] = {0, 0};
  uint64_t changes[2];
  uint64_t zeros[2];
  size_t i = 0;
  for (; i + 64 <= places; i += 64) {
    mark_both(filtered + i, row + i, above + i, changes, zeros);
    weights[0] += weight(changes[0], zeros[0]);
    weights[1] += weight(changes[1], zeros[1]);
    *row_marks++ = changes[0];
    *marks++ = changes[1];
  }
  size_t rest = places - i;
  filtered[places] = (uint8_t)(row[places] - above[places]);
  if (rest > 0) {
    // The last 64 places, without those that are marked already.
    i = places - 64;
    mark_both(filtered + i, row + i, above + i, changes, zeros);
    weights[0] += weight(changes[0] >> (64 - rest), zeros[0] >> (64 - rest));
    weights[1] += weight(changes[1] >> (64 - rest), zeros[1] >> (64 - rest));
    *row_marks = changes[0] >> (64 - rest);
    *marks = changes[1] >> (64 - rest);
  }
  *row_weight = weights[0];
  *total = weights[1];
}

typedef uint32_t pixel_lanes __attribute__((vector_size(WIDTH)));
typedef bool pixel_bits __attribute__((ext_vector_type(WIDTH / 4)));

/// Marks those of a vector of pixels that differ.
static inline uint64_t pixel_differences(const uint8_t *pixels, const uint8_t *others) {
  pixel_lanes one;
  pixel_lanes other;
  memcpy(&one, pixels, sizeof one);
  memcpy(&other, others, sizeof other);
  pixel_bits bits = __builtin_convertvector(one != other, pixel_bits);
#if WIDTH == 64
  uint16_t marks;
#else
  uint8_t marks;
#endif
  memcpy(&marks, &bits, sizeof marks);
#if WIDTH == 16
  // The other bits of the byte are not defined.
  marks &= 0xf;
#endif
  return marks;
}

static void differences(uint64_t *marks, const uint8_t *pixels, const uint8_t *others, size_t count) {
  size_t i = 0;
  for (; i + 64 <= count; i += 64) {
    uint64_t found = 0;
    for (size_t part = 0; part < 64; part += WIDTH / 4) {
      found |= pixel_differences(pixels + 4 * (i + part), others + 4 * (i + part)) << part;
    }
    *marks++ = found;
  }
  if (i == count) return;
  uint64_t found = 0;
  for (size_t part = 0; i + part < count; part += 1) {
    size_t place = 4 * (i + part);
    found |= (uint64_t)(memcmp(pixels + place, others + place, 4) != 0) << part;
  }
  *marks = found;
}

const level LEVEL = {.up = up, .up_changes = up_changes, .paeth = paeth, .changes = changes, .differences = differences};
