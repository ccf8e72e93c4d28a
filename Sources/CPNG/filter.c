#include "filter.h"

#include "bytes16.h"

#include <stdlib.h>

// PNG specification, third edition, 9.2.
enum { FILTER_NONE = 0, FILTER_UP = 2, FILTER_PAETH = 4 };

void cpng_filter_none(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count) {
  (void)above;
  filtered[0] = FILTER_NONE;
  memcpy(filtered + 1, row, count);
}

void cpng_filter_up(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count) {
  filtered[0] = FILTER_UP;
  for (size_t i = 0; i < count; i += 1) filtered[1 + i] = (uint8_t)(row[i] - above[i]);
}

static size_t sum(bytes16 bytes) {
  size_t sum = 0;
  for (int lane = 0; lane < 16; lane += 1) sum += bytes[lane];
  return sum;
}

/// Writes the row with the filter None or Up, and returns how often a byte differs from the one before it.
static size_t filter_with_fewest_runs(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count) {
  filtered[0] = FILTER_UP;
  filtered[1] = (uint8_t)(row[0] - above[0]);
  size_t changes = 0;
  size_t changes_of_differences = 0;
  size_t i = 1;
  while (i + 16 <= count) {
    // A lane can count to 255 before it is added up; a comparison that is true is -1.
    size_t steps = (count - i) / 16 < 255 ? (count - i) / 16 : 255;
    bytes16 lanes = {0};
    bytes16 lanes_of_differences = {0};
    for (size_t step = 0; step < steps; step += 1, i += 16) {
      bytes16 here = load(row + i);
      bytes16 before = load(row + i - 1);
      bytes16 difference = here - load(above + i);
      bytes16 difference_before = before - load(above + i - 1);
      lanes -= (bytes16)(here != before);
      lanes_of_differences -= (bytes16)(difference != difference_before);
      memcpy(filtered + 1 + i, &difference, sizeof difference);
    }
    changes += sum(lanes);
    changes_of_differences += sum(lanes_of_differences);
  }
  for (; i < count; i += 1) {
    filtered[1 + i] = (uint8_t)(row[i] - above[i]);
    changes += row[i] != row[i - 1];
    changes_of_differences += filtered[1 + i] != filtered[i];
  }
  if (changes >= changes_of_differences) return changes_of_differences;
  cpng_filter_none(filtered, row, above, count);
  return changes;
}

void cpng_filter_fewest_runs(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count) {
  filter_with_fewest_runs(filtered, row, above, count);
}

/// Returns left, above or above_left, whichever is nearest to left + above - above_left; of equally near ones the
/// first.
static inline uint8_t paeth(int left, int above, int above_left) {
  int from_left = abs(above - above_left);
  int from_above = abs(left - above_left);
  int from_above_left = abs(left + above - 2 * above_left);
  if (from_left <= from_above && from_left <= from_above_left) return (uint8_t)left;
  return (uint8_t)(from_above <= from_above_left ? above : above_left);
}

void cpng_filter_fewest_runs_of_three(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count) {
  size_t fewest = filter_with_fewest_runs(filtered, row, above, count);
  // Paeth is counted first, and written only if it is the best.
  size_t changes = 0;
  uint8_t last = (uint8_t)(row[0] - above[0]);
  for (size_t i = 1; i < count && changes < fewest; i += 1) {
    uint8_t difference = (uint8_t)(row[i] - paeth(row[i - 1], above[i], above[i - 1]));
    changes += difference != last;
    last = difference;
  }
  if (changes >= fewest) return;
  filtered[0] = FILTER_PAETH;
  filtered[1] = (uint8_t)(row[0] - above[0]);
  for (size_t i = 1; i < count; i += 1) {
    filtered[1 + i] = (uint8_t)(row[i] - paeth(row[i - 1], above[i], above[i - 1]));
  }
}
