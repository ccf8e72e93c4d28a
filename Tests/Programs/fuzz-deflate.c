// A target of libFuzzer: reads a picture and how to deflate it from the fuzzer's bytes, and ends the process unless
// zlib inflates the streams of all parts to rows that lead back to the same pixels.

#include "CDeflate.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds) {
  if (!holds) abort();
}

static uint8_t paeth(int left, int above, int above_left) {
  int sum = left + above - above_left;
  int from_left = abs(sum - left);
  int from_above = abs(sum - above);
  int from_above_left = abs(sum - above_left);
  if (from_left <= from_above && from_left <= from_above_left) return (uint8_t)left;
  return (uint8_t)(from_above <= from_above_left ? above : above_left);
}

/// Undoes the filter of a row in place; `size` is the number of bytes of a pixel.
static void undo_filter(uint8_t filter, uint8_t *row, const uint8_t *above, size_t count, size_t size) {
  demand(filter == 0 || filter == 2 || filter == 4);
  for (size_t i = 0; i < count && filter != 0; i += 1) {
    int left = i < size ? 0 : row[i - size];
    int above_left = i < size ? 0 : above[i - size];
    row[i] += filter == 2 ? above[i] : paeth(left, above[i], above_left);
  }
}

static void try_text(cdeflate_deflater *deflater, const uint8_t *data, size_t size) {
  demand(cdeflate_deflate_bytes(deflater, data, size));
  size_t packed;
  const uint8_t *start = cdeflate_bytes(deflater, &packed);
  uint8_t *bytes = malloc(size + 1);
  z_stream stream = {.next_in = (Bytef *)start, .avail_in = (uInt)packed};
  stream.next_out = bytes;
  stream.avail_out = (uInt)size + 1;
  demand(inflateInit2(&stream, -15) == Z_OK);
  demand(inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0 && stream.total_out == size);
  inflateEnd(&stream);
  demand(size == 0 || memcmp(bytes, data, size) == 0);
  demand(cdeflate_adler(deflater) == adler32(1, bytes, (uInt)size));
  free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static cdeflate_deflater *deflater;
  if (deflater == NULL) deflater = cdeflate_create();
  demand(deflater != NULL);
  if (size < 6) return 0;
  cdeflate_layout layout = (cdeflate_layout)(data[0] % 3);
  cdeflate_effort effort = (cdeflate_effort)(data[1] % 2);
  size_t given = layout == CDEFLATE_INDICES ? 1 : 4;
  size_t written = layout == CDEFLATE_INDICES ? 1 : layout == CDEFLATE_RGBX ? 3 : 4;
  size_t width = 1 + (data[2] | (size_t)(data[3] & 3) << 8);
  size_t repetitions = 1 + data[4] % 8;
  size_t cut = data[5];
  data += 6;
  size -= 6;
  try_text(deflater, data, size);
  // The bytes several times, so that there are repetitions from far.
  size_t height = size * repetitions / (width * given);
  if (height == 0) return 0;
  uint8_t *pixels = malloc(width * height * given);
  for (size_t i = 0; i < width * height * given; i += 1) pixels[i] = data[i % size];

  size_t count = width * written;
  size_t total = (1 + count) * height;
  uint8_t *filtered = malloc(total + 1);
  z_stream stream = {.next_out = filtered, .avail_out = (uInt)total + 1};
  demand(inflateInit2(&stream, -15) == Z_OK);
  cdeflate_rows rows = {layout, width, pixels};
  size_t ends[] = {cut % height, height};
  size_t first = 0;
  uint32_t adler = 1;
  int status = Z_OK;
  for (int part = 0; part < 2; part += 1) {
    if (ends[part] == first) continue;
    demand(cdeflate_deflate_rows(deflater, &rows, first, ends[part] - first, part == 1, effort));
    size_t packed;
    stream.next_in = (Bytef *)cdeflate_bytes(deflater, &packed);
    stream.avail_in = (uInt)packed;
    status = inflate(&stream, Z_NO_FLUSH);
    demand(stream.avail_in == 0);
    adler = cdeflate_adler_combine(adler, cdeflate_adler(deflater), (ends[part] - first) * (1 + count));
    first = ends[part];
  }
  inflateEnd(&stream);
  demand(status == Z_STREAM_END && stream.total_out == total && adler32(1, filtered, (uInt)total) == adler);

  uint8_t *above = calloc(1, count);
  for (size_t y = 0; y < height; y += 1) {
    uint8_t *row = filtered + y * (1 + count);
    undo_filter(row[0], row + 1, above, count, written);
    for (size_t x = 0; x < width; x += 1) {
      demand(memcmp(row + 1 + x * written, pixels + (y * width + x) * given, written) == 0);
    }
    memcpy(above, row + 1, count);
  }
  free(above);
  free(filtered);
  free(pixels);
  return 0;
}
