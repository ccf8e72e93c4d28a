// A shared library to preload: in place of zlib's functions that deflate, functions that end the process. What runs
// with it writes nothing that depends on zlib's choice of symbols; inflate and the checksums are zlib's own.

#include <stdio.h>
#include <stdlib.h>

#define REFUSE(name)                                                                                                   \
  __attribute__((noreturn)) void name(void);                                                                           \
  void name(void) {                                                                                                    \
    fputs(#name " was called.\n", stderr);                                                                             \
    abort();                                                                                                           \
  }

REFUSE(deflateInit_)
REFUSE(deflateInit2_)
REFUSE(deflate)
REFUSE(compress)
REFUSE(compress2)
