#ifndef CDEFLATE_ADLER_H
#define CDEFLATE_ADLER_H

#include <stddef.h>
#include <stdint.h>

enum { ADLER_MODULUS = 65521 };

/// Returns the Adler-32 checksum (RFC 1950, 8.2) of bytes that follow bytes whose checksum is `adler`; the checksum of
/// no bytes is 1.
uint32_t cdeflate_adler_update(uint32_t adler, const uint8_t *bytes, size_t count);

#endif
