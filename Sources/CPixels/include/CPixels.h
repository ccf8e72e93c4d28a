#ifndef CPIXELS_H
#define CPIXELS_H

#include <stddef.h>
#include <stdint.h>

/// Finds the elements that differ from the element before them.
///
/// The elements from `first`, at least 1, up to but not including `end` are searched in groups of 64. For each group
/// that contains at least one change, the index of its first element is stored in `places`, and a word of 64 bits in
/// `marks`: bit i is set where element i of the group differs from the one before it.
///
/// `size` is the number of bytes of an element, 1, 2 or 4. `places` and `marks` must have room for one entry per group, an
/// incomplete last group included. Returns the number of entries written.
size_t cpixels_find_changes(
    const void *start, size_t size, size_t first, size_t end, size_t *places, uint64_t *marks);

#endif
