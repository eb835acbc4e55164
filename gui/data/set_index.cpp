// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/set_index.h"

namespace alexscope::gui {

namespace {

std::vector<std::vector<std::uint32_t>> byClass(const Dataset* set, std::size_t classes)
{
    std::vector<std::vector<std::uint32_t>> lists(classes);
    for (std::size_t i = 0; set && i < set->size(); ++i)
        if (const int label = set->label(i); label >= 0 && static_cast<std::size_t>(label) < classes)
            lists[static_cast<std::size_t>(label)].push_back(static_cast<std::uint32_t>(i));
    return lists;
}

void append(std::vector<PictureId>& to, PictureSet set, std::size_t size,
            const std::vector<std::vector<std::uint32_t>>& lists, int label)
{
    if (label >= 0) {
        if (static_cast<std::size_t>(label) < lists.size())
            for (const std::uint32_t index : lists[static_cast<std::size_t>(label)])
                to.push_back({set, index});
        return;
    }
    for (std::size_t i = 0; i < size; ++i)
        to.push_back({set, static_cast<std::uint32_t>(i)});
}

} // namespace

std::vector<PictureId> SetIndex::pictures(int label, bool withTraining, bool withValidation) const
{
    std::vector<PictureId> list;
    if (withTraining)
        append(list, PictureSet::Training, trainingSize, training, label);
    if (withValidation)
        append(list, PictureSet::Validation, validationSize, validation, label);
    return list;
}

std::shared_ptr<const SetIndex> indexOf(const DataSource& data)
{
    auto index = std::make_shared<SetIndex>();
    const std::size_t classes = data.classNames.size();
    index->training = byClass(data.training.get(), classes);
    index->validation = byClass(data.validation.get(), classes);
    index->trainingSize = data.training ? data.training->size() : 0;
    index->validationSize = data.validation ? data.validation->size() : 0;
    return index;
}

} // namespace alexscope::gui
