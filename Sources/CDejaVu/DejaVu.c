#include "CDejaVu.h"

// The folders in which distributions keep both files: Debian and Ubuntu; Fedora; Arch; Alpine and openSUSE; by hand.
// A compiler before clang 19 knows no #embed; the program then takes the fonts of the machine it runs on.
#if defined(__has_embed)
#if __has_embed("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf") && \
    __has_embed("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
#define REGULAR "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
#define BOLD "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
#elif __has_embed("/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf") && \
    __has_embed("/usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf")
#define REGULAR "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf"
#define BOLD "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans-Bold.ttf"
#elif __has_embed("/usr/share/fonts/TTF/DejaVuSans.ttf") && __has_embed("/usr/share/fonts/TTF/DejaVuSans-Bold.ttf")
#define REGULAR "/usr/share/fonts/TTF/DejaVuSans.ttf"
#define BOLD "/usr/share/fonts/TTF/DejaVuSans-Bold.ttf"
#elif __has_embed("/usr/share/fonts/dejavu/DejaVuSans.ttf") && \
    __has_embed("/usr/share/fonts/dejavu/DejaVuSans-Bold.ttf")
#define REGULAR "/usr/share/fonts/dejavu/DejaVuSans.ttf"
#define BOLD "/usr/share/fonts/dejavu/DejaVuSans-Bold.ttf"
#elif __has_embed("/usr/local/share/fonts/DejaVuSans.ttf") && \
    __has_embed("/usr/local/share/fonts/DejaVuSans-Bold.ttf")
#define REGULAR "/usr/local/share/fonts/DejaVuSans.ttf"
#define BOLD "/usr/local/share/fonts/DejaVuSans-Bold.ttf"
#endif
#endif

#if defined(REGULAR)

// Said of #embed in every language before C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char regular[] = {
#embed REGULAR
};

static const unsigned char bold[] = {
#embed BOLD
};

struct linked_font dejavu_sans(void) { return (struct linked_font){regular, sizeof regular}; }

struct linked_font dejavu_sans_bold(void) { return (struct linked_font){bold, sizeof bold}; }

#else

struct linked_font dejavu_sans(void) { return (struct linked_font){NULL, 0}; }

struct linked_font dejavu_sans_bold(void) { return (struct linked_font){NULL, 0}; }

#endif
