#ifndef CPNG_FAILURE_H
#define CPNG_FAILURE_H

#if !__has_include(<png.h>)
#error libpng is missing; install it with: apt-get install libpng-dev
#elif !__has_include(<zlib.h>)
#error zlib is missing; install it with: apt-get install zlib1g-dev
#endif

#include <png.h>
#include <zlib.h>

#include "CPNG.h"

#include <stdio.h>

/// libpng's error function: copies the message to the buffer that `png_get_error_ptr` returns, and jumps to the setjmp
/// of the present call.
PNG_NORETURN static inline void cpng_fail(png_structp png, png_const_charp text) {
  snprintf(png_get_error_ptr(png), CPNG_MESSAGE_CAPACITY, "%s", text);
  png_longjmp(png, 1);
}

/// libpng's warning function, which prints nothing.
static inline void cpng_ignore(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

#endif
