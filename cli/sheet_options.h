// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/answer.h"
#include "cli/command.h"
#include "core/picture/tiles.h"

#include <string>

namespace alexscope::cli {

/// How a sheet of tiles is drawn and where it goes.
struct SheetOptions {
    std::string out, scale = "layer";
    int zoom = 4, first = 0, count = 0, columns = 0;

    TileOptions tiles() const;
};
void addSheetOptions(Command command, SheetOptions& options);

/// What was drawn: size, tiles and the ranges of the colours.
Answer sheetAnswer(const TileSheet& sheet, const Image& picture, const SheetOptions& options);

} // namespace alexscope::cli
