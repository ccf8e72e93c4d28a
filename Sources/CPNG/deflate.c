#include "CPNG.h"
#include "adler.h"
#include "filter.h"
#include "memory.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

/// The number of bytes that zlib takes before it moves its window and updates the hash chains that lead into it: twice
/// 32 KB less the longest match and what it needs beyond.
enum { WINDOW_CAPACITY = (1 << 16) - 263 };

/// The number of bytes of rows that are filtered before they are deflated: they are still in the first-level cache
/// then, and three times as many fill a window.
enum { FILTERED_CAPACITY = WINDOW_CAPACITY / 3 };

/// The number of rows of a band; each band may be deflated by another method.
enum { BAND_ROWS = 8 };

struct cpng_deflater {
  bytes packed;
  /// A block of filtered rows for each method, each row preceded by the number of its filter.
  bytes filtered;
  /// Two rows of RGB, if the picture has a fourth byte that is not written; zeros before the first row.
  bytes rgb;
  z_stream stream;
  /// The parameters of the stream; its memory level is 0 before the stream is set up.
  cpng_compression compression;
  /// The repetitions that the stream looks for.
  cpng_matches matches;
  /// The number of bytes that the stream has taken since it began.
  size_t taken;
  /// The number of bytes that are filtered at one time.
  size_t block;
  uint32_t adler;
};

cpng_deflater *cpng_deflater_create(void) { return calloc(1, sizeof(cpng_deflater)); }

void cpng_deflater_destroy(cpng_deflater *deflater) {
  if (deflater == NULL) return;
  if (deflater->compression.memory_level > 0) deflateEnd(&deflater->stream);
  free(deflater->packed.start);
  free(deflater->filtered.start);
  free(deflater->rgb.start);
  free(deflater);
}

const uint8_t *cpng_deflater_bytes(const cpng_deflater *deflater, size_t *count) {
  *count = deflater->packed.count;
  return deflater->packed.start;
}

uint32_t cpng_deflater_adler(const cpng_deflater *deflater) { return deflater->adler; }

// MARK: - The stream

static const int strategies[] = {
    [CPNG_MATCHES_ALL] = Z_DEFAULT_STRATEGY, [CPNG_MATCHES_LONG] = Z_FILTERED, [CPNG_MATCHES_RUNS] = Z_RLE};

static bool is_alike(cpng_compression one, cpng_compression other) {
  return one.level == other.level && one.memory_level == other.memory_level && one.window_bits == other.window_bits &&
         one.is_thorough == other.is_thorough;
}

/// Makes the stream look for other matches from here on, which begins a new block.
static bool look_for(z_stream *stream, cpng_matches *present, cpng_matches matches, int level) {
  if (*present == matches) return true;
  *present = matches;
  return deflateParams(stream, level, strategies[matches]) == Z_OK;
}

static bool set_up_stream(cpng_deflater *deflater, cpng_compression compression) {
  z_stream *stream = &deflater->stream;
  cpng_matches matches = compression.methods[0].matches;
  if (deflater->compression.memory_level > 0) {
    if (is_alike(deflater->compression, compression) && deflater->matches == matches) {
      return deflateReset(stream) == Z_OK;
    }
    deflateEnd(stream);
    deflater->compression.memory_level = 0;
  }
  *stream = (z_stream){0};
  deflater->matches = matches;
  // Negative window bits omit zlib's header and checksum.
  return deflateInit2(stream, compression.level, Z_DEFLATED, -compression.window_bits, compression.memory_level,
                      strategies[matches]) == Z_OK;
}

static bool begin_stream(cpng_deflater *deflater, cpng_compression compression) {
  if (!set_up_stream(deflater, compression)) return false;
  deflater->compression = compression;
  deflater->taken = 0;
  // Only the longest match, 258 bytes, counts as good; the other values are those of level 9. A reset undoes this.
  return !compression.is_thorough || deflateTune(&deflater->stream, 258, 258, 258, 4096) == Z_OK;
}

/// The free bytes that each call to zlib gets, enough for whatever it may hold back: if the output of a flush ended
/// exactly at their end, zlib would write its mark twice.
enum { PACKED_ROOM = 1 << 18 };

/// Deflates `count` bytes and appends the result to the packed bytes.
static bool deflate_bytes(cpng_deflater *deflater, const uint8_t *start, size_t count, int flush) {
  bytes *packed = &deflater->packed;
  z_stream *stream = &deflater->stream;
  stream->next_in = (uint8_t *)start;
  stream->avail_in = (uInt)count;
  do {
    if (packed->count > SIZE_MAX / 2 || !reserve(packed, packed->count + PACKED_ROOM)) return false;
    stream->next_out = packed->start + packed->count;
    size_t room = packed->capacity - packed->count;
    stream->avail_out = (uInt)(room < UINT_MAX ? room : UINT_MAX);
    if (deflate(stream, flush) == Z_STREAM_ERROR) return false;
    packed->count = (size_t)(stream->next_out - packed->start);
  } while (stream->avail_out == 0);
  deflater->taken += count;
  return true;
}

/// Deflates filtered bytes, looking for runs only, for which earlier bytes are of no use. Therefore a full window is
/// not moved but abandoned, at the cost of five bytes. That avoids zlib's update of hash chains that nothing looks up,
/// a third of its work.
static bool deflate_runs(cpng_deflater *deflater, const uint8_t *next, size_t rest) {
  while (rest > 0) {
    size_t count = rest < WINDOW_CAPACITY ? rest : WINDOW_CAPACITY;
    if (deflater->taken + count > WINDOW_CAPACITY) {
      if (!deflate_bytes(deflater, NULL, 0, Z_SYNC_FLUSH) || deflateReset(&deflater->stream) != Z_OK) return false;
      deflater->taken = 0;
    }
    if (!deflate_bytes(deflater, next, count, Z_NO_FLUSH)) return false;
    next += count;
    rest -= count;
  }
  return true;
}

/// Returns the number of bytes that the stream would have if it ended after `count` more bytes, or 0 if there is no
/// memory.
static size_t trial_count(cpng_deflater *deflater, cpng_matches matches, const uint8_t *start, size_t count) {
  z_stream trial;
  if (deflateCopy(&trial, &deflater->stream) != Z_OK) return 0;
  cpng_matches present = deflater->matches;
  uint8_t *room = deflater->packed.start + deflater->packed.count;
  trial.next_out = room;
  trial.avail_out = PACKED_ROOM;
  bool is_possible = look_for(&trial, &present, matches, deflater->compression.level);
  trial.next_in = (uint8_t *)start;
  trial.avail_in = (uInt)count;
  // The output is not kept, so that the same bytes are used again.
  do {
    trial.next_out = room;
    trial.avail_out = PACKED_ROOM;
  } while (is_possible && deflate(&trial, Z_FINISH) == Z_OK);
  size_t total = is_possible ? trial.total_out : 0;
  deflateEnd(&trial);
  return total;
}

/// Deflates a band that was filtered by each method, `count` bytes each, by the method that makes it shortest.
static bool deflate_best(cpng_deflater *deflater, size_t count) {
  size_t best = 0;
  size_t fewest = SIZE_MAX;
  if (!reserve(&deflater->packed, deflater->packed.count + PACKED_ROOM)) return false;
  for (size_t method = 0; method < deflater->compression.method_count; method += 1) {
    const uint8_t *filtered = deflater->filtered.start + method * deflater->block;
    size_t total = trial_count(deflater, deflater->compression.methods[method].matches, filtered, count);
    if (total == 0) return false;
    if (total < fewest) {
      fewest = total;
      best = method;
    }
  }
  z_stream *stream = &deflater->stream;
  stream->next_out = deflater->packed.start + deflater->packed.count;
  stream->avail_out = PACKED_ROOM;
  cpng_matches matches = deflater->compression.methods[best].matches;
  if (!look_for(stream, &deflater->matches, matches, deflater->compression.level)) return false;
  deflater->packed.count = (size_t)(stream->next_out - deflater->packed.start);
  const uint8_t *filtered = deflater->filtered.start + best * deflater->block;
  deflater->adler = cpng_adler32(deflater->adler, filtered, count);
  return deflate_bytes(deflater, filtered, count, Z_NO_FLUSH);
}

/// Deflates the filtered rows.
static bool deflate_filtered(cpng_deflater *deflater) {
  size_t count = deflater->filtered.count;
  deflater->filtered.count = 0;
  if (count == 0) return true;
  if (deflater->compression.method_count > 1) return deflate_best(deflater, count);
  deflater->adler = cpng_adler32(deflater->adler, deflater->filtered.start, count);
  return deflater->matches == CPNG_MATCHES_RUNS
             ? deflate_runs(deflater, deflater->filtered.start, count)
             : deflate_bytes(deflater, deflater->filtered.start, count, Z_NO_FLUSH);
}

// MARK: - Rows

/// Copies pixels without their fourth byte.
static void pack_rgb(uint8_t *rgb, const uint8_t *rgbx, size_t width) {
  for (size_t x = 0; x < width; x += 1) memcpy(rgb + 3 * x, rgbx + 4 * x, 3);
}

bool cpng_deflater_deflate(cpng_deflater *deflater, const cpng_rows *rows, size_t first, size_t row_count, bool is_last,
                           cpng_compression compression) {
  static cpng_filter_function *const filters[] = {
      [CPNG_FILTER_NONE] = cpng_filter_none,
      [CPNG_FILTER_UP] = cpng_filter_up,
      [CPNG_FILTER_FEWEST_RUNS] = cpng_filter_fewest_runs,
      [CPNG_FILTER_FEWEST_RUNS_OF_THREE] = cpng_filter_fewest_runs_of_three};
  bool is_rgb = rows->layout == CPNG_RGBX;
  size_t width = rows->width;
  size_t given = rows->layout == CPNG_PALETTE ? width : 4 * width;
  size_t count = is_rgb ? 3 * width : given;
  size_t stride = 1 + count;
  size_t block = compression.method_count > 1 ? BAND_ROWS * stride : FILTERED_CAPACITY / stride * stride;
  if (block == 0) block = stride;

  deflater->packed.count = 0;
  deflater->filtered.count = 0;
  deflater->adler = 1;
  deflater->block = block;
  if (!reserve(&deflater->filtered, compression.method_count * block)) return false;
  if (!reserve(&deflater->rgb, 2 * count)) return false;
  if (!begin_stream(deflater, compression)) return false;

  const uint8_t *above = deflater->rgb.start + count;
  if (first == 0) {
    // The row above the first one counts as zeros.
    memset(deflater->rgb.start, 0, 2 * count);
  } else if (is_rgb) {
    pack_rgb(deflater->rgb.start + (first - 1) % 2 * count, rows->start + (first - 1) * given, width);
    above = deflater->rgb.start + (first - 1) % 2 * count;
  } else {
    above = rows->start + (first - 1) * given;
  }
  for (size_t y = first; y < first + row_count; y += 1) {
    const uint8_t *row = rows->start + y * given;
    if (is_rgb) {
      uint8_t *packed = deflater->rgb.start + y % 2 * count;
      pack_rgb(packed, row, width);
      row = packed;
    }
    for (size_t method = 0; method < compression.method_count; method += 1) {
      uint8_t *filtered = deflater->filtered.start + method * block + deflater->filtered.count;
      filters[compression.methods[method].filter](filtered, row, above, count);
    }
    above = row;
    deflater->filtered.count += stride;
    if (deflater->filtered.count == block && !deflate_filtered(deflater)) return false;
  }
  // A part that is followed by another ends at a whole byte, but is not marked as the last block.
  return deflate_filtered(deflater) && deflate_bytes(deflater, NULL, 0, is_last ? Z_FINISH : Z_SYNC_FLUSH);
}
