// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/shape.h"

#include "core/error.h"

namespace alexscope {

std::string toText(const Shape& shape)
{
    if (shape.h == 1 && shape.w == 1)
        return concat(shape.c);
    return concat(shape.c, "×", shape.h, "×", shape.w);
}

} // namespace alexscope
