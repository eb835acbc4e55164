// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Put before a loop-only function: it is compiled for AVX-512, AVX2 and the baseline, and the dynamic linker picks
/// one. Off under sanitizers: their runtime is not up yet when the choice is made.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define ALEXSCOPE_VECTORISED __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ALEXSCOPE_VECTORISED
#endif
