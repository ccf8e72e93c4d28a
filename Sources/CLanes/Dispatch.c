#include <stddef.h>

#include "CLanes.h"

extern const clanes_level clanes_baseline;

#if defined(__x86_64__)

#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
// The features that glibc itself would use, without those that GLIBC_TUNABLES disables.
#define SUPPORTS(feature, name) CPU_FEATURE_ACTIVE(feature)
#else
#define SUPPORTS(feature, name) __builtin_cpu_supports(name)
#endif

extern const clanes_level clanes_avx2, clanes_avx512;

const clanes_level *clanes_level_at(int index) {
  const clanes_level *levels[3] = {&clanes_baseline};
  int count = 1;
  if (SUPPORTS(AVX2, "avx2")) levels[count++] = &clanes_avx2;
  if (SUPPORTS(AVX512F, "avx512f") && SUPPORTS(AVX512DQ, "avx512dq") && SUPPORTS(AVX512VL, "avx512vl"))
    levels[count++] = &clanes_avx512;
  return index < count ? levels[index] : NULL;
}

#else

const clanes_level *clanes_level_at(int index) { return index < 1 ? &clanes_baseline : NULL; }

#endif

const clanes_level *clanes_widest_level = &clanes_baseline;

__attribute__((constructor)) static void choose_widest_level(void) {
  for (int index = 1; clanes_level_at(index) != NULL; index++) clanes_widest_level = clanes_level_at(index);
}
