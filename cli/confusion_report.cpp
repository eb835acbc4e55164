// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/confusion_report.h"

#include "core/error.h"

#include <cstdint>

namespace alexscope::cli {

namespace {

constexpr std::size_t mostRows = 20;

/// As CSV wants it where a name holds what separates cells.
std::string cell(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string inQuotes = "\"";
    for (const char c : text)
        inQuotes += c == '"' ? std::string("\"\"") : std::string(1, c);
    return inQuotes + "\"";
}

} // namespace

void addClassErrors(Answer& answer, const Confusion& confusion, const ClassName& nameOf)
{
    const std::vector<int> order = confusion.worstFirst();
    nlohmann::ordered_json classes = nlohmann::ordered_json::array();
    Table table({{"class", true}, {"pictures"}, {"error"}, {"mostly taken for", true}});
    for (const int truth : order) {
        const int mostly = confusion.mostlyTakenFor(truth);
        const std::int64_t taken = mostly < 0 ? 0 : confusion.count(truth, mostly);
        nlohmann::ordered_json row = {{"class", truth},
                                      {"name", nameOf(truth)},
                                      {"pictures", confusion.pictures(truth)},
                                      {"errors", confusion.errors(truth)},
                                      {"error", confusion.error(truth)}};
        if (mostly >= 0)
            row["mostlyTakenFor"] = {{"class", mostly}, {"name", nameOf(mostly)}, {"pictures", taken}};
        if (classes.size() < mostRows)
            table.add({nameOf(truth), grouped(confusion.pictures(truth)), percent(confusion.error(truth)),
                       mostly < 0 ? std::string("–") : concat(nameOf(mostly), " (", grouped(taken), ")")});
        classes.push_back(std::move(row));
    }
    answer.json["classes"] = std::move(classes);
    answer.text += "\n" + table.text();
    if (order.size() > mostRows)
        answer.text += concat("… and ", grouped(static_cast<std::int64_t>(order.size() - mostRows)),
                              " classes with a smaller error; --json has them all\n");
}

void writeConfusion(AtomicFile& file, const Confusion& confusion, const ClassName& nameOf)
{
    std::string text = "true class";
    for (int predicted = 0; predicted < confusion.classes(); ++predicted)
        text += ',' + cell(nameOf(predicted));
    text += "\n";
    for (int truth = 0; truth < confusion.classes(); ++truth) {
        text += cell(nameOf(truth));
        auto next = confusion.row(truth).begin();
        for (int predicted = 0; predicted < confusion.classes(); ++predicted) {
            const bool here = next != confusion.row(truth).end() && next->predicted == predicted;
            text += concat(',', here ? next++->pictures : 0);
        }
        text += "\n";
    }
    file.write({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    file.commit();
}

} // namespace alexscope::cli
