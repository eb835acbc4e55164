// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace alexscope::cpu {

/// Lets OpenMP's threads sleep soon when they wait for each other, so that other threads of a busy machine (the
/// window's own among them) do not cost training more than they use. To be called first thing in main, with its argv:
/// the library reads this only while it is loaded, so the program starts itself once more with it set. Does nothing
/// where somebody has chosen otherwise (OMP_WAIT_POLICY, GOMP_SPINCOUNT), and goes on as it is where that is not
/// possible.
void letWaitingThreadsSleep(char** arguments);

} // namespace alexscope::cpu
