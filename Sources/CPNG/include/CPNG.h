#include <png.h>
const char *cpng_libpng_version(void);
