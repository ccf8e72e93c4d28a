// Defines the functions of one level; WIDTH is the number of bytes of a vector, and LEVEL the name of the level.

#include "../level.h"

#include <stdbool.h>
#include <string.h>

#define SIZE 1
#define ELEMENT uint8_t
#define NAME(name) name##1
#include "changes.h"

#define SIZE 2
#define ELEMENT uint16_t
#define NAME(name) name##2
#include "changes.h"

#define SIZE 4
#define ELEMENT uint32_t
#define NAME(name) name##4
#include "changes.h"

const level LEVEL = {.find1 = find1, .find2 = find2, .find4 = find4};
