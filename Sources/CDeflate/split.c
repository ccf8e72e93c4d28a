#include "split.h"

#include <string.h>

static const histogram nothing;

static void add(histogram *histogram, const struct histogram *other) {
  for (size_t i = 0; i < LITERAL_COUNT; i += 1) histogram->literals[i] += other->literals[i];
  for (size_t i = 0; i < DISTANCE_COUNT; i += 1) histogram->distances[i] += other->distances[i];
}

static uint64_t cost(const block_tables *tables, const histogram *one, const histogram *other, split_measure measure) {
  if (measure == SPLIT_ESTIMATED) return cdeflate_block_estimate(tables, one, other);
  histogram both = *one;
  add(&both, other);
  return cdeflate_block_bits(&both);
}

size_t cdeflate_split(splitter *splitter, const block_tables *tables, const token *tokens, size_t count,
                      split_measure measure, size_t *ends) {
  enum { LEAST_SEGMENT = 384 };
  size_t size = (count + SPLIT_SEGMENTS - 1) / SPLIT_SEGMENTS;
  if (size < LEAST_SEGMENT) size = LEAST_SEGMENT;
  size_t total = 0;
  for (size_t first = 0; first < count || total == 0; first += size) {
    size_t taken = count - first < size ? count - first : size;
    splitter->segments[total] = nothing;
    cdeflate_histogram_add(&splitter->segments[total], tables, tokens + first, taken);
    splitter->ends[total] = first + taken;
    splitter->costs[total] = cost(tables, &splitter->segments[total], &nothing, measure);
    total += 1;
  }
  for (size_t i = 0; i + 1 < total; i += 1) {
    splitter->joined[i] = cost(tables, &splitter->segments[i], &splitter->segments[i + 1], measure);
  }
  while (total > 1) {
    size_t best = 0;
    int64_t most = INT64_MIN;
    for (size_t i = 0; i + 1 < total; i += 1) {
      int64_t saved = (int64_t)(splitter->costs[i] + splitter->costs[i + 1] - splitter->joined[i]);
      if (saved > most) {
        most = saved;
        best = i;
      }
    }
    if (most < 0 && total <= SPLIT_MAXIMUM) break;
    add(&splitter->segments[best], &splitter->segments[best + 1]);
    splitter->costs[best] = splitter->joined[best];
    splitter->ends[best] = splitter->ends[best + 1];
    size_t after = total - best - 2;
    memmove(&splitter->segments[best + 1], &splitter->segments[best + 2], after * sizeof(histogram));
    memmove(&splitter->costs[best + 1], &splitter->costs[best + 2], after * sizeof(uint64_t));
    memmove(&splitter->joined[best + 1], &splitter->joined[best + 2], after * sizeof(uint64_t));
    memmove(&splitter->ends[best + 1], &splitter->ends[best + 2], after * sizeof(size_t));
    total -= 1;
    for (size_t i = best > 0 ? best - 1 : 0; i <= best && i + 1 < total; i += 1) {
      splitter->joined[i] = cost(tables, &splitter->segments[i], &splitter->segments[i + 1], measure);
    }
  }
  memcpy(ends, splitter->ends, total * sizeof *ends);
  return total;
}
