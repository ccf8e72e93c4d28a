#ifndef CSTARTUP_H
#define CSTARTUP_H

/// Bytes of memory with which a configuration can be read and every figure be told that it has no room.
#define LEAST_MEMORY 25165824
/// Bytes of stack: several times what the deepest configuration needs.
#define LEAST_STACK 1048576

/// The arguments that the program was started with, the name of the program first, NULL last. They are taken before main,
/// where the C library hands them over; Swift's own list of them is read from /proc/self/cmdline, and empty without it.
char *_Nullable *_Nonnull process_arguments(void);

#endif
