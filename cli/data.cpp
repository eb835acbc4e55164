// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/progress.h"
#include "core/readable_text.h"

namespace alexscope::cli {

namespace {

struct InfoOptions {
    std::string data;
};

struct PackOptions {
    std::string folder, file;
    int side = 256;
};

constexpr std::size_t warningsShown = 10, longestItemShown = 256;

std::vector<std::int64_t> countsOf(const Dataset& set, std::size_t classes)
{
    std::vector<std::int64_t> counts(classes);
    for (std::size_t i = 0; i < set.size(); ++i)
        ++counts.at(static_cast<std::size_t>(set.label(i)));
    return counts;
}

/// The warnings of one kind under their own key and heading: what is not in the set, and what was changed on the way
/// in.
void addWarnings(const std::vector<DataWarning>& warnings, bool leftOut, Answer& answer)
{
    auto& list = answer.json[leftOut ? "leftOut" : "converted"] = nlohmann::ordered_json::array();
    std::string text;
    for (const DataWarning& warning : warnings) {
        if (warning.leftOut != leftOut)
            continue;
        list.push_back({{"item", warning.item}, {"reason", warning.reason}});
        if (list.size() <= warningsShown)
            text += concat("  ", readable(warning.item, longestItemShown), ": ", warning.reason, "\n");
    }
    if (list.empty())
        return;
    answer.text += concat(list.size(), leftOut ? " left out:\n" : " used with a remark:\n", text);
    if (list.size() > warningsShown)
        answer.text += concat("  … and ", list.size() - warningsShown, " more; --json lists all\n");
}

Answer info(Environment& environment, const InfoOptions& options)
{
    const DataSource data = environment.openData(options.data, NetworkSpec{});
    const std::vector<std::int64_t> training = countsOf(*data.training, data.classNames.size());
    const std::vector<std::int64_t> validation = countsOf(*data.validation, data.classNames.size());
    Answer answer;
    answer.json = {
        {"data", data.specification}, {"training", data.training->size()}, {"validation", data.validation->size()}};
    answer.json["pictureSide"] =
        data.pictureSide > 0 ? nlohmann::ordered_json(data.pictureSide) : nlohmann::ordered_json();
    Table table({{"class"}, {"training"}, {"validation"}});
    for (std::size_t i = 0; i < data.classNames.size(); ++i) {
        answer.json["classes"].push_back(
            {{"name", data.classNames[i]}, {"training", training[i]}, {"validation", validation[i]}});
        table.add({data.classNames[i], grouped(training[i]), grouped(validation[i])});
    }
    table.add({concat(data.classNames.size(), " classes"), grouped(static_cast<std::int64_t>(data.training->size())),
               grouped(static_cast<std::int64_t>(data.validation->size()))});
    answer.text = concat(data.specification, ", pictures of ",
                         data.pictureSide > 0 ? concat(data.pictureSide, "×", data.pictureSide) : "various sizes", "\n",
                         table.text());
    addWarnings(data.warnings, true, answer);
    addWarnings(data.warnings, false, answer);
    return answer;
}

Answer pack(Environment& environment, const PackOptions& options)
{
    Progress progress(environment, "packed");
    const Environment::Packed packed =
        environment.packFolder(options.folder, options.file, options.side, [&](std::size_t done, std::size_t total) {
            progress.show(done, total, "");
            return !environment.isInterrupted();
        });
    progress.end();
    Answer answer;
    answer.json = {{"file", options.file}, {"side", options.side}, {"pictures", packed.pictures}};
    answer.text = concat("wrote ", grouped(static_cast<std::int64_t>(packed.pictures)), " pictures to ", options.file,
                         "; use it as packed:", options.file, "\n");
    addWarnings(packed.warnings, true, answer);
    addWarnings(packed.warnings, false, answer);
    return answer;
}

} // namespace

void addData(Registrar registrar)
{
    Command data = registrar.app.command("data", "Look at data, or pack a folder of pictures");
    data.requireCommand();
    Registrar inner{data, registrar.environment, registrar.action};

    auto infoOptions = std::make_shared<InfoOptions>();
    inner.add("info", "Classes and numbers of pictures", infoOptions, info)
        .option("data", infoOptions->data, "Which data")
        .required();

    auto packOptions = std::make_shared<PackOptions>();
    Command packCommand =
        inner.add("pack", "A folder of pictures as one file that is read without decoding", packOptions, pack);
    packCommand.option("folder", packOptions->folder, "One folder a class, or train/ and val/ with such folders")
        .required();
    packCommand.option("file", packOptions->file, "The file to write").required();
    packCommand.option("--side", packOptions->side, "Pictures become side × side").between(8, 1024).showDefault();
}

} // namespace alexscope::cli
