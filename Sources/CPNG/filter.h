#ifndef CPNG_FILTER_H
#define CPNG_FILTER_H

#include <stddef.h>
#include <stdint.h>

/// Writes a row of `count` bytes as a PNG contains it, preceded by the number of its filter.
typedef void cpng_filter_function(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count);

/// Filter 0, None: the bytes as they are.
cpng_filter_function cpng_filter_none;
/// Filter 2, Up: each byte as its difference from the byte above.
cpng_filter_function cpng_filter_up;
/// None or Up, whichever has fewer places where a byte differs from the one before it.
cpng_filter_function cpng_filter_fewest_runs;
/// None, Up or Paeth, whichever has the fewest such places; only for pixels of one byte.
cpng_filter_function cpng_filter_fewest_runs_of_three;

#endif
