// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sheet_options.h"

#include "core/error.h"

namespace alexscope::cli {

TileOptions SheetOptions::tiles() const
{
    TileOptions options;
    options.scope = scale == "tile" ? TileScope::Tile : TileScope::Layer;
    options.first = first;
    options.count = count;
    options.columns = columns;
    return options;
}

void addSheetOptions(Command command, SheetOptions& options)
{
    command.option("--out", options.out, "The .png file to write").required();
    command.option("--scale", options.scale, "What shares one range of colours").oneOf({"layer", "tile"}).showDefault();
    command.option("--zoom", options.zoom, "Pixels a number").between(1, 64).showDefault();
    command.option("--first", options.first, "First filter or map to draw").between(0, 1 << 24);
    command.option("--count", options.count, "How many; all by default").between(1, 1 << 24);
    command.option("--columns", options.columns, "Tiles a row").between(1, 65536);
}

Answer sheetAnswer(const TileSheet& sheet, const Image& picture, const SheetOptions& options)
{
    Answer answer;
    answer.json = {{"out", options.out},    {"width", picture.width},   {"height", picture.height},
                   {"tiles", sheet.count},  {"columns", sheet.columns}, {"rows", sheet.rows},
                   {"scale", options.scale}};
    for (const ValueRange& range : sheet.ranges)
        answer.json["ranges"].push_back({range.low, range.high});
    const std::string range = sheet.ranges.size() == 1 ? concat(", from ", significant(sheet.ranges[0].low), " to ",
                                                                significant(sheet.ranges[0].high))
                                                       : ", each with its own range";
    answer.text = concat("wrote ", options.out, ": ", sheet.count, " tiles, ", sheet.columns, " a row, ", picture.width,
                         "×", picture.height, " pixels", range, "\n");
    return answer;
}

} // namespace alexscope::cli
