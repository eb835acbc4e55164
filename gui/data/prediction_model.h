// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/set_predictions.h"
#include "gui/data/picture_model.h"

#include <memory>

namespace alexscope::gui {

/// Validation pictures with what the network says of them. GUI thread.
class PredictionModel : public PictureModel {
    Q_OBJECT
public:
    using PictureModel::PictureModel;

    /// Shows `places` of predictions->pictures in that order; none of null. Thumbnails stay.
    void setPredictions(std::shared_ptr<const SetPredictions> predictions, std::vector<std::uint32_t> places);
    const PicturePrediction& prediction(int row) const;
    /// Classes and names of the pictures; those of the run setData() was given.
    const DataSource& source() const { return m_source; }
    void setSource(const DataSource& data);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString sentence(int row) const;

    DataSource m_source;
    std::shared_ptr<const SetPredictions> m_predictions;
    std::vector<std::uint32_t> m_places;
};

} // namespace alexscope::gui
