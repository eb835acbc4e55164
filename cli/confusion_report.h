// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/answer.h"
#include "core/storage/atomic_file.h"
#include "core/training/confusion.h"

#include <functional>
#include <string>

namespace alexscope::cli {

using ClassName = std::function<std::string(int)>;

/// The error of every class that has pictures, the worst first: all of them as JSON, the first twenty for people.
void addClassErrors(Answer& answer, const Confusion& confusion, const ClassName& nameOf);

/// One row a true class, one column a class it may be taken for, numbers of pictures; the file is committed. Throws
/// Error when it cannot be written.
void writeConfusion(AtomicFile& file, const Confusion& confusion, const ClassName& nameOf);

} // namespace alexscope::cli
