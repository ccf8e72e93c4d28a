#ifndef CDEFLATE_LEVEL_H
#define CDEFLATE_LEVEL_H

#include <stddef.h>
#include <stdint.h>

/// What a change counts in the cost of a row: zeros follow so often that they take about a quarter of the bits that
/// other values take. Weights of 1 and 1 made the eleven figures 0.9 % larger.
enum { CHANGE_WEIGHT = 4, ZERO_WEIGHT = 1 };

/// The functions that are compiled for vectors of several widths; all give the same bytes.
typedef struct level {
  /// Writes each byte as its difference from the byte above (PNG specification, third edition, 9.2: Up).
  void (*up)(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count);
  /// Writes each byte as its difference from left, above or above left, whichever is nearest to left + above - above
  /// left (9.4: Paeth), for pixels of one byte.
  void (*paeth)(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count);
  /// Writes the same differences as `up`, and marks and weighs the changes of the row and of the differences as `changes`
  /// does.
  void (*up_changes)(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count, uint64_t *row_marks,
                     size_t *row_weight, uint64_t *marks, size_t *weight);
  /// Marks each byte that is followed by another value: bit i of word i / 64. The bits from `count` - 1 on are zero,
  /// and `marks` has room for (`count` + 62) / 64 words; `count` is at least 1. Returns the sum of the weights of all
  /// changes.
  size_t (*changes)(uint64_t *marks, const uint8_t *bytes, size_t count);
  /// Marks the pixels of four bytes that differ from those at the same place elsewhere: bit i of word i / 64. The bits
  /// from `count` on are zero, and `marks` has room for (`count` + 63) / 64 words.
  void (*differences)(uint64_t *marks, const uint8_t *pixels, const uint8_t *others, size_t count);
} level;

/// The level with the widest vectors of this processor, which is set once, before `main`.
extern const level *cdeflate_widest_level;

#endif
