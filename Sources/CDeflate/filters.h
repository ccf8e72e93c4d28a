#ifndef CDEFLATE_FILTERS_H
#define CDEFLATE_FILTERS_H

// PNG specification, third edition, 9.2.
enum { FILTER_NONE = 0, FILTER_SUB = 1, FILTER_UP = 2, FILTER_PAETH = 4 };

#endif
