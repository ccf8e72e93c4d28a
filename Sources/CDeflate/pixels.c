#include "adler.h"
#include "deflate.h"
#include "filters.h"
#include "level.h"

#include <string.h>

// Rows of colours are not filtered: where a word or an edge repeats what stands to the left of it or above it, its
// pixels are the same, while its differences depend on what lies around it. Whole pixels are looked for, at three
// places: the one before, the one above and the latest one where the same two pixels stood.
//
// The 14 figures with more than 256 colours among the pages of the documentation, on average:
//
//   the filter Up, zlib's level 6               82 500 bytes
//   no filter, zlib's level 6                   61 400
//   no filter, these three places               67 400 (in 0.7 ms)
//   the fewest bits                             58 300 (in 60 ms)

enum {
  HASH_BITS = 12,
  /// The number of tokens that are written together, unless a row has more.
  TOKENS_PER_ROUND = 1 << 16,
  /// What tokens take roughly, in bits: a pixel, a repetition of the pixel before, and the symbols of another one.
  PIXEL_BITS = 14,
  RUN_BITS = 7,
  FAR_BITS = 12,
};

/// Finds the tokens of rows of pixels of four bytes.
typedef struct pixel_finder {
  /// The number of bytes of a pixel in the file, and the most pixels of one match.
  size_t size;
  uint32_t longest;
  size_t width;
  /// The number of bytes of a row in the file.
  size_t stride;
  /// The number of the row, counted from the first one of the part.
  size_t row;
  /// Marks the pixels with another one to the right: bit i of word i / 64. The last pixel of a row is marked.
  uint64_t *changes;
  /// Marks the pixels that differ from those above them, and the place after the last one.
  uint64_t *differences;
  /// The latest place of each hash, its row in the high half and its column plus 1 in the low one, or 0.
  uint64_t heads[1 << HASH_BITS];
  /// The two halves of the checksum.
  uint64_t low;
  uint64_t high;
} pixel_finder;

/// Returns the first marked place from `place` on. There is one.
static inline size_t next_mark(const uint64_t *marks, size_t place) {
  size_t word = place / 64;
  uint64_t rest = marks[word] >> place % 64;
  if (rest != 0) return place + (size_t)__builtin_ctzll(rest);
  do word += 1; while (marks[word] == 0);
  return 64 * word + (size_t)__builtin_ctzll(marks[word]);
}

/// Counts the marks from `first` up to but not including `end`.
static inline unsigned count_marks(const uint64_t *marks, size_t first, size_t end) {
  unsigned count = 0;
  while (first < end) {
    uint64_t word = marks[first / 64] >> first % 64;
    size_t taken = 64 - first % 64;
    if (taken > end - first) {
      taken = end - first;
      word &= ((uint64_t)1 << taken) - 1;
    }
    count += (unsigned)__builtin_popcountll(word);
    first += taken;
  }
  return count;
}

/// Returns a pixel with its first byte lowest.
static inline uint32_t load_pixel(const uint8_t *pixels, size_t place) {
  uint32_t pixel;
  memcpy(&pixel, pixels + 4 * place, 4);
  return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? __builtin_bswap32(pixel) : pixel;
}

/// The number of equal pixels.
static inline size_t common_count(const uint8_t *one, const uint8_t *other, size_t limit) {
  size_t count = 0;
  while (count + 2 <= limit) {
    uint64_t a;
    uint64_t b;
    memcpy(&a, one + 4 * count, 8);
    memcpy(&b, other + 4 * count, 8);
    if (a != b) break;
    count += 2;
  }
  while (count < limit && load_pixel(one, count) == load_pixel(other, count)) count += 1;
  return count;
}

/// Adds the row to the checksum: each change contributes the difference of two pixels to all bytes from there on.
static inline void add_to_adler(pixel_finder *finder, const uint8_t *row, unsigned part_count) {
  int64_t low = 0;
  int64_t high = 0;
  uint32_t before = 0;
  for (size_t place = 0; place < finder->width; place = next_mark(finder->changes, place) + 1) {
    uint32_t pixel = load_pixel(row, place);
    int64_t rest = (int64_t)(finder->width - place);
    // The differences of all parts, and each as often as there are parts before it.
    int64_t all = 0;
    int64_t later = 0;
    for (unsigned part = 0; part < part_count; part += 1) {
      int64_t step = (int64_t)(pixel >> 8 * part & 0xff) - (int64_t)(before >> 8 * part & 0xff);
      all += step;
      later += part * step;
    }
    low += all * rest;
    high += all * (part_count * (rest * (rest + 1) / 2)) - later * rest;
    before = pixel;
  }
  finder->high = (finder->high + finder->low * finder->stride + (uint64_t)high) % ADLER_MODULUS;
  finder->low = (finder->low + (uint64_t)low) % ADLER_MODULUS;
}

/// A repetition of pixels.
typedef struct repetition {
  size_t count;
  size_t distance;
  int saved;
} repetition;

/// Keeps a repetition if it saves more bits.
static inline void consider(repetition *best, const pixel_finder *finder, size_t place, size_t count,
                            size_t distance) {
  if (count > finder->longest) count = finder->longest;
  if (count == 0) return;
  int changes = (int)count_marks(finder->changes, place, place + count - 1);
  int cost = FAR_BITS + distance_symbol((uint32_t)distance).extra_count;
  int saved = PIXEL_BITS + changes * (PIXEL_BITS + RUN_BITS) - cost;
  if (saved > best->saved) *best = (repetition){count, distance, saved};
}

static inline uint32_t hash_of(const uint8_t *row, size_t place) {
  uint64_t pair = load_pixel(row, place) | (uint64_t)load_pixel(row, place + 1) << 32;
  return (uint32_t)(pair * 0x9E3779B97F4A7C15u >> (64 - HASH_BITS));
}

/// Considers the latest place of the same two pixels, and enters this one in its stead.
static inline void consider_latest(repetition *best, pixel_finder *finder, const uint8_t *row, size_t place) {
  if (place + 1 >= finder->width) return;
  uint64_t *head = &finder->heads[hash_of(row, place)];
  uint64_t latest = *head;
  *head = (uint64_t)finder->row << 32 | (place + 1);
  if (latest == 0) return;
  size_t rows = finder->row - (size_t)(latest >> 32);
  size_t column = (uint32_t)latest - 1;
  size_t distance = rows * finder->stride + finder->size * place - finder->size * column;
  if (distance > MAXIMUM_DISTANCE) return;
  size_t limit = finder->width - (place > column ? place : column);
  if (limit > finder->longest) limit = finder->longest;
  size_t count = common_count(row - 4 * rows * finder->width + 4 * column, row + 4 * place, limit);
  if (count > 1) consider(best, finder, place, count, distance);
}

static token *take_pixel(const pixel_finder *finder, const uint8_t *pixel, token *tokens) {
  for (size_t part = 0; part < 4; part += 1) tokens[part] = pixel[part];
  return tokens + finder->size;
}

/// Appends repetitions of the pixel before.
static token *take_run(const pixel_finder *finder, size_t count, token *tokens) {
  token whole = match_token((uint32_t)(finder->longest * finder->size), (uint32_t)finder->size);
  for (; count >= finder->longest; count -= finder->longest) *tokens++ = whole;
  if (count > 0) *tokens++ = match_token((uint32_t)(count * finder->size), (uint32_t)finder->size);
  return tokens;
}

static token *take_row(pixel_finder *finder, const uint8_t *row, token *tokens) {
  size_t width = finder->width;
  bool is_within_window = finder->stride <= MAXIMUM_DISTANCE;
  *tokens++ = FILTER_NONE;
  size_t place = 0;
  bool is_run = false;
  while (place < width) {
    size_t run_end = is_run ? next_mark(finder->changes, place) + 1 : place;
    if (run_end - place >= finder->longest) {
      tokens = take_run(finder, run_end - place, tokens);
      place = run_end;
      is_run = false;
      continue;
    }
    size_t above_end = is_within_window ? next_mark(finder->differences, place) : place;
    repetition best = {.saved = 0};
    if (is_run) {
      // The repetition of the pixel before saves all but its own bits.
      best.saved = PIXEL_BITS - RUN_BITS;
      if (above_end > run_end) consider(&best, finder, place, above_end - place, finder->stride);
      if (best.count == 0) {
        tokens = take_run(finder, run_end - place, tokens);
        place = run_end;
        is_run = false;
        continue;
      }
    } else {
      consider(&best, finder, place, above_end - place, finder->stride);
      consider_latest(&best, finder, row, place);
    }
    if (best.count == 0) {
      tokens = take_pixel(finder, row + 4 * place, tokens);
      best.count = 1;
    } else {
      *tokens++ = match_token((uint32_t)(best.count * finder->size), (uint32_t)best.distance);
    }
    place += best.count;
    is_run = place < width && (finder->changes[(place - 1) / 64] >> (place - 1) % 64 & 1) == 0;
  }
  return tokens;
}

bool cdeflate_take_pixels(cdeflate_deflater *deflater, row_reader *reader, size_t row_count, bool is_last) {
  size_t width = reader->rows->width;
  size_t stride = 1 + reader->count;
  size_t words = width / 64 + 1;
  size_t capacity = stride + 16 > TOKENS_PER_ROUND ? stride + 16 : TOKENS_PER_ROUND;
  if (!buffer_reserve(&deflater->marks, 2 * words * sizeof(uint64_t))) return false;
  if (!buffer_reserve(&deflater->tokens, (capacity + 16) * sizeof(token))) return false;
  size_t size = reader->count / width;
  pixel_finder finder = {.size = size,
                         .longest = (uint32_t)(MAXIMUM_MATCH / size),
                         .width = width,
                         .stride = stride,
                         .changes = (uint64_t *)(void *)deflater->marks.start,
                         .low = 1};
  finder.differences = finder.changes + words;
  const uint8_t *start = reader->rows->start + reader->next * reader->given;
  token *tokens = (token *)(void *)deflater->tokens.start;
  token *next = tokens;
  for (size_t y = 0; y < row_count; y += 1) {
    const uint8_t *row = start + y * reader->given;
    finder.row = y;
    finder.changes[words - 1] = 0;
    cdeflate_widest_level->differences(finder.changes, row, row + 4, width - 1);
    finder.changes[(width - 1) / 64] |= (uint64_t)1 << (width - 1) % 64;
    if (y > 0) {
      finder.differences[words - 1] = 0;
      cdeflate_widest_level->differences(finder.differences, row, row - reader->given, width);
    } else {
      memset(finder.differences, 0xff, words * sizeof(uint64_t));
    }
    finder.differences[width / 64] |= (uint64_t)1 << width % 64;
    if ((size_t)(next - tokens) + stride + 16 > capacity) {
      if (!cdeflate_block_writer_write(&deflater->writer, tokens, (size_t)(next - tokens), false)) return false;
      next = tokens;
    }
    next = take_row(&finder, row, next);
    // A number that is known here makes the function a fifth shorter.
    if (size == 3) add_to_adler(&finder, row, 3); else add_to_adler(&finder, row, 4);
  }
  deflater->adler = (uint32_t)(finder.high << 16 | finder.low);
  return cdeflate_block_writer_write(&deflater->writer, tokens, (size_t)(next - tokens), is_last);
}
