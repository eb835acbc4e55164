// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sstream>
#include <stdexcept>
#include <string>

namespace alexscope {

/// Anything that went wrong and that a person can act on. what() is one sentence that says what, where and what to do.
/// Thrown by every room; ends at the session's border (an event) or at the command line's main (exit status 1).
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Writes its arguments one after the other into a string, as `<<` would.
template <typename... Parts>
std::string concat(const Parts&... parts)
{
    std::ostringstream out;
    (out << ... << parts);
    return out.str();
}

} // namespace alexscope
