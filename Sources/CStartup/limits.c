#include "limits.h"

#include "CStartup.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

/// Appends a text; returns where the next one goes.
static char *append(char *end, const char *text) {
  while (*text) *end++ = *text++;
  return end;
}

/// Appends a number in decimal digits.
static char *append_number(char *end, rlim_t number) {
  char digits[20];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count) *end++ = digits[--count];
  return end;
}

/// Says that a limit leaves too little, and ends the process. Numbers are in the unit.
static _Noreturn void refuse(const char *name, rlim_t left, rlim_t least, const char *unit, const char *what) {
  char text[160], *end = append(text, name);
  end = append_number(append(end, " leaves the process "), left);
  end = append(append(append(append(end, unit), " of "), what), ", but it needs at least ");
  end = append(append(append_number(end, least), unit), ".\n");
  // Where nobody can be told, the exit code tells.
  if (write(STDERR_FILENO, text, (size_t)(end - text)) < 0) _exit(2);
  _exit(2);
}

/// The address space and the data of the process in bytes. Without /proc they are taken as nothing: what the tool needs
/// above all that it has already is refused later by its own estimate.
static void measure(rlim_t *space, rlim_t *data) {
  char text[128];
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  ssize_t count = file < 0 ? 0 : read(file, text, sizeof text);
  if (file >= 0) close(file);
  // Seven numbers of pages; the first is the address space, the sixth data and stack.
  rlim_t numbers[7] = {0};
  for (ssize_t place = 0, number = 0; place < count && number < 7; place++) {
    if (text[place] >= '0' && text[place] <= '9') {
      numbers[number] = numbers[number] * 10 + (rlim_t)(text[place] - '0');
    } else {
      number++;
    }
  }
  rlim_t page = (rlim_t)sysconf(_SC_PAGESIZE);
  *space = numbers[0] * page;
  *data = numbers[5] * page;
}

static void refuse_memory(const struct rlimit *limit, rlim_t used, const char *name) {
  if (limit->rlim_cur == RLIM_INFINITY) return;
  rlim_t left = limit->rlim_cur > used ? limit->rlim_cur - used : 0;
  if (left < LEAST_MEMORY) refuse(name, left >> 20, LEAST_MEMORY >> 20, " MiB", "memory");
}

static void refuse_stack(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= LEAST_STACK) return;
  // The stack of the main thread grows as far as the limit of the moment lets it.
  rlim_t before = limit.rlim_cur;
  limit.rlim_cur = LEAST_STACK;
  if (limit.rlim_max >= LEAST_STACK && setrlimit(RLIMIT_STACK, &limit) == 0) return;
  refuse("RLIMIT_STACK", before >> 10, LEAST_STACK >> 10, " KiB", "stack");
}

void refuse_narrow_limits(void) {
  refuse_stack();
  struct rlimit space, data;
  if (getrlimit(RLIMIT_AS, &space) != 0) space.rlim_cur = RLIM_INFINITY;
  if (getrlimit(RLIMIT_DATA, &data) != 0) data.rlim_cur = RLIM_INFINITY;
  if (space.rlim_cur == RLIM_INFINITY && data.rlim_cur == RLIM_INFINITY) return;
  rlim_t used_space, used_data;
  measure(&used_space, &used_data);
  refuse_memory(&space, used_space, "RLIMIT_AS");
  refuse_memory(&data, used_data, "RLIMIT_DATA");
}
