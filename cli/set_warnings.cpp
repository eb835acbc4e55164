// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/set_warnings.h"

#include "core/data/warning_summary.h"

namespace alexscope::cli {

void warnOfLeftOut(const DataSource& data, std::ostream& err)
{
    if (!data.warnings.empty())
        err << "warning: " << summaryOf(data) << "\n";
}

void addReplaced(const DataSource& data, Answer& answer, std::ostream& err)
{
    std::vector<DataWarning> replaced = data.training->lateWarnings();
    for (DataWarning& warning : data.validation->lateWarnings())
        replaced.push_back(std::move(warning));
    auto& list = answer.json["replaced"] = nlohmann::ordered_json::array();
    for (const DataWarning& warning : replaced)
        list.push_back({{"item", warning.item}, {"reason", warning.reason}});
    if (!replaced.empty())
        err << "warning: " << data.specification << ": " << replaced.size()
            << " turned out to be damaged, others of their class stood in for them; the first of them "
            << replaced.front().item << ": " << replaced.front().reason << "\n";
}

} // namespace alexscope::cli
