#ifndef CFREETYPE_SHIM_H
#define CFREETYPE_SHIM_H

// FreeType names its headers by macros, which a module map cannot follow.
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H

#endif
