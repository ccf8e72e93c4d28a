#ifndef CPNG_FILTER_H
#define CPNG_FILTER_H

#include <stddef.h>
#include <stdint.h>

/// Writes a row of `count` bytes as a PNG holds it, the number of its filter before it.
typedef void cpng_filter_function(uint8_t *filtered, const uint8_t *row, const uint8_t *above, size_t count);

/// The bytes as they are.
cpng_filter_function cpng_filter_none;
/// Each byte as its difference from the byte above.
cpng_filter_function cpng_filter_up;
/// None or Up, whichever leaves fewer places where a byte differs from the one before it.
cpng_filter_function cpng_filter_fewest_runs;
/// None, Up or Paeth, of pixels of one byte, whichever leaves fewest such places.
cpng_filter_function cpng_filter_fewest_runs_of_three;

#endif
