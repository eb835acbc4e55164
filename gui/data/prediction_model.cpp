// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/data/prediction_model.h"

#include "gui/look/likeliest.h"
#include "gui/look/names.h"
#include "gui/look/numbers.h"

#include <algorithm>

namespace alexscope::gui {

void PredictionModel::setSource(const DataSource& data)
{
    m_source = data;
    setData(data);
}

void PredictionModel::setPredictions(std::shared_ptr<const SetPredictions> predictions,
                                     std::vector<std::uint32_t> places)
{
    std::vector<PictureId> pictures;
    pictures.reserve(places.size());
    for (const std::uint32_t place : places)
        pictures.push_back({PictureSet::Validation, predictions->pictures[place].picture});
    m_predictions = std::move(predictions);
    m_places = std::move(places);
    setPictures(std::move(pictures));
}

const PicturePrediction& PredictionModel::prediction(int row) const
{
    return m_predictions->pictures[m_places[static_cast<std::size_t>(row)]];
}

QString PredictionModel::sentence(int row) const
{
    const PicturePrediction& said = prediction(row);
    const QString name = shownPictureName(QString::fromStdString(m_source.validation->name(said.picture))),
                  truth = shownClass(m_source, said.label), likeliest = shownClass(m_source, said.classes[0]);
    if (said.isRight())
        return tr("%1, a picture of %2, is recognised with %3").arg(name, truth, percent(said.confidence()));
    return tr("%1, a picture of %2, is taken for %3 with %4; %2 gets %5")
        .arg(name, truth, likeliest, percent(said.confidence()), percent(said.labelProbability));
}

QVariant PredictionModel::data(const QModelIndex& index, int role) const
{
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return PictureModel::data(index, role);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    QStringList lines{sentence(index.row())};
    if (role == Qt::ToolTipRole)
        for (const PredictionBar& bar : likeliest(m_source, prediction(index.row())))
            lines.append(tr("%1: %2").arg(bar.name, percent(bar.probability)));
    const QString fault = PictureModel::data(index, FaultRole).toString();
    if (!fault.isEmpty())
        lines.append(fault);
    return lines.join(QLatin1Char('\n'));
}

} // namespace alexscope::gui
