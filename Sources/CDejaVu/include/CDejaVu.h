#ifndef CDEJAVU_H
#define CDEJAVU_H

#include <stddef.h>

/// A font file that is part of the program. It lies in the program's read-only data and is never copied.
struct linked_font {
  /// NULL where the program was built without the file.
  const unsigned char *_Nullable bytes;
  size_t count;
};

/// DejaVuSans.ttf as it was on the machine that built the program.
struct linked_font dejavu_sans(void);

/// DejaVuSans-Bold.ttf of the same folder. Both are there, or neither is.
struct linked_font dejavu_sans_bold(void);

#endif
