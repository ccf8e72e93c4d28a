#ifndef LIMITS_H
#define LIMITS_H

/// Ends the process with 2 and a sentence where RLIMIT_AS, RLIMIT_DATA or RLIMIT_STACK leave it no room to begin.
///
/// Takes no memory of its own, and less than a page of the stack. A soft limit on the stack is raised as far as the tool
/// needs it and the hard limit allows.
void refuse_narrow_limits(void);

#endif
