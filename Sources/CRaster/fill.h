// The function that fills pixels of the type `index`, by the name `fill`. `set` fills pixels with one index.

craster_place fill(
    index *pixels, const uint16_t *table, uint32_t opaque, const craster_span *spans, size_t count,
    craster_place place) {
  for (size_t i = place.span; i < count; i += 1) {
    craster_span span = spans[i];
    index *pixel = pixels + span.pixel;
    index *end = pixel + span.count;
    if (place.pixel > span.pixel) pixel = pixels + place.pixel;
    place.pixel = 0;
    const uint16_t *blends = table + span.level - 1;
    while (pixel < end) {
      index below = *pixel;
      uint16_t blend = blends[(size_t)below * CRASTER_LEVELS];
      if (blend == 0) return (craster_place){i, (size_t)(pixel - pixels)};
      if (span.level == opaque && end - pixel >= 16 / (ptrdiff_t)sizeof *pixel) {
        // What is below does not matter any more.
        set(pixel, (index)(blend - 1), (size_t)(end - pixel));
        break;
      }
      do *pixel++ = (index)(blend - 1); while (pixel < end && *pixel == below);
    }
  }
  return (craster_place){count, 0};
}
