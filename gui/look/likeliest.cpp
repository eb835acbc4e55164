// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/likeliest.h"

#include "gui/look/names.h"

#include <QCoreApplication>

namespace alexscope::gui {

namespace {

QString shownClass(const std::vector<std::string>& names, int index)
{
    if (index >= 0 && static_cast<std::size_t>(index) < names.size())
        return shownClassName(names[static_cast<std::size_t>(index)]);
    return QCoreApplication::translate("Classes", "class %1").arg(index);
}

const std::vector<std::string>& outputsOf(const RunDescription& run)
{
    return run.otherClasses ? *run.otherClasses : run.data.classNames;
}

std::vector<PredictionBar> barsOf(const std::vector<std::string>& names, const PicturePrediction& prediction)
{
    std::vector<PredictionBar> shown;
    for (std::size_t k = 0; k < barsOfAPrediction && prediction.classes[k] >= 0; ++k)
        shown.push_back({shownClass(names, prediction.classes[k]), prediction.probabilities[k],
                         prediction.classes[k] == prediction.label});
    return shown;
}

} // namespace

QString shownClass(const DataSource& data, int index)
{
    return shownClass(data.classNames, index);
}

QString shownOutput(const RunDescription& run, int output)
{
    return shownClass(outputsOf(run), output);
}

QStringList shownOutputs(const RunDescription& run)
{
    QStringList names;
    for (int output = 0; output < run.network.outputClasses(); ++output)
        names.append(shownOutput(run, output));
    return names;
}

std::vector<PredictionBar> likeliest(const RunDescription& run, std::span<const float> probabilities, int label)
{
    if (!run.missing.empty())
        return {};
    return barsOf(outputsOf(run), predictionOf(0, run.otherClasses ? -1 : label, probabilities));
}

std::vector<PredictionBar> likeliest(const DataSource& data, const PicturePrediction& prediction)
{
    return barsOf(data.classNames, prediction);
}

QStringList shownClasses(const DataSource& data)
{
    QStringList names;
    for (const std::string& name : data.classNames)
        names.append(shownClassName(name));
    return names;
}

} // namespace alexscope::gui
