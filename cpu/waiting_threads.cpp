// SPDX-License-Identifier: GPL-3.0-or-later
#include "cpu/waiting_threads.h"

#include <cstdlib>
#include <unistd.h>

namespace alexscope::cpu {

namespace {
/// Rounds a waiting thread spins before it sleeps: long enough for threads that finish at about the same time, far
/// below the 300,000 that hold a core while the other thread waits for one.
constexpr const char* spins = "2000";
} // namespace

void letWaitingThreadsSleep(char** arguments)
{
    if (std::getenv("OMP_WAIT_POLICY") || std::getenv("GOMP_SPINCOUNT"))
        return; // chosen by somebody, or by ourselves the first time
    if (setenv("GOMP_SPINCOUNT", spins, 1) == 0)
        execv("/proc/self/exe", arguments);
}

} // namespace alexscope::cpu
