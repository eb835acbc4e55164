// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/likeliest.h"

#include "gui/look/names.h"

#include <QCoreApplication>

namespace alexscope::gui {

QString shownClass(const DataSource& data, int index)
{
    if (index >= 0 && static_cast<std::size_t>(index) < data.classNames.size())
        return shownClassName(data.classNames[static_cast<std::size_t>(index)]);
    return QCoreApplication::translate("Classes", "class %1").arg(index);
}

std::vector<PredictionBar> likeliest(const DataSource& data, std::span<const float> probabilities, int label)
{
    return likeliest(data, predictionOf(0, label, probabilities));
}

std::vector<PredictionBar> likeliest(const DataSource& data, const PicturePrediction& prediction)
{
    std::vector<PredictionBar> shown;
    for (std::size_t k = 0; k < barsOfAPrediction && prediction.classes[k] >= 0; ++k)
        shown.push_back({shownClass(data, prediction.classes[k]), prediction.probabilities[k],
                         prediction.classes[k] == prediction.label});
    return shown;
}

QStringList shownClasses(const DataSource& data)
{
    QStringList names;
    for (const std::string& name : data.classNames)
        names.append(shownClassName(name));
    return names;
}

} // namespace alexscope::gui
