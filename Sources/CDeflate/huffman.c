#include "CDeflate.h"

#include <stdbool.h>
#include <string.h>

enum { MAXIMUM_LENGTH = 15 };

/// A symbol that occurs, with its number of occurrences in the high half.
typedef uint64_t entry;

static uint64_t weight(entry entry) { return entry >> 32; }
static uint32_t symbol_of(entry entry) { return (uint32_t)entry; }

/// Sorts entries by their weights, of equal ones by their symbols: they are given in the order of their symbols, and
/// each pass over one byte of the weights keeps the order of equals.
static void sort(entry *entries, size_t count, uint64_t greatest) {
  entry sorted[CDEFLATE_MAXIMUM_SYMBOL_COUNT];
  for (unsigned shift = 32; greatest != 0; shift += 8, greatest >>= 8) {
    uint32_t places[257] = {0};
    for (size_t i = 0; i < count; i += 1) places[(entries[i] >> shift & 0xff) + 1] += 1;
    for (size_t i = 1; i < 256; i += 1) places[i] += places[i - 1];
    for (size_t i = 0; i < count; i += 1) sorted[places[entries[i] >> shift & 0xff]++] = entries[i];
    memcpy(entries, sorted, count * sizeof *entries);
  }
}

/// Computes the lengths of Huffman's code for weights in ascending order, in place (Moffat and Katajainen, "In-place
/// calculation of minimum-redundancy codes", 1995): first the tree's inner nodes, then their depths, then those of the
/// leaves. There are at least two weights.
static void find_depths(uint64_t *a, size_t count) {
  size_t leaf = 2;
  size_t root = 0;
  a[0] += a[1];
  for (size_t next = 1; next < count - 1; next += 1) {
    for (int part = 0; part < 2; part += 1) {
      uint64_t lightest;
      if (leaf >= count || (root < next && a[root] < a[leaf])) {
        lightest = a[root];
        a[root++] = next;
      } else {
        lightest = a[leaf++];
      }
      a[next] = part == 0 ? lightest : a[next] + lightest;
    }
  }
  a[count - 2] = 0;
  for (size_t next = count - 2; next-- > 0;) a[next] = a[a[next]] + 1;
  size_t available = 1;
  uint64_t depth = 0;
  size_t inner = count - 1;
  size_t next = count;
  while (available > 0) {
    size_t used = 0;
    while (inner > 0 && a[inner - 1] == depth) {
      used += 1;
      inner -= 1;
    }
    while (available > used) {
      a[--next] = depth;
      available -= 1;
    }
    available = 2 * used;
    depth += 1;
  }
}

/// Computes the lengths of the best code of at most `limit` bits for weights in ascending order by package-merge
/// (Larmore and Hirschberg, "A fast algorithm for optimal length-limited Huffman codes", 1990).
///
/// At each level the list holds the symbols and the packages, which are pairs of the level before, in the order of
/// their weights. Of the last level, the first 2n - 2 are chosen, and of each level before it those that the chosen
/// packages consist of. The length of a symbol is the number of levels at which it is chosen.
static void find_limited_lengths(const uint64_t *weights, size_t count, unsigned limit, uint64_t *lengths) {
  uint64_t lists[2][2 * CDEFLATE_MAXIMUM_SYMBOL_COUNT];
  bool is_package[MAXIMUM_LENGTH][2 * CDEFLATE_MAXIMUM_SYMBOL_COUNT];
  size_t size = 0;
  for (unsigned level = 0; level < limit; level += 1) {
    const uint64_t *before = lists[(level + 1) % 2];
    uint64_t *list = lists[level % 2];
    size_t packages = size / 2;
    size_t leaf = 0;
    size_t package = 0;
    size = count + packages;
    for (size_t i = 0; i < size; i += 1) {
      uint64_t both = package < packages ? before[2 * package] + before[2 * package + 1] : UINT64_MAX;
      is_package[level][i] = leaf == count || both < weights[leaf];
      list[i] = is_package[level][i] ? both : weights[leaf];
      if (is_package[level][i]) package += 1; else leaf += 1;
    }
  }
  memset(lengths, 0, count * sizeof *lengths);
  size_t chosen = 2 * count - 2;
  for (unsigned level = limit; level-- > 0;) {
    size_t packages = 0;
    for (size_t i = 0; i < chosen; i += 1) packages += is_package[level][i];
    for (size_t leaf = 0; leaf < chosen - packages; leaf += 1) lengths[leaf] += 1;
    chosen = 2 * packages;
  }
}

void cdeflate_huffman_lengths(const uint32_t *counts, size_t count, unsigned limit, uint8_t *lengths) {
  entry entries[CDEFLATE_MAXIMUM_SYMBOL_COUNT];
  uint64_t weights[CDEFLATE_MAXIMUM_SYMBOL_COUNT];
  size_t used = 0;
  uint64_t greatest = 0;
  for (size_t i = 0; i < count; i += 1) {
    lengths[i] = 0;
    if (counts[i] == 0) continue;
    entries[used++] = (uint64_t)counts[i] << 32 | i;
    if (counts[i] > greatest) greatest = counts[i];
  }
  if (used == 1) lengths[symbol_of(entries[0])] = 1;
  if (used < 2) return;
  sort(entries, used, greatest);
  for (size_t i = 0; i < used; i += 1) weights[i] = weight(entries[i]);
  find_depths(weights, used);
  // The rarest symbol has the longest code.
  if (weights[0] > limit) {
    uint64_t limited[CDEFLATE_MAXIMUM_SYMBOL_COUNT];
    for (size_t i = 0; i < used; i += 1) weights[i] = weight(entries[i]);
    find_limited_lengths(weights, used, limit, limited);
    memcpy(weights, limited, used * sizeof *weights);
  }
  for (size_t i = 0; i < used; i += 1) lengths[symbol_of(entries[i])] = (uint8_t)weights[i];
}

void cdeflate_huffman_codes(const uint8_t *lengths, size_t count, uint16_t *codes) {
  unsigned totals[MAXIMUM_LENGTH + 1] = {0};
  unsigned next[MAXIMUM_LENGTH + 2] = {0};
  for (size_t i = 0; i < count; i += 1) totals[lengths[i]] += lengths[i] > 0;
  for (unsigned length = 1; length <= MAXIMUM_LENGTH; length += 1) {
    next[length + 1] = (next[length] + totals[length]) << 1;
  }
  for (size_t i = 0; i < count; i += 1) {
    unsigned length = lengths[i];
    codes[i] = length == 0 ? 0 : (uint16_t)(__builtin_bitreverse16((uint16_t)next[length]++) >> (16 - length));
  }
}
