#include "level.h"

extern const level cpixels_baseline_level;
const level *cpixels_widest_level = &cpixels_baseline_level;

#if defined(__x86_64__)

#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
// The features that glibc itself would use, without those that GLIBC_TUNABLES disables.
#define SUPPORTS(feature, name) CPU_FEATURE_ACTIVE(feature)
#else
#define SUPPORTS(feature, name) __builtin_cpu_supports(name)
#endif

extern const level cpixels_avx2_level, cpixels_avx512_level;

__attribute__((constructor)) static void choose_widest_level(void) {
  if (SUPPORTS(AVX2, "avx2") && SUPPORTS(POPCNT, "popcnt") && SUPPORTS(BMI1, "bmi")) {
    cpixels_widest_level = &cpixels_avx2_level;
    if (SUPPORTS(AVX512F, "avx512f") && SUPPORTS(AVX512BW, "avx512bw")) {
      cpixels_widest_level = &cpixels_avx512_level;
    }
  }
}

#endif
