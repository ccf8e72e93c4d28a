// What glibc offers and Swift's module of it leaves out.
#include <malloc.h>
#include <sched.h>
#include <sys/types.h>

// Declared by <sched.h> for GNU programs alone, which Swift's are not.
int sched_getaffinity(pid_t process, size_t size, cpu_set_t *processors);
