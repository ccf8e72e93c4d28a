#include "CStartup.h"

#include "limits.h"

#include <stdlib.h>
#include <unistd.h>

static char *none[] = {NULL};
static char **arguments = none;

char **process_arguments(void) { return arguments; }

/// Runs before the initializers of the Swift runtime, which have no priority.
///
/// They take memory and end the process by a signal where there is none, so limits are looked at before.
///
/// One of them looks for the program that prints a backtrace, beside the runtime. Where the runtime is linked in, that is
/// the folder of /proc/self/exe, and a file system without /proc ends the process there ("Unable to obtain Swift runtime
/// path"). The runtime asks for the variable first; in such a place no root is right or wrong.
__attribute__((constructor(101))) static void prepare(int count, char *given[]) {
  char target;
  refuse_narrow_limits();
  if (count > 0) arguments = given;
  if (readlink("/proc/self/exe", &target, 1) == -1) setenv("SWIFT_ROOT", "/", 0);
}
