// Prints digests of what the C kernels compute, so that two processors can be compared: the deflate streams of pictures
// of every layout and effort, and the bits of each function at random points, at each instruction level.
//
//   bits [POINTS]    by default 100 000 points a function

#include "CDeflate.h"
#include "CLanes.h"
#include "CPixels.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

/// The next number of SplitMix64.
static uint64_t next_random(void) {
  uint64_t bits = state += 0x9E3779B97F4A7C15;
  bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
  return bits ^ bits >> 31;
}

static uint64_t below(uint64_t limit) { return next_random() % limit; }

/// FNV-1a of bytes that follow others.
static uint64_t digest(uint64_t hash, const void *start, size_t count) {
  const uint8_t *bytes = start;
  for (size_t i = 0; i < count; i += 1) hash = (hash ^ bytes[i]) * 0x100000001B3;
  return hash;
}

enum { NO_BYTES_HIGH = 0xCBF29CE4, NO_BYTES_LOW = 0x84222325 };
static const uint64_t no_bytes = (uint64_t)NO_BYTES_HIGH << 32 | NO_BYTES_LOW;

// MARK: - Functions

/// A double of any kind: of any bits, of a plain size, or near an integer.
static double random_double(void) {
  uint64_t bits = next_random();
  double value;
  switch (below(4)) {
  case 0: memcpy(&value, &bits, sizeof value); return value;
  case 1: return ((double)(bits >> 11) / 4503599627370496.0 - 1) * 20;
  case 2: return ((double)(bits >> 11) / 4503599627370496.0 - 1) * 1.5;
  default: return (double)(int64_t)below(2000) - 1000 + (double)(bits >> 40) * 0x1p-60;
  }
}

/// Adds the bits of numbers; all that are not numbers count as one, since their bits are not specified.
static uint64_t add_doubles(uint64_t hash, const double *values, size_t count) {
  for (size_t i = 0; i < count; i += 1) {
    double value = values[i] == values[i] ? values[i] : 0x1.8p1023;
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    for (int byte = 0; byte < 8; byte += 1) hash = (hash ^ (bits >> 8 * byte & 0xff)) * 0x100000001B3;
  }
  return hash;
}

static uint64_t digest_of_lanes(void (*function)(double *), size_t points) {
  uint64_t hash = no_bytes;
  state = 1;
  for (size_t i = 0; i < points; i += CLANES_COUNT) {
    double x[CLANES_COUNT];
    for (size_t lane = 0; lane < CLANES_COUNT; lane += 1) x[lane] = random_double();
    function(x);
    hash = add_doubles(hash, x, CLANES_COUNT);
  }
  return hash;
}

static uint64_t digest_of_scalar(double (*function)(double), size_t points) {
  uint64_t hash = no_bytes;
  state = 1;
  for (size_t i = 0; i < points; i += 1) {
    double y = function(random_double());
    hash = add_doubles(hash, &y, 1);
  }
  return hash;
}

static uint64_t digest_of_power(void (*function)(double *, const double *), size_t points) {
  uint64_t hash = no_bytes;
  state = 1;
  for (size_t i = 0; i < points; i += CLANES_COUNT) {
    double x[CLANES_COUNT];
    double y[CLANES_COUNT];
    for (size_t lane = 0; lane < CLANES_COUNT; lane += 1) {
      x[lane] = random_double();
      y[lane] = random_double();
    }
    function(x, y);
    hash = add_doubles(hash, x, CLANES_COUNT);
  }
  return hash;
}

/// The parameters of all functions that have some.
static const double parameters[4] = {1.25, 0.75, 1.5, 0.5};

static uint64_t digest_of_fill(void (*function)(const float *, float *, size_t, const double *), size_t points) {
  float *x = malloc(points * sizeof *x);
  float *y = malloc(points * sizeof *y);
  if (x == NULL || y == NULL) exit(1);
  state = 1;
  for (size_t i = 0; i < points; i += 1) x[i] = (float)random_double();
  function(x, y, points, parameters);
  uint64_t hash = no_bytes;
  for (size_t i = 0; i < points; i += 1) {
    double value = y[i];
    hash = add_doubles(hash, &value, 1);
  }
  free(x);
  free(y);
  return hash;
}

static uint64_t digest_of_slopes(void (*function)(double *, size_t, const double *), size_t points) {
  double *x = malloc(points * sizeof *x);
  if (x == NULL) exit(1);
  state = 1;
  for (size_t i = 0; i < points; i += 1) x[i] = random_double();
  function(x, points, parameters);
  uint64_t hash = add_doubles(no_bytes, x, points);
  free(x);
  return hash;
}

/// The samples of some words with their statistics.
static uint64_t digest_of_samples(const clanes_samples *samples, size_t points) {
  enum { STATE = 624, BINS = 100, BUCKETS = 4096 };
  size_t count = points / 16 * 16;
  uint32_t *words = malloc((STATE + count) * sizeof *words);
  float *numbers = malloc(count * sizeof *numbers);
  if (words == NULL || numbers == NULL) exit(1);
  state = 1;
  for (size_t i = 0; i < STATE; i += 1) words[i] = (uint32_t)next_random();
  samples->draw_words(words, count);
  samples->normals(words + STATE, numbers, count);
  uint64_t hash = no_bytes;
  for (size_t i = 0; i < count; i += 1) {
    double value = numbers[i];
    hash = add_doubles(hash, &value, 1);
  }
  double sums[8];
  float lowest[8];
  float highest[8];
  samples->add_numbers(numbers, count, sums, lowest, highest);
  hash = add_doubles(hash, sums, 8);
  samples->add_squares(numbers, count, 0.1, sums);
  hash = add_doubles(hash, sums, 8);
  clanes_bins bins = {-8.0f, 0.16f, 6.25f, BINS, BINS};
  uint32_t counts[4 * BINS] = {0};
  samples->count_bins(numbers, count, &bins, counts);
  for (size_t i = 0; i < 4 * BINS; i += 1) {
    double value = counts[i] + (double)lowest[i % 8] + (double)highest[i % 8];
    hash = add_doubles(hash, &value, 1);
  }
  uint16_t buckets[BUCKETS] = {0};
  double most = samples->count_buckets(numbers, count < 60000 ? count : 60000, buckets);
  double place = (double)samples->find_far_block(words + STATE, 0, count, 0xFFFF00);
  hash = add_doubles(hash, &most, 1);
  free(words);
  free(numbers);
  return add_doubles(hash, &place, 1);
}

static void report(const char *name, const char *of, uint64_t hash) {
  printf("%s %s %016" PRIx64 "\n", name, of, hash);
}

/// Reports a digest at each instruction level; they must all be the same, so that only one line is printed.
#define REPORT(digest, member, name)                                                       \
  {                                                                                        \
    uint64_t first = digest(clanes_level_at(0)->member, points);                           \
    for (int level = 1; clanes_level_at(level) != NULL; level += 1) {                      \
      if (digest(clanes_level_at(level)->member, points) == first) continue;               \
      printf("%s differs at %s\n", name, clanes_level_at(level)->title);                   \
    }                                                                                      \
    report("lanes", name, first);                                                          \
  }

static void report_functions(size_t points) {
#define LANES(name, kernel) REPORT(digest_of_lanes, name, #name)
  CLANES_FUNCTIONS(LANES)
#define SCALAR(name, kernel) report("scalar", #name, digest_of_scalar(clanes_scalar_##name, points));
  CLANES_FUNCTIONS(SCALAR)
#define FILL(name, kernel) REPORT(digest_of_fill, fills->name, "fill of " #name)
  CLANES_FILLS(FILL)
#define SLOPES(name, kernel) REPORT(digest_of_slopes, fills->name##_slopes, "slopes of " #name)
  CLANES_SLOPES(SLOPES)
  REPORT(digest_of_samples, samples, "samples")
  REPORT(digest_of_power, pow, "pow")
  uint64_t powers = no_bytes;
  uint64_t remainders = no_bytes;
  state = 1;
  for (size_t i = 0; i < points; i += 1) {
    double x = random_double();
    double y = random_double();
    double power = clanes_scalar_pow(x, y);
    double remainder = clanes_scalar_mod(x, y);
    powers = add_doubles(powers, &power, 1);
    remainders = add_doubles(remainders, &remainder, 1);
  }
  report("scalar", "pow", powers);
  report("scalar", "mod", remainders);
}

// MARK: - Pictures

/// Fills bytes with runs, noise and repetitions.
static void fill(uint8_t *bytes, size_t count) {
  uint64_t values = below(3) == 0 ? 256 : 1 + below(20);
  for (size_t i = 0; i < count;) {
    uint64_t kind = below(5);
    uint64_t length = 1 + below(kind == 0 ? 12 : kind == 1 ? 2000 : 300);
    size_t distance = 1 + below(i + 1);
    uint8_t value = (uint8_t)below(values);
    for (; length > 0 && i < count; length -= 1, i += 1) {
      if (kind == 2) value = (uint8_t)below(values);
      bytes[i] = kind == 3 && i >= distance ? bytes[i - distance] : kind == 1 ? 0 : value;
    }
  }
}

static void report_pictures(void) {
  static const char *const layouts[] = {"indices", "RGBX", "RGBA"};
  cdeflate_deflater *deflater = cdeflate_create();
  if (deflater == NULL) exit(1);
  for (int layout = 0; layout < 3; layout += 1) {
    for (int effort = 0; effort < 2; effort += 1) {
      uint64_t hash = no_bytes;
      state = 7;
      for (int picture = 0; picture < 60; picture += 1) {
        size_t width = 1 + below(picture % 3 == 0 ? 40 : 1600);
        size_t height = 1 + below(60);
        size_t count = width * height * (layout == 0 ? 1 : 4);
        uint8_t *bytes = malloc(count);
        if (bytes == NULL) exit(1);
        fill(bytes, count);
        cdeflate_rows rows = {(cdeflate_layout)layout, width, bytes};
        if (!cdeflate_deflate_rows(deflater, &rows, 0, height, true, (cdeflate_effort)effort)) exit(1);
        size_t packed;
        const uint8_t *start = cdeflate_bytes(deflater, &packed);
        hash = digest(hash, start, packed);
        uint32_t adler = cdeflate_adler(deflater);
        for (int byte = 0; byte < 4; byte += 1) {
          uint8_t part = (uint8_t)(adler >> 8 * byte);
          hash = digest(hash, &part, 1);
        }
        free(bytes);
      }
      char name[16];
      snprintf(name, sizeof name, "effort %d", effort);
      report(layouts[layout], name, hash);
    }
  }
  cdeflate_destroy(deflater);
}

static void report_changes(void) {
  enum { COUNT = 4000 };
  for (size_t size = 1; size <= 4; size *= 2) {
    uint8_t bytes[COUNT * 4];
    size_t places[COUNT / 64 + 1];
    uint64_t marks[COUNT / 64 + 1];
    state = 3;
    fill(bytes, sizeof bytes);
    size_t found = cpixels_find_changes(bytes, size, 1, COUNT, places, marks);
    uint64_t hash = no_bytes;
    for (size_t i = 0; i < found; i += 1) {
      for (int byte = 0; byte < 8; byte += 1) {
        uint8_t parts[2] = {(uint8_t)((uint64_t)places[i] >> 8 * byte), (uint8_t)(marks[i] >> 8 * byte)};
        hash = digest(hash, parts, 2);
      }
    }
    char name[16];
    snprintf(name, sizeof name, "of %zu bytes", size);
    report("changes", name, hash);
  }
}

int main(int count, char **arguments) {
  size_t points = count > 1 ? strtoul(arguments[1], NULL, 10) / CLANES_COUNT * CLANES_COUNT : 100000;
  report_pictures();
  report_changes();
  report_functions(points);
  return 0;
}
