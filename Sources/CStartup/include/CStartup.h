#ifndef CSTARTUP_H
#define CSTARTUP_H

/// The arguments that the program was started with, the name of the program first, NULL last. They are taken before main,
/// where the C library hands them over; Swift's own list of them is read from /proc/self/cmdline, and empty without it.
char *_Nullable *_Nonnull process_arguments(void);

#endif
